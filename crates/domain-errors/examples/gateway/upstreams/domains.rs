//! A stand-in for the Domains Service.

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain_errors::{BodyFormat, domains};
use serde::Deserialize;
use serde_json::json;

use super::{Answer, Script, StandIn};
use crate::service::{Action, Provider};

pub(crate) struct Domains;

impl StandIn for Domains {
    type Error = domains::Error;
    const PROVIDER: Provider = Provider::Domains;

    fn refusal(&self, error: &domains::Error) -> Option<Answer> {
        error.to_provider_response(BodyFormat::Json).map(Answer::from)
    }

    fn success(&self, _: Action, name: &str) -> Answer {
        Answer::json(200, json!({ "name": name, "status": "VERIFIED" }).to_string())
    }
}

#[derive(Deserialize)]
struct New {
    name: String,
}

pub(crate) fn routes(script: Script) -> Router {
    Router::new()
        .route("/domains", post(register))
        .route("/domains/{name}", get(look))
        .with_state(script)
}

async fn register(State(script): State<Script>, Json(New { name }): Json<New>) -> Answer {
    Domains.answer(&script, Action::Register, &name).await
}

async fn look(State(script): State<Script>, Path(name): Path<String>) -> Answer {
    Domains.answer(&script, Action::Look, &name).await
}
