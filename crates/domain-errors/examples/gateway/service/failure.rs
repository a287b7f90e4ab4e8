//! Failures of any provider, as callers see them.

use axum::response::{IntoResponse, Response};
use domain_errors::{CatalogError, Problem, TranslatesTo, domains, wapi, wix};
use tonic::Status;

use super::Provider;

/// The error of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// A failure of the Domains Service, or one in its words.
    Domains(domains::Error),
    /// A failure of WAPI, or one in its words.
    Wapi(wapi::Error),
    /// A failure of Wix, or one in its words.
    Wix(wix::Error),
}

impl Failure {
    /// Translates the failure into the words of another provider. Without an equivalent it stays as
    /// it is; the answer names its catalog.
    pub(crate) fn in_words_of(self, provider: Provider) -> Self {
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

    /// Returns a label for logs and metrics, from a small closed set.
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

/// Answers REST with problem details, their status, and `Retry-After` if the advice has a delay.
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

/// Answers gRPC with a status and the details of `google.rpc`.
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
