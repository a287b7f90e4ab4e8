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
pub(crate) struct Facts;

impl JsonSchema for Facts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Facts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        facts(&["outcome", "http", "grpc", "retry", "actor"])
    }
}

/// The schema of the facts of a case, whose code has the outcome.
pub(crate) struct CaseFacts;

impl JsonSchema for CaseFacts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CaseFacts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        facts(&["http", "grpc", "retry", "actor"])
    }
}

fn facts(required: &[&str]) -> Schema {
    let retry = Retry::WORDS.join("|");
    let mut properties = serde_json::json!({
        "outcome": {
            "description": "Success, notification or failure.",
            "type": "string",
            "enum": Outcome::WORDS,
        },
        "http": {
            "description": "The HTTP status to answer with.",
            "type": "integer",
            "minimum": 100,
            "maximum": 599,
        },
        "grpc": {
            "description": "The gRPC code to answer with.",
            "type": "string",
            "enum": GrpcCode::WORDS,
        },
        "retry": {
            "description": "Whether to send the request again.",
            "type": "string",
            "pattern": format!("^({retry}|later [0-9]+s)$"),
        },
        "actor": {
            "description": "Who has to act.",
            "type": "string",
            "enum": Actor::WORDS,
        },
    });
    if let Some(properties) = properties.as_object_mut() {
        properties.retain(|key, _| required.contains(&key.as_str()));
    }
    json_schema!({ "type": "object", "properties": properties, "required": required })
}

/// Returns the schema of a reference that names its catalog.
pub(crate) fn reference() -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:." })
}
