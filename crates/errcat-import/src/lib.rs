#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod draft;
pub mod drift;
mod error;
mod import;
mod page;
mod reading;
mod write;

pub use draft::Renamed;
pub use error::ImportError;
pub use import::{Import, Options};
pub use page::{Format, Origin};
pub use reading::{BadColumnChoice, Column, ColumnChoice, Note, Use};
pub use write::{
    About, CodePreview, ColumnPreview, FilePreview, GroupPreview, Preview, TablePreview, scaffold,
};
