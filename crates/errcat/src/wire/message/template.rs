//! Templates of messages.

use alloc::vec::{self, Vec};

use crate::table::{Piece, pieces};

/// A template, split at its parameters.
#[derive(Debug, Clone)]
pub struct Template<'t, P> {
    /// The text before the first parameter, or all of it.
    pub start: &'t str,
    /// The names of the parameters, each with the text after it.
    pub params: P,
}

impl<'t> Template<'t, vec::IntoIter<(&'t str, &'t str)>> {
    /// Splits a template.
    pub fn of(template: &'t str) -> Self {
        let (mut start, mut params) = ("", Vec::new());
        for piece in pieces(template) {
            match (piece, params.last_mut()) {
                (Piece::Parameter(name), _) => params.push((name, "")),
                (Piece::Literal(literal), None) => start = literal,
                (Piece::Literal(literal), Some((_, after))) => *after = literal,
            }
        }
        Self { start, params: params.into_iter() }
    }
}
