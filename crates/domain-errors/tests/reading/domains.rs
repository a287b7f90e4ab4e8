use domain_errors::{ErrorKind, HttpStatus, Input, domains};

use crate::error;

#[test]
fn the_documented_body_is_read() {
    let body = r#"{"statusCode":404,"timestamp":"t","path":"/domains/x","method":"GET","message":"Domain not found","errorCode":"DOMAIN_001"}"#;
    let response = domains::decode(Input::new(body.as_bytes()));
    assert_eq!(response.code(), Some(domains::Code::DomainNotFound));
    assert_eq!(response.status().map(HttpStatus::get), Some(404));
    assert_eq!(
        (response.other("path"), response.other("method")),
        (Some("/domains/x"), Some("GET"))
    );
}

#[test]
fn a_list_of_texts_is_a_validation() {
    let body = r#"{"message":["name must be a string","period must not be less than 1"],"error":"Bad Request","statusCode":400}"#;
    let found = error::<domains::Error>(400, body);
    assert_eq!(
        found.to_string(),
        "Bad Request (name must be a string; period must not be less than 1)"
    );
    assert_eq!(found.kind(), ErrorKind::Validation);
}

#[test]
fn an_unknown_route_is_not_an_unknown_domain() {
    let body = r#"{"message":"Cannot GET /domians","error":"Not Found","statusCode":404}"#;
    let found = error::<domains::Error>(404, body);
    assert_eq!((found.kind(), found.code(), found.http().get()), (ErrorKind::System, None, 404));
    let found =
        error::<domains::Error>(413, r#"{"statusCode":413,"message":"request entity too large"}"#);
    assert_eq!(found.to_string(), "request entity too large");
}
