//! Errors are written for clients and services, and read back as the same errors.
#![cfg(all(
    feature = "axum",
    feature = "domains",
    feature = "miette",
    feature = "stand-in",
    feature = "tonic",
    feature = "wapi",
    feature = "wix",
    feature = "xml"
))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod answers;
mod audiences;
mod http;
mod miette;
mod problem;
mod stand_in;
mod support;
mod tonic;
