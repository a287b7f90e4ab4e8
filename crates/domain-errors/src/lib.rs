#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

pub use errcat::{
    Actor, Case, CatalogCode, Class, DocsUrl, Facts, GrpcCode, Guidance, HttpStatus, InvalidValue,
    Outcome, Relation, Retry, TranslatesTo, Translation,
};

#[cfg(feature = "alloc")]
pub use errcat::{
    CatalogError, ErrorKind, Input, Param, System, Unrecognized, Validation, ValueRef, Violation,
};

#[cfg(any(feature = "json", feature = "xml"))]
pub use errcat::{Response, decode};

#[cfg(feature = "problem")]
pub use errcat::Problem;

#[cfg(feature = "stand-in")]
pub use errcat::BodyFormat;

include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
