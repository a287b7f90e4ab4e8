//! Wix.

use axum::body::Bytes;
use domain_errors::{Input, wix};
use http::{Request, Response};
use http_body_util::Full;
use serde_json::{Value, json};

use super::{Dialect, Refusal, outcome, to_collection};
use crate::service::{Action, State};

/// Wix. One of its codes has several meanings; the operation and the message distinguish them.
pub(crate) struct Wix {
    /// The address of the API.
    pub(crate) address: String,
}

impl Dialect for Wix {
    type Error = wix::Error;

    fn request(&self, action: Action, name: &str) -> Request<Full<Bytes>> {
        let all = format!("{}/domains/v1/connected-domains", self.address);
        let domain = json!({ "domain": name, "connectionType": "NAMESERVERS" });
        to_collection(all, action, name, &json!({ "connectedDomain": domain }))
    }

    fn read(
        &self,
        action: Action,
        response: &Response<Bytes>,
    ) -> Result<State, Refusal<wix::Error>> {
        if response.status().is_success()
            && let Ok(answer) = serde_json::from_slice::<Value>(response.body())
            && answer.get("connectedDomain").is_some()
        {
            return Ok(State::Active);
        }
        let operation = match action {
            Action::Register => "Create Connected Domain",
            Action::Look => "Get Connected Domain",
        };
        let input = Input::from(response).with_operation(operation);
        outcome(&wix::decode(input))
    }
}
