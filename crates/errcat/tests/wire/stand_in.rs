//! Responses as a provider sends them, with headers that it declares.

use errcat::rt::stand_in::{Content, write_response};
use errcat::rt::wire::{EnvelopeKind, Format};
use errcat::{HttpStatus, Outcome};

use crate::catalog::spec;

#[test]
fn headers_have_the_values_that_are_known() {
    for (code, header) in [("2000", Some("2000")), ("ž", None), ("2\n0", None)] {
        let content = Content {
            kind: EnvelopeKind::Application,
            outcome: Outcome::Failure,
            code: Some(code),
            has_numbers: true,
            message: None,
            operation: None,
            http: HttpStatus::new(404),
            retry_after: None,
            params: Vec::new(),
            violations: &[],
        };
        let response = write_response(spec(), &content, None, Format::Json).unwrap();
        let value = response.headers().get("x-code").map(|value| value.to_str().unwrap());
        assert_eq!((value, response.headers().get("x-id")), (header, None), "{code}");
        assert_eq!(
            (response.status().as_u16(), response.headers().len()),
            (404, 1 + usize::from(header.is_some()))
        );
        let again = write_response(spec(), &content, HttpStatus::new(503), Format::Xml).unwrap();
        assert_eq!(
            (again.status().as_u16(), &again.headers()["content-type"]),
            (503, &"application/xml".parse().unwrap())
        );
    }
}
