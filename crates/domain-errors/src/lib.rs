#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[doc(inline)]
pub use errcat::*;

include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
