//! The characters of XML: those it allows, names, and references to characters.

use alloc::string::String;

use super::bytes::first_of;

/// Returns whether XML allows every character of a text.
pub(super) fn has_only_characters(text: &str) -> bool {
    // Hardly any text has these bytes, and looking for them costs less than decoding characters.
    !text.bytes().fold(false, |has_rare, byte| has_rare | is_rare(byte))
        || text.chars().all(is_character)
}

/// Returns whether a byte can be a part of a character that XML does not allow.
#[allow(clippy::needless_bitwise_bool, reason = "without branches, many bytes are one instruction")]
const fn is_rare(byte: u8) -> bool {
    (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0xef)
}

/// Returns whether XML allows a character.
const fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Returns the bytes at a position that can be a name, which [`is_name`] checks.
pub(super) fn name_at(text: &str, start: usize) -> Option<&str> {
    let is_part = |byte: &u8| IN_NAMES.get(usize::from(*byte)).is_some_and(|is_part| *is_part);
    let length = text.as_bytes().get(start..)?.iter().take_while(|byte| is_part(byte)).count();
    text.get(start..start + length).filter(|name| !name.is_empty())
}

/// Which bytes can be in a name: a table, because names are a third of all bytes.
#[allow(clippy::indexing_slicing, reason = "an index of `u8` is in the table")]
const IN_NAMES: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0_u8;
    loop {
        bytes[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'_' | 0x80..);
        byte = match byte.checked_add(1) {
            Some(next) => next,
            None => break bytes,
        };
    }
};

/// Returns whether a text from [`name_at`] is a name.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first| first == ':' || starts_name(first))
        && (text.is_ascii() || text.chars().all(continues_name))
}

/// Returns the length of the prefix of the name of an element or attribute, with its colon; `None` if
/// a text from [`name_at`] is no such name.
#[inline]
pub(super) fn prefix_length(text: &str) -> Option<usize> {
    // Hardly any name needs more than a look at its bytes.
    let is_plain = text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { Some(0) } else { rare_prefix_length(text) }
}

fn rare_prefix_length(text: &str) -> Option<usize> {
    is_name(text).then_some(())?;
    let Some((prefix, local)) = text.split_once(':') else { return Some(0) };
    let is_qualified = !prefix.is_empty() && !local.contains(':') && is_name(local);
    is_qualified.then_some(prefix.len() + 1)
}

/// Returns whether a character can start a name, except for the colon.
const fn starts_name(character: char) -> bool {
    matches!(
        character,
        'A'..='Z' | '_' | 'a'..='z'
            | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}'
            | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
            | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}'
    )
}

/// Returns whether a character other than those of ASCII can be in a name.
const fn continues_name(character: char) -> bool {
    character.is_ascii()
        || starts_name(character)
        || matches!(character, '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// Reads a reference, from after its `&`; returns its character and the text after it.
pub(super) fn reference(text: &str) -> Option<(char, &str)> {
    let (name, rest) = text.split_at_checked(first_of([b';'], text.as_bytes()))?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => numbered(name.strip_prefix('#')?)?,
    };
    Some((character, rest.strip_prefix(';')?))
}

fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    // Rust would take a sign, too.
    let number = Some(digits).filter(|digits| !digits.starts_with('+'))?;
    char::from_u32(u32::from_str_radix(number, radix).ok()?).filter(|one| is_character(*one))
}

/// Returns a text between markup with its references replaced.
pub(super) fn resolved(text: &str) -> Option<String> {
    let mut pieces = text.split('&');
    let mut all = String::from(pieces.next()?);
    for piece in pieces {
        let (character, rest) = reference(piece)?;
        all.push(character);
        all.push_str(rest);
    }
    Some(all)
}
