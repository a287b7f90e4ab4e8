//! Reads the text of XML elements and attributes: its references, line ends and white space.

use alloc::borrow::Cow;
use alloc::string::String;

use super::character::resolved;
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

/// Returns the value of an attribute without white space around it.
pub(crate) fn value_of(written: &str) -> Option<Cow<'_, str>> {
    Some(Cow::Owned(trim(&normalized(written)?).into()))
}

/// Returns the value of an attribute, in which every white space character is a space unless it
/// is a reference.
pub(crate) fn normalized(written: &str) -> Option<Cow<'_, str>> {
    if !is_plain(written) {
        let spaced = with_line_feeds(written).replace(['\n', '\t'], " ");
        return resolved(&spaced).map(Cow::Owned);
    }
    Some(Cow::Borrowed(written))
}

/// Returns whether the value of an attribute is what is written.
pub(crate) fn is_plain(written: &str) -> bool {
    !written.bytes().any(|byte| matches!(byte, b'&' | b'\t' | b'\n' | b'\r'))
}

/// Returns a text without the white space around it, which in XML is these four characters.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n'])
}

/// Ends every line with a line feed, as XML does before anything else.
fn with_line_feeds(written: &str) -> Cow<'_, str> {
    if written.contains('\r') {
        Cow::Owned(written.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_normalized_as_xml_does() {
        assert_eq!(text_of(" a\r\nb\rc&#13;d\te<![CDATA[\r]]>f ").unwrap(), "a\nb\nc\rd\te\nf");
        assert_eq!(value_of(" a\r\nb\rc&#13;d\te&#9;f&#10;g ").unwrap(), "a b c\rd e\tf\ng");
    }
}
