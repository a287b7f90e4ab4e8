//! A service in front of three providers, which are played by stand-ins.
//!
//! ```console
//! $ cargo run -p domain-errors --example gateway --all-features
//! ```
//!
//! `service` is the part to learn from. It shows how responses become typed errors, when requests
//! are sent again, and how errors are translated and returned over HTTP and gRPC. `upstreams` plays
//! the providers. With `-- xml`, WAPI speaks XML. The README says more.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]

pub(crate) mod service;
pub(crate) mod tour;
pub(crate) mod upstreams;

use std::env;
use std::error::Error;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use service::calls::Patience;
use service::providers::Format;
use service::{Gateway, Order, Outcome, Settings, server};
use tour::Stop;
use upstreams::Script;

/// The time that open orders have after SIGINT or SIGTERM: longer than one takes, and shorter than the
/// half minute after which Kubernetes kills a process.
const GRACE: Duration = Duration::from_secs(26);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let format = if env::args().any(|word| word == "xml") { Format::Xml } else { Format::Json };
    let script = Script::default();
    tour::prepare(&script);
    let gateway = Gateway::new(Settings {
        addresses: upstreams::start(&script, format).await?,
        wapi: format,
        timeout: Duration::from_secs(2),
        patience: Patience::default(),
        log: Arc::new(move |order, outcome| log(&script, order, outcome)),
    })?;
    run(gateway, GRACE).await
}

/// Runs a service on free ports until it is asked to stop.
pub(crate) async fn run(
    gateway: Gateway,
    grace: Duration,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let stop = asked_to_stop()?;
    let rest = TcpListener::bind(("127.0.0.1", 0)).await?;
    let grpc = TcpListener::bind(("127.0.0.1", 0)).await?;
    greet(&rest.local_addr()?.to_string(), &grpc.local_addr()?.to_string());
    server::serve(gateway, rest, grpc, stop, grace).await
}

/// Catches SIGINT and SIGTERM from now on, and returns a future that waits for one of them.
#[cfg(unix)]
fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut interrupt, mut terminate) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Returns a future that waits for ctrl-c.
#[cfg(not(unix))]
fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Logs the outcome of an order, and how often its provider was called.
pub(crate) fn log(script: &Script, order: &Order, outcome: &Outcome) {
    let calls = script.calls(order.provider, order.action, &order.name);
    match outcome {
        Ok(state) => eprintln!("{order} (calls: {calls}): {state:?}"),
        Err(failure) => eprintln!("{order} (calls: {calls}): {}, {failure:?}", failure.label()),
    }
}

fn greet(rest: &str, grpc: &str) {
    println!("REST on http://{rest}, gRPC on http://{grpc}; ctrl-c stops both. Try:\n");
    for Stop { method, path, languages, status, about } in tour::STOPS {
        let header = match *languages {
            "en" => String::new(),
            languages => format!(" -H 'Accept-Language: {languages}'"),
        };
        println!("curl -i -X {method}{header} 'http://{rest}{path}'  # {status}: {about}");
    }
    println!("\nEvery failure has a domain: the name of its case, and `.example`.");
}
