//! Translation between catalogs does what `errcat_model::translate` says, for random hubs and
//! catalogs as for small ones that a person can check.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

mod examples;
mod oracle;
mod properties;
mod random;
mod world;
