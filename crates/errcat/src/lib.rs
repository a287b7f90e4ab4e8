#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "tonic")]
extern crate std;

mod words;

mod actor;
mod class;
mod code;
mod docs;
#[cfg(feature = "alloc")]
mod error;
mod facts;
mod grpc;
mod guidance;
mod http;
mod invalid;
mod macros;
mod off;
mod outcome;
mod relation;
mod retry;
#[doc(hidden)]
pub mod rt;
#[cfg(feature = "serde")]
mod serde;
mod table;
mod translation;
#[cfg(feature = "alloc")]
mod wire;
#[cfg(feature = "alloc")]
mod write;

pub mod by_name;

pub use actor::Actor;
pub use class::Class;
pub use code::{Case, CatalogCode};
pub use docs::DocsUrl;
#[cfg(feature = "alloc")]
pub use error::{
    CatalogError, ErrorKind, Param, System, Unrecognized, Validation, ValueRef, Violation,
};
pub use facts::Facts;
pub use grpc::GrpcCode;
pub use guidance::Guidance;
pub use http::HttpStatus;
pub use invalid::InvalidValue;
pub use outcome::Outcome;
pub use relation::Relation;
pub use retry::Retry;
#[cfg(feature = "stand-in")]
pub use table::Format as BodyFormat;
pub use translation::{TranslatesTo, Translation};
#[cfg(feature = "alloc")]
pub use wire::Input;
#[cfg(any(feature = "json", feature = "xml"))]
pub use wire::{Response, decode};
#[cfg(feature = "problem")]
pub use write::Problem;
