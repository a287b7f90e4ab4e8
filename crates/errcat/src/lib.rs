#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod word;

mod actor;
mod grpc;
mod http;
mod outcome;
mod relation;
mod retry;
#[cfg(feature = "serde")]
mod serde;

pub use actor::Actor;
pub use grpc::GrpcCode;
pub use http::HttpStatus;
pub use outcome::Outcome;
pub use relation::ConceptRelation;
pub use retry::Retry;
pub use word::UnknownWord;
