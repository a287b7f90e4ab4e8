//! `errcat_model::decode` works on a checked catalog and generated code on its tables. Both must
//! agree about every body.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

use domain_errors::{
    Audience, Case, CatalogCode, CatalogError, Facts, HttpStatus, Input, Violation, domains, wapi,
    wix,
};
use errcat::rt::error::Body;
use errcat_model::decode::{Decoded, Kind, Value, why};
use errcat_model::{BodyFormat, Catalog, CatalogSet, Envelope, Piece};
use errcat_tests::embedded;
use serde_json::Value as Json;

/// The result of either reader, in one form.
#[derive(Debug, PartialEq)]
struct Seen {
    kind: String,
    code: Option<String>,
    name: Option<String>,
    message: String,
    params: Vec<(String, String)>,
    violations: Vec<Violation>,
    /// The facts and the meaning, if there is a reason for them.
    facts: Option<(Facts, String)>,
    /// The sentence for the customer, if there are facts.
    tell: Option<String>,
    envelope: [Option<String>; 3],
}

fn typed<E: CatalogError>(input: &Input<'_>) -> Seen {
    let response = domain_errors::decode::<E>(input);
    let (kind, (facts, meaning)) = match (response.error(), response.code()) {
        (Some(error), _) => (error.kind().to_string(), (error.facts(), error.meaning())),
        (None, Some(code)) => (response.outcome().to_string(), (code.facts(), code.meaning())),
        (None, None) => panic!("neither an error nor a code"),
    };
    let told = match (response.case(), response.error(), response.code()) {
        (Some(case), ..) => case.tell("cs"),
        (None, Some(error), _) => error.reply(Audience::AccountOwner).tell("cs"),
        (None, None, Some(code)) => code.tell("cs"),
        (None, None, None) => panic!("neither an error nor a code"),
    };
    let case = response.case().map(Case::name);
    let params = response.error().into_iter().flat_map(E::params);
    let params = params.filter_map(|one| Some((one.name.to_owned(), one.value?.to_string())));
    let known = response.code().map(|code| code.as_str().to_owned());
    Seen {
        kind,
        name: case.or(response.code().map(CatalogCode::name)).map(str::to_owned),
        code: known.or_else(|| response.raw_code().map(str::to_owned)),
        message: response.message().unwrap_or_default().to_owned(),
        params: params.collect(),
        violations: response.error().map(violations).unwrap_or_default(),
        facts: Some((Facts { retry: response.retry(), ..facts }, meaning.to_string())),
        tell: Some(told.text.to_owned()),
        envelope: [
            response.request_id().map(str::to_owned),
            response.operation().map(str::to_owned),
            response.data().map(str::to_owned),
        ],
    }
}

fn violations<E: CatalogError>(error: &E) -> Vec<Violation> {
    match error.body() {
        Some(Body::Validation(validation)) => validation.violations().to_vec(),
        _ => Vec::new(),
    }
}

fn checked(decoded: &Decoded<'_>) -> Seen {
    let params = decoded.params.iter().map(|(param, value)| {
        let value = match value {
            Value::Text(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
        };
        (param.name.clone(), value)
    });
    let is_validation = decoded.kind == Kind::Validation;
    Seen {
        kind: serde_json::to_value(decoded.kind).unwrap().as_str().unwrap().to_owned(),
        code: decoded.code.clone(),
        name: decoded.name.map(str::to_owned),
        message: decoded.message.clone(),
        params: params.collect(),
        violations: if is_validation { decoded.violations.clone() } else { Vec::new() },
        facts: decoded.facts.zip(decoded.meaning.map(str::to_owned)),
        tell: decoded.tell.map(|tell| tell["cs"].clone()),
        envelope: [decoded.request_id.clone(), decoded.operation.clone(), decoded.data.clone()],
    }
}

fn compare(set: &CatalogSet, catalog: &Catalog, input: &Input<'_>, body: &[u8]) {
    let typed = match catalog.id.as_str() {
        "domains" => typed::<domains::Error>(input),
        "wapi" => typed::<wapi::Error>(input),
        "wix" => typed::<wix::Error>(input),
        other => panic!("add the catalog `{other}` here"),
    };
    let decoded = errcat_model::decode::decode(set, catalog, input).unwrap();
    let tried = why(catalog, input).unwrap();
    let mut matching = tried.iter().filter(|one| one.matched).map(|one| one.envelope);
    assert_eq!((matching.next(), matching.next()), (decoded.envelope.as_deref(), None));
    // Not every program asks whether a body was recognized, so an error always has facts.
    let is_founded = decoded.recognized || decoded.status.is_some_and(HttpStatus::is_error);
    let (facts, tell) = (typed.facts.filter(|_| is_founded), typed.tell.filter(|_| is_founded));
    let typed = Seen { facts, tell, ..typed };
    let checked = checked(&decoded);
    assert_eq!(checked, typed, "{input:?} of {}\n{}", catalog.id, String::from_utf8_lossy(body));
}

/// Returns a message with values that must be escaped.
fn filled(template: &str) -> String {
    let pieces = errcat_model::Template::parse(template).unwrap();
    let pieces = pieces.pieces().iter().map(|piece| match piece {
        Piece::Literal(text) => (*text).to_owned(),
        Piece::Parameter(name) => format!("{name}-ž\"<&.cz"),
    });
    pieces.collect()
}

/// Returns a body with values in the slots of an envelope.
fn body(envelope: &Envelope, values: &[(&str, Json)]) -> String {
    let mut root = Json::Null;
    for (slot, value) in values {
        let found = envelope.slots.iter().find(|other| other.slot == *slot);
        for pointer in found.into_iter().filter_map(|slot| slot.paths.first()) {
            let mut place = &mut root;
            for token in pointer.split('/').skip(1) {
                place = &mut place[token];
            }
            *place = value.clone();
        }
    }
    match envelope.format {
        BodyFormat::Json => root.to_string(),
        BodyFormat::Xml => xml(&root),
    }
}

fn xml(value: &Json) -> String {
    match value {
        Json::Object(members) => members.iter().fold(String::new(), |all, (name, value)| {
            all + &format!("<{name}>{}</{name}>", xml(value))
        }),
        Json::String(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        other => other.to_string(),
    }
}

/// Returns every documented body: the examples, and each text of each case of each code, in each
/// envelope.
fn documented(catalog: &Catalog) -> Vec<(String, Option<String>)> {
    let examples = catalog.examples.iter();
    let mut bodies: Vec<_> =
        examples.map(|one| (one.body.clone(), one.operation.clone())).collect();
    for (code, case) in catalog.cases() {
        let messages = case.messages.iter().map(|message| filled(&message.text));
        let messages: Vec<String> = messages.chain(["Undocumented text".to_owned()]).collect();
        let number = code.code.parse::<u32>().ok().map(Json::from);
        let wire: Vec<Json> = number.into_iter().chain([Json::from(code.code.as_str())]).collect();
        for envelope in &catalog.envelopes {
            for (message, wire) in
                messages.iter().flat_map(|one| wire.iter().map(move |w| (one, w)))
            {
                let values = [
                    ("code", wire.clone()),
                    ("message", message.as_str().into()),
                    ("request-id", "1.2.3".into()),
                    ("data", serde_json::json!({"a": [1, null]})),
                ];
                bodies.push((body(envelope, &values), case.operations.first().cloned()));
            }
        }
    }
    bodies
}

fn with_status(body: &[u8], status: Option<u16>) -> Input<'_> {
    match status.and_then(HttpStatus::new) {
        Some(status) => Input::new(body).with_status(status),
        None => Input::new(body),
    }
}

#[test]
fn readers_agree_on_documented_bodies() {
    let set = embedded();
    let mut outcomes = Vec::new();
    for catalog in &set.catalogs {
        for (body, operation) in documented(catalog) {
            for status in [None, Some(200), Some(404), Some(503)] {
                let input = with_status(body.as_bytes(), status);
                compare(&set, catalog, &input, body.as_bytes());
            }
            let input = Input::new(body.as_bytes()).with_headers(&[("Retry-After", "77")]);
            compare(&set, catalog, &input, body.as_bytes());
            if let Some(operation) = &operation {
                let input = input.with_operation(operation);
                compare(&set, catalog, &input, body.as_bytes());
            }
            outcomes.push(errcat_model::decode::decode(&set, catalog, &input).unwrap().kind);
        }
    }
    // Make sure that the bodies are what they are meant to be.
    let count = |kind| outcomes.iter().filter(|other| **other == kind).count();
    assert!(count(Kind::Application) > 800, "{}", count(Kind::Application));
    assert!(count(Kind::Success) > 10 && count(Kind::Notification) > 2);
}

#[test]
fn readers_agree_on_randomly_changed_bodies() {
    let set = embedded();
    let mut random = 7_u64;
    let mut below = |bound: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(random >> 33).unwrap() % bound.max(1)
    };
    for catalog in &set.catalogs {
        for (body, _) in documented(catalog).iter().step_by(5) {
            let bytes = body.as_bytes();
            let cut = &bytes[..below(bytes.len())];
            let mut flipped = bytes.to_vec();
            let place = below(bytes.len());
            flipped[place] ^= 1 << below(8);
            let digit = body.replacen(|c: char| c.is_ascii_digit(), "9", 1).into_bytes();
            let twice = [bytes, bytes].concat();
            for changed in [cut, &flipped, &digit, &twice] {
                let status = [None, Some(200), Some(400), Some(500)][below(4)];
                compare(&set, catalog, &with_status(changed, status), changed);
            }
        }
    }
}

#[test]
fn readers_agree_on_unusual_bodies() {
    let set = embedded();
    for catalog in &set.catalogs {
        for body in [
            "",
            "null",
            "<html></html>",
            "User-Agent Rate Limit",
            r#"{"response":{"code":2999,"result":"new"}}"#,
            r#"{"response":{"code":1999,"result":"new"}}"#,
            r#"{"message":["a","b"],"error":"Bad Request","statusCode":400}"#,
            r#"{"message":"","details":{"systemError":{"errorCode":"NOT_FOUND"}}}"#,
            r#"{"message":"","details":{"systemError":{"errorCode":3201}}}"#,
            r#"{"message":"m","details":{"validationError":{"fieldViolations":[{"field":"f"}]}}}"#,
            r#"{"message":"m","details":{"validationError":{"fieldViolations":[
                {"field":"f","description":"d","violatedRule":"OTHER","ruleName":"OWN","data":{}},
                {"description":"\u017e","violatedRule":"MAX"},{"ruleName":"OWN"},{},"text",null]}}}"#,
        ] {
            for status in [None, Some(200), Some(404), Some(428), Some(500)] {
                compare(&set, catalog, &with_status(body.as_bytes(), status), body.as_bytes());
            }
        }
    }
}
