//! What callers are told of a failure, whichever provider it is of.

use axum::response::{IntoResponse, Response};
use domain_errors::{CatalogError, Problem, TranslatesTo, domains, wapi, wix};
use tonic::Status;

use super::Provider;

/// What went wrong at a provider, typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// At the Domains Service, or in its words.
    Domains(domains::Error),
    /// At WAPI, or in its words.
    Wapi(wapi::Error),
    /// At Wix, or in its words.
    Wix(wix::Error),
}

impl Failure {
    /// The same in the words of another provider. What has no equivalent there stays as it is: the
    /// answer names the catalog that it is of.
    pub(crate) fn description_of(self, provider: Provider) -> Self {
        let translated = match (&self, provider) {
            (Self::Domains(error), Provider::Wapi) => translated::<_, wapi::Error>(error),
            (Self::Domains(error), Provider::Wix) => translated::<_, wix::Error>(error),
            (Self::Wapi(error), Provider::Domains) => translated::<_, domains::Error>(error),
            (Self::Wapi(error), Provider::Wix) => translated::<_, wix::Error>(error),
            (Self::Wix(error), Provider::Domains) => translated::<_, domains::Error>(error),
            (Self::Wix(error), Provider::Wapi) => translated::<_, wapi::Error>(error),
            _ => None,
        };
        translated.unwrap_or(self)
    }

    /// A label for logs and metrics, of a small closed set.
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Domains(error) => error.label(),
            Self::Wapi(error) => error.label(),
            Self::Wix(error) => error.label(),
        }
    }
}

fn translated<E, T>(error: &E) -> Option<Failure>
where
    E: CatalogError<Code: TranslatesTo<T::Code>>,
    T: CatalogError + Into<Failure>,
{
    Some(error.translate::<T>()?.target.into())
}

/// What REST answers: problem details, their status, and `Retry-After` where the advice has a delay.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        Problem::from(self).into_response()
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Domains(error) => error.into(),
            Failure::Wapi(error) => error.into(),
            Failure::Wix(error) => error.into(),
        }
    }
}

/// What gRPC answers: the status with the details of `google.rpc`.
impl From<Failure> for Status {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Domains(error) => error.into(),
            Failure::Wapi(error) => error.into(),
            Failure::Wix(error) => error.into(),
        }
    }
}

impl From<domains::Error> for Failure {
    fn from(error: domains::Error) -> Self {
        Self::Domains(error)
    }
}

impl From<wapi::Error> for Failure {
    fn from(error: wapi::Error) -> Self {
        Self::Wapi(error)
    }
}

impl From<wix::Error> for Failure {
    fn from(error: wix::Error) -> Self {
        Self::Wix(error)
    }
}
