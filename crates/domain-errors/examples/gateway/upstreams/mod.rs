//! Stand-ins of the three providers: real servers of HTTP that answer in each provider's own form.
//!
//! What they answer depends on the name of the domain. Some answers are told to them beforehand;
//! else `NAME.example` is answered with the failure whose case has that name, with one of
//! [`Answer::named`], or with a success.

mod answer;
pub(crate) mod domains;
pub(crate) mod wapi;
pub(crate) mod wix;

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use domain_errors::CatalogError;
use tokio::net::TcpListener;

pub(crate) use answer::Answer;

use crate::service::providers::Format;
use crate::service::{Action, Addresses, Provider};

/// What all stand-ins know.
#[derive(Clone, Default)]
pub(crate) struct Script(Arc<Mutex<Lines>>);

#[derive(Default)]
struct Lines {
    answers: HashMap<Call, Vec<Answer>>,
    calls: HashMap<Call, u32>,
}

/// What is asked of which provider about which domain.
type Call = (Provider, Action, String);

impl Script {
    /// The answers to a call, one after the other; the last one is given from then on.
    pub(crate) fn answer(
        &self,
        provider: Provider,
        action: Action,
        name: &str,
        answers: Vec<Answer>,
    ) {
        self.with(|lines| lines.answers.insert((provider, action, name.to_owned()), answers));
    }

    /// How often a call came.
    pub(crate) fn calls(&self, provider: Provider, action: Action, name: &str) -> u32 {
        let call = (provider, action, name.to_owned());
        self.with(|lines| lines.calls.get(&call).copied()).unwrap_or_default()
    }

    /// Counts a call, and gives the answer that was told beforehand.
    fn called(&self, provider: Provider, action: Action, name: &str) -> Option<Answer> {
        let call = (provider, action, name.to_owned());
        self.with(|lines| {
            let answer = lines.answers.get_mut(&call).and_then(|answers| match answers.len() {
                0 | 1 => answers.first().cloned(),
                _ => Some(answers.remove(0)),
            });
            *lines.calls.entry(call).or_default() += 1;
            answer
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Lines) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A provider, being stood in for.
pub(crate) trait StandIn {
    /// What it refuses with.
    type Error: CatalogError;
    /// Which one it is.
    const PROVIDER: Provider;

    /// The answer with an error; nothing if the provider has none for it.
    fn refusal(&self, error: &Self::Error) -> Option<Answer>;

    /// The answer to what succeeds.
    fn success(&self, action: Action, name: &str) -> Answer;

    /// The answer to a call.
    async fn answer(&self, script: &Script, action: Action, name: &str) -> Answer {
        let told = script.called(Self::PROVIDER, action, name);
        let by_name = || Answer::named(self, name.strip_suffix(".example")?);
        let answer = told.or_else(by_name).unwrap_or_else(|| self.success(action, name));
        answer.in_time().await
    }
}

/// Starts all three on free ports.
pub(crate) async fn start(script: &Script, format: Format) -> io::Result<Addresses> {
    let domains = serve(domains::routes(script.clone())).await?;
    let wapi = serve(wapi::routes(script.clone())).await?;
    let wix = serve(wix::routes(script.clone())).await?;
    let endpoint = match format {
        Format::Json => "json",
        Format::Xml => "xml",
    };
    Ok(Addresses {
        domains: format!("http://{domains}"),
        wapi: format!("http://{wapi}/wapi/{endpoint}"),
        wix: format!("http://{wix}"),
    })
}

async fn serve(routes: Router) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, routes).await });
    Ok(address)
}
