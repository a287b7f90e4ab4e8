//! The input of a careless author or an attacker gets a finding with its place: never a
//! panic, a hang or a memory full of copies, and never at the cost of other files' findings.
//!
//! No test here is timed. The large inputs are large enough that work which grows with the
//! square of the input shows as a test of minutes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot get what it needs should stop there, with the line"
)]

#[path = "hostile/catalog.rs"]
mod catalog;
#[path = "hostile/disk.rs"]
mod disk;
#[path = "hostile/levels.rs"]
mod levels;
#[path = "hostile/limits.rs"]
mod limits;
#[path = "hostile/nesting.rs"]
mod nesting;
#[path = "hostile/numbers.rs"]
mod numbers;
#[path = "hostile/sizes.rs"]
mod sizes;
#[path = "hostile/tags.rs"]
mod tags;
#[path = "hostile/texts.rs"]
mod texts;
