#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

pub use errcat::{
    Actor, Case, Catalog, Class, Code, Facts, GrpcCode, Guidance, HttpStatus, Outcome, Retry,
    UnknownCode,
};

include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
