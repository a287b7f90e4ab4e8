//! Takes the texts of authors; hands out checked catalogs, or all findings at once.

mod check;
#[cfg(feature = "tools")]
mod examples;
pub(crate) mod files;
mod load;
mod lower;
mod read;
pub(crate) mod resolve;
pub(crate) mod written;
mod yaml;

#[cfg(feature = "tools")]
pub use load::check;
pub use load::load;
