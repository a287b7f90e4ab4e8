//! The codes of a catalog and their cases: what the generated enums have in common.

mod class;
mod entry;
mod macros;
mod meaning;
#[cfg(feature = "serde")]
pub(crate) mod serde;

pub use class::Class;
pub(crate) use entry::is_written;
pub use entry::{Case, CatalogCode};
pub use meaning::{CatalogMeaning, Roles, join, write_name};
