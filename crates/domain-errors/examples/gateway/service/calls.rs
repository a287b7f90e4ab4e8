//! Whether a request is sent again.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use domain_errors::Retry;

use super::providers::{Dialect, Refusal};
use super::{Action, Gateway, Order, State};

/// Something to wait for.
pub(crate) type Pause = Pin<Box<dyn Future<Output = ()> + Send>>;

/// How often, and after how long, a request is sent again.
#[derive(Clone)]
pub(crate) struct Patience {
    /// How often it is sent at most.
    pub(crate) attempts: u32,
    /// The delay where the provider asks for none.
    pub(crate) usual: Duration,
    /// The longest delay that our own caller waits for. Beyond it the advice is handed on.
    pub(crate) longest: Duration,
    /// What waits: `tokio::time::sleep`, unless in tests.
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
    /// The delay before a request that was sent so often is sent again; none if it is not.
    fn delay(&self, sent: u32, after_seconds: Option<u32>) -> Option<Duration> {
        let asked = after_seconds.map(|seconds| Duration::from_secs(seconds.into()));
        let delay = asked.unwrap_or(self.usual * sent);
        (sent < self.attempts && delay <= self.longest).then_some(delay)
    }
}

impl Gateway {
    /// Calls a provider, and does what its answer says about sending the request again.
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
                // It may have been carried out: sent again, it could be carried out twice.
                Retry::Query if order.action == Action::Register => {
                    let found = self.exchange(provider, Action::Look, &order.name).await;
                    return found.map_err(|_| refusal.error);
                }
                Retry::Query | Retry::AfterFix | Retry::Never => return Err(refusal.error),
            }
        }
    }

    /// One request and its answer.
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
