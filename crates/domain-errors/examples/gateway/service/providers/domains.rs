//! The Domains Service.

use axum::body::Bytes;
use domain_errors::domains;
use http::{Request, Response};
use http_body_util::Full;
use serde::Deserialize;
use serde_json::json;

use super::{Dialect, Refusal, outcome, to_collection};
use crate::service::{Action, State};

/// The Domains Service. The HTTP status says whether an answer is an error.
pub(crate) struct Domains {
    /// The address of the API.
    pub(crate) address: String,
}

/// A domain in a response.
#[derive(Deserialize)]
struct Domain {
    status: String,
}

impl Dialect for Domains {
    type Error = domains::Error;

    fn request(&self, action: Action, name: &str) -> Request<Full<Bytes>> {
        let all = format!("{}/domains", self.address);
        to_collection(all, action, name, &json!({ "name": name }))
    }

    fn read(
        &self,
        _: Action,
        response: &Response<Bytes>,
    ) -> Result<State, Refusal<domains::Error>> {
        if response.status().is_success()
            && let Ok(domain) = serde_json::from_slice::<Domain>(response.body())
        {
            let is_pending = domain.status == "PENDING";
            return Ok(if is_pending { State::Pending } else { State::Active });
        }
        outcome(&domains::decode(response))
    }
}
