//! The requests to each provider, and the meaning of its answers.

mod domains;
mod wapi;
mod wix;

use axum::body::Bytes;
use domain_errors::{CatalogError, Retry};
use http::header::CONTENT_TYPE;
use http::{Method, Request, Response};
use http_body_util::Full;
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
    fn request(&self, action: Action, name: &str) -> Request<Full<Bytes>>;

    /// Reads the answer to a request.
    fn read(
        &self,
        action: Action,
        response: &Response<Bytes>,
    ) -> Result<State, Refusal<Self::Error>>;
}

/// An error and its retry advice.
pub(crate) struct Refusal<E> {
    /// The error.
    pub(crate) error: E,
    /// Whether to send the request again, with the delay from the response, if it has one.
    pub(crate) retry: Retry,
}

impl<E: CatalogError> From<E> for Refusal<E> {
    /// Creates a refusal with the usual advice of the error.
    fn from(error: E) -> Self {
        Self { retry: error.retry(), error }
    }
}

/// Reads a response that has a code, or should have one.
fn outcome<E: CatalogError>(
    response: &domain_errors::Response<'_, E>,
) -> Result<State, Refusal<E>> {
    match response.error() {
        Some(error) => Err(Refusal { error: error.clone(), retry: response.retry() }),
        None => Ok(State::Active),
    }
}

fn request(
    method: Method,
    address: String,
    kind: &'static str,
    body: String,
) -> Request<Full<Bytes>> {
    let request = Request::builder().method(method).uri(address).header(CONTENT_TYPE, kind);
    // Names are encoded. An invalid address in the settings fails when it is called.
    request.body(Full::from(body)).unwrap_or_default()
}

/// Returns a request to a collection of domains: POST for a new one, GET for one by its name.
fn to_collection(all: String, action: Action, name: &str, new: &Value) -> Request<Full<Bytes>> {
    let json = "application/json";
    match action {
        Action::Register => request(Method::POST, all, json, new.to_string()),
        Action::Look => {
            let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
            request(Method::GET, format!("{all}/{name}"), json, String::new())
        }
    }
}
