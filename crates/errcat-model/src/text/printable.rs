//! Text without characters that a terminal interprets.

use std::borrow::Cow;
use std::ffi::OsStr;

/// Escapes control characters and characters that change the direction of writing.
///
/// Line breaks stay. Catalogs, paths and messages are untrusted: printed verbatim, they could move
/// the cursor, set the title of a window, or reorder a line.
///
/// # Examples
///
/// ```
/// use errcat_model::render::printable;
///
/// assert_eq!(printable("a\u{1b}[2Jb"), "a\\u{1b}[2Jb");
/// assert_eq!(printable("Příliš žluťoučký"), "Příliš žluťoučký");
/// ```
pub fn printable(text: &str) -> Cow<'_, str> {
    escape(text, |character, shown| {
        if is_dangerous(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    })
}

/// Returns a path, a name or a text as one line that is safe to print: like [`printable`], and
/// without line breaks.
///
/// # Examples
///
/// ```
/// use errcat_model::render::one_line;
///
/// assert_eq!(one_line("acme/a\n::error::b.yaml"), "acme/a\\u{a}::error::b.yaml");
/// ```
pub fn one_line(text: impl AsRef<OsStr>) -> String {
    printable(&text.as_ref().to_string_lossy()).replace('\n', "\\u{a}")
}

/// Replaces the same characters, each by as many harmless bytes.
pub(crate) fn of_same_length(text: &str) -> Cow<'_, str> {
    escape(text, |character, shown| match character {
        // The end of a line from Windows is not part of what was written.
        '\r' => shown.push(' '),
        '\t' => shown.push('\t'),
        _ if is_dangerous(character) => {
            shown.extend(std::iter::repeat_n('?', character.len_utf8()));
        }
        _ => shown.push(character),
    })
}

/// Passes each character to `show`, unless none of them is dangerous.
fn escape(text: &str, show: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if !text.contains(is_dangerous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        show(character, &mut shown);
    }
    Cow::Owned(shown)
}

fn is_dangerous(character: char) -> bool {
    let is_control = character.is_control() && character != '\n';
    is_control
        || matches!(character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
