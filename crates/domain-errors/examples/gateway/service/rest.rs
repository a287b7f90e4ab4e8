//! The service over HTTP.

use std::error::Error;

use axum::extract::{FromRequestParts, Path, Query, State as Shared};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain_errors::Problem;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::net::TcpListener;

use super::failure::Failure;
use super::{Action, Gateway, Invalid, Order, Provider, State};

/// Serves `GET` and `PUT` of `/{provider}/domains/{name}` until `stop` completes and open requests
/// are answered.
pub(super) async fn serve(
    gateway: Gateway,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let routes = Router::new()
        .route("/{provider}/domains/{name}", get(carry_out).put(carry_out))
        .route("/{provider}/domains/", get(nameless).put(nameless));
    Ok(axum::serve(listener, routes.with_state(gateway)).with_graceful_shutdown(stop).await?)
}

/// The query `?words=wix` asks for failures in the words of Wix.
#[derive(Deserialize)]
struct Options {
    words: Option<Provider>,
}

/// The body of a successful answer.
#[derive(Serialize)]
struct Domain {
    name: String,
    state: State,
}

async fn carry_out(
    gateway: Shared<Gateway>,
    order: Order,
) -> Result<(StatusCode, Json<Domain>), Failure> {
    let name = order.name.clone();
    let state = gateway.carry_out(order).await?;
    let status = match state {
        State::Active => StatusCode::OK,
        State::Pending => StatusCode::ACCEPTED,
    };
    Ok((status, Json(Domain { name, state })))
}

async fn nameless() -> Invalid {
    Invalid("the path ends before the name of a domain".to_owned())
}

impl<S: Send + Sync> FromRequestParts<S> for Order {
    type Rejection = Invalid;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Invalid> {
        let path = Path::<(Provider, String)>::from_request_parts(parts, state).await;
        let Path((provider, name)) = path.map_err(|error| Invalid(error.body_text()))?;
        let query = Query::<Options>::from_request_parts(parts, state).await;
        let Query(Options { words }) = query.map_err(|error| Invalid(error.body_text()))?;
        let action = if parts.method == Method::PUT { Action::Register } else { Action::Look };
        Order { provider, action, name, words }.checked()
    }
}

/// Answers with a problem of no particular type.
impl IntoResponse for Invalid {
    fn into_response(self) -> Response {
        let status = StatusCode::BAD_REQUEST;
        let title = status.canonical_reason();
        let problem = json!({ "title": title, "status": status.as_u16(), "detail": self.0 });
        (status, [(CONTENT_TYPE, Problem::MEDIA_TYPE)], problem.to_string()).into_response()
    }
}
