//! JSON Schemas of single values of the catalog, for its derives.

use std::borrow::Cow;

use errcat::rt::wire::EnvelopeKind;
use errcat::{Actor, GrpcCode, Outcome, Relation, Retry};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{CodeType, EnvelopeFormat, LifecycleStage, MeaningRelation, ParamType};

/// Returns the schema of a closed set of words.
pub(crate) fn words(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

/// Gives types a schema that is written where they are used.
macro_rules! inline {
    ($($type:ident: $schema:expr,)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

inline! {
    CodeType: words(Self::WORDS),
    EnvelopeFormat: words(Self::WORDS),
    LifecycleStage: words(Self::WORDS),
    MeaningRelation: words(Self::WORDS),
    ParamType: words(Self::WORDS),
    ReferenceWord: json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:." }),
    HttpWord: json_schema!({ "type": "integer", "minimum": 100, "maximum": 599 }),
    RetryWord: retry(),
    ActorWord: words(Actor::WORDS),
    EnvelopeKindWord: words(EnvelopeKind::WORDS),
    GrpcWord: words(GrpcCode::WORDS),
    OutcomeWord: words(Outcome::WORDS),
    RelationWord: words(Relation::WORDS),
}

pub(crate) struct ReferenceWord;
// The schemas of types of `errcat`.
pub(crate) struct HttpWord;
pub(crate) struct RetryWord;
pub(crate) struct ActorWord;
pub(crate) struct EnvelopeKindWord;
pub(crate) struct GrpcWord;
pub(crate) struct OutcomeWord;
pub(crate) struct RelationWord;

fn retry() -> Schema {
    let words = Retry::WORDS.join("|");
    json_schema!({ "type": "string", "pattern": format!("^({words}|later [0-9]+s)$") })
}

/// The schema of [`errcat::Facts`], which flattens into the object that has them.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
pub(crate) struct Facts {
    /// Success, notification or failure.
    outcome: OutcomeWord,
    /// The HTTP status to answer with.
    http: HttpWord,
    /// The gRPC code to answer with.
    grpc: GrpcWord,
    /// Whether to send the request again.
    retry: RetryWord,
    /// Who has to act.
    actor: ActorWord,
}

/// Does not compile if a fact has no schema above.
const _: fn(errcat::Facts, Facts) = |facts, schemas| {
    let errcat::Facts { outcome: _, http: _, grpc: _, retry: _, actor: _ } = facts;
    let Facts { outcome: _, http: _, grpc: _, retry: _, actor: _ } = schemas;
};
