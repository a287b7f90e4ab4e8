//! Takes a draft, and returns the files of a catalog with marked gaps, and a preview of them.

mod preview;
pub mod scaffold;
mod skeleton;
mod yaml;

pub(crate) use preview::preview;
pub use preview::{CodePreview, ColumnPreview, FilePreview, GroupPreview, Preview, TablePreview};
pub use skeleton::About;
pub(crate) use skeleton::files;
