//! JSON Schemas of mappings, for editors.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::scalar::{Form, Scalar};
use super::{Closed, Keyed, KnownKeys, OneOf};
use crate::catalog::schema::{inline_schemas, words};
use crate::text::Spanned;

/// A key of a mapping.
pub(crate) struct Property {
    pub(crate) key: &'static str,
    pub(crate) required: bool,
    pub(crate) about: &'static str,
    pub(crate) schema: Schema,
}

/// A struct that is read from a mapping.
pub(crate) trait Properties {
    fn properties(generator: &mut SchemaGenerator) -> Vec<Property>;
}

/// Returns the schema of a mapping with known keys.
pub(crate) fn object<T: Properties>(about: &str, generator: &mut SchemaGenerator) -> Schema {
    let mut members = Map::new();
    let mut required = Vec::new();
    for property in T::properties(generator) {
        if property.required {
            required.push(property.key);
        }
        members.insert(property.key.to_owned(), describe(property.schema, property.about));
    }
    json_schema!({
        "description": about.trim(),
        "type": "object",
        "properties": members,
        "required": required,
        "additionalProperties": false,
    })
}

/// Adds a description. A reference takes no siblings in draft 7, so the description wraps it.
fn describe(schema: Schema, about: &str) -> Value {
    let mut value = schema.to_value();
    let is_reference = value.get("$ref").is_some();
    if is_reference {
        value = serde_json::json!({ "allOf": [value] });
    }
    if let Some(object) = value.as_object_mut() {
        object.insert("description".to_owned(), about.trim().into());
    }
    value
}

inline_schemas! {
    Spanned<T> where T: Scalar => |_| match T::FORM {
        #[expect(clippy::expect_used, reason = "every schema of a scalar is JSON")]
        Form::Value { schema, .. } => serde_json::from_str(schema).expect("JSON"),
        Form::Words(all) => words(all),
    },
    OneOf<T> where T: Scalar => |generator| {
        let one = generator.subschema_for::<Spanned<T>>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    },
    Keyed<T> where T: JsonSchema => |generator| json_schema!({
        "type": "object",
        "additionalProperties": generator.subschema_for::<T>(),
    }),
    Closed<K, T> where K: KnownKeys, T: JsonSchema => |generator| {
        let value = generator.subschema_for::<T>().to_value();
        let member = |name: &str| (name.to_owned(), value.clone());
        let members: Map<_, _> = K::names().into_iter().map(member).collect();
        json_schema!({ "type": "object", "properties": members, "additionalProperties": false })
    },
}
