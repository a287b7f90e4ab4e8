//! Commands that compare catalogs: with each other, and with another version of themselves.

pub(crate) mod coverage;
pub(crate) mod diff;
