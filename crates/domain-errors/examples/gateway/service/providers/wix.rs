//! Wix.

use axum::body::Bytes;
use domain_errors::{Input, wix};
use http::{Method, Request, Response};
use http_body_util::Full;
use serde::Deserialize;

use super::{Dialect, Refusal, in_path, outcome, request};
use crate::service::{Action, State};

/// Wix: one code of it means several things, which the operation and the text tell apart.
pub(crate) struct Wix {
    /// Where it is.
    pub(crate) address: String,
}

/// What it says of a domain that is connected.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    #[serde(rename = "connectedDomain")]
    _connected_domain: serde_json::Map<String, serde_json::Value>,
}

impl Dialect for Wix {
    type Error = wix::Error;

    fn request(&self, action: Action, name: &str) -> Request<Full<Bytes>> {
        let all = format!("{}/domains/v1/connected-domains", self.address);
        match action {
            Action::Register => {
                let domain = serde_json::json!({ "domain": name, "connectionType": "NAMESERVERS" });
                let body = serde_json::json!({ "connectedDomain": domain }).to_string();
                request(Method::POST, all, "application/json", body)
            }
            Action::Look => {
                let one = format!("{all}/{}", in_path(name));
                request(Method::GET, one, "application/json", String::new())
            }
        }
    }

    fn read(
        &self,
        action: Action,
        response: &Response<Bytes>,
    ) -> Result<State, Refusal<wix::Error>> {
        if response.status().is_success()
            && serde_json::from_slice::<Answer>(response.body()).is_ok()
        {
            return Ok(State::Active);
        }
        let operation = match action {
            Action::Register => "Create Connected Domain",
            Action::Look => "Get Connected Domain",
        };
        let input = Input::from(response).with_operation(operation);
        outcome(&wix::decode(&input))
    }
}
