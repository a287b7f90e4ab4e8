//! Wix.

use axum::body::Bytes;
use domain_errors::{Failure, wix};
use http::{Request, Response};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Dialect, input, is_clean, to_collection};
use crate::service::{Action, State};

/// Wix. One of its codes has several meanings; the operation and the message distinguish them.
pub(crate) struct Wix {
    /// The address of the API.
    pub(crate) address: String,
}

/// The body of a success.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    connected_domain: Map<String, Value>,
}

impl Answer {
    /// Returns whether it is about a domain. `id` is the name of the domain, too.
    fn is_about(&self, name: &str) -> bool {
        let mut names =
            ["domain", "id"].into_iter().filter_map(|key| self.connected_domain.get(key));
        let is_it = |value: &Value| value.as_str().is_some_and(|it| it.eq_ignore_ascii_case(name));
        names.next().is_some_and(is_it) && names.all(is_it)
    }
}

impl Dialect for Wix {
    type Error = wix::Error;

    fn request(&self, action: Action, name: &str) -> Request<String> {
        let all = format!("{}/domains/v1/connected-domains", self.address);
        let domain = json!({ "domain": name, "connectionType": "NAMESERVERS" });
        to_collection(all, action, name, &json!({ "connectedDomain": domain }))
    }

    fn read(
        &self,
        action: Action,
        name: &str,
        response: &Response<Bytes>,
    ) -> Result<State, Failure<wix::Error>> {
        let operation = match action {
            Action::Register => "Create Connected Domain",
            Action::Look => "Get Connected Domain",
        };
        let answer = wix::decode(input(response).with_operation(operation));
        match serde_json::from_slice::<Answer>(response.body()) {
            Ok(body) if is_clean(response, &answer) && body.is_about(name) => Ok(State::Active),
            _ => Err(answer.into_failure()),
        }
    }
}
