//! Takes folders or texts in memory; hands out files whose bytes have lines and columns.

mod disk;
mod lines;
mod printable;
mod source;
mod span;

pub(crate) use lines::char_boundary_before;
pub(crate) use printable::of_same_length;
pub use printable::{one_line, printable};
pub(crate) use source::{NAME_HELP, Role, Trouble, Unread, is_file_name};
pub use source::{SourceFile, Sources};
pub(crate) use span::Spanned;
pub use span::{FileId, LineColumn, Place, Span};
