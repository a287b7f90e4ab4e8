//! Errors have the answers of their cases, or else those of their status.
#![cfg(all(feature = "alloc", feature = "domains", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{
    Actor, Case, CatalogCode, CatalogError, ErrorKind, GrpcCode, HttpStatus, Meaning, Retry,
    System, Unrecognized, Validation, Violation, domains, wapi, wix,
};

#[test]
fn every_failure_is_a_variant() {
    agree::<domains::Error>();
    agree::<wapi::Error>();
    agree::<wix::Error>();
}

fn agree<E: CatalogError>() {
    for case in Case::<E::Code>::all() {
        let error = E::from_case(case);
        assert_eq!(error.is_some(), case.outcome().is_failure(), "{case:?}");
        let Some(error) = error else { continue };
        assert_eq!((error.case(), error.code()), (Some(case), Some(case.code())));
        assert_eq!(error.facts(), case.facts());
        assert_eq!((error.meaning(), error.guidance()), (case.meaning(), case.guidance()));
        assert_eq!(error.kind(), ErrorKind::Application);
        assert_eq!(error.label(), case.code().label());
        assert_eq!(error.docs(), case.docs());
        let text = case.message().unwrap_or(case.name());
        assert_eq!(error.message().to_string(), text);
        assert_eq!(error.to_string(), format!("{}: {text}", case.code()));
        assert!(format!("{error:?}").starts_with(case.name()));
        assert_eq!(error.clone(), error);
        assert!(error.params().all(|param| param.value.is_none()));
    }
    assert!(size_of::<E>() <= 64 && size_of::<Result<(), E>>() <= 64);
}

#[test]
fn parameters_are_fields() {
    let error = wix::Error::DomainAvailableForPurchase { domain_name: Some("free.cz".into()) };
    assert_eq!(
        error.to_string(),
        "Invalid domain: Unable to connect domain `free.cz`, it's available for purchase."
    );
    match &error {
        wix::Error::DomainAvailableForPurchase { domain_name } => {
            assert_eq!(domain_name.as_deref(), Some("free.cz"));
        }
        other => unreachable!("{other}"),
    }
    let message = error.message().to_string();
    assert_eq!(format!("{:80}", error.message()), message, "a width does not pad the values");
    let lines = wix::Error::DomainAvailableForPurchase { domain_name: Some("a\nb".into()) };
    assert!(!format!("{:?}", lines.message()).contains('\n'), "it stays on one line of a log");
    let params: Vec<String> = error
        .params()
        .filter_map(|param| Some(format!("{}={}", param.name, param.value?)))
        .collect();
    assert_eq!(params, ["domainName=free.cz"]);
    assert_eq!(
        format!("{error:?}"),
        "DomainAvailableForPurchase { domain_name: Some(\"free.cz\") }"
    );
    assert_ne!(error, wix::Error::DomainAvailableForPurchase { domain_name: None });
}

#[test]
fn a_code_is_known_without_its_case() {
    let error: wix::Error = Unrecognized::new("Something new").with_code("Invalid domain").into();
    assert_eq!((error.case(), error.code()), (None, Some(wix::Code::InvalidDomain)));
    assert_eq!(error.http(), wix::Code::InvalidDomain.http());
    assert_eq!(error.label(), "wix.Invalid domain");
    assert_eq!(error.to_string(), "Invalid domain: Something new");
}

#[test]
fn an_unknown_number_has_the_answers_of_its_range() {
    let error: wapi::Error = Unrecognized::new("?").with_code("2999").into();
    let class = wapi::Code::class_of(2999).unwrap();
    assert_eq!(error.code(), None);
    assert_eq!((error.http(), error.retry()), (class.facts.http, class.facts.retry));
    assert_eq!(error.meaning(), Meaning::Request);
    assert_eq!(error.label(), "wapi.unrecognized");
}

#[test]
fn the_code_of_an_error_is_never_a_success() {
    let error: wapi::Error = Unrecognized::new("OK").with_code("1000").into();
    assert_eq!(error.code(), None);
    assert!(error.http().is_error() && error.grpc() != GrpcCode::Ok);
    for number in 1000..1999 {
        let error: wapi::Error = Unrecognized::new("").with_code(number.to_string()).into();
        assert!(error.http().is_error() && error.grpc() != GrpcCode::Ok, "{number}");
    }
}

#[test]
fn a_status_alone_has_answers() {
    for number in 100..=599 {
        let status = HttpStatus::new(number).unwrap();
        let error: domains::Error = System::new("").with_status(status).into();
        assert!(error.http().is_error() && error.grpc() != GrpcCode::Ok, "{number}");
        assert_eq!(error.to_string(), format!("HTTP {number}"));
        assert_eq!((error.kind(), error.label()), (ErrorKind::System, "domains.system"));
    }
    let of = |number| {
        domains::Error::from(System::new("").with_status(HttpStatus::new(number).unwrap()))
    };
    assert_eq!(of(504).retry(), Retry::Query, "the request may have been carried out");
    assert_eq!(of(429).retry(), Retry::Later { after_seconds: None });
    assert_eq!(of(200).http().get(), 502);
}

/// A proxy, a route that does not exist or a code that is new may have refused the request, for a
/// reason that is not the client's.
#[test]
fn an_error_without_a_case_never_blames_the_client() {
    for number in 100..=599 {
        let status = HttpStatus::new(number).unwrap();
        let system = domains::Error::from(System::new("").with_status(status));
        let unknown = domains::Error::from(Unrecognized::new("").with_status(status));
        for error in [system, unknown] {
            let actor = error.actor();
            assert!(![Actor::Caller, Actor::Nobody].contains(&actor), "{number}: {actor}");
        }
    }
    for number in 1000..=9999 {
        let error: wapi::Error = Unrecognized::new("").with_code(number.to_string()).into();
        assert!(error.code().is_some() || error.actor() != Actor::Caller, "{number}");
    }
}

#[test]
fn a_status_alone_says_who_acts_and_whether_to_send_again() {
    let later = Retry::Later { after_seconds: None };
    for (number, grpc, retry, actor) in [
        (400, GrpcCode::InvalidArgument, Retry::AfterFix, Actor::Operator),
        (401, GrpcCode::Unauthenticated, Retry::AfterFix, Actor::Operator),
        (402, GrpcCode::FailedPrecondition, Retry::AfterFix, Actor::AccountOwner),
        (403, GrpcCode::PermissionDenied, Retry::AfterFix, Actor::Operator),
        (404, GrpcCode::NotFound, Retry::AfterFix, Actor::Operator),
        (408, GrpcCode::DeadlineExceeded, Retry::Query, Actor::Provider),
        (409, GrpcCode::Aborted, Retry::Query, Actor::Operator),
        (410, GrpcCode::NotFound, Retry::Never, Actor::Operator),
        (412, GrpcCode::FailedPrecondition, Retry::AfterFix, Actor::Operator),
        (428, GrpcCode::FailedPrecondition, Retry::AfterFix, Actor::Operator),
        (429, GrpcCode::ResourceExhausted, later, Actor::Operator),
        (499, GrpcCode::Cancelled, Retry::Query, Actor::Operator),
        (501, GrpcCode::Unimplemented, Retry::Never, Actor::Operator),
        (502, GrpcCode::Unavailable, Retry::Query, Actor::Provider),
        (503, GrpcCode::Unavailable, later, Actor::Provider),
        (504, GrpcCode::DeadlineExceeded, Retry::Query, Actor::Provider),
    ] {
        let status = HttpStatus::new(number).unwrap();
        let error = wapi::Error::from(System::new("").with_status(status));
        assert_eq!((error.grpc(), error.retry(), error.actor()), (grpc, retry, actor), "{number}");
    }
}

#[test]
fn a_validation_lists_its_violations() {
    let error: wix::Error = Validation::new("Invalid request")
        .with_violation(
            Violation::new("is required").with_field("domain").with_rule("REQUIRED_FIELD"),
        )
        .with_violation(Violation::new("too many"))
        .into();
    assert_eq!(error.to_string(), "Invalid request (domain: is required; too many)");
    assert_eq!((error.http().get(), error.grpc()), (400, GrpcCode::InvalidArgument));
    assert_eq!((error.retry(), error.actor()), (Retry::AfterFix, Actor::Caller));
    assert_eq!((error.case(), error.code(), error.label()), (None, None, "wix.validation"));
}

#[test]
fn entries_have_addresses() {
    let page = |path: &str| Some(format!("https://errcat.github.io/errcat/#{path}"));
    let shown = |docs: Option<domain_errors::DocsUrl>| docs.map(|docs| docs.to_string());
    assert_eq!(shown(wapi::Code::DomainRegistered.docs()), page("wapi-3201"));
    assert_eq!(shown(wapi::Error::DomainRegistered.case().unwrap().docs()), page("wapi-3201"));
    assert_eq!(shown(wix::Code::InvalidDomain.docs()), page("wix-invalid-domain"));
    let restricted: Case<wix::Code> = "domain-restricted".parse().unwrap();
    assert_eq!(shown(restricted.docs()), page("wix-domain-restricted"));
}

#[test]
fn errors_are_standard_errors_and_can_be_hashed() {
    fn fails() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Err(wapi::Error::DomainRegistered)?
    }
    assert_eq!(fails().unwrap_err().to_string(), "3201: Domain is registered");
    let set = std::collections::HashSet::from([wapi::Error::DomainRegistered]);
    assert!(set.contains(&wapi::Error::DomainRegistered));
}
