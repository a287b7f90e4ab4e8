//! Retries.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use domain_errors::Retry;

use super::providers::{Dialect, Refusal};
use super::{Action, Gateway, Order, State};

/// A future that completes after a delay.
pub(crate) type Pause = Pin<Box<dyn Future<Output = ()> + Send>>;

/// How often a request is sent, and the delays in between.
#[derive(Clone)]
pub(crate) struct Patience {
    /// The maximum number of attempts.
    pub(crate) attempts: u32,
    /// The delay before the first retry if the provider asks for none; it grows with each attempt.
    pub(crate) usual: Duration,
    /// The longest delay that our own caller waits for. A longer one is passed on as advice.
    pub(crate) longest: Duration,
    /// Waits: `tokio::time::sleep`, except in tests.
    pub(crate) pause: Arc<dyn Fn(Duration) -> Pause + Send + Sync>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            attempts: 3,
            usual: Duration::from_millis(200),
            longest: Duration::from_secs(5),
            pause: Arc::new(|delay| Box::pin(tokio::time::sleep(delay))),
        }
    }
}

impl Patience {
    /// Returns the delay before the next attempt, or `None` if there is none.
    fn delay(&self, sent: u32, after_seconds: Option<u32>) -> Option<Duration> {
        let asked = after_seconds.map(|seconds| Duration::from_secs(seconds.into()));
        let delay = asked.unwrap_or(self.usual * sent);
        (sent < self.attempts && delay <= self.longest).then_some(delay)
    }
}

impl Gateway {
    /// Calls a provider and follows the retry advice of its answer.
    pub(super) async fn call<D: Dialect>(
        &self,
        provider: &D,
        order: &Order,
    ) -> Result<State, D::Error> {
        let mut sent = 0;
        loop {
            let refusal = match self.exchange(provider, order.action, &order.name).await {
                Ok(state) => return Ok(state),
                Err(refusal) => refusal,
            };
            sent += 1;
            match refusal.retry {
                Retry::Later { after_seconds } => {
                    let Some(delay) = self.0.patience.delay(sent, after_seconds) else {
                        return Err(refusal.error);
                    };
                    (self.0.patience.pause)(delay).await;
                }
                // The request may have been carried out. Sending it again could order twice.
                Retry::Query if order.action == Action::Register => {
                    let found = self.exchange(provider, Action::Look, &order.name).await;
                    return found.map_err(|_| refusal.error);
                }
                Retry::Query | Retry::AfterFix | Retry::Never => return Err(refusal.error),
            }
        }
    }

    /// Sends one request and reads its answer.
    async fn exchange<D: Dialect>(
        &self,
        provider: &D,
        action: Action,
        name: &str,
    ) -> Result<State, Refusal<D::Error>> {
        match self.0.client.send(provider.request(action, name)).await {
            Ok(response) => provider.read(action, &response),
            Err(on_the_way) => Err(D::Error::from(on_the_way).into()),
        }
    }
}
