#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

pub use errcat::{
    Actor, Anchor, Case, Catalog, CatalogFacts, Class, Code, DocsUrl, GrpcCode, Guidance,
    HttpStatus, Joined, Named, Outcome, Relation, Retry, Translation, UnknownCode,
    UnknownReference,
};

#[cfg(feature = "alloc")]
pub use errcat::{
    CatalogError, ErrorKind, Input, Message, Param, System, Unrecognized, Validation, ValueRef,
    Violation,
};

#[cfg(any(feature = "json", feature = "xml"))]
pub use errcat::{Decode, Response, decode};

#[cfg(feature = "problem")]
pub use errcat::Problem;

#[cfg(feature = "http")]
pub use errcat::decode_response;

#[cfg(feature = "stand-in")]
pub use errcat::BodyFormat;

include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
