//! Takes the texts of authors; hands out checked catalogs, or all findings at once.

mod check;
pub(crate) mod files;
mod load;
mod lower;
mod read;
pub(crate) mod resolve;
pub(crate) mod written;
mod yaml;

pub use load::load;
