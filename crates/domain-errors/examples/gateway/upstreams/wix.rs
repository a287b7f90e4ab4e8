//! A stand-in for Wix.

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain_errors::{BodyFormat, wix};
use serde::Deserialize;
use serde_json::json;

use super::{Answer, Script, StandIn};
use crate::service::{Action, Provider};

pub(crate) struct Wix;

impl StandIn for Wix {
    type Error = wix::Error;
    const PROVIDER: Provider = Provider::Wix;

    fn refusal(&self, error: &wix::Error) -> Option<Answer> {
        error.to_provider_response(BodyFormat::Json).map(Answer::from)
    }

    fn success(&self, _: Action, name: &str) -> Answer {
        Answer::json(200, json!({ "connectedDomain": { "id": name, "domain": name } }).to_string())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct New {
    connected_domain: Domain,
}

#[derive(Deserialize)]
struct Domain {
    domain: String,
}

pub(crate) fn routes(script: Script) -> Router {
    Router::new()
        .route("/domains/v1/connected-domains", post(register))
        .route("/domains/v1/connected-domains/{name}", get(look))
        .with_state(script)
}

async fn register(State(script): State<Script>, Json(new): Json<New>) -> Answer {
    Wix.answer(&script, Action::Register, &new.connected_domain.domain).await
}

async fn look(State(script): State<Script>, Path(name): Path<String>) -> Answer {
    Wix.answer(&script, Action::Look, &name).await
}
