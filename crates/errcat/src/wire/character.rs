//! The characters of XML: those it allows, names, and references to characters.

use alloc::string::String;

use super::bytes::first_of;

/// Whether XML allows every character of a text.
pub(super) fn has_only_characters(text: &str) -> bool {
    // Hardly any text has these bytes, and looking for them costs less than decoding characters.
    let is_rare = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xef;
    let has_rare = text.bytes().fold(false, |has_rare, byte| has_rare | is_rare(byte));
    !has_rare || text.chars().all(is_character)
}

/// Whether XML allows a character.
const fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Returns the name at a position.
pub(super) fn name_at(text: &str, start: usize) -> Option<&str> {
    let rest = text.get(start..)?;
    let is_part = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'_' | 0x80..)
    };
    let name = rest.get(..rest.as_bytes().iter().take_while(|byte| is_part(byte)).count())?;
    let is_name = name.starts_with([':']) || name.starts_with(starts_name);
    (is_name && (name.is_ascii() || name.chars().all(continues_name))).then_some(name)
}

/// Whether a character can start a name, except for the colon.
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

/// Whether a character other than those of ASCII can be in a name.
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
