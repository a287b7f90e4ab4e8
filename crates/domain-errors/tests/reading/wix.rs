use domain_errors::{ErrorKind, HttpStatus, Input, Violation, wix};

use crate::{error, read};

#[test]
fn an_application_error_has_its_parameters() {
    let body = r#"{"message":"Unable to connect domain `free.cz`, it's available for purchase.",
        "details":{"applicationError":{"code":"Invalid domain","description":"","data":{"a":[1]}}}}"#;
    let input = Input::new(body.as_bytes())
        .with_status(HttpStatus::new(400).unwrap())
        .with_headers(&[("X-Wix-Request-Id", "1700.42")]);
    let response = wix::decode(input);
    assert_eq!(
        response.error(),
        Some(&wix::Error::DomainAvailableForPurchase { domain_name: Some("free.cz".into()) })
    );
    assert_eq!(response.request_id(), Some("1700.42"));
    assert_eq!(response.data(), Some("{\"a\":[1]}"));
    assert_eq!(response.raw_code(), Some("Invalid domain"));
}

#[test]
fn every_generation_of_a_text_fits() {
    for text in [
        "Unable to connect domain `free.cz`, it's available for purchase.",
        "Unable to connect domain free.cz, it's available for purchase.",
        "Unable to connect domain `free.cz`, it is available for purchase.",
        "Unable to connect domain free.cz, it is available for purchase.",
    ] {
        for body in [
            format!(
                r#"{{"message":"","details":{{"applicationError":{{"code":"Invalid domain","description":"{text}"}}}}}}"#
            ),
            format!(
                r#"{{"message":"{text}","details":{{"applicationError":{{"code":"Invalid domain"}}}}}}"#
            ),
            format!(
                r#"{{"message":"x","details":{{"applicationError":{{"code":"Invalid domain","description":"{text}"}}}}}}"#
            ),
            format!(r#"{{"message":"{text}","applicationError":{{"code":"Invalid domain"}}}}"#),
        ] {
            let expected =
                wix::Error::DomainAvailableForPurchase { domain_name: Some("free.cz".into()) };
            assert_eq!(error::<wix::Error>(400, &body), expected, "{body}");
        }
    }
}

#[test]
fn values_are_verbatim() {
    let body = r#"{"message":"Domain `\u017elu\u0165\"<b>.cz` is Wix restricted.","details":{"applicationError":{"code":"Invalid domain"}}}"#;
    let expected = wix::Error::DomainRestricted { domain_name: Some("žluť\"<b>.cz".into()) };
    assert_eq!(error::<wix::Error>(400, body), expected);
}

#[test]
fn an_undocumented_text_still_has_its_code() {
    let body = r#"{"message":"Nobody wrote this down","details":{"applicationError":{"code":"Invalid domain"}}}"#;
    let found = error::<wix::Error>(400, body);
    assert_eq!((found.code(), found.case()), (Some(wix::Code::InvalidDomain), None));
    let body = r#"{"message":"New words","details":{"applicationError":{"code":"DOMAINS_DOMAIN_NOT_PERMITTED"}}}"#;
    assert_eq!(error::<wix::Error>(403, body), wix::Error::DomainNotPermitted { domain: None });
}

#[test]
fn a_validation_error_comes_before_a_system_error() {
    let body = r#"{"message":"invalid","details":{"systemError":{"errorCode":-100},"validationError":{"fieldViolations":[
        {"field":"domain","description":"must not be empty","violatedRule":"REQUIRED_FIELD"},
        {"field":"n","description":"too big","violatedRule":"OTHER","ruleName":"CUSTOM_RULE","data":{"x":1}},
        {"field":"only"}]}}}"#;
    let found = error::<wix::Error>(400, body);
    let wix::Error::Validation(validation) = &found else { unreachable!("{found:?}") };
    let rows: Vec<_> = validation
        .violations()
        .iter()
        .map(|one| (one.field(), one.description(), one.rule()))
        .collect();
    assert_eq!(
        rows,
        [
            (Some("domain"), "must not be empty", Some("REQUIRED_FIELD")),
            (Some("n"), "too big", Some("CUSTOM_RULE")),
            (Some("only"), "only", None),
        ]
    );
}

#[test]
fn the_status_gives_the_code_of_a_client_error_without_one() {
    let found = error::<wix::Error>(404, r#"{"message":"not here","details":{}}"#);
    assert_eq!(found.code(), Some(wix::Code::NotFound));
    let found = error::<wix::Error>(428, r#"{"message":"still provisioning"}"#);
    assert_eq!(found.code(), Some(wix::Code::FailedPrecondition));
    let found =
        error::<wix::Error>(500, r#"{"message":"","details":{"systemError":{"errorCode":"X1"}}}"#);
    assert_eq!((found.kind(), found.http().get()), (ErrorKind::System, 500));
}

#[test]
fn an_application_error_counts_with_any_status() {
    let body = r#"{"message":"","details":{"applicationError":{"code":"NON_PREMIUM_SITE","description":"d"}}}"#;
    assert_eq!(error::<wix::Error>(500, body).code(), Some(wix::Code::NonPremiumSite));
    let body = r#"{"message":"?","details":{"applicationError":{"code":"-28081"}}}"#;
    let found = error::<wix::Error>(400, body);
    assert_eq!((found.kind(), found.to_string().as_str()), (ErrorKind::Unrecognized, "-28081: ?"));
}

#[test]
fn an_html_page_is_a_system_error() {
    let found = error::<wix::Error>(503, "<!DOCTYPE html><html><body>404 NOT_FOUND</body></html>");
    assert_eq!((found.kind(), found.http().get()), (ErrorKind::System, 503));
    assert_eq!(found.to_string(), "HTTP 503");
}

/// The texts of a success or of another service can be about any person, and messages go to clients.
#[test]
fn a_body_of_another_service_has_no_message() {
    let foreign = r#"{"connectedDomains":[{"owner":"x@y.example"}]}"#;
    for body in [foreign, r#"[{"owner":"x@y.example"}]"#, r#"{"owner":"x@y.exam"#] {
        let error = read::<wix::Error>(200, body).into_result().unwrap_err();
        assert_eq!(error.to_string(), read::<wix::Error>(200, "").error().unwrap().to_string());
    }
    let plain = read::<wix::Error>(503, "upstream connect error");
    assert_eq!(plain.message(), Some("upstream connect error"));
}

#[test]
fn a_response_keeps_its_violations() {
    let body = r#"{"message":"no","details":{"validationError":{"fieldViolations":[
        {"field":"name","description":"must not be empty"}]}}}"#;
    let refused = read::<wix::Error>(400, body);
    let expected = Violation::new("must not be empty").with_field("name");
    assert_eq!(refused.violations(), [expected]);
    assert!(read::<wix::Error>(500, "").violations().is_empty());
}
