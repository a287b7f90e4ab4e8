//! Problem details of RFC 9457.

mod json;
mod make;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value as Json};

use crate::{ErrorKind, HttpStatus, Retry, ValueRef, Violation};

/// The type of a problem of which only the status is known.
const BLANK: &str = "about:blank";

/// Problem details of RFC 9457.
///
/// Besides the members of the standard, the problem for a client has `meaning`, `retry` and the
/// `language` of its detail, and `request_id` where it is known. If the client can act on the error,
/// it also has `catalog`, `domain`, `code`, `case` and `kind`. The problem for an operator adds
/// `params`, `violations`, `guidance`, and for an error without a case `provider_status` and
/// `transport`.
///
/// It is read leniently, as the standard asks: a member of the wrong type is ignored, and an unknown
/// one is kept.
///
/// # Examples
///
/// ```
/// use errcat::{HttpStatus, Problem};
///
/// let body = r#"{"type": 7, "title": "Out of credit", "status": 403, "balance": 30}"#;
/// let problem = Problem::from_json(body.as_bytes()).unwrap();
/// assert_eq!(problem.type_uri(), "about:blank");
/// assert_eq!(problem.title(), Some("Out of credit"));
/// assert_eq!(problem.member("balance").and_then(|it| it.as_u64()), Some(30));
/// assert_eq!(problem.code(), None, "it is another service's problem");
///
/// let problem = Problem::new(HttpStatus::new(400).unwrap())
///     .with_detail("`name` is empty")
///     .with_member("field", "name");
/// assert_eq!(
///     problem.to_json(),
///     r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"`name` is empty","field":"name"}"#
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    members: Map<String, Json>,
}

impl Problem {
    /// The media type of its JSON.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// Creates a problem of which only the status is known. Its title is the name of the status.
    pub fn new(status: HttpStatus) -> Self {
        Self::default().with_member("status", status.get()).with_title(make::phrase(status))
    }

    /// Sets the type: an address that identifies this type of problem.
    #[must_use]
    pub fn with_type_uri(self, uri: impl Into<String>) -> Self {
        self.with_member("type", uri.into())
    }

    /// Sets the name of all problems of this type.
    #[must_use]
    pub fn with_title(self, title: impl Into<String>) -> Self {
        self.with_member("title", title.into())
    }

    /// Sets the explanation of this occurrence.
    #[must_use]
    pub fn with_detail(self, detail: impl Into<String>) -> Self {
        self.with_member("detail", detail.into())
    }

    /// Names this occurrence, with an address or a `urn:`.
    #[must_use]
    pub fn with_instance(self, instance: impl Into<String>) -> Self {
        self.with_member("instance", instance.into())
    }

    /// Sets the retry advice.
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
    pub fn with_retry(self, retry: Retry) -> Self {
        self.with_member("retry", retry.to_string())
    }

    /// Sets any other member. One with the same name is replaced.
    #[must_use]
    pub fn with_member(mut self, name: impl Into<String>, value: impl Into<Json>) -> Self {
        self.members.insert(name.into(), value.into());
        self
    }

    /// Returns a member by its name.
    pub fn member(&self, name: &str) -> Option<&Json> {
        self.members.get(name)
    }

    /// Returns the type: an address that identifies this type of problem, or `about:blank`.
    pub fn type_uri(&self) -> &str {
        self.text("type").unwrap_or(BLANK)
    }

    /// Returns the HTTP status in the body.
    pub fn status(&self) -> Option<HttpStatus> {
        self.number("status")
    }

    /// Returns the kind of error.
    pub fn kind(&self) -> Option<ErrorKind> {
        self.text("kind")?.parse().ok()
    }

    /// Returns whether to send the request again.
    pub fn retry(&self) -> Option<Retry> {
        self.text("retry")?.parse().ok()
    }

    /// Returns the parameters of the message that may be shown.
    pub fn params(&self) -> impl Iterator<Item = (&str, ValueRef<'_>)> {
        let params = self.member("params").and_then(Json::as_object).into_iter().flatten();
        params.filter_map(|(name, json)| Some((name.as_str(), json::value(json)?)))
    }

    /// Returns the fields that the provider refused.
    pub fn violations(&self) -> Vec<Violation> {
        let list = self.member("violations").and_then(Json::as_array).into_iter().flatten();
        list.filter_map(json::violation).collect()
    }

    /// Returns what happened, for people.
    pub fn cause(&self) -> Option<&str> {
        self.member("guidance")?.get("cause")?.as_str()
    }

    /// Returns the next step, for the one who has to act.
    pub fn action(&self) -> Option<&str> {
        self.member("guidance")?.get("action")?.as_str()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.member(name)?.as_str()
    }

    fn number(&self, name: &str) -> Option<HttpStatus> {
        HttpStatus::new(self.member(name)?.as_u64()?.try_into().ok()?)
    }
}

/// Declares the getters of texts.
macro_rules! texts {
    ($($(#[$doc:meta])+ $name:ident;)+) => {
        impl Problem {
            $(
                $(#[$doc])+
                pub fn $name(&self) -> Option<&str> {
                    self.text(stringify!($name))
                }
            )+
        }
    };
}

texts! {
    /// Returns the name of all problems of this type.
    title;
    /// Returns the explanation of this occurrence.
    detail;
    /// Returns the language of the detail, such as `en`, if it is a sentence for customers.
    language;
    /// Returns the address or `urn:` of this occurrence.
    instance;
    /// Returns the id of the meaning, such as `domain.already-registered`.
    meaning;
    /// Returns the id of the catalog, such as `wapi`.
    catalog;
    /// Returns the domain that identifies the errors of the provider, or of your service.
    domain;
    /// Returns the code, as the provider has it on the wire.
    code;
    /// Returns the Rust name of the case.
    case;
    /// Returns the id of the request.
    request_id;
}
