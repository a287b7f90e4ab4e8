//! References in XML: characters and entities by name or by number.

use alloc::borrow::Cow;
use alloc::string::String;

use super::bytes::first_of;
use super::markup::name_at;

/// The name of the reference that a text starts with, or the number behind `#`.
pub(super) fn reference(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('&')?;
    let length = first_of([b';'], inside.as_bytes());
    let name = inside.get(..length).filter(|_| inside.as_bytes().get(length) == Some(&b';'))?;
    let is_right = match (name.strip_prefix("#x"), name.strip_prefix('#')) {
        (Some(digits), _) => !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit()),
        (_, Some(digits)) => !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()),
        _ => name_at(name, 0) == Some(name),
    };
    is_right.then_some(name)
}

/// A text between markup with what its references stand for.
///
/// Nothing is expanded but the five that XML itself defines and characters by number: an entity of
/// a document type stays as it was written.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, _)) = rest.split_once('&') {
        all.push_str(before);
        rest = rest.get(before.len()..).unwrap_or_default();
        let length = reference(rest).map_or(1, |name| name.len() + "&;".len());
        let (written, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match reference(written).and_then(character) {
            Some(character) => all.push(character),
            None => all.push_str(written),
        }
        rest = behind;
    }
    all.push_str(rest);
    Cow::Owned(all)
}

/// The character that a reference stands for.
fn character(name: &str) -> Option<char> {
    let number = match (name.strip_prefix("#x"), name.strip_prefix('#')) {
        (Some(digits), _) => u32::from_str_radix(digits, 16).ok()?,
        (_, Some(digits)) => digits.parse().ok()?,
        _ => {
            return Some(match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ => return None,
            });
        }
    };
    char::from_u32(number).filter(|character| *character != '\0')
}
