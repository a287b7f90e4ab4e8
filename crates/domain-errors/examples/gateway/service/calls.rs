//! Retries: an order that may have been carried out is never sent again, but looked up.
//!
//! A service that looks nothing up needs less: `RetryPolicy` is the same as a layer of tower.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use domain_errors::{CatalogCode, CatalogError, Failure, Meaning, Retry, Transport};
use tower::retry::budget::{Budget, TpsBudget};

use super::providers::Dialect;
use super::{Action, Gateway, Order, State};

/// A future that completes after a delay.
pub(crate) type Pause = Pin<Box<dyn Future<Output = ()> + Send>>;

/// How often a request is sent, and the delays in between.
#[derive(Clone)]
pub(crate) struct Patience {
    /// The delays before the second and later attempts, in addition to those that providers ask
    /// for. They grow, and are random, so that clients do not all come back at the same moment.
    pub(crate) delays: ExponentialBuilder,
    /// The longest delay that our own caller waits for. A longer one is passed on as advice.
    pub(crate) longest: Duration,
    /// The resends that all orders together may make, so that they do not keep a provider down.
    pub(crate) budget: Arc<TpsBudget>,
    /// Waits: `tokio::time::sleep`, except in tests.
    pub(crate) pause: Arc<dyn Fn(Duration) -> Pause + Send + Sync>,
}

impl Default for Patience {
    fn default() -> Self {
        let usual = Duration::from_millis(200);
        Self {
            delays: ExponentialBuilder::new().with_min_delay(usual).with_max_times(2).with_jitter(),
            longest: Duration::from_secs(5),
            // Ten resends a second, and one for every five orders.
            budget: Arc::new(TpsBudget::new(Duration::from_secs(10), 10, 0.2)),
            pause: Arc::new(|delay| Box::pin(tokio::time::sleep(delay))),
        }
    }
}

impl Patience {
    /// Returns the delay before the next request, or `None` if no attempt is left or the provider asks
    /// for too long a delay.
    fn delay(&self, retry: Retry, delays: &mut impl Iterator<Item = Duration>) -> Option<Duration> {
        let asked = retry.delay().unwrap_or_default();
        Some(asked + delays.next().filter(|_| asked <= self.longest)?)
    }
}

impl Gateway {
    /// Carries out an order at a provider.
    pub(super) async fn call<D: Dialect>(
        &self,
        provider: &D,
        order: &Order,
    ) -> Result<State, Failure<D::Error>> {
        self.0.patience.budget.deposit();
        match self.send(provider, order.action, &order.name).await {
            Err(failure) if order.action == Action::Register && may_be_done(&failure) => {
                self.look_up(provider, &order.name, failure).await
            }
            outcome => outcome,
        }
    }

    /// Sends a request, and sends it again as long as that does no harm and may help.
    async fn send<D: Dialect>(
        &self,
        provider: &D,
        action: Action,
        name: &str,
    ) -> Result<State, Failure<D::Error>> {
        let patience = &self.0.patience;
        let mut delays = patience.delays.build();
        loop {
            let answer = self.0.client.send(provider.request(action, name)).await;
            let failure = match answer.and_then(|answer| provider.read(action, name, &answer)) {
                Ok(state) => return Ok(state),
                Err(failure) => failure,
            };
            let delay = patience.delay(failure.retry(), &mut delays);
            let may_resend = failure.may_resend(action == Action::Look);
            let resend = |_: &_| may_resend && patience.budget.withdraw();
            let Some(delay) = delay.filter(resend) else { return Err(failure) };
            (patience.pause)(delay).await;
        }
    }

    /// Finds out whether a registration that failed has been carried out all the same.
    async fn look_up<D: Dialect>(
        &self,
        provider: &D,
        name: &str,
        failure: Failure<D::Error>,
    ) -> Result<State, Failure<D::Error>> {
        let patience = &self.0.patience;
        let delay = patience.delay(failure.retry(), &mut patience.delays.build());
        let Some(delay) = delay else { return Err(failure) };
        (patience.pause)(delay).await;
        match self.send(provider, Action::Look, name).await {
            Ok(state) => Ok(state),
            Err(absent) if says_absent(&absent) => Err(failure),
            // Nobody knows. A client that sent the order again could order twice.
            Err(_) => Err(failure.with_retry(Retry::Query)),
        }
    }
}

/// Returns whether an order that failed may have been carried out, or may be later.
fn may_be_done<E: CatalogError>(failure: &Failure<E>) -> bool {
    failure.transport() != Some(Transport::NotSent)
        && matches!(failure.retry(), Retry::Query | Retry::Later { .. })
}

/// Returns whether a response says with a code that a domain does not exist. A status alone may be that
/// of a proxy or of a route.
fn says_absent<E: CatalogError>(failure: &Failure<E>) -> bool {
    failure.meaning_id() == Meaning::DomainNotFound.id()
        && failure.raw_code() == failure.error().code().map(CatalogCode::as_str)
}
