use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;
use core::pin::Pin;
use core::time::Duration;

use tower::retry::Policy;
use tower::retry::backoff::{Backoff, ExponentialBackoff, ExponentialBackoffMaker, MakeBackoff};
use tower::retry::budget::{Budget, TpsBudget};
use tower::util::rng::HasherRng;

use crate::ErrorFacts;

/// A policy of tower's [`Retry`](tower::retry::Retry) that sends a request again only if the error
/// [allows it](ErrorFacts::may_resend): a lookup if the advice is `later` or no response came, an
/// order only if it was not sent.
///
/// Before each resend it waits the delay that the provider asked for, plus a backoff. It gives up
/// after some attempts, if the provider asks for too long a delay, and if the budget is used up.
///
/// | limit | default |
/// |---|---|
/// | [attempts](Self::with_max_attempts) | 3 |
/// | [delay asked for](Self::with_max_retry_after) | 5 s |
/// | [backoff](Self::with_backoff) | 200 ms, doubled each time up to 5 s |
/// | [budget](Self::with_budget) | that of [`TpsBudget::default`]: 10 resends a second, and one for every five requests |
///
/// The service returns what `decode` says, so that a failure is an `Err`; its error is any
/// [`ErrorFacts`], such as a [`Failure`](crate::Failure). Layers that box errors belong outside.
/// Clones share the budget, so create one policy for each provider. It waits with the timer of
/// tokio, and panics outside its runtime.
///
/// # Examples
///
/// ```
/// use errcat::{CatalogError, Failure, RetryPolicy};
/// use tower::{Service, ServiceBuilder};
///
/// #[derive(Clone)]
/// enum Call {
///     LookUp(String),
///     Order(String),
/// }
///
/// /// Sends lookups again, and orders that were not sent.
/// fn patient<E: CatalogError, S>(provider: S) -> impl Service<Call, Error = Failure<E>>
/// where
///     S: Service<Call, Error = Failure<E>> + Clone,
/// {
///     let policy = RetryPolicy::new(|call: &Call| matches!(call, Call::LookUp(_)));
///     ServiceBuilder::new().retry(policy.with_max_attempts(5)).service(provider)
/// }
/// ```
pub struct RetryPolicy<Req> {
    is_idempotent: fn(&Req) -> bool,
    try_clone: fn(&Req) -> Option<Req>,
    limits: Limits,
}

#[derive(Debug, Clone)]
struct Limits {
    attempts: u32,
    retry_after: Duration,
    backoff: (Duration, Duration),
    budget: Arc<TpsBudget>,
    /// The backoff of one request, after its first response.
    started: Option<ExponentialBackoff>,
}

impl<Req> RetryPolicy<Req> {
    /// Creates a policy with a function that returns whether carrying out a request twice does no
    /// harm.
    pub fn new(is_idempotent: fn(&Req) -> bool) -> Self
    where
        Req: Clone,
    {
        Self::with_try_clone(is_idempotent, |request| Some(request.clone()))
    }

    /// Creates a policy for requests that are not `Clone`, such as those of reqwest with
    /// `reqwest::Request::try_clone`. Those without a clone are not sent again.
    pub fn with_try_clone(
        is_idempotent: fn(&Req) -> bool,
        try_clone: fn(&Req) -> Option<Req>,
    ) -> Self {
        let limits = Limits {
            attempts: 3,
            retry_after: Duration::from_secs(5),
            backoff: (Duration::from_millis(200), Duration::from_secs(5)),
            budget: Arc::default(),
            started: None,
        };
        Self { is_idempotent, try_clone, limits }
    }

    /// Sets how often a request is sent at most, the first time included.
    #[must_use]
    pub fn with_max_attempts(mut self, attempts: u32) -> Self {
        self.limits.attempts = attempts;
        self
    }

    /// Sets the longest delay that a provider may ask for. If it asks for more, the request is not
    /// sent again.
    #[must_use]
    pub fn with_max_retry_after(mut self, delay: Duration) -> Self {
        self.limits.retry_after = delay;
        self
    }

    /// Sets the first and the longest backoff. It is added to the delay that the provider asks for.
    /// A random part makes each up to twice as long, but no longer than the longest.
    #[must_use]
    pub fn with_backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.limits.backoff = (first, longest);
        self
    }

    /// Sets the budget of the resends of all requests together.
    #[must_use]
    pub fn with_budget(mut self, budget: Arc<TpsBudget>) -> Self {
        self.limits.budget = budget;
        self
    }
}

impl Limits {
    /// Returns the backoff of a request; the first time, the request counts for the budget.
    ///
    /// Each has its own random generator: clones of one would all wait equally long.
    fn start(&mut self) -> &mut ExponentialBackoff {
        let Self { backoff: (first, longest), budget, started, .. } = self;
        started.get_or_insert_with(|| {
            budget.deposit();
            let longest = (*longest).max(*first).max(Duration::from_nanos(1));
            let maker = ExponentialBackoffMaker::new(*first, longest, JITTER, HasherRng::new());
            maker.unwrap_or_default().make_backoff()
        })
    }

    /// Takes an attempt and waits for it, unless a limit is reached.
    fn resend(&mut self, asked: Duration) -> Option<Wait> {
        if self.attempts <= 1 || asked > self.retry_after || !self.budget.withdraw() {
            return None;
        }
        self.attempts -= 1;
        let mut wait = Box::pin(self.start().next_backoff());
        let end = wait.deadline() + asked;
        wait.as_mut().reset(end);
        Some(wait)
    }
}

/// The random part of a backoff, as tower has it by default.
const JITTER: f64 = 0.99;

type Wait = Pin<Box<dyn Future<Output = ()> + Send + Sync>>;

impl<Req, Res, E: ErrorFacts> Policy<Req, Res, E> for RetryPolicy<Req> {
    type Future = Wait;

    fn retry(&mut self, request: &mut Req, result: &mut Result<Res, E>) -> Option<Wait> {
        self.limits.start();
        let error = result.as_ref().err()?;
        if !error.may_resend((self.is_idempotent)(request)) {
            return None;
        }
        self.limits.resend(error.retry().delay().unwrap_or_default())
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        (self.try_clone)(request)
    }
}

/// Requests need not be `Clone`.
impl<Req> Clone for RetryPolicy<Req> {
    fn clone(&self) -> Self {
        Self { limits: self.limits.clone(), ..*self }
    }
}

impl<Req> fmt::Debug for RetryPolicy<Req> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryPolicy").field("limits", &self.limits).finish_non_exhaustive()
    }
}
