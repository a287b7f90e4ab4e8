#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod artifact;
mod catalog;
mod check;
#[cfg(feature = "decode")]
pub mod decode;
#[cfg(feature = "diff")]
pub mod diff;
mod disk;
#[cfg(feature = "example")]
pub mod example;
#[cfg(feature = "export")]
pub mod export;
mod finding;
#[doc(hidden)]
pub mod joint;
mod law;
mod lines;
mod load;
mod lookup;
mod lower;
#[doc(hidden)]
pub mod markdown;
#[doc(hidden)]
pub mod names;
mod read;
pub mod render;
#[cfg(feature = "schema")]
pub mod schema;
mod source;
mod span;
mod suggest;
mod template;
pub mod translate;
#[doc(hidden)]
pub mod wire;
mod written;
mod yaml;

pub use catalog::{
    Case, Catalog, CatalogSet, Code, CodeType, Condition, Envelope, EnvelopeFormat, FullReference,
    Group, Guidance, KnownStatus, Lifecycle, LifecycleStage, Link, Meaning, Message, Operation,
    Override, Param, ParamType, Slot, Source,
};
pub use finding::{Finding, Findings, Label};
pub use law::Law;
pub use load::load;
pub use lookup::{Found, Reference};
pub use source::{SourceFile, Sources};
pub use span::{FileId, LineColumn, Place, Span};
pub use template::{Piece, Template, TemplateError};
