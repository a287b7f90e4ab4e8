//! The part of the runtime that generated code and the other crates of this workspace share.
//!
//! It is not part of the public interface and may change in any release: these crates pin
//! `errcat` to one version.

pub mod off;

pub use crate::__words as words;
pub use crate::code::{join, meaning_row, sentences, write_name};
pub use crate::facts::invalid::{in_catalog, noun, one_of};
#[cfg(feature = "alloc")]
pub use crate::facts::lines::{FactLine, fact_legend, fact_lines};
pub use crate::facts::{Fact, differing};
pub use crate::reply::{Place, Roles, Sentences, Subject, ValueRef, relay, to_client};
pub use crate::table::docs::Anchor;
pub use crate::translation::translate_code;

#[cfg(feature = "alloc")]
pub use crate::error::rt as error;
#[cfg(feature = "miette")]
pub use crate::write::miette;
#[cfg(feature = "stand-in")]
pub use crate::write::stand_in;
#[cfg(feature = "tonic")]
pub use crate::write::tonic as status;
#[cfg(feature = "axum")]
pub use ::axum_core;
#[cfg(feature = "reqwest")]
pub use ::bytes;
#[cfg(feature = "http")]
pub use ::http;
#[cfg(feature = "reqwest")]
pub use ::reqwest;
#[cfg(feature = "tonic")]
pub use ::tonic;

/// Codes, cases and words through serde.
#[cfg(feature = "serde")]
pub mod serde {
    pub use crate::code::serde::*;
}

/// The tables of generated code.
pub mod table {
    pub use crate::table::*;
    pub use crate::translation::pair::*;
}

/// Reading of responses.
#[cfg(feature = "alloc")]
pub mod wire {
    pub use crate::wire::*;
}
