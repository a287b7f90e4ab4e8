//! The delay that a provider asks for is read with every catalog and passed on.
#![cfg(all(
    feature = "domains",
    feature = "http",
    feature = "tonic",
    feature = "wapi",
    feature = "wix",
    feature = "xml"
))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{
    Audience, CatalogError, Failure, HttpStatus, Input, Problem, Retry, domains, wapi, wix,
};
use http::Response;
use http::header::{HeaderValue, RETRY_AFTER};

const LATER: Retry = Retry::Later { after_seconds: None };

/// The delay of a value that is too large or cannot be read.
const UNREADABLE: u32 = u32::MAX;

/// 90 seconds before the time in most of the dates below.
const DATE: &str = "Sun, 06 Nov 1994 08:48:07 GMT";
const UNIX_TIME: i64 = 784_111_687;

/// Values of `Retry-After` and their seconds, for a response of 08:48:07.
const VALUES: &[(&str, u32)] = &[
    ("0", 0),
    ("120", 120),
    (" 120 ", 120),
    ("0.2", 1),
    ("99999999999999999999", UNREADABLE),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 90),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 90),
    ("Sun Nov  6 08:49:37 1994", 90),
    ("Sun, 06 Nov 1994 08:48:06 GMT", 0),
    ("", UNREADABLE),
    ("soon", UNREADABLE),
    ("-5", UNREADABLE),
    ("Sun, 06 Nov 1994 08:49:37 CET", UNREADABLE),
];

fn later(seconds: u32) -> Retry {
    Retry::Later { after_seconds: Some(seconds) }
}

/// Bodies that providers and proxies send with 429 or 503.
const BODIES: &[&str] = &[
    r#"{"message":"busy"}"#,
    r#"{"message":"busy","details":{}}"#,
    "<html><h1>503</h1></html>",
    "<response><code>x</code></response>",
    "Service Unavailable",
    "",
];

fn waits<E: CatalogError>() {
    for (body, status) in BODIES.iter().flat_map(|body| [(body, 429), (body, 503)]) {
        let input = Input::new(body.as_bytes()).with_status(HttpStatus::new(status).unwrap());
        assert_eq!(domain_errors::decode::<E>(input).retry(), LATER, "{body}");
        for (value, seconds) in VALUES {
            let headers = [("date", DATE), ("retry-AFTER", *value)];
            let read = domain_errors::decode::<E>(input.with_headers(&headers));
            assert_eq!(read.retry(), later(*seconds), "{value} {body}");
            let headers = [("Retry-After", *value)];
            let input = input.with_headers(&headers).with_time(UNIX_TIME);
            assert_eq!(domain_errors::decode::<E>(input).retry(), later(*seconds), "{value}");
        }
    }
}

#[test]
fn every_catalog_reads_the_header() {
    waits::<domains::Error>();
    waits::<wapi::Error>();
    waits::<wix::Error>();
}

#[test]
fn an_error_with_a_code_has_the_delay() {
    let code = wix::Code::ServiceUnavailable;
    let body = format!(r#"{{"details":{{"applicationError":{{"code":"{code}"}}}}}}"#);
    let input = Input::new(body.as_bytes()).with_headers(&[("Retry-After", "60")]);
    let read = wix::decode(input);
    assert_eq!(read.error(), Some(&wix::Error::ServiceUnavailable));
    assert_eq!(read.retry(), later(60));
}

#[test]
fn only_the_advice_later_has_a_delay() {
    let status = HttpStatus::new(502).unwrap();
    let input = Input::new(b"").with_status(status).with_headers(&[("Retry-After", "60")]);
    assert_eq!(wapi::decode(input).retry(), Retry::Query);
}

#[test]
fn the_longest_delay_counts() {
    let catalog = wapi::Code::ALL.iter().find(|code| code.retry() == later(300)).unwrap();
    let body = format!(r#"{{"response":{{"code":{catalog}}}}}"#);
    for (values, seconds) in [
        (&["1"] as &[_], 300),
        (&["301"], 301),
        (&["400", "500", "3"], 500),
        (&["400", "never"], UNREADABLE),
    ] {
        let headers: Vec<_> = values.iter().map(|value| ("retry-after", *value)).collect();
        let input = Input::new(body.as_bytes()).with_headers(&headers);
        assert_eq!(wapi::decode(input).retry(), later(seconds), "{values:?}");
    }
}

#[test]
fn the_clock_of_the_provider_comes_first() {
    let value = VALUES[5].0;
    let status = HttpStatus::new(503).unwrap();
    let read = |headers: &[_], time: Option<i64>| {
        let input = Input::new(b"").with_status(status).with_headers(headers);
        let input = time.into_iter().fold(input, Input::with_time);
        domains::decode(input).retry()
    };
    let both = [("Retry-After", value), ("Date", DATE)];
    assert_eq!(read(&both, Some(UNIX_TIME + 80)), later(90));
    assert_eq!(read(&both[..1], Some(UNIX_TIME + 80)), later(10));
    assert_eq!(read(&both[..1], None), later(UNREADABLE));
    assert_eq!(read(&[both[0], ("Date", "today")], None), later(UNREADABLE));
}

#[test]
fn a_header_that_is_not_text_is_a_long_delay() {
    let mut response = Response::builder().status(429).body("").unwrap();
    let value = HeaderValue::from_bytes(b"1\xff").unwrap();
    response.headers_mut().append(RETRY_AFTER, HeaderValue::from(60));
    assert_eq!(wix::decode(&response).retry(), later(60));
    response.headers_mut().append(RETRY_AFTER, value);
    assert_eq!(wix::decode(&response).retry(), later(UNREADABLE));
}

#[test]
fn a_problem_passes_the_delay_on() {
    let error = wix::Error::ServiceUnavailable;
    assert_eq!(error.retry(), LATER);
    let failure = Failure::new(error.clone()).with_retry(later(77));
    let sent = failure.reply(Audience::Operator).to_http_response();
    assert_eq!(sent.headers()[RETRY_AFTER], "77");
    let problem = Problem::from_http_response(&sent).unwrap();
    assert_eq!((problem.to_error(), problem.retry()), (Ok(error), Some(later(77))));
    let unsure = problem.with_retry(Retry::Query).to_http_response();
    assert!(!unsure.headers().contains_key(RETRY_AFTER));
    assert_eq!(Problem::from_http_response(&unsure).unwrap().retry(), Some(Retry::Query));
}

#[test]
fn a_problem_waits_as_long_as_its_header_says() {
    let read = |status: u16, value: Option<&str>, body: &str| {
        let response = Response::builder().status(status).header("date", DATE);
        let response =
            value.into_iter().fold(response, |one, value| one.header(RETRY_AFTER, value));
        Problem::from_http_response(&response.body(body).unwrap()).unwrap().retry()
    };
    for (value, seconds) in VALUES {
        assert_eq!(read(503, Some(value), "{}"), Some(later(*seconds)), "{value}");
    }
    assert_eq!(read(503, None, "{}"), None);
    assert_eq!(read(503, Some("3"), r#"{"retry":"later 5s"}"#), Some(later(5)));
    assert_eq!(read(503, Some("7"), r#"{"retry":"later 5s"}"#), Some(later(7)));
    assert_eq!(read(503, Some("7"), r#"{"retry":"query"}"#), Some(Retry::Query));
    assert_eq!(read(409, Some("7"), "{}"), Some(Retry::Query), "it may have been carried out");
}

#[test]
fn a_status_passes_the_delay_on() {
    let error = wix::Error::ServiceUnavailable;
    for retry in [LATER, later(0), later(77), later(UNREADABLE), Retry::Query, Retry::Never] {
        let failure = Failure::new(error.clone()).with_retry(retry);
        let status = failure.reply(Audience::Operator).to_status();
        assert_eq!(wix::Error::from_status(&status).as_ref(), Ok(&error));
        assert_eq!(Retry::from_status(&status), Some(retry));
    }
    assert_eq!(Retry::from_status(&error.to_status()), Some(LATER));
    assert_eq!(Retry::from_status(&tonic::Status::unavailable("busy")), None);
}
