//! JSON Schemas of single values of the catalog, for its derives.

use std::marker::PhantomData;

use errcat::{HttpStatus, Retry};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{CodeType, LifecycleStage, MeaningRelation, ParamType, Words};

/// Returns the schema of a closed set of words.
pub(crate) fn words(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

/// Gives types a schema that is written where they are used.
macro_rules! inline_schemas {
    ($(
        $type:ty $(where $($generic:ident: $bound:ident),+)? => |$generator:pat_param| $schema:expr,
    )+) => {$(
        impl $(<$($generic: $bound),+>)? JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}
pub(crate) use inline_schemas;

inline_schemas! {
    CodeType => |_| words(Self::WORDS),
    LifecycleStage => |_| words(Self::WORDS),
    MeaningRelation => |_| words(Self::WORDS),
    ParamType => |_| words(Self::WORDS),
    ReferenceWord => |_| json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:." }),
    SchemaOf<T> where T: Foreign => |_| T::schema(),
}

pub(crate) struct ReferenceWord;

/// The schema of a type of `errcat`.
pub(crate) struct SchemaOf<T>(PhantomData<T>);

/// A type of `errcat` with a schema.
pub(crate) trait Foreign {
    fn schema() -> Schema;
}

impl<T: Words> Foreign for T {
    fn schema() -> Schema {
        words(T::WORDS)
    }
}

impl Foreign for HttpStatus {
    fn schema() -> Schema {
        json_schema!({ "type": "integer", "minimum": 100, "maximum": 599 })
    }
}

impl Foreign for Retry {
    fn schema() -> Schema {
        let words = Self::WORDS.join("|");
        json_schema!({ "type": "string", "pattern": format!("^({words}|later [0-9]+s)$") })
    }
}

macro_rules! facts {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
        /// The schema of [`errcat::Facts`], which flattens into the object that has them.
        #[derive(JsonSchema)]
        #[allow(dead_code, reason = "only its schema is used")]
        pub(crate) struct Facts {
            $($(#[$doc])+ $fact: SchemaOf<$type>,)+
        }
    };
}

errcat::__with_facts!(facts!);
