//! Takes folders or texts in memory; hands out files whose bytes have lines and columns.

mod disk;
mod lines;
mod source;
mod span;

pub(crate) use lines::char_boundary_before;
pub(crate) use source::{Role, Trouble, Unread};
pub use source::{SourceFile, Sources};
pub(crate) use span::Spanned;
pub use span::{FileId, LineColumn, Place, Span};
