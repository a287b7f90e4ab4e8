#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[doc(inline)]
pub use errcat::*;

// `cargo xtask generate` writes this folder.
include!("generated/errcat.rs");
