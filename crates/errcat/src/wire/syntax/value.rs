//! Reads the values of XML attributes, and what texts share with them: line ends and white space.

use alloc::borrow::Cow;

use super::character::resolved;

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
pub(super) fn with_line_feeds(written: &str) -> Cow<'_, str> {
    if written.contains('\r') {
        Cow::Owned(written.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(written)
    }
}
