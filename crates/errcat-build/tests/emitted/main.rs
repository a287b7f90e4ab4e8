//! The emitted files, as a reviewer and rustc read them.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it cannot go on"
)]

mod builder;
mod goldens;
mod hostile;
mod joined;
mod refused;
mod shapes;
mod stable;
#[path = "../../../errcat-model/tests/diff/states.rs"]
mod states;
mod steps;
mod support;
