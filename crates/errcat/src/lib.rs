#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "tonic")]
extern crate std;

mod code;
#[cfg(feature = "alloc")]
mod error;
mod facts;
mod reply;
#[doc(hidden)]
pub mod rt;
mod table;
mod translation;
#[cfg(feature = "alloc")]
mod wire;
#[cfg(feature = "alloc")]
mod write;

#[cfg(feature = "alloc")]
pub use code::WireCode;
pub use code::{Case, CatalogCode, CatalogMeaning, Class};
#[cfg(feature = "alloc")]
pub use error::{CatalogError, ErrorFacts, Failure, Message};
pub use facts::{Actor, Facts, GrpcCode, HttpStatus, InvalidValue, Outcome, Retry};
pub use reply::{Audience, Reply, Tell, ValueRef};
#[cfg(feature = "alloc")]
pub use reply::{ErrorKind, Param, Params, System, Transport, Unrecognized, Validation, Violation};
#[cfg(feature = "stand-in")]
pub use table::Format as BodyFormat;
pub use table::Relation;
pub use table::docs::DocsUrl;
pub use table::guidance::Guidance;
pub use translation::{Answer, Basis, TranslatesTo, Translation};
#[cfg(feature = "alloc")]
pub use wire::Input;
#[cfg(feature = "tower")]
pub use wire::RetryPolicy;
#[cfg(feature = "reqwest")]
pub use wire::{MAX_RECEIVED, receive};
#[cfg(any(feature = "json", feature = "xml"))]
pub use wire::{Response, decode};
#[cfg(feature = "problem")]
pub use write::Problem;

/// Includes the modules that `errcat-build` generated from a crate's own catalogs in its `build.rs`.
///
/// # Examples
///
/// ```rs
/// errcat::include_catalogs!();
///
/// let code = acme::Code::from_wire(404);
/// ```
#[macro_export]
macro_rules! include_catalogs {
    () => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/errcat.rs"));
    };
}
