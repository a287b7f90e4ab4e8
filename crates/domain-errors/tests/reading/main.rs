//! Real responses of the providers become the right errors.
#![cfg(all(
    feature = "json",
    feature = "xml",
    feature = "domains",
    feature = "wapi",
    feature = "wix"
))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod domains;
mod wapi;
mod wix;

use domain_errors::{CatalogError, HttpStatus, Input, Response};

fn read<E: CatalogError>(status: u16, body: &str) -> Response<'_, E> {
    let input = Input::new(body.as_bytes()).with_status(HttpStatus::new(status).unwrap());
    domain_errors::decode(input)
}

fn error<E: CatalogError>(status: u16, body: &str) -> E {
    read::<E>(status, body).into_result().unwrap_err().into_error()
}
