//! Guidance is written in our own words and keeps every concrete fact of the sources.

use errcat_tests::{catalog, export, list, table, text};
use serde_json::Value;

use super::find_code;

const GUIDANCE: &str = include_str!("../../facts/guidance.tsv");

#[test]
fn guidance_keeps_the_facts_of_the_sources() {
    let export = export();
    let mut lost = Vec::new();
    for [reference, needle] in table(GUIDANCE, ["reference", "needle"]) {
        let case = find_case(&export, reference);
        let mut said = text(case, "guidance").to_owned();
        for link in list(case, "links") {
            said.push('\n');
            said.push_str(text(link, "url"));
        }
        if !said.contains(needle) {
            lost.push(format!("{reference}: `{needle}` is not in:\n{said}\n"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Returns the case of a reference such as `wapi:3201` or `wix:Invalid domain#domain-restricted`.
fn find_case<'a>(export: &'a Value, reference: &str) -> &'a Value {
    let (id, rest) = reference.split_once(':').unwrap();
    let (wire, case_id) = match rest.split_once('#') {
        Some((wire, case_id)) => (wire, Some(case_id)),
        None => (rest, None),
    };
    let cases = list(find_code(catalog(export, id), wire), "cases");
    let mut fitting = cases.iter().filter(|case| case_id.is_none_or(|id| text(case, "id") == id));
    match (fitting.next(), fitting.next()) {
        (Some(case), None) => case,
        _ => panic!("`{reference}` does not name exactly one case"),
    }
}
