//! Problem details of RFC 9457.

mod json;
mod make;

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::rt::Value;
use crate::{ErrorKind, HttpStatus, Retry, ValueRef, Violation};

/// The type of a problem of which no more is known than its status.
const BLANK: &str = "about:blank";

/// What a client is told of an error: problem details of RFC 9457, without what is sensitive.
///
/// Besides the members of the standard it has `catalog`, `domain`, `code`, `case`, `kind`, `retry`,
/// `params`, `violations`, `guidance`, and `provider_status` where an error without a case came
/// with an HTTP status.
///
/// It is read leniently, as the standard asks: a member that is missing, unknown or of the wrong
/// type is left out.
///
/// # Examples
///
/// ```
/// use errcat::Problem;
///
/// let body = r#"{"type": 7, "title": "Out of credit", "status": 403, "balance": 30}"#;
/// let problem = Problem::from_json(body.as_bytes()).unwrap();
/// assert_eq!(problem.type_uri(), "about:blank");
/// assert_eq!(problem.title(), Some("Out of credit"));
/// assert_eq!(problem.code(), None, "it is a problem of somebody else");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    type_uri: Option<String>,
    title: Option<String>,
    status: Option<HttpStatus>,
    detail: Option<String>,
    instance: Option<String>,
    catalog: Option<String>,
    domain: Option<String>,
    code: Option<String>,
    case: Option<String>,
    kind: Option<ErrorKind>,
    retry: Option<Retry>,
    params: Vec<(String, Value)>,
    violations: Vec<Violation>,
    cause: Option<String>,
    action: Option<String>,
    provider_status: Option<HttpStatus>,
}

impl Problem {
    /// The media type of its JSON.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// Names this occurrence, with an address or a `urn:`.
    #[must_use]
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.instance = Some(instance.into());
        self
    }

    /// The type: the address of its entry in the reference pages, or `about:blank`.
    pub fn type_uri(&self) -> &str {
        self.type_uri.as_deref().unwrap_or(BLANK)
    }

    /// What all problems of this type are called.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The HTTP status, as the body has it.
    pub fn status(&self) -> Option<HttpStatus> {
        self.status
    }

    /// The message, without the values of sensitive parameters.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// What names this occurrence.
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// The id of the catalog, such as `wapi`.
    pub fn catalog(&self) -> Option<&str> {
        self.catalog.as_deref()
    }

    /// The domain that identifies the provider's errors.
    pub fn domain(&self) -> Option<&str> {
        self.domain.as_deref()
    }

    /// The code, as the provider has it on the wire.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The Rust name of the case.
    pub fn case(&self) -> Option<&str> {
        self.case.as_deref()
    }

    /// Which kind of error it is.
    pub fn kind(&self) -> Option<ErrorKind> {
        self.kind
    }

    /// Whether to send the request again.
    pub fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// The parameters of the message that may be shown.
    pub fn params(&self) -> impl Iterator<Item = (&str, ValueRef<'_>)> {
        self.params.iter().map(|(name, value)| (name.as_str(), value.as_ref()))
    }

    /// What is wrong with which fields.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// What happened, for people.
    pub fn cause(&self) -> Option<&str> {
        self.cause.as_deref()
    }

    /// The next step, by whoever must act.
    pub fn action(&self) -> Option<&str> {
        self.action.as_deref()
    }
}
