//! The service over HTTP.

use axum::extract::{Path, Query, State as Shared};
use axum::routing::get;
use axum::{Json, Router};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use super::failure::Failure;
use super::{Action, Gateway, Order, Provider, State};

/// Serves `GET` and `PUT` of `/{provider}/domains/{name}` until it is dropped.
pub(crate) async fn serve(gateway: Gateway, listener: TcpListener) -> std::io::Result<()> {
    let routes = Router::new().route("/{provider}/domains/{name}", get(look).put(register));
    axum::serve(listener, routes.with_state(gateway)).await
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

type Answer = Result<(StatusCode, Json<Domain>), Failure>;

async fn look(
    gateway: Shared<Gateway>,
    Path((provider, name)): Path<(Provider, String)>,
    Query(Options { words }): Query<Options>,
) -> Answer {
    carry_out(&gateway, Order { provider, action: Action::Look, name, words }).await
}

async fn register(
    gateway: Shared<Gateway>,
    Path((provider, name)): Path<(Provider, String)>,
    Query(Options { words }): Query<Options>,
) -> Answer {
    carry_out(&gateway, Order { provider, action: Action::Register, name, words }).await
}

async fn carry_out(gateway: &Gateway, order: Order) -> Answer {
    let state = gateway.carry_out(&order).await?;
    let status = match state {
        State::Active => StatusCode::OK,
        State::Pending => StatusCode::ACCEPTED,
    };
    Ok((status, Json(Domain { name: order.name, state })))
}
