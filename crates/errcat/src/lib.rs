#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
#[doc(hidden)]
pub mod wire;
mod word;

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "tonic")]
extern crate std;

mod actor;
mod code;
mod docs;
#[cfg(feature = "alloc")]
mod error;
mod facts;
mod grpc;
mod http;
mod named;
mod outcome;
mod relation;
mod retry;
#[cfg(feature = "serde")]
mod serde;
#[doc(hidden)]
pub mod table;
mod translation;
#[cfg(feature = "alloc")]
mod write;

pub use actor::Actor;
pub use code::{Case, Catalog, CatalogFacts, Class, Code, Guidance, UnknownCode};
pub use docs::{Anchor, DocsUrl};
#[cfg(feature = "alloc")]
pub use error::{
    CatalogError, ErrorKind, Message, Param, System, Unrecognized, Validation, ValueRef, Violation,
};
pub use facts::Facts;
pub use grpc::GrpcCode;
pub use http::HttpStatus;
pub use named::{Named, UnknownReference};
pub use outcome::Outcome;
pub use relation::{MeaningRelation, Relation};
pub use retry::Retry;
pub use translation::{Joined, Translation};
#[cfg(feature = "stand-in")]
pub use wire::Format as BodyFormat;
#[cfg(feature = "alloc")]
pub use wire::Input;
#[cfg(any(feature = "json", feature = "xml"))]
pub use wire::{Decode, Response, decode};
pub use word::UnknownWord;
#[cfg(feature = "problem")]
pub use write::Problem;
#[cfg(feature = "http")]
pub use write::decode_response;

/// What generated code refers to.
#[doc(hidden)]
pub mod __private {
    pub use crate::named::{AnyCatalog, AnyPair, translate};
    pub use crate::translation::{translate_case, translate_code};

    #[cfg(feature = "alloc")]
    pub use crate::error::generated as error;
    #[cfg(feature = "miette")]
    pub use crate::write::miette;
    #[cfg(feature = "stand-in")]
    pub use crate::write::stand_in;
    #[cfg(feature = "axum")]
    pub use ::axum_core;
    #[cfg(feature = "http")]
    pub use ::http;
    #[cfg(feature = "tonic")]
    pub use ::tonic;

    #[cfg(feature = "serde")]
    pub use crate::serde::{
        Deserialize, Deserializer, Serialize, Serializer, deserialize, serialize,
    };
}
