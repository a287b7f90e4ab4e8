//! A stand-in for WEDOS WAPI, with one endpoint for JSON and one for XML.

use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use domain_errors::{BodyFormat, wapi};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Answer, Script, StandIn};
use crate::service::{Action, Provider};

pub(crate) struct Wapi(pub(crate) BodyFormat);

impl Wapi {
    /// Returns the answer with a code that is not a failure.
    fn done(&self, code: u16, text: &str) -> Answer {
        if let BodyFormat::Json = self.0 {
            let body = json!({ "response": { "code": code, "result": text } });
            return Answer::json(200, body.to_string());
        }
        let body = format!("<response><code>{code}</code><result>{text}</result></response>");
        Answer::new(200, "application/xml", body)
    }
}

impl StandIn for Wapi {
    type Error = wapi::Error;
    const PROVIDER: Provider = Provider::Wapi;

    fn refusal(&self, error: &wapi::Error) -> Option<Answer> {
        error.to_provider_response(self.0).map(Answer::from)
    }

    fn success(&self, action: Action, name: &str) -> Answer {
        match (action, name) {
            (Action::Register, "pending.example") => self.done(1001, "Request pending"),
            _ => self.done(1000, "OK"),
        }
    }
}

#[derive(Deserialize)]
struct Posted {
    request: String,
}

pub(crate) fn routes(script: Script) -> Router {
    Router::new()
        .route("/wapi/json", post(in_json))
        .route("/wapi/xml", post(in_xml))
        .with_state(script)
}

async fn in_json(State(script): State<Script>, Form(posted): Form<Posted>) -> Answer {
    let asked: Value = serde_json::from_str(&posted.request).unwrap_or_default();
    let text = |path| asked.pointer(path).and_then(Value::as_str).unwrap_or_default();
    let (command, name) = (text("/request/command"), text("/request/data/name"));
    Wapi(BodyFormat::Json).answer(&script, action(command), name).await
}

async fn in_xml(State(script): State<Script>, Form(posted): Form<Posted>) -> Answer {
    let [command, name] = [element(&posted.request, "command"), element(&posted.request, "name")];
    Wapi(BodyFormat::Xml).answer(&script, action(&command), &name).await
}

fn action(command: &str) -> Action {
    if command == "domain-info" { Action::Look } else { Action::Register }
}

/// Returns the text in the first element with a name.
fn element(xml: &str, name: &str) -> String {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if start.name().as_ref() == name => {
                let text = reader.read_text(start.name());
                let text = text.ok().and_then(|text| Some(unescape(&text).ok()?.into_owned()));
                return text.unwrap_or_default();
            }
            Ok(Event::Eof) | Err(_) => return String::new(),
            Ok(_) => {}
        }
    }
}
