//! Retries: a request that may have been carried out is never sent again, but looked up.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use backon::{BackoffBuilder, ExponentialBuilder};
use domain_errors::{CatalogCode, CatalogError, CatalogMeaning, Meaning, Retry};
use http::Response;
use tower::retry::budget::{Budget, TpsBudget};

use super::client::Lost;
use super::failure::Failure;
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

/// A request that failed, after all attempts.
struct Failed<E> {
    failure: Failure<E>,
    /// Whether the provider may have received it.
    has_left: bool,
    /// Whether the provider says that the domain does not exist.
    is_absent: bool,
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
            Ok(state) => Ok(state),
            Err(Failed { failure, has_left: true, .. }) if order.action == Action::Register => {
                self.look_up(provider, &order.name, failure).await
            }
            Err(failed) => Err(failed.failure),
        }
    }

    /// Sends a request, and sends it again as long as that does no harm and may help.
    async fn send<D: Dialect>(
        &self,
        provider: &D,
        action: Action,
        name: &str,
    ) -> Result<State, Failed<D::Error>> {
        let patience = &self.0.patience;
        let mut delays = patience.delays.build();
        loop {
            let failed = match self.0.client.send(provider.request(action, name)).await {
                Ok(response) => match provider.read(action, name, &response) {
                    Ok(state) => return Ok(state),
                    Err(failure) => {
                        let is_absent = says_absent(&failure.error, &response);
                        Failed { failure, has_left: true, is_absent }
                    }
                },
                Err(Lost { error, has_left }) => {
                    Failed { failure: D::Error::from(error).into(), has_left, is_absent: false }
                }
            };
            let retry = failed.failure.retry;
            let idempotent = action == Action::Look || !failed.has_left;
            let delay = patience.delay(retry, &mut delays);
            let may_resend = |_: &_| retry.may_resend(idempotent) && patience.budget.withdraw();
            let Some(delay) = delay.filter(may_resend) else { return Err(failed) };
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
        let is_open = |_: &_| matches!(failure.retry, Retry::Query | Retry::Later { .. });
        let delay = patience.delay(failure.retry, &mut patience.delays.build());
        let Some(delay) = delay.filter(is_open) else { return Err(failure) };
        (patience.pause)(delay).await;
        match self.send(provider, Action::Look, name).await {
            Ok(state) => Ok(state),
            Err(Failed { is_absent: true, .. }) => Err(failure),
            // Nobody knows. A client that sent the order again could order twice.
            Err(_) => Err(Failure { retry: Retry::Query, ..failure }),
        }
    }
}

/// Returns whether a response says with a code that a domain does not exist. A status alone may be that
/// of a proxy or of a route.
fn says_absent<E: CatalogError>(error: &E, response: &Response<Bytes>) -> bool {
    let answer = domain_errors::decode::<E>(response);
    error.meaning().id() == Meaning::DomainNotFound.id()
        && answer.raw_code() == error.code().map(CatalogCode::as_str)
}
