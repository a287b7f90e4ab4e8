//! WEDOS WAPI, in JSON or in XML.

use axum::body::Bytes;
use domain_errors::Failure;
use domain_errors::wapi::{self, Code};
use http::{Method, Request, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use quick_xml::escape::escape;
use serde::Deserialize;
use serde_json::json;

use super::{Dialect, input, request};
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

/// The body of an answer. Its root tells it from a notification.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Body {
    Response(Answer),
}

#[derive(Deserialize)]
struct Answer {
    command: Option<String>,
    data: Option<Data>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Data {
    domain: Domain,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Domain {
    name: Option<String>,
    status: Option<Status>,
}

/// The states that mean success. A domain in any other is not known to be registered.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Active,
    Ok,
    RenewProcessing,
    FeeWaiting,
    SetupProcessing,
}

impl From<Status> for State {
    fn from(status: Status) -> Self {
        match status {
            Status::Active | Status::Ok | Status::RenewProcessing => Self::Active,
            Status::FeeWaiting | Status::SetupProcessing => Self::Pending,
        }
    }
}

impl Wapi {
    /// Returns the state that a successful answer to this command is about.
    fn state(&self, action: Action, name: &str, body: &[u8], code: Code) -> Option<State> {
        let body = match self.format {
            Format::Json => serde_json::from_slice(body).ok(),
            Format::Xml => quick_xml::de::from_reader(body).ok(),
        };
        let Body::Response(Answer { command: answered, data }) = body?;
        let domain = data.unwrap_or_default().domain;
        let is_ours = answered.is_none_or(|answered| answered == command(action))
            && domain.name.is_none_or(|other| other.eq_ignore_ascii_case(name));
        match (code, action) {
            (Code::RequestSucceeded, _) if is_ours => {
                Some(domain.status.map_or(State::Active, State::from))
            }
            (Code::RequestPending, Action::Register) if is_ours => Some(State::Pending),
            // A notification or an empty queue, for example, answers something else.
            _ => None,
        }
    }
}

fn command(action: Action) -> &'static str {
    match action {
        Action::Register => "domain-create",
        Action::Look => "domain-info",
    }
}

impl Dialect for Wapi {
    type Error = wapi::Error;

    fn request(&self, action: Action, name: &str) -> Request<String> {
        let command = command(action);
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

    fn read(
        &self,
        action: Action,
        name: &str,
        response: &Response<Bytes>,
    ) -> Result<State, Failure<wapi::Error>> {
        let answer = wapi::decode(input(response));
        let code = answer.code().filter(|_| response.status().is_success());
        let state = code.and_then(|code| self.state(action, name, response.body(), code));
        state.ok_or_else(|| answer.into_failure())
    }
}
