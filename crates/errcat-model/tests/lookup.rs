//! Finding codes by what a person has at hand.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use errcat_model::{CatalogSet, Found, Reference, Sources, load};

fn set() -> CatalogSet {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
    load(&Sources::read(&[folder])).unwrap()
}

/// Returns the reference that a text leads to.
fn find(set: &CatalogSet, text: &str) -> String {
    match set.find(text) {
        Found::Code { catalog, code, case: None } => format!("{}:{}", catalog.id, code.code),
        Found::Code { catalog, code, case: Some(case) } => {
            format!("{}:{}#{}", catalog.id, code.code, case.id)
        }
        Found::Meaning(meaning) => meaning.id.clone(),
        Found::Several(references) => format!("several: {}", references.join(", ")),
        Found::Nothing(suggestions) => format!("nothing: {}", suggestions.join(", ")),
    }
}

#[test]
fn every_reference_leads_to_its_code() {
    let set = set();
    for catalog in &set.catalogs {
        for (code, case) in catalog.cases() {
            let reference = format!("{}:{}", catalog.id, code.code);
            assert_eq!(find(&set, &reference), reference);
            let of_case = format!("{reference}#{}", case.id);
            assert_eq!(find(&set, &of_case), of_case);
        }
    }
    for meaning in &set.meanings {
        assert_eq!(find(&set, &meaning.id), meaning.id);
    }
}

#[test]
fn other_names_lead_there_too() {
    let set = set();
    for (text, expected) in [
        ("3201", "wapi:3201"),
        (" domainregistered ", "wapi:3201"),
        ("DOMAIN_NOT_FOUND", "domains:DOMAIN_001"),
        ("Invalid domain", "wix:Invalid domain"),
        ("Invalid domain#domain-restricted", "wix:Invalid domain#domain-restricted"),
        ("domain-restricted", "wix:Invalid domain#domain-restricted"),
        ("wix:invalid DOMAIN", "wix:Invalid domain"),
        ("Unable to retireve service price", "wapi:2294"),
    ] {
        assert_eq!(find(&set, text), expected, "{text}");
    }
}

#[test]
fn a_reference_that_leads_nowhere_gets_suggestions() {
    let set = set();
    for (text, expected) in [
        ("wapi:3204#nope", "nothing: wapi:3204#domain-in-quarantine"),
        (
            "wix:Invalid domain#nope",
            "nothing: wix:Invalid domain#domain-available-for-purchase, \
             wix:Invalid domain#domain-restricted",
        ),
        ("wapi:DOMAIN_001", "nothing: "),
        ("", "nothing: "),
    ] {
        assert_eq!(find(&set, text), expected, "{text}");
    }
    assert!(find(&set, "domain.unavailble").contains("domain.unavailable"));
    assert!(find(&set, "DOMAIN_01").starts_with("nothing: domains:DOMAIN_001"));
}

#[test]
fn words_lead_to_the_meaning_that_alone_has_them() {
    let set = set();
    assert_eq!(find(&set, "Not enough MONEY"), "billing.insufficient-funds");
    // Another meaning has the keyword, too.
    let taken = "nothing: domain.already-registered, domains:DOMAIN_002, wapi:3201, ";
    assert!(find(&set, "taken").starts_with(taken), "{}", find(&set, "taken"));
    // A code that means something else says so.
    assert!(find(&set, "locked").starts_with("nothing: wapi:2279, "));
    // Keywords of the meaning and of the one above it, and a word of the message.
    assert!(find(&set, "exceeded quota tier").starts_with("nothing: domains:DOMAIN_006"));
    assert!(find(&set, "wapi:taken").contains(" wapi:3201"));
    assert!(!find(&set, "wapi:taken").contains("domains:"));
}

#[test]
fn a_name_of_two_codes_leads_to_neither() {
    let set = set();
    let found = find(&set, "DomainUnavailable");
    assert_eq!(found, "several: domains:DOMAIN_003, wapi:3203");
}

#[test]
fn earlier_names_lead_to_the_code_of_today() {
    let provider = "id: acme\ntitle: Acme\nabout: Acme sells domains.\ndomain: acme.example\n\
        code-type: integer\nsources: [{ id: list, title: The list }]\n";
    let events = "group: { title: Events, about: What happens., outcome: notification, source: list }\n\
        codes:\n  - { code: 7, name: DomainMoved, aliases: [DomainTransferred], is: notification }\n\
        \x20 - code: 8\n    name: DomainSeen\n    cases:\n\
        \x20     - { id: seen-twice, aliases: [seen-again], message: a, kind-of: notification }\n\
        \x20     - { id: seen-once, message: b, kind-of: notification }\n";
    let hub = include_str!("laws/base/meanings.yaml");
    let set = load(&Sources::from_texts([
        ("meanings.yaml", hub),
        ("acme/provider.yaml", provider),
        ("acme/events.yaml", events),
    ]))
    .unwrap();
    for (text, expected) in [
        ("DomainTransferred", "acme:7"),
        ("domaintransferred", "acme:7"),
        ("domain-transferred", "acme:7"),
        ("acme:DomainTransferred", "acme:7"),
        ("seen-again", "acme:8#seen-twice"),
        ("acme:8#seen-again", "acme:8#seen-twice"),
        ("SeenAgain", "acme:8#seen-twice"),
    ] {
        assert_eq!(find(&set, text), expected, "{text}");
    }
}

#[test]
fn only_an_id_before_a_colon_is_a_catalog() {
    let parts = |text| {
        let Reference { catalog, code, case, .. } = Reference::parse(text);
        (catalog, code, case)
    };
    assert_eq!(parts("WAPI:3201"), (Some("WAPI"), "3201", None));
    assert_eq!(parts("Not found: a.cz"), (None, "Not found: a.cz", None));
    assert_eq!(parts("wix:Invalid domain#a b"), (Some("wix"), "Invalid domain#a b", None));
    assert_eq!(parts("x#a-case"), (None, "x", Some("a-case")));
}
