//! The JSON Schemas are up to date, accept every file of the catalog and its export, and reject
//! what the reader rejects.
//!
//! The validator and the YAML reader are independent of the code that reads the catalogs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot get what it needs should stop there"
)]

mod export;
mod verdicts;

use std::fs;
use std::path::Path;

use domain_errors_catalog::FILES;
use errcat_model::schema;
use errcat_tests::catalog_dir;
use jsonschema::Validator;
use serde_json::Value;

#[test]
fn committed_schemas_are_fresh() {
    let folder = catalog_dir().join("schema");
    for file in schema::all() {
        let committed = fs::read_to_string(folder.join(file.name)).unwrap_or_default();
        assert!(
            committed == file.text,
            "catalog/schema/{} is out of date: run `cargo xtask schema`",
            file.name
        );
    }
    let mut on_disk: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    on_disk.sort_unstable();
    let names: Vec<&str> = schema::all().iter().map(|file| file.name).collect();
    assert_eq!(on_disk, names, "the files in catalog/schema");
}

#[test]
fn every_file_names_its_schema_in_its_first_line() {
    for (path, text) in FILES {
        let first = text.lines().next().unwrap_or_default();
        let named = first
            .strip_prefix("# yaml-language-server: $schema=")
            .unwrap_or_else(|| panic!("{path}: the first line names no schema: `{first}`"));
        let folder = catalog_dir().join(path).parent().unwrap().to_owned();
        let found = fs::canonicalize(folder.join(named))
            .unwrap_or_else(|error| panic!("{path}: `{named}`: {error}"));
        let expected = fs::canonicalize(catalog_dir().join("schema").join(schema_of(path)));
        assert_eq!(found, expected.unwrap(), "{path}");
    }
}

#[test]
fn every_file_is_valid() {
    for (path, text) in FILES {
        let errors = schema_errors(path, text);
        assert!(errors.is_empty(), "{path}:\n{}", errors.join("\n"));
    }
}

/// Returns the name of the schema for a file.
fn schema_of(path: &str) -> &'static str {
    match Path::new(path).file_name().and_then(|name| name.to_str()) {
        Some("meanings.yaml") => "meanings.json",
        Some("provider.yaml") => "provider.json",
        _ => "group.json",
    }
}

fn validator(path: &str) -> Validator {
    let files = schema::all();
    let file = files.iter().find(|file| file.name == schema_of(path));
    let schema: Value = serde_json::from_str(&file.unwrap().text).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// Returns the errors of a file against its schema, with their places.
fn schema_errors(path: &str, text: &str) -> Vec<String> {
    // As in editors: `no` and `on` are texts.
    let options = serde_yaml::options! { strict_booleans: true };
    let value: Value = serde_yaml::from_str_with_options(text, options).unwrap();
    validator(path)
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}
