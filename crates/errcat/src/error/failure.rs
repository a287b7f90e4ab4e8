use alloc::boxed::Box;
use core::fmt;

use super::answer::AnswersIn;
use super::facts::{ErrorFacts, Origin};
use crate::reply::{Place, Sentences};
use crate::{Answer, Audience, CatalogError, HttpStatus, Retry, System, Transport};

/// The cause of a transport error.
type Source = Box<dyn core::error::Error + Send + Sync>;

/// A failed call: an error, and what else the response said about it.
///
/// Return it from functions that call a provider. It answers like its error, except that its retry
/// advice has the delay that the provider asked for. It is one pointer larger than the error.
///
/// Its meaning is that of its [error](Self::error). `?` turns an error into a failure; to convert the
/// error in a failure, [map](Self::map) it.
///
/// # Examples
///
/// ```
/// use errcat::{CatalogError, Failure, Retry, Transport};
///
/// /// Describes a call that got no response.
/// fn lost<E: CatalogError>(cause: std::io::Error) -> Failure<E> {
///     match cause.kind() {
///         std::io::ErrorKind::ConnectionRefused => Failure::not_sent(cause),
///         std::io::ErrorKind::TimedOut => Failure::timed_out(cause),
///         _ => Failure::broken_off(cause),
///     }
/// }
///
/// /// Returns whether an order may be placed again: only if the first one was not sent.
/// fn may_order_again<E: CatalogError>(failure: &Failure<E>) -> bool {
///     failure.may_resend(false)
/// }
/// ```
pub struct Failure<E> {
    error: E,
    rest: Option<Box<Rest>>,
}

#[derive(Debug, Default)]
struct Rest {
    retry: Option<Retry>,
    status: Option<HttpStatus>,
    request_id: Option<Box<str>>,
    /// The code of the response; without `has_raw_code`, that of the error counts.
    raw_code: Option<Box<str>>,
    has_raw_code: bool,
    operation: Option<Box<str>>,
    source: Option<Source>,
}

impl<E> Failure<E> {
    /// Creates a failure of which nothing but its error is known.
    pub const fn new(error: E) -> Self {
        Self { error, rest: None }
    }

    /// Sets the retry advice, such as the delay that the provider asked for.
    #[must_use]
    pub fn with_retry(self, retry: Retry) -> Self {
        self.with(|rest| rest.retry = Some(retry))
    }

    /// Sets the HTTP status of the response.
    #[must_use]
    pub fn with_status(self, status: HttpStatus) -> Self {
        self.with(|rest| rest.status = Some(status))
    }

    /// Sets the provider's id of the request.
    #[must_use]
    pub fn with_request_id(self, id: impl Into<Box<str>>) -> Self {
        self.with(|rest| rest.request_id = Some(id.into()))
    }

    /// Sets the code as it was on the wire; `None` if the response had none, so that the error is
    /// known by its status alone.
    #[must_use]
    pub fn with_raw_code(self, code: Option<impl Into<Box<str>>>) -> Self {
        self.with(|rest| {
            rest.raw_code = code.map(Into::into);
            rest.has_raw_code = true;
        })
    }

    /// Sets the operation that failed.
    #[must_use]
    pub fn with_operation(self, operation: impl Into<Box<str>>) -> Self {
        self.with(|rest| rest.operation = Some(operation.into()))
    }

    /// Sets the cause.
    #[must_use]
    pub fn with_source(self, source: impl Into<Source>) -> Self {
        self.with(|rest| rest.source = Some(source.into()))
    }

    fn with(mut self, set: impl FnOnce(&mut Rest)) -> Self {
        set(self.rest.get_or_insert_default());
        self
    }

    /// Returns the error.
    pub const fn error(&self) -> &E {
        &self.error
    }

    /// Returns the error, without what else is known.
    pub fn into_error(self) -> E {
        self.error
    }

    /// Replaces the error, for example by an `AnyError`:
    /// `.map_err(|failure| failure.map(AnyError::from))`.
    ///
    /// The facts of the response stay, such as its code and its retry advice, even if the error is
    /// now of another catalog.
    pub fn map<F>(self, error: impl FnOnce(E) -> F) -> Failure<F> {
        Failure { error: error(self.error), rest: self.rest }
    }

    /// Returns the provider's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.rest.as_ref()?.request_id.as_deref()
    }

    /// Returns the operation that failed.
    pub fn operation(&self) -> Option<&str> {
        self.rest.as_ref()?.operation.as_deref()
    }
}

impl<E: From<System>> Failure<E> {
    /// Creates the failure of a request that was not sent, because no connection was made. It may be
    /// sent again.
    pub fn not_sent(cause: impl Into<Source>) -> Self {
        Self::without_response(Transport::NotSent).with_source(cause)
    }

    /// Creates the failure of a request that had no response in time. The provider may have carried
    /// it out.
    pub fn timed_out(cause: impl Into<Source>) -> Self {
        Self::without_response(Transport::TimedOut).with_source(cause)
    }

    /// Creates the failure of a request whose connection broke off before the end of the response.
    /// The provider may have carried it out.
    pub fn broken_off(cause: impl Into<Source>) -> Self {
        Self::without_response(Transport::BrokenOff).with_source(cause)
    }

    fn without_response(transport: Transport) -> Self {
        Self::new(System::from(transport).into())
    }
}

impl<E: ErrorFacts> Failure<E> {
    crate::__own_methods!();

    /// Returns what your service says in the words of another catalog, for an audience. The delay of
    /// the response stays.
    pub fn answer_in<T: CatalogError>(&self, audience: Audience) -> Answer<'_, T>
    where
        E: AnswersIn<T>,
    {
        self.error.answer_from(self.origin(), audience)
    }
}

impl<E: ErrorFacts> ErrorFacts for Failure<E> {
    fn sentences(&self, place: Place) -> Sentences {
        self.error.sentences(place)
    }

    fn origin(&self) -> Origin<'_> {
        let origin = self.error.origin();
        let Some(rest) = &self.rest else { return origin };
        Origin {
            subject: origin.subject,
            retry: rest.retry.or(origin.retry),
            status: rest.status.or(origin.status),
            request_id: rest.request_id.as_deref().or(origin.request_id),
            raw_code: if rest.has_raw_code { rest.raw_code.as_deref() } else { origin.raw_code },
        }
    }
}

impl<E> From<E> for Failure<E> {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

/// Writes the error.
impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<E: fmt::Debug> fmt::Debug for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Failure");
        fields.field("error", &self.error);
        if let Some(rest) = &self.rest {
            fields.field("rest", rest);
        }
        fields.finish()
    }
}

/// The source is the cause if there is one, or else the source of the error.
impl<E: core::error::Error> core::error::Error for Failure<E> {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self.rest.as_ref().and_then(|rest| rest.source.as_ref()) {
            Some(source) => Some(&**source),
            None => self.error.source(),
        }
    }
}
