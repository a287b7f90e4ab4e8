//! Arrays and texts that stand in a program once.
//!
//! A constant is copied into every crate that uses it; a constant with references to statics is
//! copied too, and what they hold is not.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use crate::{EmitError, literal};

/// The statics of one module.
#[derive(Debug, Default)]
pub(crate) struct Statics {
    items: Vec<TokenStream>,
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
        let text = literal::text(lines)?;
        Ok(self.add(name, &quote!(&str), &text.into_token_stream()))
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
