//! `errcat list`

use crate::{errcat, json};

#[test]
fn every_case_has_a_line_with_its_reference() {
    let all = errcat(["list"]).done();
    assert_eq!(all.lines().count(), 23 + 245 + 29);
    for start in ["domains:DOMAIN_001 ", "wapi:1000 ", "wix:Invalid domain#domain-restricted "] {
        assert_eq!(all.lines().filter(|line| line.starts_with(start)).count(), 1, "{start}");
    }
}

#[test]
fn the_lines_of_a_catalog() {
    let wix = errcat(["list", "wix"]).done();
    assert!(wix.lines().all(|line| line.starts_with("wix:")), "{wix}");
    insta::assert_snapshot!(wix);
}

#[test]
fn one_catalog_can_be_listed_alone() {
    let wapi = errcat(["list", "wapi"]).done();
    assert_eq!(wapi.lines().count(), 245);
    for line in wapi.lines() {
        assert!(line.starts_with("wapi:"), "{line}");
        assert_eq!(line, line.trim_end());
    }
}

#[test]
fn every_listed_reference_can_be_explained() {
    for line in errcat(["list", "wix"]).done().lines() {
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
    assert_eq!(meanings.lines().count(), 70);
    assert!(meanings.lines().any(|line| line.starts_with("domain.unavailable ")), "{meanings}");
    let list = json(&errcat(["list", "--meanings", "--format", "json"]).done());
    assert_eq!(list.as_array().unwrap().len(), 70);
    assert!(errcat(["list", "wapi", "--meanings"]).error(2).contains("--meanings"));
}
