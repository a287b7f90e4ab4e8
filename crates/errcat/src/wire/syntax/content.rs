//! Reads the text of XML elements.

use alloc::borrow::Cow;
use alloc::string::String;

use super::character::resolved;
use super::value::{trim, with_line_feeds};
use super::xml::{Markup, Scanner};

/// Returns the text of an element without elements in it.
pub(crate) fn text_of(written: &str) -> Option<Cow<'_, str>> {
    let written = with_line_feeds(written);
    let mut scanner = Scanner::new(&written);
    let mut all = String::new();
    loop {
        match scanner.next()? {
            Markup::Text(text) => all.push_str(&resolved(text)?),
            Markup::Verbatim(text) => all.push_str(text),
            Markup::Silent => {}
            Markup::Nothing => return Some(Cow::Owned(trim(&all).into())),
            Markup::Start(_) | Markup::End { .. } => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::value::value_of;
    use super::*;

    #[test]
    fn white_space_is_normalized_as_xml_does() {
        assert_eq!(text_of(" a\r\nb\rc&#13;d\te<![CDATA[\r]]>f ").unwrap(), "a\nb\nc\rd\te\nf");
        assert_eq!(value_of(" a\r\nb\rc&#13;d\te&#9;f&#10;g ").unwrap(), "a b c\rd e\tf\ng");
    }
}
