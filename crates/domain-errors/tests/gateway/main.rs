//! The example `gateway`, started on free ports and called over HTTP and gRPC. Every answer of a
//! provider becomes a typed error, which its client reads back as the same error.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "../../examples/gateway/main.rs"]
#[allow(dead_code, reason = "its function `main` is not called here")]
mod example;

mod audiences;
mod clients;
mod every_case;
mod faults;
mod house;
mod others;
mod provider;
mod retry;
mod shutdown;
mod sizes;
mod successes;
mod tour;
mod translation;

use example::{service, upstreams};
