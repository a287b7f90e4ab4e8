//! The service, which registers domains at the provider that the caller names.
//!
//! Read the files in the order of a request: [`rest`] and [`grpc`] receive it, [`orders`] follows it
//! to its end, [`calls`] decides whether to send it again, [`providers`] build it and read the
//! answer, and [`client`] sends it. [`server`] starts and stops all of this.

pub(crate) mod calls;
pub(crate) mod client;
mod grpc;
mod orders;
pub(crate) mod proto;
pub(crate) mod providers;
mod rest;
pub(crate) mod server;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use domain_errors::{AnyError, Audience, Failure, Reply, domains, wapi, wix};
use http::HeaderMap;
use http::header::ACCEPT_LANGUAGE;
use serde::{Deserialize, Serialize};

use calls::Patience;
use client::Client;
use orders::Orders;
use providers::{Domains, Wapi, Wix};

/// The addresses of the providers.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    /// The address of the Domains Service.
    pub(crate) domains: String,
    /// The address of WAPI, for JSON or for XML.
    pub(crate) wapi: String,
    /// The address of Wix.
    pub(crate) wix: String,
}

/// The settings of the service.
#[derive(Clone)]
pub(crate) struct Settings {
    /// The addresses of the providers.
    pub(crate) addresses: Addresses,
    /// The format that WAPI speaks.
    pub(crate) wapi: providers::Format,
    /// The time that a provider may take to answer.
    pub(crate) timeout: Duration,
    /// The number of attempts and their delays.
    pub(crate) patience: Patience,
    /// Logs outcomes.
    pub(crate) log: Log,
}

/// A function that is called once with the outcome of each order, even if its caller is gone.
pub(crate) type Log = Arc<dyn Fn(&Order, &Outcome) + Send + Sync>;

/// The outcome of an order.
pub(crate) type Outcome = Result<State, Failure<AnyError>>;

/// A provider, or its vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Provider {
    /// The Domains Service.
    Domains,
    /// WEDOS WAPI.
    Wapi,
    /// Wix.
    Wix,
}

/// An operation on a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Action {
    /// Register the domain for the account at the provider.
    Register,
    /// Look up whether the account has the domain.
    Look,
}

/// A request of a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    /// The provider.
    pub(crate) provider: Provider,
    /// The operation.
    pub(crate) action: Action,
    /// The name of the domain.
    pub(crate) name: String,
    /// The provider in whose words to report failures, if not the same.
    pub(crate) words: Option<Provider>,
    /// The reader of the answer. A real service takes it from the login, never from the request.
    pub(crate) audience: Audience,
    /// The value of `Accept-Language`: the languages that the reader prefers.
    pub(crate) languages: String,
}

impl Order {
    /// Returns the order, or an error if it does not name a domain.
    fn checked(self) -> Result<Self, Invalid> {
        if self.name.trim().is_empty() {
            Err(Invalid("`name` is empty".to_owned()))
        } else {
            Ok(self)
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} at {:?}", self.action, self.name, self.provider)
    }
}

/// The reason why a request is not an order.
#[derive(Debug)]
pub(crate) struct Invalid(String);

/// The result of a successful request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// The account has the domain.
    Active,
    /// The provider has accepted the order and completes it later.
    Pending,
}

/// The service, shared by the REST and gRPC servers.
#[derive(Clone)]
pub(crate) struct Gateway(Arc<Inner>);

struct Inner {
    client: Client,
    patience: Patience,
    orders: Orders,
    domains: Domains,
    wapi: Wapi,
    wix: Wix,
    log: Log,
}

impl Gateway {
    /// Creates a service.
    pub(crate) fn new(settings: Settings) -> reqwest::Result<Self> {
        let Settings { addresses, wapi, timeout, patience, log } = settings;
        Ok(Self(Arc::new(Inner {
            client: Client::new(timeout)?,
            patience,
            orders: Orders::default(),
            domains: Domains { address: addresses.domains },
            wapi: Wapi { address: addresses.wapi, format: wapi },
            wix: Wix { address: addresses.wix },
            log,
        })))
    }

    /// Carries out an order. It is carried out to its end even if nobody waits for it anymore.
    async fn carry_out(&self, order: Order) -> Outcome {
        let order = Arc::new(order);
        let work = self.clone().ask(Arc::clone(&order));
        let outcome = self.0.orders.spawn(&order, work, &self.0.log).await;
        outcome.unwrap_or_else(|error| Err(orders::broken(order.provider, error)))
    }

    /// Asks the provider of an order.
    async fn ask(self, order: Arc<Order>) -> Outcome {
        let Inner { domains, wapi, wix, .. } = &*self.0;
        match order.provider {
            Provider::Domains => self.call(domains, &order).await.map_err(any),
            Provider::Wapi => self.call(wapi, &order).await.map_err(any),
            Provider::Wix => self.call(wix, &order).await.map_err(any),
        }
    }
}

fn any<E: Into<AnyError>>(failure: Failure<E>) -> Failure<AnyError> {
    failure.map(Into::into)
}

/// Returns the value of `Accept-Language`, which gRPC has as metadata. It can be sent in several parts.
fn languages(headers: &HeaderMap) -> String {
    let parts = headers.get_all(ACCEPT_LANGUAGE).iter();
    parts.filter_map(|part| part.to_str().ok()).collect::<Vec<_>>().join(", ")
}

/// Returns the answer to a failure: in the words and the language that the caller asked for, or else in
/// the words of the provider and in English. Either way, it promises no more than the failure itself
/// allows.
fn answer<R: for<'r> From<Reply<'r>>>(failure: &Failure<AnyError>, order: &Order) -> R {
    let ours = |reply: Reply<'_>| {
        reply.with_domain("gateway.example").in_language(&order.languages).into()
    };
    let audience = order.audience;
    match order.words {
        None => ours(failure.reply(audience)),
        Some(Provider::Domains) => ours(failure.answer_in::<domains::Error>(audience).reply()),
        Some(Provider::Wapi) => ours(failure.answer_in::<wapi::Error>(audience).reply()),
        Some(Provider::Wix) => ours(failure.answer_in::<wix::Error>(audience).reply()),
    }
}
