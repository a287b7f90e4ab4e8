//! Errors as reports for terminals.

use alloc::boxed::Box;
use core::fmt::Display;

pub use ::miette::Diagnostic;

use crate::{ErrorFacts, ErrorKind};

/// A part of a report.
pub type Part<'a> = Option<Box<dyn Display + 'a>>;

/// Returns the code as a path: `wapi::3201`, or `wix::validation` without one.
pub fn code(error: &dyn ErrorFacts) -> Part<'_> {
    let subject = error.origin().subject;
    let tables = subject.tables();
    let name = match (subject.code_row(), error.kind()) {
        (Some(row), _) => tables.code(row),
        (None, ErrorKind::Application) => ErrorKind::Unrecognized.as_str(),
        (None, kind) => kind.as_str(),
    };
    Some(Box::new(alloc::format!("{}::{name}", tables.id)))
}

/// Returns the next step of the person who has to act.
pub fn help(error: &dyn ErrorFacts) -> Part<'_> {
    Some(Box::new(error.guidance()?.action))
}

/// Returns the address of the entry in the reference pages.
pub fn url(error: &dyn ErrorFacts) -> Part<'_> {
    Some(Box::new(error.docs()?))
}
