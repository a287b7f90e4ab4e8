//! WAPI: the list of response codes, and the pages of single commands.

use std::collections::BTreeMap;

use errcat_tests::{
    assert_same_rows, cases, catalog, export, group_title, list, table, text, texts,
};

use super::find_code;

const WAPI_CODES: &str = include_str!("../../facts/wapi-codes.tsv");

#[test]
fn wapi_has_exactly_the_documented_codes() {
    let export = export();
    let wapi = catalog(&export, "wapi");
    let facts = table(WAPI_CODES, ["code", "outcome", "group", "message", "source"]);
    let listed = facts.iter().filter(|row| row[4] == "response-codes");
    assert_eq!(listed.count(), 238, "the list of response codes");

    let exported: Vec<[String; 5]> = cases(wapi)
        .map(|(code, case)| {
            let [message] = texts(case, "messages")[..] else {
                panic!("WAPI documents one text for each case: {case:#}");
            };
            [
                text(code, "code"),
                text(code, "outcome"),
                group_title(wapi, code),
                message,
                text(case, "source"),
            ]
            .map(str::to_owned)
        })
        .collect();
    assert_same_rows("WAPI codes", &facts, &exported);
}

#[test]
fn wapi_codes_are_in_the_documented_groups() {
    let export = export();
    let wapi = catalog(&export, "wapi");
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for code in list(wapi, "codes") {
        *counts.entry(group_title(wapi, code)).or_default() += 1;
    }
    // The codes in the list, plus those that only the pages of single commands name.
    let expected = BTreeMap::from([
        ("Request Successful", 4),
        ("System Notifications", 1),
        ("Invalid Request", 20),
        ("Invalid Domain Requests", 73 + 3),
        ("Invalid DNS Requests", 21),
        ("Invalid WEDOS Global Requests", 19),
        ("Target Object Error", 3 + 2),
        ("Domain Object Errors", 55 + 1),
        ("DNS Object Errors", 12),
        ("Request Error", 4),
        ("Domain Request Errors", 22),
        ("Internal Errors", 4),
    ]);
    assert_eq!(counts, expected);
    assert_eq!(counts.values().sum::<usize>(), 238 + 6);
}

#[test]
fn wapi_3217_means_something_else_in_one_command() {
    let export = export();
    let code = find_code(catalog(&export, "wapi"), "3217");
    let [_, of_command] = list(code, "cases") else {
        panic!("3217 has two cases: {code:#}");
    };
    assert_eq!(texts(of_command, "operations"), ["domain-transfer-check"]);
    assert_eq!(texts(of_command, "messages"), ["Domain transfer check failed, try again later"]);
    assert!(text(of_command, "retry").starts_with("later"));
}

#[test]
fn wapi_1001_is_pending_and_must_be_queried() {
    let export = export();
    let code = find_code(catalog(&export, "wapi"), "1001");
    assert_eq!(text(code, "outcome"), "success");
    assert_eq!(text(&code["cases"][0], "retry"), "query");
}
