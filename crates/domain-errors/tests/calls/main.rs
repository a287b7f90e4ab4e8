//! Calls of providers over HTTP, through the clients and the middleware of others.
#![cfg(all(feature = "reqwest", feature = "tower", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod receive;
mod retry;
mod server;
