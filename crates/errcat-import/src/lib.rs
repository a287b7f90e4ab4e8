#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod draft;
pub mod drift;
mod error;
mod import;
mod page;
mod reading;
mod write;

pub use draft::{Draft, DraftCode, DraftGroup, DraftText, Renamed};
pub use error::ImportError;
pub use import::{Import, Options};
pub use page::{Format, Origin, PageLink};
pub use reading::{
    BadColumnChoice, Column, ColumnChoice, ColumnPreview, Note, Status, TablePreview, Use,
};
pub use write::scaffold;
