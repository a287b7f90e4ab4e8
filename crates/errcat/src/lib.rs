#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod word;

mod actor;
mod code;
mod grpc;
mod http;
mod outcome;
mod relation;
mod retry;
#[cfg(feature = "serde")]
mod serde;
#[doc(hidden)]
pub mod table;

pub use actor::Actor;
pub use code::{Case, Catalog, Class, Code, Facts, Guidance, UnknownCode};
pub use grpc::GrpcCode;
pub use http::HttpStatus;
pub use outcome::Outcome;
pub use relation::{ConceptRelation, Relation};
pub use retry::Retry;
pub use word::UnknownWord;

/// What generated code refers to.
#[cfg(feature = "serde")]
#[doc(hidden)]
pub mod __private {
    pub use crate::serde::{
        Deserialize, Deserializer, Serialize, Serializer, deserialize, serialize,
    };
}
