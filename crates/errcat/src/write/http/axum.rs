//! Problems as answers of axum's handlers.

use axum_core::response::{IntoResponse, Response};

use crate::Problem;

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.to_http_response().map(Into::into)
    }
}
