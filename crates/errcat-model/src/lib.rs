#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod author;
mod catalog;
mod derived;
mod exchange;
mod findings;
mod text;

pub use author::load;
#[doc(hidden)]
pub use catalog::names;
pub use catalog::{
    BodyFormat, ByAudience, Case, Catalog, CatalogSet, Code, CodeType, Condition, Envelope,
    Example, Glossary, Group, Guidance, KnownStatus, Lifecycle, LifecycleStage, Link, Meaning,
    MeaningRelation, Message, Operation, Override, Param, ParamType, Piece, Reference, Reply,
    Roles, Slot, Source, Tell, Template, TemplateError, Wanted,
};
pub use derived::translate;
#[doc(hidden)]
pub use derived::{profiles, replies, wire};
pub use exchange::artifact;
pub use findings::{BrokenLaw, Finding, Findings, Label, Law, render};
#[doc(hidden)]
pub use findings::{markdown, shorten};
pub use text::{FileId, LineColumn, Place, SourceFile, Sources, Span};

#[cfg(feature = "tools")]
pub use {
    author::check,
    catalog::Found,
    derived::{answers, coverage, decode, entries, example},
    exchange::{diff, export, schema},
};
