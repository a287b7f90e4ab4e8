//! Message templates: a provider's text with parameters as `<domainName>`.

use super::params::rows_of;

/// A part of a message template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that appears in the message as it is.
    Literal(&'a str),
    /// The name of a parameter, in the place of its value.
    Parameter(&'a str),
}

/// A message template that tells cases apart or has parameters.
#[derive(Debug, Clone, Copy)]
pub struct TemplateRow {
    /// The row of the case.
    pub case: u16,
    /// Literals, which can be empty, and names of parameters in turns, with literals at both ends.
    pub pieces: &'static [&'static str],
}

impl TemplateRow {
    /// Returns the templates of a case: the text before the first parameter, and the parameters.
    pub fn of(
        templates: &'static [Self],
        case: u16,
    ) -> impl Iterator<Item = (&'static str, TemplateParams)> {
        let templates = rows_of(templates, case, |template| template.case);
        templates.iter().map(|template| match template.pieces {
            [start, params @ ..] => (*start, TemplateParams(params)),
            [] => ("", TemplateParams(&[])),
        })
    }
}

/// The parameters of a generated template, each with the literal that follows it.
#[derive(Debug, Clone)]
pub struct TemplateParams(&'static [&'static str]);

impl Iterator for TemplateParams {
    type Item = (&'static str, &'static str);

    fn next(&mut self) -> Option<Self::Item> {
        let ([name, literal], rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some((name, literal))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.0.len() / 2;
        (count, Some(count))
    }
}

impl ExactSizeIterator for TemplateParams {}

/// Returns the parts of a message template, in order; no literal is empty.
///
/// A parameter is a name in angle brackets: a letter, then letters, digits and `_`, all of ASCII.
/// Everything else is literal, other angle brackets included.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    core::iter::from_fn(move || {
        let (piece, after) = first_piece(rest)?;
        rest = after;
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

/// Returns the name of the parameter that a text starts with, and the text after it.
fn parameter(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix('<')?.split_once('>')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((name, rest))
}
