//! `errcat drift`

use std::fs;

use crate::import::{page, piped};
use crate::{copied_catalogs, edit, errcat, json};

/// A page with a piece of it replaced.
fn changed(name: &str, pieces: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(page(name)).unwrap();
    for (from, to) in pieces {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

#[test]
fn the_pages_of_our_sources_have_no_differences() {
    for (name, catalog, said) in [
        ("connected-domains.md", "wix", "wix, source `connected-domains`: no differences\n"),
        ("domain-search.md", "wix", "wix, source `domain-search`: no differences\n"),
        ("errors.md", "wix", "wix, source `errors`: no differences\n"),
        ("domains-service.html", "domains", "domains: no differences\n"),
        ("response-codes.txt", "wapi", "wapi, source `response-codes`: no differences\n"),
    ] {
        let path = page(name);
        assert_eq!(errcat(["drift", path.to_str().unwrap(), catalog]).done(), said);
    }
}

#[test]
fn differences_of_codes() {
    let pieces = [
        ("  • 5003 Out of order\n", "  • 5004 Out of orders\n"),
        ("3201 Domain is registered", "3201 Domain is already registered"),
    ];
    let text = changed("response-codes.txt", &pieces);
    insta::assert_snapshot!(piped(&["drift", "-", "wapi"], text.as_bytes()).findings());
    let report =
        json(&piped(&["drift", "-", "wapi", "--format", "json"], text.as_bytes()).findings());
    assert_eq!(report["source"], "response-codes");
    assert_eq!(report["changes"][0]["kind"], "message-changed");
    assert_eq!(report["changes"][0]["ref"], "wapi:3201");
    assert_eq!(report["changes"][0]["before"], "Domain is registered");
    assert_eq!(report["changes"][0]["after"], "Domain is already registered");
    assert_eq!(report["changes"][1]["kind"], "code-added");
    assert_eq!(report["changes"][2]["kind"], "code-vanished");
}

#[test]
fn differences_of_operations() {
    let pieces = [
        (
            "Domain `<domainName>` is Wix restricted.",
            "Domain `<domainName>` is not for sale at Wix.",
        ),
        ("| `NOT_FOUND (404)` | `NOT_FOUND` |", "| `NOT_FOUND (404)` | `DOMAIN_NOT_FOUND` |"),
        ("`ALREADY_EXISTS (409)`", "`ABORTED (410)`"),
    ];
    let text = changed("connected-domains.md", &pieces);
    insta::assert_snapshot!(piped(&["drift", "-", "wix"], text.as_bytes()).findings());
}

#[test]
fn another_catalog_and_a_named_source() {
    let catalogs = copied_catalogs();
    edit(
        &catalogs.path().join("domains/lifecycle.yaml"),
        "message: Domain not found",
        "message: No such domain",
    );
    let path = page("domains-service.html");
    let arguments = ["drift", path.to_str().unwrap(), "domains", "--catalog"];
    let folder = catalogs.path().to_str().unwrap();
    let found = errcat(arguments.into_iter().chain([folder])).findings();
    assert!(found.contains("[-No such domain-] {+Domain not found+}"), "{found}");
    let path = page("response-codes.csv");
    let arguments = ["drift", path.to_str().unwrap(), "wapi", "--source"];
    errcat(arguments.into_iter().chain(["response-codes"])).done();
    let error = errcat(arguments.into_iter().chain(["nope"])).error(2);
    assert!(error.contains("choose response-codes, command-pages"), "{error}");
}

#[test]
fn pages_that_cannot_be_compared_exit_with_2() {
    let path = page("errors.md");
    errcat(["drift", path.to_str().unwrap(), "nope"]).error(2);
    piped(&["drift", "-", "wix"], b"").error(2);
    errcat(["drift", "nowhere.md", "wix"]).error(2);
}
