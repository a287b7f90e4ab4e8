//! The common parts of the error types of catalogs.

mod answers;
mod application;
mod assemble;
mod bodies;
mod macros;
mod show;
mod translate;

pub use answers::{ErrorKind, Param};
pub use application::CatalogError;
pub use assemble::ValueRef;
#[cfg(any(feature = "json", feature = "tonic", feature = "xml"))]
pub(crate) use assemble::tables;
pub use bodies::{System, Unrecognized, Validation, Violation};
#[cfg(feature = "stand-in")]
pub(crate) use show::fill;
#[cfg(any(feature = "problem", feature = "tonic"))]
pub(crate) use show::has_sensitive_params;

/// The part of [`crate::rt`] that is about errors.
#[doc(hidden)]
pub mod rt {
    pub use super::answers::{Answer, of_status, of_validation, raw_code};
    pub use super::assemble::{Assemble, Body, FieldValue, Value, pick};
    pub use super::show::{clone, debug, display, eq, hash};
    pub use alloc::boxed::Box;
    #[cfg(feature = "stand-in")]
    pub use alloc::string::String;
    #[cfg(feature = "http")]
    pub use alloc::vec::Vec;
}
