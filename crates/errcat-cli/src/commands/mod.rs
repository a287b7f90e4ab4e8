//! The subcommands, one module each.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod coverage;
pub(crate) mod decode;
pub(crate) mod diff;
pub(crate) mod docs;
pub(crate) mod drift;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod new;
mod pages;
pub(crate) mod schema;
mod subject;
pub(crate) mod translate;
