//! The service over HTTP.

use std::error::Error;

use axum::extract::{FromRequestParts, Path, Query, State as Shared};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use domain_errors::{Audience, HttpStatus, Problem};
use http::header::{ACCEPT_LANGUAGE, VARY};
use http::request::Parts;
use http::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use super::{Action, Gateway, Invalid, Order, Provider, State, answer, languages};

/// Serves `GET` and `PUT` of `/{provider}/domains/{name}` until `stop` completes and open requests
/// are answered.
pub(super) async fn serve(
    gateway: Gateway,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let routes = Router::new()
        .route("/{provider}/domains/{name}", get(carry_out).put(carry_out))
        .route("/{provider}/domains/", get(nameless).put(nameless))
        .layer(map_response(vary));
    Ok(axum::serve(listener, routes.with_state(gateway)).with_graceful_shutdown(stop).await?)
}

/// The query `?words=wix` asks for failures in the words of Wix, and `?audience=operator` for
/// everything that is known about them.
///
/// Do not copy `audience`: here, anybody can read what is meant for operators. A real service takes
/// it from the login.
#[derive(Deserialize)]
struct Options {
    words: Option<Provider>,
    audience: Option<Audience>,
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
) -> Result<(StatusCode, Json<Domain>), Problem> {
    let outcome = gateway.carry_out(order.clone()).await;
    let state = outcome.map_err(|failure| answer::<Problem>(&failure, &order))?;
    let status = match state {
        State::Active => StatusCode::OK,
        State::Pending => StatusCode::ACCEPTED,
    };
    Ok((status, Json(Domain { name: order.name, state })))
}

/// Tells caches that the answer depends on the languages of the reader.
async fn vary(mut response: Response) -> Response {
    response.headers_mut().append(VARY, ACCEPT_LANGUAGE.into());
    response
}

async fn nameless() -> Problem {
    Invalid("the path ends before the name of a domain".to_owned()).into()
}

impl<S: Send + Sync> FromRequestParts<S> for Order {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<(Provider, String)>::from_request_parts(parts, state).await;
        let Path((provider, name)) = path.map_err(|error| Invalid(error.body_text()))?;
        let query = Query::<Options>::from_request_parts(parts, state).await;
        let Query(Options { words, audience }) =
            query.map_err(|error| Invalid(error.body_text()))?;
        let action = if parts.method == Method::PUT { Action::Register } else { Action::Look };
        let audience = audience.unwrap_or(Audience::Client);
        let languages = languages(&parts.headers);
        Ok(Order { provider, action, name, words, audience, languages }.checked()?)
    }
}

/// A problem of no particular type.
impl From<Invalid> for Problem {
    fn from(Invalid(text): Invalid) -> Self {
        let problem = HttpStatus::new(400).map(Self::new).unwrap_or_default();
        problem.with_detail(text).with_member("language", "en")
    }
}
