//! Bodies of providers that exist only as YAML, read and written by their envelopes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

#[path = "envelopes/lists.rs"]
mod lists;
#[path = "envelopes/outcomes.rs"]
mod outcomes;
#[path = "envelopes/params.rs"]
mod params;
#[path = "envelopes/random.rs"]
mod random;

use errcat::{HttpStatus, Input};
use errcat_model::decode::decode;
use errcat_model::{CatalogSet, Sources, load};
use serde_json::Value;

const MEANINGS: &str = "meanings:
  - { id: success, title: It worked, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
  - { id: notification, title: It happened, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
  - { id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: UNKNOWN, retry: never, actor: operator }
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
";

const CODES: &str = "group: { title: Failures, about: All failures., source: list }
codes:
  - code: 10
    message: <name> is taken
    params: { name: { type: domain } }
    kind-of: failure
    guidance: { cause: Somebody else holds the domain at the registry., action: Offer another name to the customer who asks. }
  - code: 20
    message: <name> is locked
    params: { name: { type: domain } }
    kind-of: failure
    guidance: { cause: The domain is locked at the registry it came from., action: Unlock the domain before sending the request again. }
";

const SUCCESSES: &str =
    "group: { title: Successes, about: All successes., source: list, outcome: success }
codes:
  - code: 1
    message: Done
    is: success
";

/// A catalog with some envelopes, and codes that are numbers.
fn with(envelopes: &str) -> CatalogSet {
    let provider = format!(
        "id: acme\ntitle: Acme\nabout: A.\ndomain: acme.example\ncode-type: integer\n\
         sources: [{{ id: list, title: List }}]\nenvelopes:\n{envelopes}"
    );
    let files = [
        ("meanings.yaml", MEANINGS),
        ("acme/provider.yaml", provider.as_str()),
        ("acme/failures.yaml", CODES),
        ("acme/successes.yaml", SUCCESSES),
    ];
    load(&Sources::from_texts(files)).unwrap()
}

/// Reads a body as JSON for scripts.
fn read(set: &CatalogSet, status: Option<u16>, body: &str) -> Value {
    let input = Input::new(body.as_bytes());
    let status = status.map(|status| HttpStatus::new(status).unwrap());
    let input = status.into_iter().fold(input, Input::with_status);
    serde_json::to_value(decode(set, set.catalog("acme").unwrap(), &input).unwrap()).unwrap()
}

/// Returns what a body is read as: its envelope, kind and code.
fn what(set: &CatalogSet, status: Option<u16>, body: &str) -> String {
    let read = read(set, status, body);
    let text = |member: &str| read[member].as_str().unwrap_or("-").to_owned();
    [text("envelope"), text("kind"), text("code")].join(" ")
}
