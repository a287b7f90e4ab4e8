//! What is emitted, read by a reviewer and by rustc.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

mod builder;
mod goldens;
mod hostile;
mod joined;
mod relocations;
mod shapes;
mod stable;
mod support;
