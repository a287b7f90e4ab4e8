//! Errors as reports for terminals.

use alloc::boxed::Box;
use core::fmt::{self, Display};

pub use ::miette::Diagnostic;

use crate::{CatalogCode, CatalogError, ErrorKind};

/// A part of a report.
pub type Part<'a> = Option<Box<dyn Display + 'a>>;

/// Returns the code as a path: `wapi::3201`, or `wix::validation` without one.
pub fn code<E: CatalogError>(error: &E) -> Part<'_> {
    let name = match (error.code(), error.kind()) {
        (Some(code), _) => code.as_str(),
        (None, ErrorKind::Application) => ErrorKind::Unrecognized.as_str(),
        (None, kind) => kind.as_str(),
    };
    Some(Box::new(Path { catalog: E::Code::CATALOG, name }))
}

/// Returns the next step of the person who has to act.
pub fn help<E: CatalogError>(error: &E) -> Part<'_> {
    Some(Box::new(error.guidance()?.action))
}

/// Returns the address of the entry in the reference pages.
pub fn url<E: CatalogError>(error: &E) -> Part<'_> {
    Some(Box::new(error.docs()?))
}

struct Path {
    catalog: &'static str,
    name: &'static str,
}

impl Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.catalog, self.name)
    }
}
