//! WEDOS WAPI, in JSON or in XML.

use axum::body::Bytes;
use domain_errors::wapi::{self, Code};
use http::{Method, Request, Response};
use http_body_util::Full;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use quick_xml::escape::escape;
use serde_json::json;

use super::{Dialect, Refusal, outcome, request};
use crate::service::{Action, State};

/// WAPI. The HTTP status is always 200; the code in the body says what happened. (A real request
/// also has credentials.)
pub(crate) struct Wapi {
    /// The address of the API.
    pub(crate) address: String,
    /// The format at that address.
    pub(crate) format: Format,
}

/// The format of requests and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

impl Dialect for Wapi {
    type Error = wapi::Error;

    fn request(&self, action: Action, name: &str) -> Request<Full<Bytes>> {
        let command = match action {
            Action::Register => "domain-create",
            Action::Look => "domain-info",
        };
        let command = match self.format {
            Format::Json => {
                let data = json!({ "name": name });
                json!({ "request": { "command": command, "data": data } }).to_string()
            }
            Format::Xml => format!(
                "<request><command>{command}</command><data><name>{}</name></data></request>",
                escape(name)
            ),
        };
        let form = format!("request={}", utf8_percent_encode(&command, NON_ALPHANUMERIC));
        request(Method::POST, self.address.clone(), "application/x-www-form-urlencoded", form)
    }

    fn read(&self, _: Action, response: &Response<Bytes>) -> Result<State, Refusal<wapi::Error>> {
        let answer = wapi::decode(response);
        let state = outcome(&answer)?;
        let is_pending = answer.code() == Some(Code::RequestPending);
        Ok(if is_pending { State::Pending } else { state })
    }
}
