#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod author;
mod catalog;
mod derived;
mod exchange;
mod findings;
mod text;

#[cfg(feature = "decode")]
pub use author::check;
pub use author::load;
#[doc(hidden)]
pub use catalog::names;
pub use catalog::{
    BodyFormat, ByAudience, Case, Catalog, CatalogSet, Code, CodeType, Condition, Envelope,
    Example, Found, Glossary, Group, Guidance, KnownStatus, Lifecycle, LifecycleStage, Link,
    Meaning, MeaningRelation, Message, Operation, Override, Param, ParamType, Piece, Reference,
    Reply, Roles, Slot, Source, Tell, Template, TemplateError, Wanted,
};
pub use derived::answers;
pub use derived::coverage;
#[cfg(feature = "decode")]
pub use derived::decode;
pub use derived::entries;
#[cfg(feature = "example")]
pub use derived::example;
pub use derived::translate;
#[doc(hidden)]
pub use derived::{profiles, replies, wire};
pub use exchange::artifact;
#[cfg(feature = "diff")]
pub use exchange::diff;
#[cfg(feature = "export")]
pub use exchange::export;
#[cfg(feature = "schema")]
pub use exchange::schema;
pub use findings::{BrokenLaw, Finding, Findings, Label, Law, render};
#[doc(hidden)]
pub use findings::{markdown, shorten};
pub use text::{FileId, LineColumn, Place, SourceFile, Sources, Span};
