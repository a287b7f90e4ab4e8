//! The checked catalogs: everything decided, nothing to look up elsewhere.
//!
//! Values of these types come from [`crate::load`] only, which hands them out
//! when every [`crate::Law`] holds.

mod access;
mod overrides;
mod words;

use errcat::rt::MeaningRelation;
use errcat::rt::wire::EnvelopeKind;
use errcat::{Actor, GrpcCode, HttpStatus, Outcome, Retry};

#[cfg(feature = "schema")]
use crate::read::HttpNumber;
#[cfg(feature = "schema")]
use crate::schema::RetryText;
#[cfg(feature = "schema")]
use crate::span::Spanned as Word;

pub use overrides::{FullReference, Override};
pub use words::{CodeType, EnvelopeFormat, ParamType};

/// All catalogs that were read together, and the hub that they share.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CatalogSet {
    /// The hub, sorted by id.
    pub meanings: Vec<Meaning>,
    /// The catalogs, sorted by id.
    pub catalogs: Vec<Catalog>,
}

/// A provider-neutral meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Meaning {
    /// Such as `domain.already-registered`.
    pub id: String,
    /// The meaning that this one is a special case of.
    pub parent: Option<String>,
    /// One line that defines it.
    pub title: String,
    /// The outcome of its branch.
    #[cfg_attr(feature = "schema", schemars(with = "Word<Outcome>"))]
    pub outcome: Outcome,
    /// The HTTP status that stands for it.
    #[cfg_attr(feature = "schema", schemars(with = "Word<HttpNumber>"))]
    pub http: HttpStatus,
    /// The gRPC code that stands for it.
    #[cfg_attr(feature = "schema", schemars(with = "Word<GrpcCode>"))]
    pub grpc: GrpcCode,
    /// Whether to send the request again.
    #[cfg_attr(feature = "schema", schemars(with = "RetryText"))]
    pub retry: Retry,
    /// Who must act.
    #[cfg_attr(feature = "schema", schemars(with = "Word<Actor>"))]
    pub actor: Actor,
}

/// Everything that one provider can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Catalog {
    /// Such as `wapi`.
    pub id: String,
    /// The name of its Rust module, such as `wapi`.
    pub module: String,
    /// The name of the provider's API.
    pub title: String,
    /// What it is, in a sentence or two.
    pub about: String,
    /// The domain that identifies its errors on the wire.
    pub domain: String,
    /// The address of its reference pages.
    pub docs: Option<String>,
    /// Whether codes are whole numbers or texts.
    pub code_type: CodeType,
    /// The documents that the catalog was made from.
    pub sources: Vec<Source>,
    /// The endpoints or commands that answer with the codes.
    pub operations: Vec<Operation>,
    /// What the provider means by an HTTP status.
    pub statuses: Vec<KnownStatus>,
    /// How a response carries a code.
    pub envelopes: Vec<Envelope>,
    /// The groups of codes, sorted by id.
    pub groups: Vec<Group>,
    /// The codes; numbers in their order, texts in theirs.
    pub codes: Vec<Code>,
}

/// A document that codes were taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// The id that cases name.
    pub id: String,
    /// The title of the document.
    pub title: String,
    /// Where it is.
    pub url: Option<String>,
}

/// An endpoint or command.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Operation {
    /// The name, as the provider writes it.
    pub name: String,
    /// The API that it belongs to.
    pub api: Option<String>,
    /// Its reference page.
    pub url: Option<String>,
    /// Why it should no longer be called.
    pub deprecated: Option<String>,
}

/// What a provider means by an HTTP status.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KnownStatus {
    /// The status.
    #[cfg_attr(feature = "schema", schemars(with = "Word<HttpNumber>"))]
    pub http: HttpStatus,
    /// The provider's name for it.
    pub title: String,
    /// What it says.
    pub about: String,
    /// The code that a response without a code of its own stands for.
    pub code: Option<String>,
}

/// One form of response.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Envelope {
    /// Such as `response`.
    pub id: String,
    /// The format of the body.
    pub format: EnvelopeFormat,
    /// What a body of this form is.
    #[cfg_attr(feature = "schema", schemars(with = "Word<EnvelopeKind>"))]
    pub kind: EnvelopeKind,
    /// What else must stand in the body.
    pub when: Vec<Condition>,
    /// Where the list of errors is that the slots are looked for in.
    pub each: Option<String>,
    /// What this form is.
    pub about: String,
    /// Where in the body each slot is.
    pub slots: Vec<Slot>,
    /// Where among the headers a slot is.
    pub headers: Vec<Slot>,
}

/// What must stand in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Condition {
    /// A JSON Pointer.
    pub path: String,
    /// The text there.
    pub equals: String,
}

/// Where to find one piece of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Slot {
    /// Such as `code` or `message`.
    pub slot: String,
    /// JSON Pointers, or names of headers, tried in order.
    pub paths: Vec<String>,
}

/// Codes that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Group {
    /// The name of its file.
    pub id: String,
    /// Its heading at the provider.
    pub title: String,
    /// What it is.
    pub about: String,
    /// The API that its codes belong to.
    pub api: Option<String>,
    /// The first and last number that belong to it, listed or not.
    pub range: Option<(u32, u32)>,
    /// The meaning that an unlisted number of the range is a kind of.
    pub kind_of: Option<String>,
}

/// An identifier on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Code {
    /// Exactly as it is sent.
    pub code: String,
    /// Its Rust name, such as `DomainNotFound`.
    pub name: String,
    /// Its earlier Rust names.
    #[cfg_attr(feature = "export", serde(default))]
    pub aliases: Vec<String>,
    /// The provider's own symbolic name.
    pub symbol: Option<String>,
    /// What it says about the request.
    #[cfg_attr(feature = "schema", schemars(with = "Word<Outcome>"))]
    pub outcome: Outcome,
    /// The id of its group.
    pub group: String,
    /// Deprecated or retired.
    pub lifecycle: Option<Lifecycle>,
    /// The ways in which it is issued, one at least.
    pub cases: Vec<Case>,
    /// Translations by hand of the code as a whole, where it has several cases.
    pub overrides: Vec<Override>,
}

/// One way in which a code is issued.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Case {
    /// Such as `domain-restricted`; unique in the catalog.
    pub id: String,
    /// Its Rust name, such as `DomainRestricted`.
    pub name: String,
    /// Its earlier Rust names.
    pub aliases: Vec<String>,
    /// The id of its source.
    pub source: String,
    /// The provider's texts, none where it sends none.
    pub messages: Vec<Message>,
    /// The parameters of the texts.
    pub params: Vec<Param>,
    /// The operations that can answer with it; none means that any can.
    pub operations: Vec<String>,
    /// The meanings that it stands for: one, or several for [`MeaningRelation::Covers`].
    pub meanings: Vec<String>,
    /// How faithfully it stands for them.
    pub relation: MeaningRelation,
    /// Why, where that must be said.
    pub why: Option<String>,
    /// Whether translation to this catalog prefers it for its meaning.
    pub preferred: bool,
    /// The HTTP status to answer with.
    pub http: HttpStatus,
    /// The gRPC code to answer with.
    pub grpc: GrpcCode,
    /// Why the two are of different classes, where they are.
    pub status_why: Option<String>,
    /// Whether to send the request again.
    pub retry: Retry,
    /// Who must act.
    pub actor: Actor,
    /// What happened and what to do; always there for a failure.
    pub guidance: Option<Guidance>,
    /// Translations by hand.
    pub overrides: Vec<Override>,
}

/// A text of the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Message {
    /// The text, verbatim, with parameters as `<domainName>`.
    pub text: String,
    /// The operations that send this very text; none means those of the case.
    pub operations: Vec<String>,
}

/// A parameter of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Param {
    /// The name in the provider's text.
    pub name: String,
    /// The name of the Rust field.
    pub field: String,
    /// What kind of text its values are.
    #[cfg_attr(feature = "export", serde(rename = "type"))]
    pub kind: ParamType,
    /// What it is.
    pub about: Option<String>,
    /// Other names of the same parameter in other texts of the case.
    pub aliases: Vec<String>,
    /// Whether its values must not reach clients and logs.
    pub sensitive: bool,
}

/// What a support engineer would say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guidance {
    /// What happened.
    pub cause: String,
    /// The next step, by whoever must act.
    pub action: String,
    /// Pages or addresses that the action names.
    pub links: Vec<Link>,
}

/// A page or address.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Link {
    /// What is there.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// The end of a code's life.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Lifecycle {
    /// How far it has come.
    pub stage: LifecycleStage,
    /// A date or version.
    pub since: String,
    /// The reference of the code or case to use or expect in its place, with its catalog.
    pub replaced_by: Option<String>,
    /// What else there is to know.
    pub note: Option<String>,
}

/// How far the end of a code's life has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "export", serde(rename_all = "kebab-case"))]
pub enum LifecycleStage {
    /// Still sent, not to be relied on.
    Deprecated,
    /// No longer sent, never reused, still explained.
    Retired,
}
