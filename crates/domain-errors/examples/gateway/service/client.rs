//! The HTTP client.

use std::time::Duration;

use axum::body::Bytes;
use domain_errors::{CatalogError, Failure};
use http::{Request, Response};

/// An HTTP client with a timeout.
///
/// Any other client works as well: `decode` takes responses of the crate `http`, and `Failure` has a
/// constructor for each way in which a request can end without one.
pub(crate) struct Client(reqwest::Client);

impl Client {
    /// Creates a client with a connection pool. It follows no redirects: an order that was sent
    /// could look like one that was not.
    pub(crate) fn new(timeout: Duration) -> reqwest::Result<Self> {
        let client = reqwest::Client::builder().timeout(timeout).no_proxy();
        Ok(Self(client.redirect(reqwest::redirect::Policy::none()).build()?))
    }

    /// Sends a request and returns the response.
    pub(crate) async fn send<E: CatalogError>(
        &self,
        request: Request<String>,
    ) -> Result<Response<Bytes>, Failure<E>> {
        let sent = match request.try_into() {
            Ok(request) => self.0.execute(request).await,
            Err(error) => Err(error),
        };
        domain_errors::receive(sent).await
    }
}
