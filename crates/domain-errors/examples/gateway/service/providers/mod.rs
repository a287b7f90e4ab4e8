//! The requests to each provider, and the meaning of its answers.

mod domains;
mod wapi;
mod wix;

use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use domain_errors::{CatalogError, Failure, Input};
use http::header::CONTENT_TYPE;
use http::{Method, Request, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{Action, State};

pub(crate) use domains::Domains;
pub(crate) use wapi::{Format, Wapi};
pub(crate) use wix::Wix;

/// The differences between providers.
pub(crate) trait Dialect {
    /// The error type of the provider.
    type Error: CatalogError;

    /// Returns the request for an action.
    fn request(&self, action: Action, name: &str) -> Request<String>;

    /// Reads the answer to a request. It is a success only if it says so, about this domain, in a way
    /// that we know. Anything else is a failure.
    fn read(
        &self,
        action: Action,
        name: &str,
        response: &Response<Bytes>,
    ) -> Result<State, Failure<Self::Error>>;
}

/// Returns a response, ready to be decoded. A date in its `Retry-After` is relative to its own `Date`, or
/// else to our clock.
fn input(response: &Response<Bytes>) -> Input<'_> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Input::from(response).with_time(i64::try_from(now.as_secs()).unwrap_or(i64::MAX))
}

/// Returns whether a response has a successful status and nothing that the provider's errors have.
fn is_clean<E: CatalogError>(
    response: &Response<Bytes>,
    answer: &domain_errors::Response<'_, E>,
) -> bool {
    response.status().is_success()
        && answer.raw_code().is_none()
        && answer.message().is_none()
        && answer.violations().is_empty()
}

fn request(method: Method, address: String, kind: &'static str, body: String) -> Request<String> {
    let request = Request::builder().method(method).uri(address).header(CONTENT_TYPE, kind);
    // Names are encoded. An invalid address in the settings fails when it is called.
    request.body(body).unwrap_or_default()
}

/// Returns a request to a collection of domains: POST for a new one, GET for one by its name.
fn to_collection(all: String, action: Action, name: &str, new: &Value) -> Request<String> {
    let json = "application/json";
    match action {
        Action::Register => request(Method::POST, all, json, new.to_string()),
        Action::Look => {
            let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
            request(Method::GET, format!("{all}/{name}"), json, String::new())
        }
    }
}
