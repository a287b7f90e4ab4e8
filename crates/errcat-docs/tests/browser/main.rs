//! The site in a real browser, opened from its folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

mod agreement;
mod bodies;
mod chromium;
mod explain;
mod finding;
mod hostile;
mod looks;
mod page;
mod site;
mod tell;
