//! JSON Schemas of the values that the catalog takes from `errcat`, for its derives.

use errcat::rt::MeaningRelation;
use errcat::rt::wire::EnvelopeKind;
use errcat::{Actor, GrpcCode, Outcome, Relation, Retry};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Returns the schema of a closed set of words.
pub(crate) fn words(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

pub(crate) fn http(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 100, "maximum": 599 })
}

pub(crate) fn grpc(_: &mut SchemaGenerator) -> Schema {
    words(GrpcCode::WORDS)
}

pub(crate) fn retry(_: &mut SchemaGenerator) -> Schema {
    let words = Retry::WORDS.join("|");
    json_schema!({ "type": "string", "pattern": format!("^({words}|later [0-9]+s)$") })
}

pub(crate) fn actor(_: &mut SchemaGenerator) -> Schema {
    words(Actor::WORDS)
}

pub(crate) fn outcome(_: &mut SchemaGenerator) -> Schema {
    words(Outcome::WORDS)
}

pub(crate) fn meaning_relation(_: &mut SchemaGenerator) -> Schema {
    words(MeaningRelation::WORDS)
}

pub(crate) fn envelope_kind(_: &mut SchemaGenerator) -> Schema {
    words(EnvelopeKind::WORDS)
}

/// The schema of an [`errcat::Relation`].
pub(crate) struct RelationWord;

impl JsonSchema for RelationWord {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Relation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        words(Relation::WORDS)
    }
}

/// The schema of [`errcat::Facts`], which flattens into the object that has them.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
pub(crate) struct Facts {
    /// Success, notification or failure.
    #[schemars(schema_with = "outcome")]
    outcome: (),
    /// The HTTP status to answer with.
    #[schemars(schema_with = "http")]
    http: (),
    /// The gRPC code to answer with.
    #[schemars(schema_with = "grpc")]
    grpc: (),
    /// Whether to send the request again.
    #[schemars(schema_with = "retry")]
    retry: (),
    /// Who has to act.
    #[schemars(schema_with = "actor")]
    actor: (),
}

/// Does not compile if a fact has no schema above.
const _: fn(errcat::Facts) -> Facts = |facts| {
    let errcat::Facts { outcome: _, http: _, grpc: _, retry: _, actor: _ } = facts;
    Facts { outcome: (), http: (), grpc: (), retry: (), actor: () }
};

/// Returns the schema of a reference that names its catalog.
pub(crate) fn reference() -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:." })
}
