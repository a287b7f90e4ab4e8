use domain_errors::{
    BodyFormat, CatalogCode, CatalogError, Input, Response, System, Unrecognized, Validation,
    Violation, domains, wapi, wix,
};
use errcat::rt::stand_in;
use errcat_model::CatalogSet;
use proptest::prelude::*;

use crate::answers::set;
use crate::support::{failures, status, values};

/// Reads a response as the answer to the first operation that answers with the error.
fn read<'b, E: CatalogError>(error: &E, response: impl Into<Input<'b>>) -> Response<'b, E> {
    let operation = error.case().and_then(|case| case.operations().next());
    let input = response.into();
    domain_errors::decode(match operation {
        Some(operation) => input.with_operation(operation),
        None => input,
    })
}

fn comes_back<E: CatalogError>(error: &E, format: BodyFormat) {
    let body = stand_in::body_of(error, format).unwrap();
    assert_eq!(read(error, Input::new(body.as_bytes())).error(), Some(error), "{body}");
}

fn response_comes_back<E: CatalogError>(error: &E, format: BodyFormat) {
    let response = stand_in::response_of(error, format).unwrap();
    assert_eq!(read(error, &response).error(), Some(error), "{response:?}");
}

fn code_comes_back<E: CatalogError>(error: &E, format: BodyFormat) {
    let body = stand_in::body_of(error, format).unwrap();
    assert_eq!(read(error, Input::new(body.as_bytes())).code(), error.code(), "{body}");
    let response = stand_in::response_of(error, format).unwrap();
    assert_eq!((response.body(), read(error, &response).code()), (&body, error.code()));
}

/// Returns whether a body can say which case it is. Of several cases, one without a text cannot be
/// told from the others.
fn is_sent<E: CatalogError>(error: &E) -> bool {
    let case = error.case().unwrap();
    case.message().is_some() || error.code().unwrap().cases().len() == 1
}

/// A check of all errors of a catalog.
type Check = fn(&[Option<String>], BodyFormat);

fn all([domains, wapi, wix]: [Check; 3], values: &[Option<String>]) {
    domains(values, BodyFormat::Json);
    wapi(values, BodyFormat::Json);
    wapi(values, BodyFormat::Xml);
    wix(values, BodyFormat::Json);
}

fn every_error<E: CatalogError>(values: &[Option<String>], format: BodyFormat) {
    for error in failures::<E>(values).iter().filter(|error| is_sent(*error)) {
        comes_back(error, format);
        response_comes_back(error, format);
    }
}

fn every_code<E: CatalogError>(values: &[Option<String>], format: BodyFormat) {
    for error in &failures::<E>(values) {
        code_comes_back(error, format);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_written_error_is_read_back_as_the_same_error(
        values in proptest::collection::vec(
            proptest::option::of("[a-z0-9ž漢\u{1f600}<>&\"'\\\\/\u{7f}-]{1,12}"), 1..4,
        ),
    ) {
        let checks = [every_error::<domains::Error>, every_error::<wapi::Error>, every_error::<wix::Error>];
        all(checks, &values);
    }

    #[test]
    fn the_code_is_known_for_any_values(values in values()) {
        let checks = [every_code::<domains::Error>, every_code::<wapi::Error>, every_code::<wix::Error>];
        all(checks, &values);
    }
}

fn every_example<E: CatalogError>(set: &CatalogSet) {
    let catalog = set.catalog(E::Code::CATALOG).unwrap();
    let mut written = 0;
    for example in &catalog.examples {
        let input = Input::new(example.body.as_bytes());
        let response: Response<'_, E> =
            domain_errors::decode(example.status.into_iter().fold(input, Input::with_status));
        let Some(error) = response.error().filter(|error| error.code().is_some()) else { continue };
        for format in [BodyFormat::Json, BodyFormat::Xml] {
            if stand_in::body_of(error, format).is_some() {
                response_comes_back(error, format);
                written += 1;
            }
        }
    }
    assert!(written > 0, "{}", catalog.id);
}

#[test]
fn errors_of_the_examples_come_back() {
    let set = set();
    every_example::<domains::Error>(&set);
    every_example::<wapi::Error>(&set);
    every_example::<wix::Error>(&set);
}

#[test]
fn bodies_are_those_of_the_providers() {
    let json = BodyFormat::Json;
    let taken = wapi::Error::DomainRegistered;
    let unknown: wapi::Error = Unrecognized::new("New & <odd>\r\n").with_code("2999").into();
    let restricted = wix::Error::DomainRestricted { domain_name: Some("a\"b.cz".into()) };
    let refused: wix::Error = Validation::new("no")
        .with_violation(Violation::new("is <required>").with_field("a").with_rule("REQUIRED"))
        .with_violation(Violation::new("is long"))
        .into();
    let system: wix::Error = System::new("").with_code("-1").into();
    let listed: domains::Error =
        Validation::new("Bad Request").with_violation(Violation::new("no name")).into();
    let route: domains::Error = System::new("Cannot GET /x").with_status(status(404)).into();
    let bodies = [
        taken.to_body(json),
        taken.to_body(BodyFormat::Xml),
        unknown.to_body(json),
        unknown.to_body(BodyFormat::Xml),
        restricted.to_body(json),
        refused.to_body(json),
        system.to_body(json),
        domains::Error::DomainNotFound.to_body(json),
        listed.to_body(json),
        route.to_body(json),
    ];
    let bodies: Vec<_> = bodies.into_iter().map(Option::unwrap).collect();
    insta::assert_snapshot!(bodies.join("\n"));
}

#[test]
fn violations_and_failures_of_the_system_come_back() {
    let json = BodyFormat::Json;
    let refused = Validation::new("no")
        .with_violation(Violation::new("is \"<required>\"").with_field("a").with_rule("REQUIRED"))
        .with_violation(Violation::new("is long"));
    comes_back::<wix::Error>(&refused.into(), json);
    comes_back::<wix::Error>(&System::new("out").with_code("-1").into(), json);
    comes_back::<wix::Error>(&System::new("").into(), json);
    let listed = Validation::new("Bad Request").with_violation(Violation::new("no name"));
    comes_back::<domains::Error>(&listed.with_status(status(400)).into(), json);
    let route = System::new("Cannot GET /x").with_status(status(404));
    comes_back::<domains::Error>(&route.into(), json);
    for format in [json, BodyFormat::Xml] {
        let unknown = Unrecognized::new("New & <odd>").with_code("2999");
        comes_back::<wapi::Error>(&unknown.into(), format);
    }
}

/// A received status is kept. WAPI answers 200 to everything else, and the others as the catalog says.
#[test]
fn responses_have_the_status_of_the_provider() {
    let status_of = |response: Option<http::Response<String>>| response.unwrap().status().as_u16();
    let [json, xml] = [BodyFormat::Json, BodyFormat::Xml];
    let taken = wapi::Error::DomainRegistered;
    assert_eq!([json, xml].map(|format| status_of(taken.to_provider_response(format))), [200, 200]);
    assert_eq!(
        taken.to_provider_response(xml).unwrap().headers()["content-type"],
        "application/xml"
    );
    assert_eq!(status_of(domains::Error::DomainNotFound.to_provider_response(json)), 404);
    let unknown = Unrecognized::new("New").with_code("2999");
    assert_eq!(status_of(wapi::Error::from(unknown.clone()).to_provider_response(json)), 200);
    let unknown = unknown.with_status(status(503));
    response_comes_back::<wapi::Error>(&unknown.clone().into(), xml);
    response_comes_back::<wix::Error>(&unknown.into(), json);
    let refused = Validation::new("no").with_violation(Violation::new("is long"));
    let refused: domains::Error = refused.with_status(status(422)).into();
    response_comes_back(&refused, json);
    assert!(refused.to_provider_response(xml).is_none());
    let system = System::new("Out of order").with_status(status(503));
    response_comes_back::<domains::Error>(&system.clone().into(), json);
    response_comes_back::<wix::Error>(&system.into(), json);
}

#[test]
fn an_error_without_an_envelope_has_no_body() {
    assert_eq!(domains::Error::DomainNotFound.to_body(BodyFormat::Xml), None);
    assert_eq!(wapi::Error::from(Validation::new("no")).to_body(BodyFormat::Json), None);
    assert_eq!(wapi::Error::from(System::new("no")).to_body(BodyFormat::Xml), None);
}

/// A code is written as a number only where the provider's codes are numbers, and without losing a
/// digit.
#[test]
fn a_code_keeps_its_type_and_its_digits() {
    let error = |code: &str| Unrecognized::new("new").with_code(code);
    let wix = |code| wix::Error::from(error(code)).to_body(BodyFormat::Json).unwrap();
    let wapi = |code| wapi::Error::from(error(code)).to_body(BodyFormat::Json).unwrap();
    assert!(wix("7").contains(r#""code":"7""#));
    assert!(wapi("7").contains(r#""code":7,"#));
    assert!(wapi("007").contains(r#""code":"007""#));
}
