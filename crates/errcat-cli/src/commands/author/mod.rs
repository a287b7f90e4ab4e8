//! Commands for authors: start a catalog, check it, and keep it up to date with its provider.

pub(crate) mod check;
pub(crate) mod drift;
pub(crate) mod import;
pub(crate) mod new;
mod pages;
pub(crate) mod schema;
