//! JSON Schemas of mappings, for editors.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::scalar::Scalar;
use super::{Keyed, OneOf};
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

impl<T: Scalar> JsonSchema for OneOf<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOf".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<Spanned<T>>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

impl<T: JsonSchema> JsonSchema for Keyed<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Keyed".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}
