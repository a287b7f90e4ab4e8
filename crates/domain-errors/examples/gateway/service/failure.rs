//! Failures of any provider, as callers see them.

use axum::response::{IntoResponse, Response};
use domain_errors::{
    CatalogError, HttpStatus, Problem, Retry, System, TranslatesTo, domains, wapi, wix,
};
use tonic::Status;

use super::Provider;

/// A failure: an error, and whether to send the request again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure<E = AnyError> {
    /// The error.
    pub(crate) error: E,
    /// The advice of the error, with the delay of the response if it has one; or `query` if nobody
    /// knows whether the order was carried out.
    pub(crate) retry: Retry,
}

/// The error of any provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AnyError {
    /// An error of the Domains Service, or one in its words.
    Domains(domains::Error),
    /// An error of WAPI, or one in its words.
    Wapi(wapi::Error),
    /// An error of Wix, or one in its words.
    Wix(wix::Error),
}

impl Failure {
    /// Returns the failure of an order whose task did not end as it should. Nobody knows how far it
    /// came.
    pub(crate) fn broken(provider: Provider) -> Self {
        let error = HttpStatus::new(500).into_iter();
        let error = error.fold(System::new("The gateway failed"), System::with_status);
        match provider {
            Provider::Domains => Failure::from(domains::Error::from(error)).into_any(),
            Provider::Wapi => Failure::from(wapi::Error::from(error)).into_any(),
            Provider::Wix => Failure::from(wix::Error::from(error)).into_any(),
        }
    }

    /// Translates the error into the words of another provider. Without an equivalent it stays as it
    /// is; the answer names its catalog.
    pub(crate) fn in_words_of(self, provider: Provider) -> Self {
        use AnyError::{Domains, Wapi, Wix};
        let translated = match (&self.error, provider) {
            (Domains(error), Provider::Wapi) => translated::<_, wapi::Error>(error),
            (Domains(error), Provider::Wix) => translated::<_, wix::Error>(error),
            (Wapi(error), Provider::Domains) => translated::<_, domains::Error>(error),
            (Wapi(error), Provider::Wix) => translated::<_, wix::Error>(error),
            (Wix(error), Provider::Domains) => translated::<_, domains::Error>(error),
            (Wix(error), Provider::Wapi) => translated::<_, wapi::Error>(error),
            _ => None,
        };
        Self { error: translated.unwrap_or(self.error), ..self }
    }

    /// Returns a label for logs and metrics, from a small closed set.
    pub(crate) fn label(&self) -> &'static str {
        match &self.error {
            AnyError::Domains(error) => error.label(),
            AnyError::Wapi(error) => error.label(),
            AnyError::Wix(error) => error.label(),
        }
    }
}

impl<E: Into<AnyError>> Failure<E> {
    /// Returns the failure as one of any provider.
    pub(crate) fn into_any(self) -> Failure {
        Failure { error: self.error.into(), retry: self.retry }
    }
}

impl<E: CatalogError> From<E> for Failure<E> {
    /// Creates a failure with the usual advice of its error.
    fn from(error: E) -> Self {
        Self { retry: error.retry(), error }
    }
}

fn translated<E, T>(error: &E) -> Option<AnyError>
where
    E: CatalogError<Code: TranslatesTo<T::Code>>,
    T: CatalogError + Into<AnyError>,
{
    Some(error.translate::<T>()?.target.into())
}

/// Answers REST with problem details, their status, and `Retry-After` if the advice has a delay.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        Problem::from(self).into_response()
    }
}

impl From<Failure> for Problem {
    fn from(Failure { error, retry }: Failure) -> Self {
        let problem = match error {
            AnyError::Domains(error) => error.problem(),
            AnyError::Wapi(error) => error.problem(),
            AnyError::Wix(error) => error.problem(),
        };
        problem.with_retry(retry)
    }
}

/// Answers gRPC with a status and the details of `google.rpc`.
impl From<Failure> for Status {
    fn from(Failure { error, retry }: Failure) -> Self {
        match error {
            AnyError::Domains(error) => error.to_status_with_retry(retry),
            AnyError::Wapi(error) => error.to_status_with_retry(retry),
            AnyError::Wix(error) => error.to_status_with_retry(retry),
        }
    }
}

impl From<domains::Error> for AnyError {
    fn from(error: domains::Error) -> Self {
        Self::Domains(error)
    }
}

impl From<wapi::Error> for AnyError {
    fn from(error: wapi::Error) -> Self {
        Self::Wapi(error)
    }
}

impl From<wix::Error> for AnyError {
    fn from(error: wix::Error) -> Self {
        Self::Wix(error)
    }
}
