//! Stand-ins for the three providers: real HTTP servers that answer in each provider's own format.
//!
//! The answer depends on the name of the domain. A [`Script`] sets some answers in advance.
//! Otherwise `NAME.example` gets the failure whose case has that name, an answer of
//! [`Answer::named`], or a success.

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

/// The answers that are set in advance, and the calls so far, shared by all stand-ins.
#[derive(Clone, Default)]
pub(crate) struct Script(Arc<Mutex<Lines>>);

#[derive(Default)]
struct Lines {
    answers: HashMap<Call, Vec<Answer>>,
    calls: HashMap<Call, u32>,
}

/// A provider, an action and the name of a domain.
type Call = (Provider, Action, String);

impl Script {
    /// Sets the answers to a call, in order; the last one is repeated.
    pub(crate) fn answer(
        &self,
        provider: Provider,
        action: Action,
        name: &str,
        answers: Vec<Answer>,
    ) {
        self.with(|lines| lines.answers.insert((provider, action, name.to_owned()), answers));
    }

    /// Returns how often a call was made.
    pub(crate) fn calls(&self, provider: Provider, action: Action, name: &str) -> u32 {
        let call = (provider, action, name.to_owned());
        self.with(|lines| lines.calls.get(&call).copied()).unwrap_or_default()
    }

    /// Counts a call and returns the answer that was set in advance, if any.
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

/// A stand-in for a provider.
pub(crate) trait StandIn {
    /// The error type of the provider.
    type Error: CatalogError;
    /// The provider.
    const PROVIDER: Provider;

    /// Returns the answer with an error, if the provider has a format for it.
    fn refusal(&self, error: &Self::Error) -> Option<Answer>;

    /// Returns the answer to a call that succeeds.
    fn success(&self, action: Action, name: &str) -> Answer;

    /// Returns the answer to a call.
    async fn answer(&self, script: &Script, action: Action, name: &str) -> Answer {
        let scripted = script.called(Self::PROVIDER, action, name);
        let by_name = || Answer::named(self, name.strip_suffix(".example")?);
        let answer = scripted.or_else(by_name).unwrap_or_else(|| self.success(action, name));
        answer.in_time().await
    }
}

/// Starts all three stand-ins on free ports.
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
