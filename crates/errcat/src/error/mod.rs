//! The common parts of the error types of catalogs.

mod answer;
mod any;
mod application;
mod assemble;
mod facts;
mod failure;
mod macros;
mod show;
mod translate;

pub use application::CatalogError;
#[cfg(any(feature = "json", feature = "tonic", feature = "xml"))]
pub(crate) use assemble::tables;
pub use facts::ErrorFacts;
pub use failure::Failure;
pub use show::Message;
#[cfg(feature = "stand-in")]
pub(crate) use show::fill;

/// The part of [`crate::rt`] that is about errors.
#[doc(hidden)]
pub mod rt {
    pub use super::answer::AnswersIn;
    pub use super::assemble::{Assemble, FieldValue, Value, pick};
    pub use super::facts::Origin;
    pub use super::show::{clone, debug, display, eq, hash};
    pub use crate::reply::{Body, Place, Profile, Subject, of_status, of_validation, raw_code};
    pub use alloc::boxed::Box;
    #[cfg(feature = "stand-in")]
    pub use alloc::string::String;
    #[cfg(feature = "http")]
    pub use alloc::vec::Vec;
}
