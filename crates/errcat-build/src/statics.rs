//! Arrays and texts that stand in a program once.
//!
//! A constant is copied into every crate that uses it; a constant with references to statics is
//! copied too, and what they hold is not.

use std::path::Path;

use errcat_model::artifact::Artifact;
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use crate::{EmitError, literal};

/// A longer text is a file of its own: as a literal it would be escaped, read and printed again,
/// here and in rustc.
const LONGEST_LITERAL: usize = 4096;

/// The statics of one module.
#[derive(Debug, Default)]
pub(crate) struct Statics {
    items: Vec<TokenStream>,
    /// The folder of the files, seen from the file that has the items.
    folder: String,
    /// The texts that are files: names and texts.
    files: Vec<(String, String)>,
}

/// What an array can hold.
pub(crate) trait Number: Into<u64> + Copy {
    /// The type, in Rust.
    const TYPE: &'static str;
}

impl Number for u8 {
    const TYPE: &'static str = "u8";
}

impl Number for u16 {
    const TYPE: &'static str = "u16";
}

impl Number for u32 {
    const TYPE: &'static str = "u32";
}

impl Statics {
    /// None yet; their files will be in this folder, seen from the file that has the items.
    pub(crate) fn with_files_in(folder: &str) -> Self {
        Self { folder: folder.to_owned(), ..Self::default() }
    }

    /// The files, in a folder.
    pub(crate) fn artifacts(self, folder: &str) -> impl Iterator<Item = Artifact> {
        let folder = Path::new(folder).to_owned();
        let files = self.files.into_iter();
        files.map(move |(name, text)| Artifact { path: folder.join(name), text })
    }

    /// Keeps numbers under a name, and returns a reference to them.
    pub(crate) fn numbers<T: Number>(&mut self, name: &str, numbers: &[T]) -> TokenStream {
        let kind = format_ident!("{}", T::TYPE);
        self.array(name, &quote!(#kind), numbers.len(), &literal::numbers(numbers))
    }

    /// The same for bytes, which cost the compiler nothing as a byte string.
    pub(crate) fn bytes(&mut self, name: &str, bytes: &[u8]) -> TokenStream {
        let text = literal::bytes(bytes);
        self.array(name, &quote!(u8), bytes.len(), &quote!(*#text))
    }

    /// Keeps an array of any type.
    pub(crate) fn array(
        &mut self,
        name: &str,
        kind: &TokenStream,
        length: usize,
        value: &TokenStream,
    ) -> TokenStream {
        if length == 0 {
            return quote!(&[]);
        }
        self.add(name, &quote!([#kind; #length]), value)
    }

    /// Keeps texts, one behind the other, with a line for each.
    pub(crate) fn text<'a>(
        &mut self,
        name: &str,
        lines: impl IntoIterator<Item = &'a str>,
    ) -> Result<TokenStream, EmitError> {
        let lines: Vec<&str> = lines.into_iter().collect();
        if lines.iter().map(|line| line.len()).sum::<usize>() <= LONGEST_LITERAL {
            let text = literal::text(lines)?;
            return Ok(self.add(name, &quote!(&str), &text.into_token_stream()));
        }
        let file = format!("{}.txt", name.to_lowercase());
        let path = format!("{}{file}", self.folder);
        self.files.push((file, lines.concat()));
        Ok(self.add(name, &quote!(&str), &quote!(::core::include_str!(#path))))
    }

    fn add(&mut self, name: &str, kind: &TokenStream, value: &TokenStream) -> TokenStream {
        let name = format_ident!("{name}");
        self.items.push(quote!(static #name: #kind = #value;));
        quote!(&#name)
    }
}

impl ToTokens for Statics {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.items.iter().cloned());
    }
}
