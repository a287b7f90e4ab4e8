//! A case as scripts want it: texts alone, one meaning where there is one, guidance in one piece.

use std::borrow::Cow;

use errcat::rt::MeaningRelation;
use errcat::{Actor, GrpcCode, HttpStatus, Retry};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[cfg(feature = "schema")]
use crate::read::HttpNumber;
#[cfg(feature = "schema")]
use crate::schema::RetryText;
#[cfg(feature = "schema")]
use crate::span::Spanned as Word;
use crate::{Case, Guidance, Link, Message, Override, Param};

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CaseMembers::of(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        CaseMembers::deserialize(deserializer).map(CaseMembers::into_case)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Case {
    fn schema_name() -> Cow<'static, str> {
        "Case".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        CaseMembers::json_schema(generator)
    }
}

/// One way in which a code is issued.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CaseMembers<'a> {
    /// Such as `domain-restricted`; unique in the catalog.
    id: Cow<'a, str>,
    /// Its Rust name, such as `DomainRestricted`.
    name: Cow<'a, str>,
    /// Its earlier Rust names.
    #[serde(default)]
    aliases: Cow<'a, [String]>,
    /// The id of its source.
    source: Cow<'a, str>,
    /// The provider's texts, none where it sends none.
    #[serde(skip_deserializing)]
    messages: Vec<&'a str>,
    /// The texts again, each with the operations that send it.
    templates: Cow<'a, [Message]>,
    /// The parameters of the texts.
    params: Cow<'a, [Param]>,
    /// The operations that can answer with it; none means that any can.
    operations: Cow<'a, [String]>,
    /// The HTTP status to answer with.
    #[cfg_attr(feature = "schema", schemars(with = "Word<HttpNumber>"))]
    http: HttpStatus,
    /// The gRPC code to answer with.
    #[cfg_attr(feature = "schema", schemars(with = "Word<GrpcCode>"))]
    grpc: GrpcCode,
    /// Why the two are of different classes, where they are.
    status_why: Option<Cow<'a, str>>,
    /// Whether to send the request again.
    #[cfg_attr(feature = "schema", schemars(with = "RetryText"))]
    retry: Retry,
    /// Who must act.
    #[cfg_attr(feature = "schema", schemars(with = "Word<Actor>"))]
    actor: Actor,
    /// The first of `meanings`, of which only `covers` has several.
    #[serde(skip_deserializing)]
    meaning: Option<&'a str>,
    /// The meanings that it stands for.
    meanings: Cow<'a, [String]>,
    /// How faithfully it stands for them.
    #[cfg_attr(feature = "schema", schemars(with = "Word<MeaningRelation>"))]
    relation: MeaningRelation,
    /// Why, where that must be said.
    why: Option<Cow<'a, str>>,
    /// Whether translation to this catalog prefers it for its meaning.
    preferred: bool,
    /// Cause and action, as two paragraphs.
    #[serde(skip_deserializing)]
    guidance: Option<String>,
    /// What happened.
    cause: Option<Cow<'a, str>>,
    /// The next step, by whoever must act.
    action: Option<Cow<'a, str>>,
    /// Pages or addresses that the action names.
    links: Cow<'a, [Link]>,
    /// Translations by hand.
    overrides: Cow<'a, [Override]>,
}

impl<'a> CaseMembers<'a> {
    fn of(case: &'a Case) -> Self {
        let guidance = case.guidance.as_ref();
        Self {
            id: case.id.as_str().into(),
            name: case.name.as_str().into(),
            aliases: case.aliases.as_slice().into(),
            source: case.source.as_str().into(),
            messages: case.messages.iter().map(|message| message.text.as_str()).collect(),
            templates: case.messages.as_slice().into(),
            params: case.params.as_slice().into(),
            operations: case.operations.as_slice().into(),
            http: case.http,
            grpc: case.grpc,
            status_why: case.status_why.as_deref().map(Cow::Borrowed),
            retry: case.retry,
            actor: case.actor,
            meaning: case.meanings.first().map(String::as_str),
            meanings: case.meanings.as_slice().into(),
            relation: case.relation,
            why: case.why.as_deref().map(Cow::Borrowed),
            preferred: case.preferred,
            guidance: guidance.map(|guidance| format!("{}\n\n{}", guidance.cause, guidance.action)),
            cause: guidance.map(|guidance| guidance.cause.as_str().into()),
            action: guidance.map(|guidance| guidance.action.as_str().into()),
            links: guidance.map_or(&[][..], |guidance| guidance.links.as_slice()).into(),
            overrides: case.overrides.as_slice().into(),
        }
    }

    fn into_case(self) -> Case {
        let guidance = self.cause.zip(self.action).map(|(cause, action)| Guidance {
            cause: cause.into_owned(),
            action: action.into_owned(),
            links: self.links.into_owned(),
        });
        Case {
            id: self.id.into_owned(),
            name: self.name.into_owned(),
            aliases: self.aliases.into_owned(),
            source: self.source.into_owned(),
            messages: self.templates.into_owned(),
            params: self.params.into_owned(),
            operations: self.operations.into_owned(),
            meanings: self.meanings.into_owned(),
            relation: self.relation,
            why: self.why.map(Cow::into_owned),
            preferred: self.preferred,
            http: self.http,
            grpc: self.grpc,
            status_why: self.status_why.map(Cow::into_owned),
            retry: self.retry,
            actor: self.actor,
            guidance,
            overrides: self.overrides.into_owned(),
        }
    }
}
