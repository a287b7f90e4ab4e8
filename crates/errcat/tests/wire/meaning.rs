//! The meaning of a response: its code, its case and the values in its message.

use errcat::rt::Roles;
use errcat::rt::error::{Body, Profile};
use errcat::rt::wire::{Envelope, Failure, FailureKind, Spec};
use errcat::{Actor, Facts, GrpcCode, HttpStatus, Input, Outcome, Retry, System, Unrecognized};

use crate::catalog::{Read, resolved, spec, text_of};

fn read(body: &str, status: u16) -> Read<'_> {
    let input = Input::new(body.as_bytes());
    resolved(&HttpStatus::new(status).map_or(input, |status| input.with_status(status)))
}

#[test]
fn a_success_needs_its_code_and_no_error_status() {
    let body = r#"{"response":{"code":1000}}"#;
    for (status, outcome) in [
        (0, Outcome::Success),
        (200, Outcome::Success),
        (399, Outcome::Success),
        (400, Outcome::Failure),
        (503, Outcome::Failure),
    ] {
        assert_eq!(read(body, status).outcome, outcome, "{status}");
    }
    let mut failed = read(body, 503);
    assert_eq!((failed.kind, failed.code), (FailureKind::System, None));
    assert!(matches!(failed.failure(text_of), Failure::System(_)));
    assert_eq!(read(r#"{"response":{"code":"1001"}}"#, 200).outcome, Outcome::Failure);
}

#[test]
fn the_status_gives_the_code_of_a_client_error_without_one() {
    for (body, status, code) in [
        (r#"{"message":"m"}"#, 404, Some("2000")),
        (r#"{"message":"m"}"#, 405, None),
        // The answer may come from a proxy.
        (r#"{"message":"m"}"#, 503, None),
        ("{}", 404, None),
        ("null", 404, None),
        ("[]", 404, None),
        (r#"{"error":"no such route"}"#, 404, None),
        ("Not Found", 404, None),
        (r#"{"fields":["a"]}"#, 404, None),
        (r#"{"response":{"code":7}}"#, 404, None),
    ] {
        assert_eq!(read(body, status).code.map(text_of), code, "{body}");
    }
}

#[test]
fn the_operation_or_the_text_tells_the_case() {
    let case = |code: u32, text: &str, operation: &str| {
        let body = format!("{{\"response\":{{\"code\":{code},\"text\":\"{text}\"}}}}");
        let input = Input::new(body.as_bytes());
        let input = if operation.is_empty() { input } else { input.with_operation(operation) };
        resolved(&input).case.map(|(_, case)| case)
    };
    for (code, text, operation, expected) in [
        (2000, "other", "", Some(0)),
        (3000, "x is taken", "", Some(0)),
        (3000, "x cannot move", "", Some(1)),
        (3000, "x is taken", "move", Some(1)),
        (3000, "other", "create", Some(0)),
        (3000, "other", "", None),
        (3000, "other", "delete", None),
        (3000, "x cannot move", "delete", Some(1)),
        (4000, "B", "create", Some(0)),
        (4000, "A", "move", Some(1)),
        (4000, "other", "", None),
    ] {
        assert_eq!(case(code, text, operation), expected, "{code} {text} {operation}");
    }
}

#[test]
fn values_come_from_the_message_that_fits() {
    let value = |messages: &str| {
        let body = format!("{{\"response\":{{\"code\":2000,{messages}}}}}");
        resolved(&Input::new(body.as_bytes())).value("name").map(str::to_owned)
    };
    assert_eq!(value(r#""text":"Domain a.cz is gone""#).as_deref(), Some("a.cz"));
    assert_eq!(value(r#""text":"other","hint":"Domain b.cz is gone""#).as_deref(), Some("b.cz"));
    assert_eq!(value(r#""text":"Domain <name> is gone""#), None);
    assert_eq!(value(r#""text":"Domain <other> is gone""#).as_deref(), Some("<other>"));
    assert_eq!(value(r#""text":"other""#), None);
    let read = read(r#"{"response":{"code":2000,"text":"Domain a is gone"}}"#, 0);
    assert_eq!(read.value("other"), None);
}

#[test]
fn a_failure_is_of_the_kind_of_its_envelope() {
    let kind = |body: &str| match read(body, 500).failure(text_of) {
        Failure::Case((code, _)) => text_of(code).to_owned(),
        Failure::Validation(error) => format!("{}: {:?}", error.violations().len(), error.status()),
        Failure::System(error) => format!("{:?} {:?}", error.code(), error.status()),
        Failure::Unrecognized(error) => format!("{:?} {:?}", error.code(), error.status()),
    };
    assert_eq!(kind(r#"{"response":{"code":2000}}"#), "2000");
    assert_eq!(kind(r#"{"fields":["a","b"]}"#), "2: Some(HttpStatus(500))");
    assert_eq!(kind(r#"{"reason":"r"}"#), "Some(\"r\") Some(HttpStatus(500))");
    assert_eq!(kind(r#"{"response":{"code":7}}"#), "Some(\"7\") Some(HttpStatus(500))");
    // The code is known and its case is not.
    assert_eq!(kind(r#"{"response":{"code":3000}}"#), "Some(\"3000\") Some(HttpStatus(500))");
    assert_eq!(kind(""), "None Some(HttpStatus(500))");
}

/// Returns the profile of an error whose code has a class with some advice.
fn of_class(body: Body<'_>, spec: &Spec<'_>, retry: Retry) -> Profile<&'static str> {
    let http = HttpStatus::new(409).unwrap();
    let (outcome, grpc, actor) = (Outcome::Failure, GrpcCode::AlreadyExists, Actor::Caller);
    let facts = Facts { outcome, http, grpc, retry, actor };
    let roles = Roles { passing: "", broken: "", validation: "", unknown: "unknown" };
    Profile::from_body(body, roles, spec, |_| Some(Profile { facts, meaning: "taken" }))
}

#[test]
fn a_received_error_status_overrides_the_facts_of_a_class() {
    let later = |after_seconds| Retry::Later { after_seconds };
    for (status, retry, expected) in [
        (200, Retry::Never, (409, GrpcCode::AlreadyExists, Retry::Never)),
        (503, later(Some(60)), (503, GrpcCode::Unavailable, later(Some(60)))),
        (503, Retry::AfterFix, (503, GrpcCode::Unavailable, Retry::AfterFix)),
        (503, Retry::Query, (503, GrpcCode::Unavailable, Retry::Query)),
        (404, later(None), (404, GrpcCode::NotFound, Retry::AfterFix)),
    ] {
        let status = HttpStatus::new(status).unwrap();
        let error = Unrecognized::new("").with_code("A1").with_status(status);
        let Profile { facts, meaning } = of_class(Body::Unrecognized(&error), spec(), retry);
        assert_eq!((facts.http.get(), facts.grpc, facts.retry), expected);
        assert!(meaning == "taken" && facts.outcome.is_failure() && facts.actor != Actor::Caller);
        // A failure of the system has no code of the catalog.
        let error = System::new("").with_code("A1").with_status(status);
        assert_eq!(of_class(Body::System(&error), spec(), retry).meaning, "unknown");
    }
}

#[test]
fn a_status_that_is_always_the_same_says_nothing() {
    let http = HttpStatus::new(500);
    let error = Unrecognized::new("").with_code("A1").with_status(http.unwrap());
    let read = |envelope: Envelope<'_>| {
        let spec = Spec { envelopes: &[envelope], ..*spec() };
        of_class(Body::Unrecognized(&error), &spec, Retry::Never).facts.http.get()
    };
    let form = Envelope { http, ..spec().envelopes[0] };
    assert_eq!(read(form), 409);
    assert_eq!(read(Envelope { outcome: Some(Outcome::Failure), ..form }), 409);
    assert_eq!(read(Envelope { outcome: Some(Outcome::Success), ..form }), 500);
}
