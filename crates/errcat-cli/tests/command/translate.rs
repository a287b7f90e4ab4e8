//! `errcat translate`

use std::path::Path;

use serde_json::json;

use crate::{copied_catalogs, errcat, json, write};

fn translate(arguments: &[&str]) -> String {
    errcat([&["translate"], arguments].concat()).done()
}

#[test]
fn a_code_in_all_other_catalogs() {
    insta::assert_snapshot!(translate(&["wapi:3201"]));
}

#[test]
fn a_case_a_code_with_several_cases_and_a_meaning() {
    let texts = ["wix:NOT_FOUND#domain-name-not-found", "wix:NOT_FOUND", "domain.not-found"];
    insta::assert_snapshot!(texts.map(|text| translate(&[text])).join("\n"));
}

#[test]
fn one_catalog_is_one_json_object_and_all_are_a_list() {
    let one = json(&translate(&["wapi:3201", "--into", "domains", "--format", "json"]));
    let answer = json!({
        "to": "domains:DOMAIN_002",
        "basis": "equivalent",
        "http": 409,
        "grpc": "ALREADY_EXISTS",
        "retry": "never",
        "differs": [],
    });
    let to_domains = json!({
        "from": "wapi:3201",
        "into": "domains",
        "to": "domains:DOMAIN_002",
        "relation": "exact",
        "via": "domain.already-registered",
        "equivalents": [{
            "to": "domains:DOMAIN_002",
            "relation": "exact",
            "via": "domain.already-registered",
            "why": null,
        }],
        "answer": { "client": answer, "account-owner": answer },
    });
    assert_eq!(one, to_domains);
    let all = json(&translate(&["wapi:3201", "--format", "json"]));
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(all[0], to_domains);
    assert_eq!(all[1]["into"], "wix");
}

#[test]
fn none_is_an_answer() {
    let none = json(&translate(&["DOMAIN_012", "--into", "wapi", "--format", "json"]));
    assert_eq!(
        (&none["to"], &none["relation"], &none["via"]),
        (&json!(null), &json!(null), &json!(null))
    );
    assert_eq!(
        (&none["equivalents"], &none["answer"]["client"]["basis"]),
        (&json!([]), &json!("class"))
    );
    let page = translate(&["DOMAIN_012", "--into", "wapi"]);
    assert_eq!(page.lines().nth(2), Some("wapi        no equivalent  none"));
}

#[test]
fn exact_hides_other_translations() {
    let all = json(&translate(&["wapi:3201", "--exact", "--format", "json"]));
    assert_eq!(all[0]["relation"], "exact");
    assert_eq!(all[1]["to"], json!(null), "ALREADY_EXISTS of wix says less");
}

#[test]
fn references_are_the_same_as_for_explain() {
    for reference in ["3201", "wapi:3201", "DomainRegistered", "Domain is registered"] {
        assert!(translate(&[reference]).starts_with("wapi:3201  DomainRegistered\n"));
    }
    let error = errcat(["translate", "DOMAIN_01"]).error(1);
    assert_eq!(error, errcat(["explain", "DOMAIN_01"]).error(1));
    assert_eq!(errcat(["translate", " "]).error(1), errcat(["explain", " "]).error(1));
    let error = errcat(["translate", "DomainUnavailable"]).error(1);
    assert!(error.contains("is ambiguous"), "{error}");
}

#[test]
fn an_unknown_catalog_and_the_own_one_are_errors() {
    assert_eq!(
        errcat(["translate", "wapi:3201", "--into", "wpai"]).error(2),
        "error: there is no catalog `wpai`; choose domains, wapi, wix\n"
    );
    assert_eq!(
        errcat(["translate", "wapi:3201", "--into", "wapi"]).error(2),
        "error: `wapi` is the catalog of the reference itself; choose domains, wix\n"
    );
}

const PROVIDER: &str = "id: acme
title: Acme Domains
about: The registrar that we buy domains from.
domain: api.acme.example
code-type: integer
sources: [{ id: manual, title: Acme API manual }]
";

const CODES: &str = "group: { title: Domain errors, about: What can go wrong., source: manual }
codes:
  - code: 17
    message: Domain is gone
    kind-of: domain.unavailable
    guidance:
      cause: Somebody else was quicker than the customer.
      action: Offer another name to the customer instead.
    translations:
      - to: wapi:3201
        relation: close
        why: Acme says gone for what somebody holds, most of the time.
      - from: wapi:3202
        relation: narrower
        why: Whoever sees it wants to hear that the domain is gone.
      - none: wix
        why: Nobody connects such a domain.
";

/// A custom catalog defines both directions without a change to the built-in ones.
#[test]
fn a_translation_by_hand_shows_its_reason() {
    let catalogs = copied_catalogs();
    write(&catalogs.path().join("acme/provider.yaml"), PROVIDER);
    write(&catalogs.path().join("acme/codes.yaml"), CODES);
    let with_acme = |reference: &str| {
        let folder = catalogs.path().to_str().unwrap();
        errcat(["translate", reference, "--catalog", folder]).done()
    };
    insta::assert_snapshot!([with_acme("acme:17"), with_acme("wapi:3201")].join("\n"));
}

/// A single provider is read with the built-in hub and has nothing to translate into.
#[test]
fn a_single_catalog_has_no_translations() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("acme/provider.yaml"), PROVIDER);
    write(&folder.path().join("acme/codes.yaml"), CODES);
    let run = |arguments: &[&str], folder: &Path| {
        errcat([arguments, &["--only", "--catalog", folder.to_str().unwrap()]].concat()).done()
    };
    let folder = folder.path();
    assert_eq!(run(&["translate", "acme:17"], folder), "acme:17  DomainIsGone\n");
    let list = json(&run(&["translate", "17", "--format", "json"], folder));
    assert_eq!(list, json!([]));
    assert!(!run(&["explain", "17"], folder).contains("equivalents"));
}

#[test]
fn the_readme_of_the_crate_shows_the_real_page() {
    let page = format!("$ errcat translate wapi:3201\n{}", translate(&["wapi:3201"]));
    assert!(include_str!("../../README.md").contains(&page), "the README does not show:\n{page}");
}
