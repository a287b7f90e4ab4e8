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
#[doc(hidden)]
pub mod rt;
mod table;
mod translation;
#[cfg(feature = "alloc")]
mod wire;
#[cfg(feature = "alloc")]
mod write;

pub use code::{Case, CatalogCode, CatalogMeaning, Class};
#[cfg(feature = "alloc")]
pub use error::{
    CatalogError, ErrorKind, Param, System, Unrecognized, Validation, ValueRef, Violation,
};
pub use facts::{Actor, Facts, GrpcCode, HttpStatus, InvalidValue, Outcome, Retry};
#[cfg(feature = "stand-in")]
pub use table::Format as BodyFormat;
pub use table::docs::DocsUrl;
pub use table::guidance::Guidance;
pub use translation::{Relation, TranslatesTo, Translation};
#[cfg(feature = "alloc")]
pub use wire::Input;
#[cfg(any(feature = "json", feature = "xml"))]
pub use wire::{Response, decode};
#[cfg(feature = "problem")]
pub use write::Problem;
