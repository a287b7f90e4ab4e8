//! Takes a broken law and its place; hands out what to tell people and programs about it.

mod collect;
mod finding;
mod law;
pub mod markdown;
pub mod render;
pub(crate) mod suggest;

pub(crate) use collect::Collector;
pub(crate) use finding::left_out;
use finding::more;
pub use finding::{BrokenLaw, Finding, Findings, Label, shorten};
pub use law::Law;
