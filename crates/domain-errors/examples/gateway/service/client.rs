//! How requests reach a provider.

use std::time::Duration;

use axum::body::Bytes;
use domain_errors::{HttpStatus, System};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{self, Error};
use hyper_util::rt::TokioExecutor;

/// The longest body that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// A client of HTTP that waits so long and no longer.
///
/// Any other will do: `decode_response` takes responses of the crate `http`, into which reqwest's
/// can be turned too.
pub(crate) struct Client {
    inner: legacy::Client<HttpConnector, Full<Bytes>>,
    timeout: Duration,
}

impl Client {
    /// A client with a pool of connections.
    pub(crate) fn new(timeout: Duration) -> Self {
        Self { inner: legacy::Client::builder(TokioExecutor::new()).build_http(), timeout }
    }

    /// The response; or else what went wrong on the way, as an error without a code. Its status
    /// decides what comes next: 503 for a request that never arrived and may be sent again, and
    /// otherwise one whose result must be asked for.
    pub(crate) async fn send(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Bytes>, System> {
        let answer = tokio::time::timeout(self.timeout, self.exchange(request)).await;
        answer.unwrap_or_else(|_| {
            let text = "The provider did not answer in time";
            Err(on_the_way(text, StatusCode::GATEWAY_TIMEOUT))
        })
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Response<Bytes>, System> {
        let answer = self.inner.request(request).await.map_err(|error| no_answer(&error))?;
        let (head, body) = answer.into_parts();
        let body = Limited::new(body, LONGEST).collect().await.map_err(|_| {
            on_the_way("The answer of the provider broke off", StatusCode::BAD_GATEWAY)
        })?;
        Ok(Response::from_parts(head, body.to_bytes()))
    }
}

fn no_answer(error: &Error) -> System {
    if error.is_connect() {
        on_the_way("The provider could not be reached", StatusCode::SERVICE_UNAVAILABLE)
    } else {
        on_the_way("The connection to the provider broke off", StatusCode::BAD_GATEWAY)
    }
}

fn on_the_way(text: &str, status: StatusCode) -> System {
    let status = HttpStatus::new(status.as_u16());
    status.into_iter().fold(System::new(text), System::with_status)
}
