//! The answers of the stand-ins.

use axum::response::{IntoResponse, Response};
use domain_errors::{Case, CatalogError, HttpStatus, Unrecognized};
use http::header::CONTENT_TYPE;

use super::StandIn;

/// An HTTP response, or none.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The response.
    pub(crate) response: http::Response<String>,
    /// Whether it never arrives.
    is_lost: bool,
}

impl Answer {
    /// Creates an answer with a status, a media type and a body.
    pub(crate) fn new(status: u16, kind: &str, body: impl Into<String>) -> Self {
        let response = http::Response::builder().status(status).header(CONTENT_TYPE, kind);
        response.body(body.into()).unwrap_or_default().into()
    }

    /// Creates an answer with a JSON body.
    pub(crate) fn json(status: u16, body: impl Into<String>) -> Self {
        Self::new(status, "application/json", body)
    }

    /// Creates an error page of a proxy in front of the provider.
    pub(crate) fn page() -> Self {
        let body = "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>";
        Self::new(502, "text/html", body)
    }

    /// Creates an answer without a body.
    pub(crate) fn empty(status: u16) -> Self {
        Self::new(status, "text/plain", "")
    }

    /// Creates an answer that never arrives.
    pub(crate) fn lost() -> Self {
        Self { is_lost: true, ..Self::empty(200) }
    }

    /// Returns the answer with a name: the name of a case, or `page`, `empty`, `lost` or `unknown`.
    pub(super) fn named<P: StandIn + ?Sized>(provider: &P, name: &str) -> Option<Self> {
        match name {
            "page" => Some(Self::page()),
            "empty" => Some(Self::empty(500)),
            "lost" => Some(Self::lost()),
            "unknown" => {
                let error = Unrecognized::new("Something undocumented").with_code("2999");
                let error = HttpStatus::new(400).into_iter().fold(error, Unrecognized::with_status);
                provider.refusal(&error.into())
            }
            _ => {
                let mut cases = Case::<<P::Error as CatalogError>::Code>::all();
                let case = cases.find(|case| case.name() == name)?;
                provider.refusal(&P::Error::from_case(case)?)
            }
        }
    }

    /// Returns the answer when it arrives, which may be never.
    pub(super) async fn in_time(self) -> Self {
        if self.is_lost {
            std::future::pending::<()>().await;
        }
        self
    }
}

impl From<http::Response<String>> for Answer {
    fn from(response: http::Response<String>) -> Self {
        Self { response, is_lost: false }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        self.response.into_response()
    }
}
