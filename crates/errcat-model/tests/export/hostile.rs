//! Exports that nobody of us has written.

use std::sync::LazyLock;

use errcat_model::coverage::Coverage;
use errcat_model::diff::Diff;
use errcat_model::export::{Export, import};
use errcat_model::translate::Translator;
use errcat_model::{CatalogSet, Sources, load};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::{SHIPPED, export};

/// Catalogs that stay as they are when the shipped ones grow.
static SMALL: LazyLock<CatalogSet> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/diff/base");
    load(&Sources::read(&[folder])).unwrap()
});

/// Returns the error for the export with one value replaced.
fn refusal(pointer: &str, value: &Value) -> String {
    let mut export: Value = serde_json::from_str(&export(&SMALL)).unwrap();
    *export.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
    match import(&export.to_string()) {
        Ok(_) => format!("{pointer}: read"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn input_that_is_no_export_is_reported_with_its_place() {
    let texts = [
        "",
        "[]",
        "null",
        "{}",
        "{\"version\": 1}",
        "{\"version\": \"1\"}",
        "{\"version\": 2}",
        "{\"version\": 1, \"catalogs\": [], \"meanings\": []} x",
        "{\"version\": 1, \"catalogs\": [{}], \"meanings\": []}",
    ];
    let told = texts.map(|text| format!("{text}\n  {}", import(text).unwrap_err()));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn mistakes_are_reported_with_their_place() {
    let code = "/catalogs/0/codes/3";
    let edits = [
        ("/meanings/4/parent", json!("nowhere")),
        ("/meanings/4/id", json!("a b")),
        ("/meanings/0/http", json!(99)),
        ("/meanings/0/grpc", json!("FINE")),
        ("/catalogs/0/id", json!("beta")),
        ("/catalogs/0/module", json!("mod")),
        ("/catalogs/0/code_type", json!("float")),
        ("/catalogs/0/failed_as", json!("success")),
        ("/catalogs/0/unknown", json!("success")),
        ("/catalogs/0/envelopes/0/slots/0/paths/0", json!("code")),
        ("/catalogs/0/envelopes/0/namespace", json!("urn:acme")),
        ("/catalogs/0/envelopes/0/http", json!(20)),
        ("/catalogs/0/groups/0/id", json!("../../../x")),
        ("/catalogs/0/groups/0/range", json!([9, 1])),
        ("/catalogs/0/groups/0/kind_of", json!("nothing")),
        (code, json!(7)),
        ("/catalogs/0/codes/3/code", json!("one")),
        ("/catalogs/0/codes/3/code", json!("1")),
        ("/catalogs/0/codes/3/code", json!(3201)),
        ("/catalogs/0/codes/3/name", json!("} fn main() {")),
        ("/catalogs/0/codes/3/name", json!("DomainTaken")),
        ("/catalogs/0/codes/3/group", json!("nowhere")),
        ("/catalogs/0/codes/3/cases", json!([])),
        ("/catalogs/0/codes/3/lifecycle", json!({"stage": "gone", "since": "1"})),
        (
            "/catalogs/0/codes/3/lifecycle",
            json!({"stage": "retired", "since": "1", "replaced_by": "acme:1"}),
        ),
        ("/catalogs/0/codes/3/cases/0/name", json!("Validation")),
        ("/catalogs/0/codes/3/cases/0/meanings", json!([])),
        ("/catalogs/0/codes/3/cases/0/meanings/0", json!("nothing")),
        ("/catalogs/0/codes/3/cases/0/meanings/0", json!("success")),
        ("/catalogs/0/codes/3/cases/0/source", json!("nothing")),
        ("/catalogs/0/codes/3/cases/0/operations", json!(["nothing"])),
        ("/catalogs/0/codes/3/cases/0/retry", json!("later -3s")),
        ("/catalogs/0/codes/3/cases/0/templates", json!([{"text": "<a><b>", "operations": []}])),
        ("/catalogs/0/codes/3/cases/0/templates", json!([{"text": "<a>", "operations": []}])),
        (
            "/catalogs/0/codes/3/cases/0/overrides",
            json!([{"to": "beta", "relation": "exact", "why": "."}]),
        ),
        (
            "/catalogs/0/codes/3/cases/0/overrides",
            json!([{"to": "beta:0", "relation": "exact", "why": "."}]),
        ),
        ("/catalogs/1/codes/0/cases/0/cause", json!(null)),
    ];
    let told = edits
        .map(|(pointer, value)| format!("{pointer} = {value}\n  {}", refusal(pointer, &value)));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_tree_that_is_a_ring_is_refused() {
    let mut export: Value = serde_json::from_str(&export(&SHIPPED)).unwrap();
    let meanings = export["meanings"].as_array_mut().unwrap();
    let above = meanings.iter().find(|meaning| meaning["id"] == "domain.not-found").unwrap();
    let above = above["parent"].clone();
    let above = meanings.iter_mut().find(|meaning| meaning["id"] == above).unwrap();
    above["parent"] = "domain.not-found".into();
    let error = import(&export.to_string()).unwrap_err();
    assert!(error.message.contains("does not hang below `failure`"), "{error}");
}

#[test]
fn a_line_of_a_hundred_thousand_meanings_is_walked_once() {
    const MEANINGS: usize = 100_000;
    let export = |end: &str| {
        let mut export: Value = serde_json::from_str(&export(&SMALL)).unwrap();
        let meanings = export["meanings"].as_array_mut().unwrap();
        let last = meanings.iter().find(|meaning| meaning["id"] == "failure").unwrap().clone();
        meanings.extend((0..MEANINGS).map(|n| {
            let parent = if n + 1 < MEANINGS { format!("m{}", n + 1) } else { end.to_owned() };
            let mut meaning = last.clone();
            meaning["id"] = format!("m{n}").into();
            meaning["parent"] = parent.into();
            // No two are alike when their ids differ.
            meaning["title"] = format!("Title {n} {end}").into();
            meaning
        }));
        export.to_string()
    };
    let set = import(&export("failure")).unwrap();
    assert_eq!(set.meanings.len(), SMALL.meanings.len() + MEANINGS);
    let error = import(&export("m0")).unwrap_err().to_string();
    assert!(error.contains("does not hang below `failure`"), "{error}");
    let reply = errcat_model::profiles::of_meaning(&set, "m0").unwrap();
    assert_eq!(reply.meaning, "m0");
    assert!(Export::new(&set).is_ok());
}

#[test]
fn states_without_anything_in_common_are_compared_in_one_pass() {
    let renamed = |prefix: &str| {
        let mut export: Value = serde_json::from_str(&export(&SMALL)).unwrap();
        let catalog = &mut export["catalogs"][0];
        let code = catalog["codes"][3].clone();
        let codes = (10_000_000..10_020_000_u32).map(|n| {
            let mut code = code.clone();
            let number = if prefix == "A" { n } else { n + 1_000_000 };
            code["code"] = number.to_string().into();
            let name = format!("{prefix}{n}");
            code["cases"][0]["id"] = name.to_lowercase().into();
            code["cases"][0]["name"] = name.as_str().into();
            code["name"] = name.into();
            code
        });
        catalog["codes"].as_array_mut().unwrap().extend(codes);
        let operations = (0..20_000).map(|n| {
            let url = format!("https://{prefix}.example/{n}");
            json!({"name": format!("{prefix}{n}"), "api": null, "url": url, "deprecated": null})
        });
        catalog["operations"].as_array_mut().unwrap().extend(operations);
        let failure = export["meanings"].as_array().unwrap().iter();
        let failure = failure.clone().find(|meaning| meaning["id"] == "failure").unwrap().clone();
        let meanings = (0..20_000).map(|n| {
            let mut meaning = failure.clone();
            meaning["id"] = format!("{}{n}", prefix.to_lowercase()).into();
            meaning["parent"] = "failure".into();
            meaning["title"] = format!("{prefix} {n}").into();
            meaning
        });
        export["meanings"].as_array_mut().unwrap().extend(meanings);
        import(&export.to_string()).unwrap_or_else(|error| panic!("{error}"))
    };
    let (old, new) = (renamed("A"), renamed("B"));
    let diff = Diff::new(&old, &new).unwrap();
    assert!(diff.changes.len() >= 80_000, "{}", diff.changes.len());
}

#[test]
fn many_small_values_are_refused_before_they_are_read() {
    let base = export(&SMALL);
    let many = "\"a\",".repeat(2_000_000);
    let dense = base.replacen("\"aliases\":[", &format!("\"aliases\":[{many}"), 1);
    let error = import(&dense).unwrap_err().to_string();
    assert!(error.contains("more than one for every 8 bytes; write the file again"), "{error}");
    // Within a text, nothing is a value.
    let comma =
        base.replacen("\"about\":\"", &format!("\"about\":\"{}", ",{".repeat(1_000_000)), 1);
    assert!(import(&comma).is_ok());
    let quoted = ",\\\"{".repeat(1_000_000);
    let quoted = base.replacen("\"about\":\"", &format!("\"about\":\"{quoted}"), 1);
    assert!(import(&quoted).is_ok());
}

#[test]
fn a_deeply_nested_export_is_an_error() {
    let brackets = "[".repeat(100_000);
    let deep = [
        format!("{{\"version\": 1, \"x\": {brackets}"),
        format!("{{\"version\": 1, \"meanings\": [{brackets}"),
        format!("{{\"version\": 1, \"catalogs\": [{{\"id\": {brackets}"),
    ];
    for text in deep {
        let error = import(&text).unwrap_err().to_string();
        assert!(error.len() < 300, "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64, failure_persistence: None, ..ProptestConfig::default()
    })]

    /// An export that is accepted can be used without a panic.
    #[test]
    fn changed_exports_do_not_panic(
        changes in prop::collection::vec((any::<Index>(), 0..12_usize, "[\"{}\\[\\]:,0-9a-z#<> ]{0,12}"), 1..4),
    ) {
        let mut text = export(&SHIPPED);
        for (at, length, new) in changes {
            let start = boundary(&text, at.index(text.len()));
            let end = boundary(&text, start + length);
            text.replace_range(start..end, &new);
        }
        match import(&text) {
            Err(error) => { let _ = error.to_string(); }
            Ok(set) => {
                let _ = Coverage::new(&Translator::new(&set).unwrap()).unwrap();
                let _ = serde_json::to_string(&Export::new(&set).unwrap()).unwrap();
            }
        }
    }
}

fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
