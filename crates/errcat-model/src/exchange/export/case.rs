//! Cases for scripts: plain texts, the first meaning, and guidance in one piece.

use std::borrow::Cow;

use errcat::Facts;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::catalog::schema;
use crate::{
    ByAudience, Case, Guidance, Link, MeaningRelation, Message, Override, Param, Reply, Tell,
};

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CaseMembers::new(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        CaseMembers::deserialize(deserializer).map(CaseMembers::into_case)
    }
}

impl schemars::JsonSchema for Case {
    fn schema_name() -> Cow<'static, str> {
        "Case".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        CaseMembers::json_schema(generator)
    }
}

/// One way in which a code is issued.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
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
    /// The texts of the provider, which may be none.
    #[serde(skip_deserializing)]
    messages: Vec<&'a str>,
    /// The texts again, each with the operations that send it.
    templates: Cow<'a, [Message]>,
    /// The parameters of the texts.
    params: Cow<'a, [Param]>,
    /// The operations that can answer with it; if empty, any can.
    operations: Cow<'a, [String]>,
    /// How to answer and who has to act.
    #[serde(flatten)]
    #[schemars(with = "schema::Facts")]
    facts: Facts,
    /// The reason for facts that need one, such as an actor that is not that of the meaning.
    facts_why: Option<Cow<'a, str>>,
    /// The first of `meanings`; only `covers` has several.
    #[serde(skip_deserializing)]
    meaning: Option<&'a str>,
    /// Its meanings.
    meanings: Cow<'a, [String]>,
    /// The relation of the case to its meanings.
    relation: MeaningRelation,
    /// The reason for the relation, if it needs one.
    why: Option<Cow<'a, str>>,
    /// Whether translations to this catalog prefer it for its meaning.
    preferred: bool,
    /// Cause and action, as two paragraphs.
    #[serde(skip_deserializing)]
    guidance: Option<String>,
    /// The cause.
    cause: Option<Cow<'a, str>>,
    /// The next step of the engineer or operator who has to act.
    action: Option<Cow<'a, str>>,
    /// Pages or addresses that the action names.
    links: Cow<'a, [Link]>,
    /// A sentence for customers who can act on it: its own, or else that of its meaning.
    #[serde(default)]
    tell: Cow<'a, Tell>,
    /// Translations by hand.
    overrides: Cow<'a, [Override]>,
    /// The replies of a service to it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    reply: Option<Cow<'a, ByAudience<Reply>>>,
}

impl<'a> CaseMembers<'a> {
    fn new(case: &'a Case) -> Self {
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
            facts: case.facts,
            facts_why: case.facts_why.as_deref().map(Cow::Borrowed),
            meaning: case.meanings.first().map(String::as_str),
            meanings: case.meanings.as_slice().into(),
            relation: case.relation,
            why: case.why.as_deref().map(Cow::Borrowed),
            preferred: case.preferred,
            guidance: guidance.map(|guidance| format!("{}\n\n{}", guidance.cause, guidance.action)),
            cause: guidance.map(|guidance| guidance.cause.as_str().into()),
            action: guidance.map(|guidance| guidance.action.as_str().into()),
            links: guidance.map_or(&[][..], |guidance| guidance.links.as_slice()).into(),
            tell: Cow::Borrowed(&case.tell),
            overrides: case.overrides.as_slice().into(),
            reply: case.reply.as_ref().map(Cow::Borrowed),
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
            facts: self.facts,
            facts_why: self.facts_why.map(Cow::into_owned),
            guidance,
            tell: self.tell.into_owned(),
            overrides: self.overrides.into_owned(),
            reply: None,
        }
    }
}
