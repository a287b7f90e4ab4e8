//! Problems as answers of axum's handlers.

use axum_core::response::{IntoResponse, Response};

use crate::{Audience, ErrorFacts, Failure, Problem, Reply};

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.to_http_response().map(Into::into)
    }
}

impl IntoResponse for Reply<'_> {
    fn into_response(self) -> Response {
        self.problem().into_response()
    }
}

/// Answers a client of your service with the problem, its status, and `Retry-After` if the advice
/// has a delay.
impl<E: ErrorFacts> IntoResponse for Failure<E> {
    fn into_response(self) -> Response {
        self.reply(Audience::Client).into_response()
    }
}
