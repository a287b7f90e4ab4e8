//! The codes of a catalog and their cases: what the generated enums have in common.

mod class;
mod entry;
mod macros;
mod meaning;
#[cfg(feature = "serde")]
pub(crate) mod serde;
#[cfg(feature = "alloc")]
mod wire_code;

pub use class::Class;
pub(crate) use entry::meaning_at;
pub use entry::{Case, CatalogCode, meaning_row, sentences};
pub use meaning::{CatalogMeaning, join, write_name};
#[cfg(feature = "alloc")]
pub use wire_code::WireCode;
