//! Orders that outlive the connections of their callers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use tokio_util::task::TaskTracker;

use super::{Log, Order, Outcome};
use crate::service::failure::Failure;

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
            let outcome = outcome.unwrap_or_else(|_| Err(Failure::broken(order.provider)));
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
