//! A process that is asked to stop while orders are open.
#![cfg(unix)]

use std::env;
use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::task::JoinSet;

use crate::house::{House, Outcome, order};
use crate::provider::{Play, Provider, Role, success};
use crate::service::calls::Patience;
use crate::service::providers::Format;
use crate::service::{Addresses, Gateway, Settings, State};
use crate::upstreams::Script;
use crate::{example, service};

/// The address of the providers, for a process that runs the gateway instead of the test.
const PROVIDERS: &str = "GATEWAY_TEST_PROVIDERS";
/// The milliseconds that this process has for its open orders.
const GRACE: &str = "GATEWAY_TEST_GRACE";

/// Runs the gateway, if this process is one that [`Process::start`] has started.
async fn run_if_asked() -> bool {
    let Ok(address) = env::var(PROVIDERS) else { return false };
    let grace = Duration::from_millis(env::var(GRACE).unwrap().parse().unwrap());
    let addresses = Addresses { domains: address.clone(), wapi: address.clone(), wix: address };
    let script = Script::default();
    let gateway = Gateway::new(Settings {
        addresses,
        wapi: Format::Json,
        timeout: Duration::from_secs(3600),
        patience: Patience::default(),
        log: Arc::new(move |order, outcome| example::log(&script, order, outcome)),
    })
    .unwrap();
    example::run(gateway, grace).await.unwrap();
    true
}

/// A process that runs the gateway.
struct Process {
    child: Child,
    rest: SocketAddr,
    grpc: SocketAddr,
}

impl Process {
    /// Runs this test in a process of its own, which finds out that it is to run the gateway.
    async fn start(test: &str, provider: &Provider, grace: Duration) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args([&format!("shutdown::{test}"), "--exact", "--nocapture"])
            .env(PROVIDERS, provider.addresses().wix)
            .env(GRACE, grace.as_millis().to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        loop {
            let line = lines.next_line().await.unwrap().unwrap();
            let Some((_, rest)) = line.split_once("REST on http://") else { continue };
            let (rest, grpc) = rest.split_once(", gRPC on http://").unwrap();
            let (grpc, _) = grpc.split_once(';').unwrap();
            let [rest, grpc] = [rest, grpc].map(|address| address.parse().unwrap());
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Self { child, rest, grpc };
        }
    }

    /// Sends a signal, and waits until nobody can connect anymore.
    async fn signal(&self, signal: &str) {
        let process = self.child.id().unwrap().to_string();
        let kill = format!("kill -{signal} {process}");
        assert!(Command::new("sh").args(["-c", &kill]).status().await.unwrap().success());
        for address in [self.rest, self.grpc] {
            while TcpStream::connect(address).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    }

    /// Returns whether the process ended well, and its log.
    async fn end(mut self) -> (bool, String) {
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).await.unwrap();
        (self.child.wait().await.unwrap().success(), log)
    }
}

/// Places orders that the provider holds, and returns when it has received all of them.
async fn place(process: &Process, provider: &Provider, orders: u32) -> JoinSet<Outcome> {
    let house = Arc::new(House::at(process.rest, process.grpc));
    let mut clients = JoinSet::new();
    for name in names(orders) {
        provider.assign(
            &name,
            Role { register: Play::Hold(success(&name)), look: Play::Hold(Vec::new()) },
        );
        let (house, order) = (Arc::clone(&house), order(service::Provider::Wix, &name));
        clients.spawn(async move { house.outcome(&order).await });
    }
    provider.has_received(orders).await;
    clients
}

/// Returns the domains of orders, half of which go over REST and half over gRPC.
fn names(orders: u32) -> impl Iterator<Item = String> {
    let protocols = ["rest", "grpc"].into_iter();
    protocols.flat_map(move |protocol| {
        (0..orders / 2).map(move |number| format!("{protocol}{number:05}.example"))
    })
}

#[tokio::test]
async fn open_orders_are_finished() {
    if run_if_asked().await {
        return;
    }
    for signal in ["TERM", "INT"] {
        let provider = Provider::start().await;
        let minute = Duration::from_secs(60);
        let process = Process::start("open_orders_are_finished", &provider, minute).await;
        let clients = place(&process, &provider, 100).await;
        process.signal(signal).await;
        provider.release();
        assert_eq!(
            clients.join_all().await,
            vec![Ok(State::Active); 100],
            "every client is answered"
        );
        let (is_success, log) = process.end().await;
        assert!(is_success, "{log}");
        for name in names(100) {
            assert_eq!(provider.received(&name), (1, 0));
            let lines = log.lines().filter(|line| line.contains(&name));
            let lines: Vec<_> = lines.collect();
            assert!(matches!(lines[..], [line] if line.ends_with("Active")), "{lines:?}");
        }
    }
}

/// Places one order after the other until the gateway refuses them. Returns those that were answered,
/// and the one that was not.
async fn keep_placing(
    house: Arc<House>,
    provider: Provider,
    client: String,
) -> (Vec<String>, String) {
    let mut answered = Vec::new();
    loop {
        let name = format!("{client}n{}.example", answered.len());
        provider.assign(
            &name,
            Role { register: Play::Write(success(&name)), look: Play::Hold(Vec::new()) },
        );
        let is_answered = if client.starts_with("grpc") {
            house.over_grpc(&order(service::Provider::Wix, &name)).await.is_ok()
        } else {
            let path = format!("/wix/domains/{name}");
            let answer = house.try_to_ask(Method::PUT, &path, "").await;
            answer.is_ok_and(|answer| answer.status() == StatusCode::OK)
        };
        if !is_answered {
            return (answered, name);
        }
        answered.push(name);
    }
}

#[tokio::test]
async fn an_order_is_carried_out_and_answered_or_refused() {
    const NAME: &str = "an_order_is_carried_out_and_answered_or_refused";
    if run_if_asked().await {
        return;
    }
    let provider = Provider::start().await;
    let process = Process::start(NAME, &provider, Duration::from_secs(60)).await;
    let mut clients = JoinSet::new();
    for number in 0..16 {
        let client = format!("{}{number}", if number % 2 == 0 { "rest" } else { "grpc" });
        let house = Arc::new(House::at(process.rest, process.grpc));
        clients.spawn(keep_placing(house, provider.clone(), client));
    }
    provider.has_received(500).await;
    process.signal("TERM").await;
    let clients = clients.join_all().await;
    let (is_success, log) = process.end().await;
    assert!(is_success, "{log}");
    let outcomes =
        |name: &str| log.lines().filter(|line| line.contains(&format!("{name:?}"))).count();
    for (answered, refused) in clients {
        for name in answered {
            assert_eq!((provider.received(&name), outcomes(&name)), ((1, 0), 1), "{name}");
        }
        assert_eq!((provider.received(&refused), outcomes(&refused)), ((0, 0), 0), "{refused}");
    }
}

#[tokio::test]
async fn orders_that_take_too_long_are_named() {
    if run_if_asked().await {
        return;
    }
    let provider = Provider::start().await;
    let grace = Duration::from_millis(200);
    let process = Process::start("orders_that_take_too_long_are_named", &provider, grace).await;
    let _clients = place(&process, &provider, 4).await;
    process.signal("TERM").await;
    let (is_success, log) = process.end().await;
    assert!(!is_success, "{log}");
    for name in names(4) {
        let line = format!("\n  Register {name:?} at Wix");
        assert_eq!(log.matches(&line).count(), 1, "{log}");
    }
}
