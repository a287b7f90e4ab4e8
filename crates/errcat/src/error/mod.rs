//! What the error types of catalogs have in common.

mod answers;
mod application;
mod assemble;
mod bodies;
mod macros;
mod show;
mod translate;

pub use application::{CatalogError, ErrorKind, Param};
pub use assemble::ValueRef;
pub use bodies::{System, Unrecognized, Validation, Violation};
pub use show::Message;
#[cfg(any(feature = "problem", feature = "tonic"))]
pub(crate) use show::is_secretive;

/// What generated code refers to.
#[doc(hidden)]
pub mod generated {
    pub use super::answers::{Answers, raw_code};
    pub use super::assemble::{Assemble, Body, FieldValue, Value, pick};
    pub use super::show::{clone, debug, display, eq, hash};
    pub use alloc::boxed::Box;
    #[cfg(feature = "stand-in")]
    pub use alloc::string::String;
    #[cfg(feature = "http")]
    pub use alloc::vec::Vec;
}
