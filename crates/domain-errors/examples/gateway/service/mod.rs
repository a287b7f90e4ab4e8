//! The service: what registers domains at whichever provider the caller names.
//!
//! Its path through the files is that of a request: [`rest`] and [`grpc`] take it, [`calls`]
//! decides whether to send it again, [`providers`] write it and read the answer, [`client`] sends
//! it, and [`failure`] is what the caller is told if it fails.

pub(crate) mod calls;
pub(crate) mod client;
pub(crate) mod failure;
pub(crate) mod grpc;
pub(crate) mod proto;
pub(crate) mod providers;
pub(crate) mod rest;

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use calls::Patience;
use client::Client;
use failure::Failure;
use providers::{Domains, Wapi, Wix};

/// Where the providers are.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    /// Of the Domains Service.
    pub(crate) domains: String,
    /// Of WAPI, the endpoint for JSON or that for XML.
    pub(crate) wapi: String,
    /// Of Wix.
    pub(crate) wix: String,
}

/// How the service is set up.
#[derive(Clone)]
pub(crate) struct Settings {
    /// Where the providers are.
    pub(crate) addresses: Addresses,
    /// The form that WAPI speaks.
    pub(crate) wapi: providers::Format,
    /// How long a provider may take to answer.
    pub(crate) timeout: Duration,
    /// How often, and after how long, a request is sent again.
    pub(crate) patience: Patience,
    /// Where failures are logged.
    pub(crate) log: Log,
}

/// What is done with a failure before it is answered.
pub(crate) type Log = Arc<dyn Fn(&Order, &Failure) + Send + Sync>;

/// A provider, or its words.
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

/// What to do with a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Action {
    /// Make it a domain of the account at the provider.
    Register,
    /// See whether it is one.
    Look,
}

/// What a caller asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    /// Where.
    pub(crate) provider: Provider,
    /// What to do.
    pub(crate) action: Action,
    /// The name of the domain.
    pub(crate) name: String,
    /// In whose words to tell of failures: those of the provider, unless the caller knows others.
    pub(crate) words: Option<Provider>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// The domain is one of the account.
    Active,
    /// The provider has accepted the order, and carries it out later.
    Pending,
}

/// The service, to be shared by all that serve it.
#[derive(Clone)]
pub(crate) struct Gateway(Arc<Inner>);

struct Inner {
    client: Client,
    patience: Patience,
    domains: Domains,
    wapi: Wapi,
    wix: Wix,
    log: Log,
}

impl Gateway {
    /// A service with these settings.
    pub(crate) fn new(settings: Settings) -> Self {
        let Settings { addresses, wapi, timeout, patience, log } = settings;
        Self(Arc::new(Inner {
            client: Client::new(timeout),
            patience,
            domains: Domains { address: addresses.domains },
            wapi: Wapi { address: addresses.wapi, format: wapi },
            wix: Wix { address: addresses.wix },
            log,
        }))
    }

    /// Does what is asked for.
    pub(crate) async fn carry_out(&self, order: &Order) -> Result<State, Failure> {
        let Inner { domains, wapi, wix, log, .. } = &*self.0;
        let done = match order.provider {
            Provider::Domains => self.call(domains, order).await.map_err(Failure::from),
            Provider::Wapi => self.call(wapi, order).await.map_err(Failure::from),
            Provider::Wix => self.call(wix, order).await.map_err(Failure::from),
        };
        done.map_err(|failure| {
            // The log has the provider's own words, whatever the caller wants to hear.
            log(order, &failure);
            match order.words {
                Some(words) => failure.description_of(words),
                None => failure,
            }
        })
    }
}
