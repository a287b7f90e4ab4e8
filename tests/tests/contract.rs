//! The export has the members that scripts rely on, with the types that they rely on.
//!
//! Members are added freely. Renaming one, or changing its type, breaks scripts.
#![allow(clippy::panic, reason = "a test that cannot get what it needs should stop there")]

use std::collections::{BTreeMap, BTreeSet};

use errcat_tests::{cases, export, list, number, text, texts};
use serde_json::Value;

const OUTCOMES: [&str; 3] = ["success", "notification", "failure"];
const RETRIES: [&str; 4] = ["never", "after-fix", "later", "query"];
const FAITHFUL: [&str; 4] = ["exact", "close", "wider", "narrower"];
const RELATIONS: [&str; 4] = ["is", "kind-of", "like", "covers"];

#[test]
fn catalogs_and_codes_have_their_members() {
    let export = export();
    let ids: Vec<&str> =
        list(&export, "catalogs").iter().map(|catalog| text(catalog, "id")).collect();
    assert_eq!(ids, ["domains", "wapi", "wix"]);
    for catalog in list(&export, "catalogs") {
        assert_filled(catalog, "title");
        for code in list(catalog, "codes") {
            // A text in every catalog, even if the provider sends numbers.
            assert_filled(code, "code");
            assert_filled(code, "name");
            assert!(OUTCOMES.contains(&text(code, "outcome")), "{code:#}");
            assert!(!list(code, "cases").is_empty(), "{code:#}");
        }
    }
}

#[test]
fn cases_have_their_members() {
    let export = export();
    for (_, case) in all_cases(&export) {
        for member in ["id", "name", "meaning", "relation", "guidance"] {
            assert_filled(case, member);
        }
        let statuses = 100..=599_u16;
        let status = number(case, "http").parse();
        assert!(status.is_ok_and(|status| statuses.contains(&status)), "{case:#}");
        let grpc = text(case, "grpc");
        let is_upper = |byte: u8| byte.is_ascii_uppercase() || byte == b'_';
        assert!(!grpc.is_empty() && grpc.bytes().all(is_upper), "{case:#}");
        assert!(RELATIONS.contains(&text(case, "relation")), "{case:#}");
        texts(case, "messages");
        texts(case, "operations");
        for param in list(case, "params") {
            assert_filled(param, "name");
            assert_filled(param, "type");
        }
    }
}

/// Scripts look at the first word; after `later`, the provider's delay may follow.
#[test]
fn retry_begins_with_a_word_that_scripts_know() {
    let export = export();
    for (_, case) in all_cases(&export) {
        let retry = text(case, "retry");
        let (word, delay) = match retry.split_once(' ') {
            Some((word, delay)) => (word, Some(delay)),
            None => (retry, None),
        };
        assert!(RETRIES.contains(&word), "`{retry}` in {case:#}");
        if let Some(delay) = delay {
            let seconds = delay.strip_suffix('s').map(str::parse::<u32>);
            assert!(word == "later" && matches!(seconds, Some(Ok(_))), "{retry}");
        }
    }
}

#[test]
fn ids_and_names_are_unique_in_a_catalog() {
    let export = export();
    for catalog in list(&export, "catalogs") {
        let codes = list(catalog, "codes");
        let of_cases = |member| cases(catalog).map(|(_, case)| text(case, member)).collect();
        assert_unique(codes.iter().map(|code| text(code, "code")).collect());
        assert_unique(codes.iter().map(|code| text(code, "name")).collect());
        assert_unique(of_cases("id"));
        assert_unique(of_cases("name"));
    }
}

fn assert_unique(mut names: Vec<&str>) {
    names.sort_unstable();
    for pair in names.windows(2) {
        assert_ne!(pair.first(), pair.last(), "is listed twice");
    }
}

#[test]
fn meanings_form_a_tree_below_the_three_outcomes() {
    let export = export();
    let parents = parents(&export);
    for meaning in list(&export, "meanings") {
        assert_filled(meaning, "title");
        let id = text(meaning, "id");
        assert!(OUTCOMES.contains(&root(&parents, id)), "{meaning:#}");
    }
    let roots = parents.iter().filter(|(_, parent)| parent.is_none());
    assert_eq!(roots.count(), OUTCOMES.len());
}

/// Success is never an error elsewhere, nor the reverse.
#[test]
fn every_case_maps_below_its_outcome() {
    let export = export();
    let parents = parents(&export);
    for (code, case) in all_cases(&export) {
        let meaning = text(case, "meaning");
        assert!(parents.contains_key(meaning), "no meaning `{meaning}`");
        assert_eq!(
            root(&parents, meaning),
            text(code, "outcome"),
            "{} maps to `{meaning}`",
            text(code, "code")
        );
    }
}

/// Every code and case has a row for every other catalog, even if there is no translation.
#[test]
fn translations_have_their_members() {
    let export = export();
    let references = references(&export);
    let mut pairs = BTreeSet::new();
    for entry in list(&export, "translations") {
        let (from, into) = (text(entry, "from"), text(entry, "into"));
        assert!(references.contains_key(from), "no `{from}`");
        assert!(pairs.insert((from, into)), "duplicate: {entry:#}");
        let Some(Value::String(to)) = entry.get("to") else {
            for member in ["to", "relation", "via"] {
                assert_eq!(entry.get(member), Some(&Value::Null), "{entry:#}");
            }
            continue;
        };
        assert_eq!(to.split_once(':').map(|(catalog, _)| catalog), Some(into));
        assert_eq!(references.get(from), references.get(to), "success and failure are crossed");
        assert!(FAITHFUL.contains(&text(entry, "relation")), "{entry:#}");
        assert!(entry.get("via").is_some_and(|via| via.is_null() || via.is_string()), "{entry:#}");
    }
    let others = list(&export, "catalogs").len() - 1;
    assert_eq!(pairs.len(), references.len() * others);
}

/// Returns the outcomes of all codes, and of the cases of codes with several, by reference.
fn references(export: &Value) -> BTreeMap<String, &str> {
    let mut references = BTreeMap::new();
    for catalog in list(export, "catalogs") {
        for code in list(catalog, "codes") {
            let reference = format!("{}:{}", text(catalog, "id"), text(code, "code"));
            let several = list(code, "cases").iter().filter(|_| list(code, "cases").len() > 1);
            for case in several {
                references
                    .insert(format!("{reference}#{}", text(case, "id")), text(code, "outcome"));
            }
            references.insert(reference, text(code, "outcome"));
        }
    }
    references
}

/// Returns the id of each meaning with the id of its parent.
fn parents(export: &Value) -> BTreeMap<&str, Option<&str>> {
    list(export, "meanings")
        .iter()
        .map(|meaning| {
            let parent = match meaning.get("parent") {
                Some(Value::Null) => None,
                _ => Some(text(meaning, "parent")),
            };
            (text(meaning, "id"), parent)
        })
        .collect()
}

/// Returns the root of a meaning.
fn root<'a>(parents: &BTreeMap<&'a str, Option<&'a str>>, id: &'a str) -> &'a str {
    let mut id = id;
    for _ in 0..=parents.len() {
        match parents.get(id) {
            Some(Some(parent)) => id = parent,
            Some(None) => return id,
            None => panic!("no meaning `{id}`"),
        }
    }
    panic!("`{id}` is in a cycle")
}

fn all_cases(export: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    list(export, "catalogs").iter().flat_map(cases)
}

fn assert_filled(value: &Value, member: &str) {
    assert!(!text(value, member).trim().is_empty(), "`{member}` is empty in {value:#}");
}
