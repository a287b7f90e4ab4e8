//! Message templates: a provider's text with parameters as `<domainName>`.

use super::Texts;

/// A part of a message template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that stands in the message as it is.
    Literal(&'a str),
    /// The name of a parameter, whose value stands there.
    Parameter(&'a str),
}

/// The parameters of a generated template, each with the literal behind it.
#[derive(Debug, Clone)]
pub struct TemplateParams {
    pub(super) pieces: &'static Texts,
    /// The piece with the name of the next parameter.
    pub(super) next: usize,
    pub(super) end: usize,
}

impl Iterator for TemplateParams {
    type Item = (&'static str, &'static str);

    fn next(&mut self) -> Option<Self::Item> {
        let name = self.next;
        (name < self.end).then(|| {
            self.next += 2;
            (self.pieces.get(name), self.pieces.get(name + 1))
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.end.saturating_sub(self.next) / 2;
        (count, Some(count))
    }
}

impl ExactSizeIterator for TemplateParams {}

/// The parts of a message template, in order; no literal is empty.
///
/// A parameter is a name in angle brackets: a letter, then letters, digits and `_`, all of ASCII.
/// Everything else is literal, other angle brackets included.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    core::iter::from_fn(move || {
        let (piece, behind) = first_piece(rest)?;
        rest = behind;
        Some(piece)
    })
}

fn first_piece(text: &str) -> Option<(Piece<'_>, &str)> {
    if text.is_empty() {
        return None;
    }
    if let Some((name, rest)) = parameter(text) {
        return Some((Piece::Parameter(name), rest));
    }
    let brackets = text.match_indices('<').filter(|(index, _)| *index > 0);
    let mut rests = brackets.filter_map(|(index, _)| text.split_at_checked(index));
    let (literal, rest) = rests.find(|(_, rest)| parameter(rest).is_some()).unwrap_or((text, ""));
    Some((Piece::Literal(literal), rest))
}

/// The name of a parameter that a text starts with, and what stands behind it.
fn parameter(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix('<')?.split_once('>')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((name, rest))
}
