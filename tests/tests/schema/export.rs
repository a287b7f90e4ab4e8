//! The schema accepts every export, and rejects what the import rejects.

use domain_errors_catalog::FILES;
use errcat_model::export::{Export, import};
use errcat_model::{Sources, schema};
use errcat_tests::{catalog_dir, checked, export};
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator() -> Validator {
    let files = schema::all();
    let file = files.iter().find(|file| file.name == "export.json").unwrap();
    let schema: Value = serde_json::from_str(&file.text).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn errors(export: &Value) -> Vec<String> {
    let validator = validator();
    let errors = validator.iter_errors(export);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_export_of_the_shipped_catalogs_is_valid() {
    assert_eq!(errors(&export()), Vec::<String>::new());
}

#[test]
fn the_exports_of_elaborate_catalogs_are_valid() {
    for folder in ["tests/downstream/acme", "crates/errcat-build/tests/emitted/golden"] {
        let sources = Sources::read(&[catalog_dir().join("..").join(folder)]);
        let set = checked(&sources.with_texts(FILES.iter().copied()));
        let json = serde_json::to_value(Export::new(&set).unwrap()).unwrap();
        assert_eq!(errors(&json), Vec::<String>::new(), "{folder}");
    }
}

/// Members are added freely, so a schema must not reject unknown ones.
#[test]
fn an_unknown_member_is_valid() {
    let mut export = export();
    export["catalogs"][0]["codes"][0]["cases"][0]["urgency"] = json!("high");
    assert_eq!(errors(&export), Vec::<String>::new());
}

#[test]
fn schema_and_import_reject_the_same() {
    let case = "/catalogs/1/codes/3/cases/0";
    let edits = [
        ("/version".to_owned(), json!("1")),
        ("/meanings/0/http".to_owned(), json!(99)),
        ("/meanings/0/title".to_owned(), json!(null)),
        (format!("{case}/grpc"), json!("FINE")),
        (format!("{case}/retry"), json!("later 3")),
        (format!("{case}/actor"), json!("them")),
        (format!("{case}/relation"), json!("same")),
        (format!("{case}/params"), json!({})),
        (format!("{case}/overrides"), json!([{ "to": "wapi", "relation": "exact", "why": "." }])),
        ("/catalogs/1/codes/3/lifecycle".to_owned(), json!({ "stage": "gone", "since": "1" })),
        ("/catalogs/1/envelopes/0/kind".to_owned(), json!("letter")),
    ];
    for (pointer, value) in edits {
        let mut export = export();
        *export.pointer_mut(&pointer).unwrap() = value;
        assert!(import(&export.to_string()).is_err(), "the import accepts {pointer}");
        assert!(!errors(&export).is_empty(), "the schema accepts {pointer}");
    }
}
