//! JSON Schemas: of the YAML files, for editors; and of the export, for whoever reads it.
//!
//! They come from the structs that the reader fills and the export is written from, so they cannot
//! say anything else than these do.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::export::Export;
use crate::read::Keyed;
use crate::written::{GroupFile, MeaningsFile, ProviderSource};

/// A schema and the name of its file, in the folder `schema` of a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SchemaFile {
    /// Such as `group.json`.
    pub name: &'static str,
    /// The schema, with a line end behind it.
    pub text: String,
}

/// The schemas of all kinds of files.
///
/// # Examples
///
/// ```
/// let names: Vec<_> = errcat_model::schema::all().iter().map(|schema| schema.name).collect();
/// assert_eq!(names, ["export.json", "group.json", "meanings.json", "provider.json"]);
/// ```
pub fn all() -> Vec<SchemaFile> {
    vec![
        file::<Export<'_>>("export.json"),
        file::<GroupFile>("group.json"),
        file::<MeaningsFile>("meanings.json"),
        file::<ProviderSource>("provider.json"),
    ]
}

fn file<T: JsonSchema>(name: &'static str) -> SchemaFile {
    // The draft that editors' YAML support knows best. Of the export it is what is written.
    let generator = SchemaSettings::draft07().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<T>();
    // Alternate formatting of a JSON value is indented and cannot fail.
    SchemaFile { name, text: format!("{:#}\n", schema.as_value()) }
}

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

/// The schema of a mapping with known keys.
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

/// A reference takes no siblings in this draft, so its description goes around it.
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

/// The written form of [`errcat::Retry`].
pub(crate) struct RetryText;

impl JsonSchema for RetryText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Retry".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = errcat::Retry::WORDS.join("|");
        json_schema!({ "type": "string", "pattern": format!("^({words}|later [0-9]+s)$") })
    }
}

/// The reference of a code or case that names its catalog.
pub(crate) fn reference() -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:." })
}
