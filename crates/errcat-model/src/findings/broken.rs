//! Laws that a catalog breaks after it was checked.

use std::fmt;

use super::law::Law;

/// A law that a [`CatalogSet`](crate::CatalogSet) breaks, which no set does that [`load`](crate::load)
/// returned: it was changed afterwards, or a check has a bug.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BrokenLaw {
    /// The law.
    pub law: Law,
    /// The code, case, meaning or catalog that breaks it.
    pub subject: String,
}

impl BrokenLaw {
    pub(crate) fn new(law: Law, subject: impl fmt::Display) -> Self {
        Self { law, subject: subject.to_string() }
    }
}

impl fmt::Display for BrokenLaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "internal error: `{}` breaks the law `{}`", self.subject, self.law.id())
    }
}

impl std::error::Error for BrokenLaw {}
