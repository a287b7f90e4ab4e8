//! Orders that outlive the connections of their callers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain_errors::{AnyError, Failure, HttpStatus, System, domains, wapi, wix};
use tokio::task::{JoinError, JoinHandle};
use tokio::time::{Instant, timeout_at};
use tokio_util::task::TaskTracker;

use super::{Log, Order, Outcome, Provider};

/// The orders that are being carried out.
#[derive(Clone, Default)]
pub(super) struct Orders {
    tasks: TaskTracker,
    open: Arc<Mutex<Vec<Arc<Order>>>>,
}

impl Orders {
    /// Carries out an order and logs its outcome, in a task that no client can cancel by hanging up.
    pub(super) fn spawn(
        &self,
        order: &Arc<Order>,
        work: impl Future<Output = Outcome> + Send + 'static,
        log: &Log,
    ) -> JoinHandle<Outcome> {
        self.open().push(Arc::clone(order));
        let (orders, order, log) = (self.clone(), Arc::clone(order), Arc::clone(log));
        self.tasks.spawn(async move {
            // A task within the task: a panic of the work is an outcome, too.
            let outcome = tokio::spawn(work).await;
            let outcome = outcome.unwrap_or_else(|error| Err(broken(order.provider, error)));
            log(&order, &outcome);
            orders.open().retain(|other| !Arc::ptr_eq(other, &order));
            outcome
        })
    }

    /// Waits until no order is open, or until a deadline, and returns the orders that still are.
    pub(super) async fn finish(&self, deadline: Instant) -> Vec<Arc<Order>> {
        self.tasks.close();
        let _ = timeout_at(deadline, self.tasks.wait()).await;
        self.open().clone()
    }

    fn open(&self) -> MutexGuard<'_, Vec<Arc<Order>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the failure of an order whose task did not end as it should. Nobody knows how far it came.
pub(super) fn broken(provider: Provider, cause: JoinError) -> Failure<AnyError> {
    let error = HttpStatus::new(500).into_iter();
    let error = error.fold(System::new("The gateway failed"), System::with_status);
    let error = match provider {
        Provider::Domains => domains::Error::from(error).into(),
        Provider::Wapi => wapi::Error::from(error).into(),
        Provider::Wix => wix::Error::from(error).into(),
    };
    Failure::new(error).with_source(cause)
}
