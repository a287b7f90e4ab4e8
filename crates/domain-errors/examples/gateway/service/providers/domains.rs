//! The Domains Service.

use axum::body::Bytes;
use domain_errors::{Failure, domains};
use http::{Request, Response};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;

use super::{Dialect, input, is_clean, to_collection};
use crate::service::{Action, State};

/// The Domains Service. The HTTP status says whether an answer is an error.
pub(crate) struct Domains {
    /// The address of the API.
    pub(crate) address: String,
}

/// A domain in a response.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Domain {
    name: String,
    status: Status,
    // Members of an error.
    error_code: Option<IgnoredAny>,
    status_code: Option<IgnoredAny>,
}

/// The states that mean success. A domain in any other is not known to be registered.
#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Status {
    Verified,
    Pending,
}

impl Dialect for Domains {
    type Error = domains::Error;

    fn request(&self, action: Action, name: &str) -> Request<String> {
        let all = format!("{}/domains", self.address);
        to_collection(all, action, name, &json!({ "name": name }))
    }

    fn read(
        &self,
        _: Action,
        name: &str,
        response: &Response<Bytes>,
    ) -> Result<State, Failure<domains::Error>> {
        let answer = domains::decode(input(response));
        match serde_json::from_slice(response.body()) {
            Ok(Domain { name: other, status, error_code: None, status_code: None })
                if is_clean(response, &answer) && other.eq_ignore_ascii_case(name) =>
            {
                Ok(match status {
                    Status::Verified => State::Active,
                    Status::Pending => State::Pending,
                })
            }
            _ => Err(answer.into_failure()),
        }
    }
}
