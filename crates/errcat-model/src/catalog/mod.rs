//! Takes values that were checked; hands out the catalog, which answers by name, number and
//! reference.
//!
//! [`load`](crate::load) returns these types if every [`Law`](crate::Law) holds.

mod access;
#[cfg(feature = "tools")]
mod find;
pub mod names;
mod overrides;
mod pointer;
mod reference;
#[cfg(feature = "tools")]
pub(crate) mod schema;
mod template;
mod words;

use std::collections::BTreeMap;

pub use errcat::rt::wire::Format as BodyFormat;
use errcat::rt::wire::{Counts, EnvelopeKind};
use errcat::{Facts, GrpcCode, HttpStatus, Outcome, Retry};

#[cfg(feature = "tools")]
pub use find::Found;
pub use overrides::Override;
pub(crate) use pointer::{header_error, namespace_error, pointer_error, tokens};
pub use reference::Reference;
pub use template::{Piece, Template, TemplateError};
pub(crate) use words::Words;
#[cfg(feature = "tools")]
pub(crate) use words::words;
pub use words::{CodeType, LifecycleStage, MeaningRelation, ParamType};

/// All catalogs that were loaded together, and the hub that they share.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CatalogSet {
    /// The hub, sorted by id.
    pub meanings: Vec<Meaning>,
    /// The roles of the hub; a hub without failures has none.
    pub roles: Option<Roles>,
    /// The terms that guidance uses, each with a sentence or two that explain it.
    pub glossary: Glossary,
    /// The catalogs, sorted by id.
    pub catalogs: Vec<Catalog>,
}

/// A sentence for customers, by the primary tags of its languages, such as `en`.
pub type Tell = BTreeMap<String, String>;

/// Explanations by their terms, such as `NSSET`.
pub type Glossary = BTreeMap<String, String>;

/// Declares parts of a catalog that the export writes and reads as they are.
macro_rules! parts {
    ($($part:item)+) => {$(
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "tools", derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize))]
        #[non_exhaustive]
        $part
    )+};
}

parts! {
    /// A provider-neutral meaning.
    pub struct Meaning {
        /// Such as `domain.already-registered`.
        pub id: String,
        /// The id of the meaning that this one is a special case of.
        pub parent: Option<String>,
        /// One line that defines it.
        pub title: String,
        /// A sentence for customers, in English and maybe in other languages.
        #[cfg_attr(feature = "tools", serde(default))]
        pub tell: Tell,
        /// The words that people search for, in lower case; those of the meanings above it find it too.
        #[cfg_attr(feature = "tools", serde(default))]
        pub keywords: Vec<String>,
        /// The facts of everything that has this meaning.
        #[cfg_attr(feature = "tools", serde(flatten), schemars(with = "schema::Facts"))]
        pub facts: Facts,
    }

    /// The ids of the meanings of failures that no code of a catalog names.
    pub struct Roles {
        /// The meaning of a failure of somebody else that may pass.
        pub passing: String,
        /// The meaning of any other failure of somebody else.
        pub broken: String,
        /// The meaning of a request that was refused because of its fields.
        pub validation: String,
        /// The meaning of a failure whose code is unknown.
        pub unknown: String,
    }

    /// All codes that one provider can answer with.
    pub struct Catalog {
        /// Such as `wapi`.
        pub id: String,
        /// The name of its Rust module, such as `wapi`.
        pub module: String,
        /// The name of the provider's API.
        pub title: String,
        /// A description in a sentence or two.
        pub about: String,
        /// The domain that identifies its errors on the wire.
        pub domain: String,
        /// The address of its reference pages.
        pub docs: Option<String>,
        /// Whether codes are whole numbers or texts.
        pub code_type: CodeType,
        /// The id of the meaning of its failures for callers one level further out.
        #[cfg_attr(feature = "tools", serde(default))]
        pub failed_as: Option<String>,
        /// The id of the meaning of codes that are neither listed nor in a range.
        #[cfg_attr(feature = "tools", serde(default))]
        pub unknown: Option<String>,
        /// Whether the provider sends the HTTP status of a code with it.
        #[cfg_attr(feature = "tools", serde(default))]
        pub sends_http: bool,
        /// The documents that the catalog was made from.
        pub sources: Vec<Source>,
        /// The endpoints or commands that answer with the codes.
        pub operations: Vec<Operation>,
        /// The HTTP statuses that the provider defines.
        pub statuses: Vec<KnownStatus>,
        /// The forms in which a response carries a code.
        pub envelopes: Vec<Envelope>,
        /// The groups of codes, sorted by id.
        pub groups: Vec<Group>,
        /// The codes, sorted as numbers or as texts.
        pub codes: Vec<Code>,
        /// Responses, and what they are.
        #[cfg_attr(feature = "tools", serde(default))]
        pub examples: Vec<Example>,
    }

    /// A response of a provider.
    pub struct Example {
        /// The code, such as `3201`; code and case, such as `Invalid domain#domain-restricted`, if
        /// the code has several; or else the kind of response, such as `system`.
        pub is: String,
        /// The id of the envelope that it is an example of.
        pub envelope: Option<String>,
        /// Its HTTP status.
        #[cfg_attr(feature = "tools", schemars(with = "Option<schema::SchemaOf<HttpStatus>>"))]
        pub status: Option<HttpStatus>,
        /// Its headers, as far as they matter.
        pub headers: BTreeMap<String, String>,
        /// The operation that was called.
        pub operation: Option<String>,
        /// Its body, verbatim.
        pub body: String,
        /// Values of parameters, by their names.
        pub params: BTreeMap<String, String>,
        /// All errors of the body, if they are listed: each one's code, or code and case.
        #[cfg_attr(feature = "tools", serde(default))]
        pub errors: Vec<String>,
    }

    /// A document that lists codes.
    pub struct Source {
        /// The id that cases name.
        pub id: String,
        /// The title of the document.
        pub title: String,
        /// The address of the document.
        pub url: Option<String>,
    }

    /// An endpoint or command.
    pub struct Operation {
        /// The name, as the provider writes it.
        pub name: String,
        /// The API that it belongs to.
        pub api: Option<String>,
        /// The address of its reference page.
        pub url: Option<String>,
        /// The reason not to call it any more.
        pub deprecated: Option<String>,
        /// Whether carrying it out twice does no harm.
        #[cfg_attr(feature = "tools", serde(default))]
        pub idempotent: bool,
    }

    /// The definition of an HTTP status by a provider.
    pub struct KnownStatus {
        /// The status.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<HttpStatus>"))]
        pub http: HttpStatus,
        /// The provider's name for it.
        pub title: String,
        /// The meaning of the status at this provider.
        pub about: String,
        /// The code of a response with this status that carries no code itself.
        pub code: Option<String>,
    }

    /// One form of response.
    pub struct Envelope {
        /// Such as `response`.
        pub id: String,
        /// The format of the body.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<BodyFormat>"))]
        pub format: BodyFormat,
        /// The kind of failure that a body in this form reports.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<EnvelopeKind>"))]
        pub kind: EnvelopeKind,
        /// The outcome of a response in this form, whatever code it has.
        #[cfg_attr(feature = "tools", serde(default), schemars(with = "Option<schema::SchemaOf<Outcome>>"))]
        pub outcome: Option<Outcome>,
        /// Conditions that the body must meet.
        pub when: Vec<Condition>,
        /// The first and last of the HTTP statuses that the response must have; if empty, any.
        #[cfg_attr(feature = "tools", serde(default))]
        pub statuses: Vec<(u16, u16)>,
        /// A JSON Pointer to the list of errors; the slots are relative to each of them.
        pub each: Option<String>,
        /// The error that counts, of several in the list.
        #[cfg_attr(feature = "tools", serde(default), schemars(with = "schema::SchemaOf<Counts>"))]
        pub counts: Counts,
        /// The namespace of the root element of XML, if its name is not enough.
        #[cfg_attr(feature = "tools", serde(default))]
        pub namespace: Option<String>,
        /// The HTTP status of every response in this form, if it is always the same.
        #[cfg_attr(feature = "tools", serde(default), schemars(with = "Option<schema::SchemaOf<HttpStatus>>"))]
        pub http: Option<HttpStatus>,
        /// A description of this form.
        pub about: String,
        /// The places of each slot in the body.
        pub slots: Vec<Slot>,
        /// The places of parameters that are members of the body.
        #[cfg_attr(feature = "tools", serde(default))]
        pub params: Vec<Slot>,
        /// The headers of each slot.
        pub headers: Vec<Slot>,
    }

    /// Values of which a body must contain one.
    pub struct Condition {
        /// A JSON Pointer.
        pub path: String,
        /// The values at that path.
        pub any: Vec<Wanted>,
    }

    /// A value that a condition wants.
    #[cfg_attr(feature = "tools", serde(rename_all = "kebab-case"))]
    pub enum Wanted {
        /// This text, or a value that is written like it.
        Text(String),
        /// This number or boolean, or a text that says the same.
        Plain(String),
        /// Any value but `null`.
        Present,
        /// No value, or `null`.
        Absent,
    }

    /// The places of one piece of a response.
    pub struct Slot {
        /// Such as `code` or `message`.
        pub slot: String,
        /// JSON Pointers, or names of headers, tried in order.
        pub paths: Vec<String>,
        /// JSON Pointers from the root, for all errors of a list, tried after the others.
        #[cfg_attr(feature = "tools", serde(default))]
        pub shared: Vec<String>,
    }

    /// Codes that belong together.
    pub struct Group {
        /// The name of its file.
        pub id: String,
        /// The heading of the group at the provider.
        pub title: String,
        /// A description.
        pub about: String,
        /// The API that its codes belong to.
        pub api: Option<String>,
        /// The first and last number that belong to it, listed or not.
        pub range: Option<(u32, u32)>,
        /// The meaning that an unlisted number of the range is a kind of.
        pub kind_of: Option<String>,
    }

    /// An identifier on the wire.
    pub struct Code {
        /// Exactly as it is sent.
        pub code: String,
        /// Its Rust name, such as `DomainNotFound`.
        pub name: String,
        /// Its earlier Rust names.
        #[cfg_attr(feature = "tools", serde(default))]
        pub aliases: Vec<String>,
        /// The provider's own symbolic name.
        pub symbol: Option<String>,
        /// Success, notification or failure, which the facts of its cases repeat.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<Outcome>"))]
        pub outcome: Outcome,
        /// The id of its group.
        pub group: String,
        /// Deprecated or retired.
        pub lifecycle: Option<Lifecycle>,
        /// The ways in which it is issued: at least one.
        pub cases: Vec<Case>,
        /// Translations by hand of the code as a whole, if it has several cases.
        pub overrides: Vec<Override>,
    }

    /// A text of the provider.
    pub struct Message {
        /// The text, verbatim, with parameters as `<domainName>`.
        pub text: String,
        /// The operations that send exactly this text; if empty, those of the case.
        pub operations: Vec<String>,
    }

    /// A parameter of a message.
    pub struct Param {
        /// The name in the provider's text.
        pub name: String,
        /// The name of the Rust field.
        pub field: String,
        /// The kind of text that its values are.
        #[cfg_attr(feature = "tools", serde(rename = "type"))]
        pub kind: ParamType,
        /// A description.
        pub about: Option<String>,
        /// Other names of the parameter in other texts of the case.
        pub aliases: Vec<String>,
        /// Whether its values must not reach clients and logs.
        pub sensitive: bool,
    }

    /// A page or address.
    pub struct Link {
        /// A title of the page.
        pub title: String,
        /// The address.
        pub url: String,
    }

    /// Something for each audience that has clients in it.
    #[cfg_attr(feature = "tools", serde(rename_all = "kebab-case"))]
    pub struct ByAudience<T> {
        /// For a client of the service.
        pub client: T,
        /// For a client who also holds the account at the provider.
        pub account_owner: T,
    }

    /// The reply of a service.
    pub struct Reply {
        /// The HTTP status.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<HttpStatus>"))]
        pub http: HttpStatus,
        /// The gRPC code.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<GrpcCode>"))]
        pub grpc: GrpcCode,
        /// Whether to send the request again.
        #[cfg_attr(feature = "tools", schemars(with = "schema::SchemaOf<Retry>"))]
        pub retry: Retry,
        /// The id of its meaning.
        pub meaning: String,
    }

    /// The end of a code's life.
    pub struct Lifecycle {
        /// Deprecated or retired.
        pub stage: LifecycleStage,
        /// A date or version.
        pub since: String,
        /// The reference of the code or case that replaces it, with its catalog.
        pub replaced_by: Option<String>,
        /// Further information.
        pub note: Option<String>,
    }
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
    /// The texts of the provider, which may be none.
    pub messages: Vec<Message>,
    /// The parameters of the texts.
    pub params: Vec<Param>,
    /// The operations that can answer with it; if empty, any can.
    pub operations: Vec<String>,
    /// Its meanings: one, or several for [`MeaningRelation::Covers`].
    pub meanings: Vec<String>,
    /// The relation of the case to its meanings.
    pub relation: MeaningRelation,
    /// The reason for the relation, if it needs one.
    pub why: Option<String>,
    /// Whether translations to this catalog prefer it for its meaning.
    pub preferred: bool,
    /// The statuses, the advice and the actor.
    pub facts: Facts,
    /// The reason for facts that need one, such as an actor that is not that of the meaning.
    pub facts_why: Option<String>,
    /// The cause and the action; every failure has them.
    pub guidance: Option<Guidance>,
    /// A sentence for customers: its own, or else that of its meaning, or if that asks them to do what
    /// only others can do, that of the reply.
    pub tell: Tell,
    /// Translations by hand.
    pub overrides: Vec<Override>,
    /// The replies of a service to it. Only an export has them, and JSON on the command line: they
    /// follow from the rest.
    pub reply: Option<ByAudience<Reply>>,
}

/// Cause and action, for the engineer or operator who has to act.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guidance {
    /// The cause.
    pub cause: String,
    /// The next step of the engineer or operator who has to act.
    pub action: String,
    /// Pages or addresses that the action names.
    pub links: Vec<Link>,
}
