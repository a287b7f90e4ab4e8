//! Texts and numbers as tokens: whatever a catalog holds, it stays inside of a literal.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::EmitError;

/// Texts, one behind the other, as one literal with a line for each.
pub(crate) fn text<'a>(parts: impl IntoIterator<Item = &'a str>) -> Result<Literal, EmitError> {
    let mut literal = String::from('"');
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if literal.len() > 1 {
            literal.push_str("\\\n");
        }
        // White space behind the end of a line would be skipped.
        let rest = part.strip_prefix(' ').inspect(|_| literal.push_str("\\x20"));
        // Spells out what is invisible or turns the direction of writing.
        literal.extend(rest.unwrap_or(part).escape_debug());
    }
    literal.push('"');
    literal.parse().map_err(|_| EmitError::Internal("a text is no literal"))
}

/// A list of whole numbers, without the types behind them.
pub(crate) fn numbers<T: Into<u64> + Copy>(numbers: &[T]) -> TokenStream {
    let numbers = numbers.iter().map(|number| Literal::u64_unsuffixed((*number).into()));
    quote!([#(#numbers),*])
}

/// Bytes as a byte string, which costs the compiler nothing.
pub(crate) fn bytes(bytes: &[u8]) -> TokenStream {
    Literal::byte_string(bytes).to_token_stream()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_in_its_literal() {
        let hostile = ["\"; evil(); \"", " \\", "", "*/ {} \u{202e} \0 \r\n", "ž–\u{a0}"];
        let literal: syn::LitStr = syn::parse2(text(hostile).unwrap().into_token_stream()).unwrap();
        assert_eq!(literal.value(), hostile.concat());
        let written = text(hostile).unwrap().to_string();
        assert!(!written.contains('\u{202e}') && written.contains("ž–"), "{written}");
    }
}
