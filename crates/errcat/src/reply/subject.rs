//! A code or an error, as everything that answers for it sees it.

use core::fmt;

#[cfg(feature = "alloc")]
use super::bodies::Body;
use crate::table::{MeaningRow, Tables};

/// The parts of a code or an error; all its answers follow from them and the tables.
#[doc(hidden)]
pub trait Subject: Send + Sync {
    /// Returns the tables of the catalog.
    fn tables(&self) -> &'static Tables;

    /// Returns a meaning of the catalog.
    fn meaning_at(&self, place: Place) -> &'static MeaningRow;

    /// Returns the row of the code, or of the case whose variant it is.
    fn row(&self) -> Option<u16>;

    /// Returns the value of a parameter of the variant.
    fn value(&self, index: usize) -> Option<ValueRef<'_>>;

    /// Returns the content of a variant that is not a case.
    #[cfg(feature = "alloc")]
    fn body(&self) -> Option<Body<'_>>;
}

/// The place of a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The meaning of a row. Ranges follow the rows.
    Row(usize),
    /// The role `passing`.
    Passing,
    /// The role `broken`.
    Broken,
    /// The role `validation`.
    Validation,
    /// The role `unknown`.
    Unknown,
}

/// The meanings of failures that no code of a catalog names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roles<M> {
    /// The meaning of a failure of somebody else that may pass.
    pub passing: M,
    /// The meaning of any other failure of somebody else.
    pub broken: M,
    /// The meaning of a request that was refused because of its fields.
    pub validation: M,
    /// The meaning of a failure whose code is unknown.
    pub unknown: M,
}

/// The places of the roles.
#[cfg(feature = "alloc")]
pub(super) const ROLES: Roles<Place> = Roles {
    passing: Place::Passing,
    broken: Place::Broken,
    validation: Place::Validation,
    unknown: Place::Unknown,
};

/// The value of a parameter, as a message shows it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueRef<'a> {
    /// Any text, verbatim.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
}

impl fmt::Debug for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Debug::fmt(text, f),
            Self::Integer(number) => fmt::Debug::fmt(number, f),
        }
    }
}

impl fmt::Display for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.pad(text),
            Self::Integer(number) => fmt::Display::fmt(number, f),
        }
    }
}
