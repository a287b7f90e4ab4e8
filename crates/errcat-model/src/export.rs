//! The machine-readable catalog: what `errcat export` prints.
//!
//! Members are only ever added within one [`VERSION`].

use serde::Serialize;

use crate::catalog::{self, CatalogSet, LifecycleStage};

/// The version of the format. It changes when a member is removed or means something else.
pub const VERSION: u32 = 1;

/// All catalogs and the hub.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Export<'a> {
    /// [`VERSION`].
    pub version: u32,
    /// The catalogs, sorted by id.
    pub catalogs: Vec<Catalog<'a>>,
    /// The hub, sorted by id.
    pub concepts: Vec<Concept<'a>>,
}

/// A concept and what it hands down.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Concept, as JSON")]
#[non_exhaustive]
pub struct Concept<'a> {
    pub id: &'a str,
    pub parent: Option<&'a str>,
    pub title: &'a str,
    pub outcome: &'static str,
    pub http: u16,
    pub grpc: &'static str,
    pub retry: String,
    pub actor: &'static str,
}

/// A catalog.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Catalog, as JSON")]
#[non_exhaustive]
pub struct Catalog<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub about: &'a str,
    pub domain: &'a str,
    pub code_type: &'static str,
    pub sources: Vec<Source<'a>>,
    pub operations: Vec<Operation<'a>>,
    pub statuses: Vec<Status<'a>>,
    pub envelopes: Vec<Envelope<'a>>,
    pub groups: Vec<Group<'a>>,
    pub codes: Vec<Code<'a>>,
}

/// A source document.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Source, as JSON")]
#[non_exhaustive]
pub struct Source<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub url: Option<&'a str>,
}

/// An endpoint or command.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Operation, as JSON")]
#[non_exhaustive]
pub struct Operation<'a> {
    pub name: &'a str,
    pub api: Option<&'a str>,
    pub url: Option<&'a str>,
    pub deprecated: Option<&'a str>,
}

/// What the provider means by an HTTP status.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::StatusMeaning, as JSON")]
#[non_exhaustive]
pub struct Status<'a> {
    pub http: u16,
    pub title: &'a str,
    pub about: &'a str,
    pub code: Option<&'a str>,
}

/// A form of response.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Envelope, as JSON")]
#[non_exhaustive]
pub struct Envelope<'a> {
    pub id: &'a str,
    pub format: &'static str,
    pub about: &'a str,
    pub slots: Vec<Paths<'a>>,
    pub headers: Vec<Paths<'a>>,
}

/// Where the value of a slot is, in the order of trying.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "a slot and its paths")]
#[non_exhaustive]
pub struct Paths<'a> {
    pub slot: &'a str,
    pub paths: &'a [String],
}

/// A group of codes.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Group, as JSON")]
#[non_exhaustive]
pub struct Group<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub about: &'a str,
    pub api: Option<&'a str>,
    pub range: Option<(u32, u32)>,
    pub kind_of: Option<&'a str>,
}

/// A code.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Code, as JSON")]
#[non_exhaustive]
pub struct Code<'a> {
    pub code: &'a str,
    pub name: &'a str,
    pub symbol: Option<&'a str>,
    pub outcome: &'static str,
    pub group: &'a str,
    pub lifecycle: Option<Lifecycle<'a>>,
    pub cases: Vec<Case<'a>>,
}

/// The end of a code's life.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Lifecycle, as JSON")]
#[non_exhaustive]
pub struct Lifecycle<'a> {
    pub stage: &'static str,
    pub since: &'a str,
    pub replaced_by: Option<&'a str>,
    pub note: Option<&'a str>,
}

/// A case. `concept` is the first of `concepts`, of which only `covers` has several.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Case, as JSON")]
#[non_exhaustive]
pub struct Case<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub source: &'a str,
    pub apis: Vec<&'a str>,
    pub messages: Vec<&'a str>,
    /// The texts again, each with the operations that send it.
    pub templates: Vec<Template<'a>>,
    pub params: Vec<Param<'a>>,
    pub operations: &'a [String],
    pub http: u16,
    pub grpc: &'static str,
    pub status_why: Option<&'a str>,
    pub retry: String,
    pub actor: &'static str,
    pub concept: Option<&'a str>,
    pub concepts: &'a [String],
    pub relation: &'static str,
    pub why: Option<&'a str>,
    pub preferred: bool,
    /// Cause and action, as two paragraphs.
    pub guidance: Option<String>,
    pub cause: Option<&'a str>,
    pub action: Option<&'a str>,
    pub links: Vec<Link<'a>>,
}

/// A text of the provider.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Message, as JSON")]
#[non_exhaustive]
pub struct Template<'a> {
    pub text: &'a str,
    pub operations: &'a [String],
}

/// A parameter.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Param, as JSON")]
#[non_exhaustive]
pub struct Param<'a> {
    pub name: &'a str,
    pub field: &'a str,
    pub r#type: &'static str,
    pub about: Option<&'a str>,
    pub aliases: &'a [String],
    pub sensitive: bool,
}

/// A page or address.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the members of catalog::Link, as JSON")]
#[non_exhaustive]
pub struct Link<'a> {
    pub title: &'a str,
    pub url: &'a str,
}

impl<'a> Export<'a> {
    /// Everything in the set.
    pub fn of(set: &'a CatalogSet) -> Self {
        Self {
            version: VERSION,
            catalogs: set.catalogs.iter().map(Catalog::of).collect(),
            concepts: set.concepts.iter().map(Concept::of).collect(),
        }
    }
}

impl<'a> Concept<'a> {
    /// A concept by itself.
    pub fn of(concept: &'a catalog::Concept) -> Self {
        Self {
            id: &concept.id,
            parent: concept.parent.as_deref(),
            title: &concept.title,
            outcome: concept.outcome.as_str(),
            http: concept.http.get(),
            grpc: concept.grpc.as_str(),
            retry: concept.retry.to_string(),
            actor: concept.actor.as_str(),
        }
    }
}

impl<'a> Catalog<'a> {
    fn of(catalog: &'a catalog::Catalog) -> Self {
        Self {
            id: &catalog.id,
            title: &catalog.title,
            about: &catalog.about,
            domain: &catalog.domain,
            code_type: catalog.code_type.as_str(),
            sources: catalog.sources.iter().map(Source::of).collect(),
            operations: catalog.operations.iter().map(Operation::of).collect(),
            statuses: catalog.statuses.iter().map(Status::of).collect(),
            envelopes: catalog.envelopes.iter().map(Envelope::of).collect(),
            groups: catalog.groups.iter().map(Group::of).collect(),
            codes: catalog.codes.iter().map(|code| Code::of(catalog, code)).collect(),
        }
    }
}

impl<'a> Source<'a> {
    fn of(source: &'a catalog::Source) -> Self {
        Self { id: &source.id, title: &source.title, url: source.url.as_deref() }
    }
}

impl<'a> Operation<'a> {
    fn of(operation: &'a catalog::Operation) -> Self {
        Self {
            name: &operation.name,
            api: operation.api.as_deref(),
            url: operation.url.as_deref(),
            deprecated: operation.deprecated.as_deref(),
        }
    }
}

impl<'a> Status<'a> {
    fn of(status: &'a catalog::StatusMeaning) -> Self {
        Self {
            http: status.http.get(),
            title: &status.title,
            about: &status.about,
            code: status.code.as_deref(),
        }
    }
}

impl<'a> Envelope<'a> {
    fn of(envelope: &'a catalog::Envelope) -> Self {
        Self {
            id: &envelope.id,
            format: envelope.format.as_str(),
            about: &envelope.about,
            slots: envelope.slots.iter().map(Paths::of).collect(),
            headers: envelope.headers.iter().map(Paths::of).collect(),
        }
    }
}

impl<'a> Paths<'a> {
    fn of((slot, paths): &'a (String, Vec<String>)) -> Self {
        Self { slot, paths }
    }
}

impl<'a> Group<'a> {
    fn of(group: &'a catalog::Group) -> Self {
        Self {
            id: &group.id,
            title: &group.title,
            about: &group.about,
            api: group.api.as_deref(),
            range: group.range,
            kind_of: group.kind_of.as_deref(),
        }
    }
}

impl<'a> Code<'a> {
    /// A code by itself.
    pub fn of(catalog: &'a catalog::Catalog, code: &'a catalog::Code) -> Self {
        Self {
            code: &code.code,
            name: &code.name,
            symbol: code.symbol.as_deref(),
            outcome: code.outcome.as_str(),
            group: &code.group,
            lifecycle: code.lifecycle.as_ref().map(Lifecycle::of),
            cases: code.cases.iter().map(|case| Case::of(catalog, code, case)).collect(),
        }
    }
}

impl<'a> Lifecycle<'a> {
    fn of(lifecycle: &'a catalog::Lifecycle) -> Self {
        Self {
            stage: match lifecycle.stage {
                LifecycleStage::Deprecated => "deprecated",
                LifecycleStage::Retired => "retired",
            },
            since: &lifecycle.since,
            replaced_by: lifecycle.replaced_by.as_deref(),
            note: lifecycle.note.as_deref(),
        }
    }
}

impl<'a> Case<'a> {
    fn of(catalog: &'a catalog::Catalog, code: &'a catalog::Code, case: &'a catalog::Case) -> Self {
        let guidance = case.guidance.as_ref();
        Self {
            id: &case.id,
            name: &case.name,
            source: &case.source,
            apis: catalog.apis(code, case),
            messages: case.messages.iter().map(|message| message.text.as_str()).collect(),
            templates: case.messages.iter().map(Template::of).collect(),
            params: case.params.iter().map(Param::of).collect(),
            operations: &case.operations,
            http: case.http.get(),
            grpc: case.grpc.as_str(),
            status_why: case.status_why.as_deref(),
            retry: case.retry.to_string(),
            actor: case.actor.as_str(),
            concept: case.concepts.first().map(String::as_str),
            concepts: &case.concepts,
            relation: case.relation.as_str(),
            why: case.why.as_deref(),
            preferred: case.preferred,
            guidance: guidance.map(|guidance| format!("{}\n\n{}", guidance.cause, guidance.action)),
            cause: guidance.map(|guidance| guidance.cause.as_str()),
            action: guidance.map(|guidance| guidance.action.as_str()),
            links: guidance
                .map_or(Vec::new(), |guidance| guidance.links.iter().map(Link::of).collect()),
        }
    }
}

impl<'a> Template<'a> {
    fn of(message: &'a catalog::Message) -> Self {
        Self { text: &message.text, operations: &message.operations }
    }
}

impl<'a> Param<'a> {
    fn of(param: &'a catalog::Param) -> Self {
        Self {
            name: &param.name,
            field: &param.field,
            r#type: param.kind.as_str(),
            about: param.about.as_deref(),
            aliases: &param.aliases,
            sensitive: param.sensitive,
        }
    }
}

impl<'a> Link<'a> {
    fn of(link: &'a catalog::Link) -> Self {
        Self { title: &link.title, url: &link.url }
    }
}
