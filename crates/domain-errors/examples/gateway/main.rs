//! A service in front of three providers, which stand-ins play: start it, and ask it.
//!
//! ```console
//! $ cargo run -p domain-errors --example gateway --all-features
//! ```
//!
//! `service` is what to learn from: how requests become typed errors, are sent again or not, are
//! translated, and become answers over HTTP and gRPC. `upstreams` plays the providers; with the
//! word `xml` behind `--`, WAPI speaks XML.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]

mod service;
mod upstreams;

use std::env;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use domain_errors::wix;
use tokio::net::TcpListener;

use service::calls::Patience;
use service::providers::Format;
use service::{Action, Gateway, Order, Provider, Settings, grpc, rest};
use upstreams::wix::Wix;
use upstreams::{Script, StandIn};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let format = if env::args().any(|word| word == "xml") { Format::Xml } else { Format::Json };
    let script = Script::default();
    write(&script);
    let gateway = Gateway::new(Settings {
        addresses: upstreams::start(&script, format).await?,
        wapi: format,
        timeout: Duration::from_secs(2),
        patience: Patience::default(),
        log: Arc::new(move |order, failure| {
            let Order { provider, action, name, .. } = order;
            let calls = script.calls(*provider, *action, name);
            eprintln!("{} for {action:?} of {name}, {calls} calls: {failure:?}", failure.label());
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

/// What happens to two domains at Wix: one can be bought first, and one succeeds at the third call.
fn write(script: &Script) {
    let for_sale = "unregistered.example";
    let error = wix::Error::DomainAvailableForPurchase { domain_name: Some(for_sale.into()) };
    let answers = Wix.refusal(&error).into_iter().collect();
    script.answer(Provider::Wix, Action::Register, for_sale, answers);

    let busy = Wix.refusal(&wix::Error::ServiceUnavailable);
    let done = Wix.success(Action::Register, "busy.example");
    let answers = [busy.clone(), busy, Some(done)].into_iter().flatten().collect();
    script.answer(Provider::Wix, Action::Register, "busy.example", answers);
}

fn greet(rest: &str, grpc: &str) {
    println!(
        "REST on http://{rest}, gRPC on http://{grpc}; ctrl-c stops both.

The names of domains say what becomes of them, among others with the name of any case:

  curl -i -X PUT 'http://{rest}/wapi/domains/free.example'
  curl -i -X PUT 'http://{rest}/wapi/domains/pending.example'
  curl -i -X PUT 'http://{rest}/wapi/domains/DomainRegistered.example'
  curl -i -X PUT 'http://{rest}/wapi/domains/DomainRegistered.example?words=domains'
  curl -i        'http://{rest}/domains/domains/DomainNotFound.example'
  curl -i -X PUT 'http://{rest}/wix/domains/unregistered.example'
  curl -i -X PUT 'http://{rest}/wix/domains/busy.example'     # twice; the third call succeeds
  curl -i -X PUT 'http://{rest}/wix/domains/unknown.example'  # a code that nobody knows
  curl -i -X PUT 'http://{rest}/domains/domains/page.example' # HTML of a proxy
  curl -i -X PUT 'http://{rest}/wapi/domains/lost.example'    # no answer: the gateway looks
"
    );
}
