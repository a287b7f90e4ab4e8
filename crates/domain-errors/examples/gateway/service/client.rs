//! The HTTP client.

use std::time::Duration;

use axum::body::Bytes;
use domain_errors::{HttpStatus, System};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// The maximum size of a response body, in bytes.
const MAX_BODY: usize = 1024 * 1024;

/// An HTTP client with a timeout.
///
/// Any other client works as well: `decode` takes responses of the crate `http`, and reqwest's
/// convert into those.
pub(crate) struct Client {
    inner: legacy::Client<HttpConnector, Full<Bytes>>,
    timeout: Duration,
}

/// A request without an answer.
pub(crate) struct Lost {
    /// The error. Its status decides the retry advice: 503 for a request that never left and may be
    /// sent again, and another one for a request whose result must be queried.
    pub(crate) error: System,
    /// Whether the provider may have received the request.
    pub(crate) has_left: bool,
}

impl Lost {
    fn new(text: &str, status: StatusCode, has_left: bool) -> Self {
        let status = HttpStatus::new(status.as_u16());
        Self { error: status.into_iter().fold(System::new(text), System::with_status), has_left }
    }
}

impl Client {
    /// Creates a client with a connection pool.
    pub(crate) fn new(timeout: Duration) -> Self {
        Self { inner: legacy::Client::builder(TokioExecutor::new()).build_http(), timeout }
    }

    /// Sends a request and returns the response.
    pub(crate) async fn send(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Bytes>, Lost> {
        let answer = tokio::time::timeout(self.timeout, self.exchange(request)).await;
        answer.unwrap_or_else(|_| {
            let text = "The provider did not answer in time";
            Err(Lost::new(text, StatusCode::GATEWAY_TIMEOUT, true))
        })
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Response<Bytes>, Lost> {
        let answer = self.inner.request(request).await.map_err(|error| no_answer(&error))?;
        let (head, body) = answer.into_parts();
        let body = Limited::new(body, MAX_BODY).collect().await.map_err(|_| {
            Lost::new("The answer of the provider was cut off", StatusCode::BAD_GATEWAY, true)
        })?;
        Ok(Response::from_parts(head, body.to_bytes()))
    }
}

fn no_answer(error: &legacy::Error) -> Lost {
    if error.is_connect() {
        Lost::new("The provider could not be reached", StatusCode::SERVICE_UNAVAILABLE, false)
    } else {
        Lost::new("The connection to the provider was lost", StatusCode::BAD_GATEWAY, true)
    }
}
