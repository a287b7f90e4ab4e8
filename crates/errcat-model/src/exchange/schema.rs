//! JSON Schemas of the YAML files, for editors, and of the export, for programs that read it.
//!
//! They are derived from the structs that are read and written, so they cannot differ from them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::export::Export;
use crate::author::written::{GroupFile, MeaningsFile, ProviderSource};

/// The comment in every schema. A file without it is not ours.
pub const MARK: &str = "Written by `errcat schema`, which replaces it";

/// A schema and the name of its file, in the folder `schema` of a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SchemaFile {
    /// Such as `group.json`.
    pub name: &'static str,
    /// The schema, with a line end.
    pub text: String,
}

/// Returns the schemas of all kinds of files.
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
    // The draft that YAML support of editors knows best. The export is described as it is written.
    let generator = SchemaSettings::draft07().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("$comment".to_owned(), MARK.into());
    // Alternate formatting of a JSON value is indented and cannot fail.
    SchemaFile { name, text: format!("{:#}\n", schema.as_value()) }
}
