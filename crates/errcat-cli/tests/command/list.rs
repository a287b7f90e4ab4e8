//! `errcat list`

use crate::{errcat, json};

#[test]
fn every_case_has_a_line_with_its_reference() {
    let all = errcat(["list"]).done();
    assert_eq!(all.lines().count(), 1 + 23 + 245 + 29);
    for start in ["domains:DOMAIN_001 ", "wapi:1000 ", "wix:Invalid domain#domain-restricted "] {
        assert_eq!(all.lines().filter(|line| line.starts_with(start)).count(), 1, "{start}");
    }
}

#[test]
fn the_lines_of_a_catalog() {
    let wix = errcat(["list", "wix"]).done();
    insta::assert_snapshot!(wix);
}

#[test]
fn one_catalog_can_be_listed_alone() {
    let wapi = errcat(["list", "wapi"]).done();
    assert_eq!(wapi.lines().count(), 1 + 245);
    for line in wapi.lines().skip(1) {
        assert!(line.starts_with("wapi:"), "{line}");
        assert_eq!(line, line.trim_end());
    }
}

#[test]
fn every_listed_reference_can_be_explained() {
    for line in errcat(["list", "wix"]).done().lines().skip(1) {
        let (reference, _) = line.split_once("  ").unwrap();
        let page = errcat(["explain", reference]).done();
        let code = reference.split('#').next().unwrap();
        assert!(page.starts_with(&format!("{code}  ")), "{reference}: {page}");
    }
}

#[test]
fn an_unknown_catalog_is_answered_with_the_known_ones() {
    assert_eq!(
        errcat(["list", "wpai"]).error(2),
        "error: there is no catalog `wpai`; choose domains, wapi, wix\n"
    );
}

#[test]
fn json_has_all_codes() {
    let count = |arguments: &[&str]| {
        let list = json(&errcat([arguments, &["--format", "json"]].concat()).done());
        list.as_array().unwrap().len()
    };
    assert_eq!(count(&["list", "wapi"]), 244);
    assert_eq!(count(&["list"]), 23 + 244 + 26);
}

#[test]
fn json_entries_name_their_catalog() {
    let list = json(&errcat(["list", "wapi", "--format", "json"]).done());
    for entry in list.as_array().unwrap() {
        assert_eq!(entry["catalog"], "wapi");
        assert!(!entry["code"].as_str().unwrap().is_empty(), "{entry:#}");
        assert!(!entry["cases"].as_array().unwrap().is_empty(), "{entry:#}");
    }
}

#[test]
fn meanings_can_be_listed() {
    let meanings = errcat(["list", "--meanings"]).done();
    assert_eq!(meanings.lines().count(), 1 + 70);
    assert!(meanings.lines().any(|line| line.starts_with("domain.unavailable ")), "{meanings}");
    let list = json(&errcat(["list", "--meanings", "--format", "json"]).done());
    assert_eq!(list.as_array().unwrap().len(), 70);
    assert!(errcat(["list", "wapi", "--meanings"]).error(2).contains("--meanings"));
}

/// Returns the references of a list.
fn listed(arguments: &[&str]) -> Vec<String> {
    let list = errcat([&["list"], arguments].concat()).done();
    let references = list.lines().skip(1).map(|line| line.split("  ").next().unwrap().to_owned());
    references.collect()
}

#[test]
fn filters_are_by_kind_actor_status_and_meaning() {
    // Most delays are known: `later 300s` is `later`, too.
    let later = listed(&["--retry", "later"]);
    assert!(later.len() > 15 && later.contains(&"wapi:3204".to_owned()), "{later:?}");
    let both = listed(&["--retry", "later,query"]);
    assert_eq!(both.len(), later.len() + listed(&["--retry", "query"]).len());
    assert_eq!(listed(&["WAPI", "--status", "409", "--retry", "later"]), ["wapi:3204"]);
    assert_eq!(listed(&["wix", "--status", "not_found"]), ["wix:NOT_FOUND#domain-name-not-found"]);
    let none = errcat(["list", "wix", "--actor", "nobody"]);
    assert_eq!((none.exit, none.stdout.lines().count()), (Some(0), 1), "{none:#?}");
    assert!(none.stderr.starts_with("note: nothing has these facts"), "{}", none.stderr);
    let unavailable = listed(&["--meaning", "Domain.Unavailable"]);
    assert_eq!(unavailable.len(), 6, "{unavailable:?}");
    assert_eq!(
        listed(&["--meanings", "--meaning", "limit", "--status", "503"]),
        ["limit", "limit.rate"]
    );
    let json = json(&errcat(["list", "--meaning", "limit", "--format", "json"]).done());
    assert!(json.as_array().unwrap().len() < 30, "{json:#}");
    for (filter, expected) in [
        (["--retry", "soon"], "never, after-fix, later, query"),
        (["--status", "999"], "NOT_FOUND"),
        (["--meaning", "domain.gone"], "`errcat list --meanings`"),
    ] {
        let error = errcat([&["list"], &filter[..]].concat()).error(2);
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn lines_fit_the_terminal() {
    for columns in ["60", "80", "130"] {
        for arguments in [
            &["list"][..],
            &["list", "--meanings"],
            &["coverage"],
            &["diff", "--rules"],
            &["translate", "wix:NOT_FOUND"],
            &["explain", "wapi:3204"],
        ] {
            let text = crate::run(crate::command().args(arguments).env("COLUMNS", columns)).done();
            let columns: usize = columns.parse().unwrap();
            // A reference, and a table of numbers, stay in one piece.
            let long = text.lines().find(|line| line.chars().count() > columns.max(80));
            assert_eq!(long, None, "{arguments:?} in {columns} columns");
        }
    }
    let list = crate::run(crate::command().args(["list", "wapi"]).env("COLUMNS", "80")).done();
    let lines: Vec<&str> = list.lines().take(3).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    REFERENCE  ANSWER  RETRY         WHO ACTS       NAME                           …
    wapi:1000  200     never         nobody         RequestSucceeded               …
    wapi:1001  202     query         nobody         RequestPending                 …
    ");
}
