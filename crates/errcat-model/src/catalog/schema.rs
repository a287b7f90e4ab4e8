//! JSON Schemas of single values of the catalog, for its derives.

use std::borrow::Cow;
use std::marker::PhantomData;

use errcat::{HttpStatus, Retry};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{CodeType, LifecycleStage, MeaningRelation, ParamType, Words};

/// Returns the schema of a closed set of words.
pub(crate) fn words(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

/// Gives types a schema that is written where they are used.
macro_rules! inline {
    ($($type:ty $(where $generic:ident: $bound:ident)? => $schema:expr,)+) => {$(
        impl $(<$generic: $bound>)? JsonSchema for $type {
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
    CodeType => words(Self::WORDS),
    LifecycleStage => words(Self::WORDS),
    MeaningRelation => words(Self::WORDS),
    ParamType => words(Self::WORDS),
    ReferenceWord => json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:." }),
    SchemaOf<T> where T: Foreign => T::schema(),
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
