//! Takes a broken law and its place; hands out what to tell people and programs about it.

mod finding;
mod law;
pub mod markdown;
pub mod render;
pub(crate) mod suggest;

pub use finding::{BrokenLaw, Finding, Findings, Label, shorten};
pub use law::Law;
