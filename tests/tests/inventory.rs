//! Lists every case on one line, so that a review shows the effect of a change to the YAML.
//!
//! The snapshots contain inherited values, not only written ones: a changed status of a meaning
//! shows up in every case that inherits it.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::panic::catch_unwind;

use errcat::rt::fact_legend;
use errcat_tests::{align, cases, catalog, export, list, number, review, text, texts};
use serde_json::Value;

#[test]
fn every_catalog_has_an_inventory() {
    for catalog in list(&export(), "catalogs") {
        let id = text(catalog, "id");
        review(|| insta::assert_snapshot!(id, inventory(id)));
    }
}

#[test]
fn an_outdated_snapshot_names_the_command_that_updates_it() {
    let said = catch_unwind(|| review(|| assert_eq!(1, 2))).unwrap_err();
    let said = said.downcast_ref::<String>().unwrap();
    assert!(said.contains("cargo insta test -p errcat-tests --review"), "{said}");
}

/// Returns the outcome of a code, and whether it is deprecated or retired.
fn outcome(code: &Value) -> String {
    let outcome = text(code, "outcome");
    match code.pointer("/lifecycle/stage").and_then(Value::as_str) {
        Some(stage) => format!("{outcome}, {stage}"),
        None => outcome.to_owned(),
    }
}

/// Returns a text or a number of a case.
fn shown(case: &Value, name: &str) -> String {
    match case.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(_) => number(case, name),
        None => panic!("a case has no `{name}`"),
    }
}

/// Formats the cases of a catalog as a table with aligned columns.
fn inventory(id: &str) -> String {
    let export = export();
    let facts: Vec<&str> = fact_legend().map(|(name, ..)| name).collect();
    let heading = ["code", "case", "outcome"].into_iter().chain(facts.iter().copied());
    let heading = heading.chain(["relation", "meanings"]).map(str::to_uppercase);
    let mut rows: Vec<Vec<String>> = vec![heading.collect()];
    for (code, case) in cases(catalog(&export, id)) {
        let mut row =
            vec![text(code, "code").to_owned(), text(case, "id").to_owned(), outcome(code)];
        row.extend(facts.iter().map(|name| shown(case, name)));
        row.extend([text(case, "relation").to_owned(), texts(case, "meanings").join(", ")]);
        rows.push(row);
    }
    align(&rows)
}
