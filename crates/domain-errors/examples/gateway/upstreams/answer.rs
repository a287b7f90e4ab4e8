//! The answers of the stand-ins.

use axum::response::{IntoResponse, Response};
use domain_errors::{Case, CatalogError, HttpStatus, Unrecognized};
use http::StatusCode;
use http::header::CONTENT_TYPE;

use super::StandIn;

/// An HTTP response.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The media type.
    pub(crate) kind: &'static str,
    /// The body.
    pub(crate) body: String,
    /// Whether it never arrives.
    pub(crate) is_lost: bool,
}

impl Answer {
    /// Creates an answer with a JSON body.
    pub(crate) fn json(status: u16, body: impl Into<String>) -> Self {
        Self { status, kind: "application/json", body: body.into(), is_lost: false }
    }

    /// Creates an error page of a proxy in front of the provider.
    pub(crate) fn page() -> Self {
        let body = "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>";
        Self { status: 502, kind: "text/html", body: body.to_owned(), is_lost: false }
    }

    /// Creates an answer without a body.
    pub(crate) fn empty(status: u16) -> Self {
        Self { kind: "text/plain", ..Self::json(status, "") }
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

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        (status, [(CONTENT_TYPE, self.kind)], self.body).into_response()
    }
}
