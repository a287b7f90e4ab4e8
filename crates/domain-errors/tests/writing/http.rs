use domain_errors::{
    AnyError, Audience, CatalogError, Failure, Input, Problem, Retry, domains, wapi, wix,
};
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{Response, StatusCode};

use crate::support::{bodies, failures};

fn answers<E: CatalogError>(error: &E) {
    let response = error.reply(Audience::Operator).to_http_response();
    assert_eq!(response.status().as_u16(), error.http().get());
    assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json");
    let delay = match error.retry() {
        Retry::Later { after_seconds } => after_seconds.map(|seconds| seconds.to_string()),
        _ => None,
    };
    let sent = response.headers().get(RETRY_AFTER).map(|value| value.to_str().unwrap().to_owned());
    assert_eq!(sent, delay);
    let problem = Problem::from_json(response.body()).unwrap();
    assert_eq!(problem.to_error::<E>().as_ref(), Ok(error));
}

#[test]
fn every_error_is_a_response() {
    failures(&[None]).iter().chain(&bodies()).for_each(answers::<domains::Error>);
    failures(&[None]).iter().chain(&bodies()).for_each(answers::<wapi::Error>);
    failures(&[None]).iter().chain(&bodies()).for_each(answers::<wix::Error>);
}

#[test]
fn an_error_is_a_status() {
    let error = wapi::Error::DomainRegistered;
    assert_eq!(StatusCode::from(&error), StatusCode::CONFLICT);
    assert_eq!(error.to_http_response().status(), StatusCode::CONFLICT);
    assert_eq!(StatusCode::from(error), StatusCode::CONFLICT);
    let unread = Problem::from_json(b"{}").unwrap().to_http_response();
    assert_eq!(unread.status(), StatusCode::INTERNAL_SERVER_ERROR);
}

#[test]
fn a_response_is_read_with_its_status_and_headers() {
    let body = r#"{"message":"not here","details":{"applicationError":{"code":"NOT_FOUND"}}}"#;
    let response = Response::builder()
        .status(404)
        .header("X-Wix-Request-Id", "1700.42")
        .body(body.to_owned())
        .unwrap();
    let read = wix::decode(&response);
    assert_eq!(read.request_id(), Some("1700.42"));
    assert_eq!(read.code(), Some(wix::Code::NotFound));
    assert_eq!(read.status().unwrap().get(), 404);
    let generic = domain_errors::decode::<wix::Error>(&response);
    assert_eq!(generic.error(), read.error());

    let edge = Response::builder().status(503).header("x-a", "\u{17e}").body(Vec::new()).unwrap();
    assert_eq!(wapi::decode(&edge).into_result().unwrap_err().http().get(), 503);
    assert_eq!(Input::from(&edge).header("x-a"), None, "only ASCII is text");
    let odd = Response::builder().status(999).body([]).unwrap();
    assert_eq!(wapi::decode(&odd).status(), None);
}

#[test]
fn a_handler_of_axum_can_return_an_error() {
    use axum_core::response::IntoResponse;

    fn handler() -> Result<&'static str, wapi::Error> {
        Err(wapi::Error::DomainRegistered)
    }
    let response = handler().into_response();
    assert_eq!(response.status(), StatusCode::CONFLICT);
    assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json");
    let later = failures::<wapi::Error>(&[])
        .into_iter()
        .find(|error| matches!(error.retry(), Retry::Later { after_seconds: Some(_) }));
    let later = Failure::new(AnyError::from(later.unwrap()));
    assert!(later.into_response().headers().contains_key(RETRY_AFTER));
    let problem = wapi::Error::DomainRegistered.problem().with_instance("/orders/1");
    assert_eq!(problem.into_response().status(), StatusCode::CONFLICT);
}
