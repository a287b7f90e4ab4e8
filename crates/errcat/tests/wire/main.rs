//! The readers of responses, with envelopes and codes that need no generated catalog.
#![cfg(all(feature = "json", feature = "xml"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

mod catalog;
mod envelopes;
mod limits;
mod meaning;
mod namespaces;
#[cfg(all(feature = "http", feature = "stand-in"))]
mod stand_in;
mod xml;
