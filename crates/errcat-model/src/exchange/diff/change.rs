//! Changes: the differences between two states of catalogs.

use std::fmt;

use super::rule::{Level, Rule};
use crate::findings::shorten;
use crate::text::Place;

/// One difference between two states of catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The rule of the change.
    pub rule: Rule,
    /// The code, case, catalog or meaning that it is about: in the new state, if it exists there.
    pub reference: String,
    /// The change, in one sentence without a period.
    pub message: String,
    /// The place in the new files, once it is [located](Diff::locate).
    pub place: Option<Place>,
    /// The part of the new state that it is about, to find its place.
    pub(super) spot: Spot,
}

/// A part of a catalog, code, case or meaning with a place of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Spot {
    /// The catalog, code or case itself.
    Whole,
    Meaning,
    /// A key of a code or case, or one that a case inherits from its code.
    Key(&'static str),
    Param(String),
    Operation(String),
    Envelope(String),
    Status(u16),
    Group(String),
}

/// Everything that differs between two states of catalogs.
///
/// # Examples
///
/// ```
/// use errcat_model::diff::{Diff, Level, Places};
/// use errcat_model::{Sources, load};
///
/// let hub = |http: u16| Sources::from_texts([("meanings.yaml", format!("meanings:
///   - {{ id: failure, title: It failed, tell: {{ en: It is so. }}, http: {http}, grpc: UNKNOWN, retry: never, actor: operator }}
/// roles: {{ passing: failure, broken: failure, validation: failure, unknown: failure }}"))]);
/// let (old, new) = (hub(500), hub(502));
/// let mut diff = Diff::new(&load(&old).unwrap(), &load(&new).unwrap()).unwrap();
/// diff.locate(&Places::new(&new));
/// assert_eq!(diff.level(), Level::Minor);
///
/// let change = &diff.changes[0];
/// assert_eq!(change.rule.id(), "hub-changed");
/// assert_eq!(change.message, "HTTP is `502`, previously `500`");
/// assert!(change.place.is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Diff {
    /// The changes, sorted by level with the highest first, then by rule and reference.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Returns the highest level of all changes.
    pub fn level(&self) -> Level {
        self.changes.iter().map(|change| change.rule.level()).max().unwrap_or_default()
    }

    pub(super) fn push(
        &mut self,
        rule: Rule,
        reference: impl fmt::Display,
        spot: Spot,
        message: impl Into<String>,
    ) {
        let message = shorten(&message.into(), 400).into_owned();
        let reference = reference.to_string();
        self.changes.push(Change { rule, reference, message, place: None, spot });
    }
}
