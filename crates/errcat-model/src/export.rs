//! The machine-readable catalog: what `errcat export` prints.
//!
//! The members are those of [`crate::Catalog`] and what it holds, under the same names; only a
//! case says a few things in a second way, for scripts. Members are only ever added within one
//! [`VERSION`].

use errcat::{Actor, ConceptRelation, GrpcCode, HttpStatus, Retry};
use serde::{Serialize, Serializer};

use crate::translate::{Entry, Translator};
use crate::{Case, Catalog, CatalogSet, Concept, Link, Message, Override, Param};

/// The version of the format. It changes when a member is removed or means something else.
pub const VERSION: u32 = 1;

/// All catalogs and the hub.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Export<'a> {
    /// [`VERSION`].
    pub version: u32,
    /// The catalogs, sorted by id.
    pub catalogs: &'a [Catalog],
    /// The hub, sorted by id.
    pub concepts: &'a [Concept],
    /// What every code and case is in every other catalog.
    pub translations: Vec<Entry<'a>>,
}

impl<'a> Export<'a> {
    /// Everything in the set.
    pub fn of(set: &'a CatalogSet) -> Self {
        let mut translations = Vec::new();
        for table in Translator::of(set).tables() {
            translations.extend(table.entries());
        }
        Self { version: VERSION, catalogs: &set.catalogs, concepts: &set.concepts, translations }
    }
}

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CaseMembers::of(self).serialize(serializer)
    }
}

/// A case as scripts want it: texts alone, one concept where there is one, guidance in one piece.
#[derive(Serialize)]
struct CaseMembers<'a> {
    id: &'a str,
    name: &'a str,
    aliases: &'a [String],
    source: &'a str,
    messages: Vec<&'a str>,
    /// The texts again, each with the operations that send it.
    templates: &'a [Message],
    params: &'a [Param],
    operations: &'a [String],
    http: HttpStatus,
    grpc: GrpcCode,
    status_why: Option<&'a str>,
    retry: Retry,
    actor: Actor,
    /// The first of `concepts`, of which only `covers` has several.
    concept: Option<&'a str>,
    concepts: &'a [String],
    relation: ConceptRelation,
    why: Option<&'a str>,
    preferred: bool,
    /// Cause and action, as two paragraphs.
    guidance: Option<String>,
    cause: Option<&'a str>,
    action: Option<&'a str>,
    links: &'a [Link],
    overrides: &'a [Override],
}

impl<'a> CaseMembers<'a> {
    fn of(case: &'a Case) -> Self {
        let guidance = case.guidance.as_ref();
        Self {
            id: &case.id,
            name: &case.name,
            aliases: &case.aliases,
            source: &case.source,
            messages: case.messages.iter().map(|message| message.text.as_str()).collect(),
            templates: &case.messages,
            params: &case.params,
            operations: &case.operations,
            http: case.http,
            grpc: case.grpc,
            status_why: case.status_why.as_deref(),
            retry: case.retry,
            actor: case.actor,
            concept: case.concepts.first().map(String::as_str),
            concepts: &case.concepts,
            relation: case.relation,
            why: case.why.as_deref(),
            preferred: case.preferred,
            guidance: guidance.map(|guidance| format!("{}\n\n{}", guidance.cause, guidance.action)),
            cause: guidance.map(|guidance| guidance.cause.as_str()),
            action: guidance.map(|guidance| guidance.action.as_str()),
            links: guidance.map_or(&[], |guidance| guidance.links.as_slice()),
            overrides: &case.overrides,
        }
    }
}
