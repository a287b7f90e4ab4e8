//! Every slot of an envelope reaches the people and programs that read a result.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::fmt::Write as _;

use errcat::Input;
use errcat::rt::wire::Slot;
use errcat_model::decode::{PAGE_TEXTS, decode};
use errcat_model::{Sources, load};
use serde_json::{Map, Value};

const MEANINGS: &str = "meanings:
  - { id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: UNKNOWN, retry: later, actor: operator }
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
";

const PROVIDER: &str = "id: acme
title: Acme
about: Sells domains.
domain: acme.example
code-type: integer
sources: [{ id: reference, title: Reference }]
envelopes:
  - id: failed
    format: json
    about: The body of an error.
    slots:
";

const CODES: &str = "group: { title: All, about: All codes., source: reference }
codes:
  - code: 10
    message: It failed
    is: failure
    guidance: { cause: Something broke at the registry of the domain., action: Send the same request again after some minutes. }
";

/// The slots that a page shows in other ways, or not at all.
const NOT_UNDER_A_LABEL: [&str; 7] =
    ["code", "message", "system-code", "data", "retry-after", "operation", "http"];

#[test]
fn every_slot_is_in_a_result_and_on_a_page() {
    let mut provider = PROVIDER.to_owned();
    let mut body = Map::new();
    // Violations are in envelopes of their own.
    let names = Slot::NAMES.iter().filter(|name| !name.starts_with("violation"));
    for (number, name) in (10_u32..).zip(names.clone()) {
        writeln!(provider, "      {name}: [/{name}]").unwrap();
        body.insert((*name).to_owned(), number.to_string().into());
    }
    let files = [
        ("meanings.yaml", MEANINGS),
        ("acme/provider.yaml", &provider),
        ("acme/codes.yaml", CODES),
    ];
    let set = load(&Sources::from_texts(files)).unwrap();
    let json = Value::from(body.clone()).to_string();
    let catalog = set.catalog("acme").unwrap();
    let decoded = decode(&set, catalog, &Input::new(json.as_bytes())).unwrap();
    let result = serde_json::to_string(&decoded).unwrap();
    for name in names {
        let value = body[*name].as_str().unwrap();
        // The code replaces that of the system, and the number is no HTTP status.
        let is_used = ["system-code", "http"].contains(name) || result.contains(value);
        assert!(is_used, "the slot `{name}` is not in {result}");
        let is_shown = PAGE_TEXTS.iter().any(|text| (text.get)(&decoded) == Some(value));
        let is_exempt = NOT_UNDER_A_LABEL.contains(name);
        assert!(is_shown != is_exempt, "no page shows the slot `{name}`");
    }
    let result: Value = serde_json::from_str(&result).unwrap();
    for text in PAGE_TEXTS {
        assert!(result[text.member].is_string(), "a result has no `{}`", text.member);
    }
}
