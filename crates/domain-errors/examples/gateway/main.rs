//! A service in front of three providers, which are played by stand-ins.
//!
//! ```console
//! $ cargo run -p domain-errors --example gateway --all-features
//! ```
//!
//! `service` is the part to learn from. It shows how responses become typed errors, how requests
//! are retried, and how errors are translated and returned over HTTP and gRPC. `upstreams` plays
//! the providers. With `-- xml`, WAPI speaks XML.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]

mod service;
mod tour;
mod upstreams;

use std::env;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use service::calls::Patience;
use service::providers::Format;
use service::{Gateway, Order, Settings, grpc, rest};
use tour::Stop;
use upstreams::Script;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let format = if env::args().any(|word| word == "xml") { Format::Xml } else { Format::Json };
    let script = Script::default();
    tour::prepare(&script);
    let gateway = Gateway::new(Settings {
        addresses: upstreams::start(&script, format).await?,
        wapi: format,
        timeout: Duration::from_secs(2),
        patience: Patience::default(),
        log: Arc::new(move |order, failure| {
            let Order { provider, action, name, .. } = order;
            let calls = script.calls(*provider, *action, name);
            eprintln!(
                "{} for {action:?} of {name} after {calls} calls: {failure:?}",
                failure.label()
            );
        }),
    });
    let rest = TcpListener::bind(("127.0.0.1", 0)).await?;
    let grpc = TcpListener::bind(("127.0.0.1", 0)).await?;
    greet(&rest.local_addr()?.to_string(), &grpc.local_addr()?.to_string());
    tokio::select! {
        ended = rest::serve(gateway.clone(), rest) => ended?,
        ended = grpc::serve(gateway, grpc) => ended?,
        stopped = tokio::signal::ctrl_c() => stopped?,
    }
    Ok(())
}

fn greet(rest: &str, grpc: &str) {
    println!("REST on http://{rest}, gRPC on http://{grpc}; ctrl-c stops both. Try:\n");
    for Stop { method, path, status, about } in tour::STOPS {
        println!("curl -i -X {method} 'http://{rest}{path}'  # {status}: {about}");
    }
    println!("\nEvery failure has a domain: the name of its case, and `.example`.");
}
