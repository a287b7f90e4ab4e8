use domain_errors::{ErrorKind, Input, Outcome, Retry, wapi};

use crate::{error, read};

#[test]
fn a_code_in_json_is_a_number_or_its_digits() {
    for code in ["3201", "\"3201\"", " \"3201\" "] {
        let body = format!(
            r#"{{"response":{{"code":{code},"result":"Domain is already registered","timestamp":"1286957992","svTRID":"1.2.3","command":"domain-create","data":[]}}}}"#
        );
        let response = read::<wapi::Error>(200, &body);
        assert_eq!(response.error(), Some(&wapi::Error::DomainRegistered), "{code}");
        assert_eq!(response.message(), Some("Domain is already registered"));
        assert_eq!(
            (response.request_id(), response.operation()),
            (Some("1.2.3"), Some("domain-create"))
        );
        assert_eq!(response.data(), Some("[]"));
    }
}

#[test]
fn xml_is_read_with_and_without_a_declaration() {
    for body in [
        "<response><code>3201</code><result>Domain is registered</result></response>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response>\n  <code> 3201 </code>\n  <result>Domain is &lt;b&gt; &#382;</result>\n</response>\n",
        "\u{feff}<response><code><![CDATA[3201]]></code></response>",
        "<w:response xmlns:w=\"urn:w\"><w:code>3201</w:code><code>1000</code></w:response>",
    ] {
        assert_eq!(error::<wapi::Error>(200, body), wapi::Error::DomainRegistered, "{body}");
    }
    let body = "<response><code>3201</code><result>Domain is &lt;b&gt; &#382;</result><data><a>1</a></data></response>";
    let response = read::<wapi::Error>(200, body);
    assert_eq!((response.message(), response.data()), (Some("Domain is <b> ž"), Some("<a>1</a>")));
}

#[test]
fn successes_and_notifications_are_not_errors() {
    for (code, outcome) in [
        (1000, Outcome::Success),
        (1001, Outcome::Success),
        (1002, Outcome::Success),
        (1003, Outcome::Success),
        (1200, Outcome::Notification),
    ] {
        let body = format!(r#"{{"response":{{"code":{code},"result":"OK"}}}}"#);
        let response = read::<wapi::Error>(200, &body);
        assert_eq!((response.outcome(), response.error()), (outcome, None), "{code}");
        let xml = format!("<notify><code>{code}</code><id>5</id></notify>");
        let response = read::<wapi::Error>(200, &xml);
        assert_eq!((response.outcome(), response.other("notification-id")), (outcome, Some("5")));
    }
}

#[test]
fn a_success_of_something_else_is_a_failure_that_has_to_be_looked_up() {
    let body = r#"{"response":{"code":1003,"result":"Empty","svTRID":"1.2"}}"#;
    let failure = read::<wapi::Error>(200, body).into_failure();
    assert_eq!((failure.kind(), failure.raw_code()), (ErrorKind::System, Some("1003")));
    assert_eq!((failure.retry(), failure.request_id()), (Retry::Query, Some("1.2")));
    let taken = read::<wapi::Error>(200, r#"{"response":{"code":3201}}"#).into_failure();
    assert_eq!(taken.into_error(), wapi::Error::DomainRegistered);
}

#[test]
fn the_outer_code_of_a_polled_notification_counts() {
    let body = r#"{"response":{"code":1000,"result":"OK","data":{"notify":{"code":1200,"result":"x","id":1}}}}"#;
    let response = read::<wapi::Error>(200, body);
    assert_eq!(response.code(), Some(wapi::Code::RequestSucceeded));
    assert!(response.data().unwrap().contains("1200"));
}

#[test]
fn the_command_decides_the_meaning_of_a_number() {
    let body = r#"{"response":{"code":3217,"result":"Domain transfer check failed, try again later","command":"domain-transfer-check"}}"#;
    assert_eq!(error::<wapi::Error>(200, body), wapi::Error::DomainTransferCheckFailed);
    let body = r#"{"response":{"code":3217,"result":"x"}}"#;
    let found = error::<wapi::Error>(200, body);
    assert_eq!((found.code(), found.case()), (wapi::Code::find("3217"), None));
    let input = Input::new(body.as_bytes()).with_operation("domain-transfer-check");
    assert_eq!(wapi::decode(input).error(), Some(&wapi::Error::DomainTransferCheckFailed));
}

#[test]
fn an_unknown_number_is_an_error_with_the_answers_of_its_range() {
    let found = error::<wapi::Error>(200, r#"{"response":{"code":2999,"result":"New"}}"#);
    assert_eq!((found.kind(), found.http().get()), (ErrorKind::Unrecognized, 400));
    let found = error::<wapi::Error>(200, r#"{"response":{"code":1999,"result":"New"}}"#);
    assert!(found.http().is_error());
}

#[test]
fn bodies_of_other_services_are_errors() {
    for body in [
        "User-Agent Rate Limit",
        "",
        " ",
        "<html><head><title>Protection</title></head></html>",
        "<response><code>1000</code><result>OK</res",
        "<response><code>1000</code>",
        r#"{"response":{"code":1000"#,
        r#"{"response":{"code":true}}"#,
        r#"{"response":{"code":null}}"#,
        r#"{"response":{"code":[1000]}}"#,
        r#"{"code":1000}"#,
        "1000",
        "null",
        "[]",
        r#"{"response":{"code":1000}} trailing"#,
        "<response><code>1000</code></response><response/>",
    ] {
        let response = read::<wapi::Error>(200, body);
        assert_eq!(response.outcome(), Outcome::Failure, "{body}");
        assert_eq!(response.error().unwrap().kind(), ErrorKind::System, "{body}");
        assert_eq!(response.error().unwrap().http().get(), 502, "{body}");
    }
    let found = error::<wapi::Error>(429, "User-Agent Rate Limit");
    assert_eq!(found.to_string(), "User-Agent Rate Limit");
    assert_eq!(found.retry(), Retry::Later { after_seconds: None });
}

#[test]
fn a_success_with_an_error_status_is_a_failure() {
    let found = error::<wapi::Error>(500, r#"{"response":{"code":1000,"result":"OK"}}"#);
    assert_eq!((found.kind(), found.http().get()), (ErrorKind::System, 500));
}

#[test]
fn the_operation_of_the_caller_counts_more_than_that_of_the_body() {
    let body = r#"{"response":{"code":3201,"result":"x","command":"domain-create"}}"#;
    let input = Input::new(body.as_bytes());
    assert_eq!(wapi::decode(input).operation(), Some("domain-create"));
    let named = input.with_operation("domain-check");
    assert_eq!(wapi::decode(named).operation(), Some("domain-check"));
    let unread = Input::new(b"<html>").with_operation("domain-check");
    assert_eq!(wapi::decode(unread).operation(), Some("domain-check"));
}
