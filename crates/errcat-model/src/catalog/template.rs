//! Message templates: a provider's text with parameters as `<domainName>`.

use std::fmt;

pub use errcat::rt::table::Piece;

/// A message text, split into literal pieces and parameters.
///
/// A parameter is a name in angle brackets, without spaces. Everything else is
/// literal, angle brackets included.
///
/// # Examples
///
/// ```
/// use errcat_model::{Piece, Template};
///
/// let template = Template::parse("Domain `<domainName>` is restricted.").unwrap();
/// assert_eq!(template.pieces()[1], Piece::Parameter("domainName"));
/// assert_eq!(template.parameters().collect::<Vec<_>>(), ["domainName"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<'a> {
    pieces: Vec<Piece<'a>>,
}

/// The reason why a message text is not a usable template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateError<'a> {
    /// Two adjacent parameters: nothing marks the end of the first value.
    Touching(&'a str, &'a str),
}

impl fmt::Display for TemplateError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Touching(first, second) => write!(
                f,
                "there is no text between the parameters `{first}` and `{second}`, so their values cannot be separated"
            ),
        }
    }
}

impl std::error::Error for TemplateError<'_> {}

impl<'a> Template<'a> {
    /// Splits a message text.
    pub fn parse(text: &'a str) -> Result<Self, TemplateError<'a>> {
        let pieces: Vec<Piece<'a>> = errcat::rt::table::pieces(text).collect();
        for pair in pieces.windows(2) {
            if let [Piece::Parameter(first), Piece::Parameter(second)] = pair {
                return Err(TemplateError::Touching(first, second));
            }
        }
        Ok(Self { pieces })
    }

    /// Returns the pieces, in order.
    pub fn pieces(&self) -> &[Piece<'a>] {
        &self.pieces
    }

    /// Returns the names of the parameters, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &'a str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Parameter(name) => Some(*name),
            Piece::Literal(_) => None,
        })
    }

    /// Returns the literal pieces, with a mark for each parameter: equal for texts that only
    /// differ in the names of their parameters.
    pub(crate) fn shape(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Literal(text) => text,
                Piece::Parameter(_) => "<>",
            })
            .collect()
    }
}
