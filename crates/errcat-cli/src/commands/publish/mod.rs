//! Commands that pass checked catalogs on: to readers as a site, and to other programs.

pub(crate) mod docs;
pub(crate) mod export;
