//! Problem details of RFC 9457.

mod json;
mod make;

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::error::rt::Value;
use crate::{ErrorKind, HttpStatus, Retry, ValueRef, Violation};

/// The type of a problem of which only the status is known.
const BLANK: &str = "about:blank";

/// Problem details of RFC 9457: an error as a client sees it, without what is sensitive.
///
/// In addition to the members of the standard it has `catalog`, `domain`, `code`, `case`, `kind`, `retry`,
/// `params`, `violations`, `guidance`, and `provider_status` where an error without a case came
/// with an HTTP status.
///
/// It is read leniently, as the standard asks: a member of the wrong type is left out.
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
/// assert_eq!(problem.code(), None, "it is another service's problem");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Problem {
    #[serde(rename = "type", serialize_with = "json::write_type")]
    type_uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<HttpStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    catalog: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<ErrorKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<Retry>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "json::write_params")]
    params: Vec<(String, Value)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<Violation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guidance: Option<Advice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_status: Option<HttpStatus>,
}

/// The guidance of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
struct Advice {
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<String>,
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

    /// Sets the retry advice, for an answer that passes on the delay of a provider.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{Problem, Retry};
    ///
    /// let problem = Problem::from_json(br#"{"status": 503}"#).unwrap();
    /// let problem = problem.with_retry(Retry::Later { after_seconds: Some(60) });
    /// assert_eq!(problem.to_json(), r#"{"type":"about:blank","status":503,"retry":"later 60s"}"#);
    /// ```
    #[must_use]
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Returns the type: the address of its entry in the reference pages, or `about:blank`.
    pub fn type_uri(&self) -> &str {
        self.type_uri.as_deref().unwrap_or(BLANK)
    }

    /// Returns the parameters of the message that may be shown.
    pub fn params(&self) -> impl Iterator<Item = (&str, ValueRef<'_>)> {
        self.params.iter().map(|(name, value)| (name.as_str(), value.as_ref()))
    }

    /// Returns the fields that the provider refused.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Returns what happened, for people.
    pub fn cause(&self) -> Option<&str> {
        self.guidance.as_ref()?.cause.as_deref()
    }

    /// Returns the next step, for the one who has to act.
    pub fn action(&self) -> Option<&str> {
        self.guidance.as_ref()?.action.as_deref()
    }
}

/// Declares the getters of members that can be missing.
macro_rules! getters {
    ($($(#[$doc:meta])+ $name:ident -> $type:ty, $get:ident;)+) => {
        impl Problem {
            $(
                $(#[$doc])+
                pub fn $name(&self) -> Option<$type> {
                    self.$name.$get()
                }
            )+
        }
    };
}

getters! {
    /// Returns the name of all problems of this type.
    title -> &str, as_deref;
    /// Returns the message, without the values of sensitive parameters.
    detail -> &str, as_deref;
    /// Returns the address or `urn:` of this occurrence.
    instance -> &str, as_deref;
    /// Returns the id of the catalog, such as `wapi`.
    catalog -> &str, as_deref;
    /// Returns the domain that identifies the provider's errors.
    domain -> &str, as_deref;
    /// Returns the code, as the provider has it on the wire.
    code -> &str, as_deref;
    /// Returns the Rust name of the case.
    case -> &str, as_deref;
    /// Returns the HTTP status in the body.
    status -> HttpStatus, clone;
    /// Returns the kind of error.
    kind -> ErrorKind, clone;
    /// Returns whether to send the request again.
    retry -> Retry, clone;
}
