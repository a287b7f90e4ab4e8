//! Takes the parts of a response that was read; hands out what scripts and pages show of it.

use std::collections::BTreeMap;
use std::fmt;

use errcat::{Facts, HttpStatus, Violation};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::catalog::words;
use crate::{ByAudience, Case, Code, Param, Reply, Tell};

/// The meaning of a response.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Decoded<'c> {
    /// The id of the catalog, if it is known whose response it is.
    pub catalog: Option<&'c str>,
    /// The code, which may be unknown, or follow from the HTTP status.
    pub code: Option<String>,
    /// The Rust name of the case, or else of the code.
    pub name: Option<&'c str>,
    /// The id of the case, if it is known.
    pub case: Option<&'c str>,
    /// Whether the body itself carries a code that the catalog has.
    pub known: bool,
    /// Whether the body is in a form that the provider uses.
    pub recognized: bool,
    /// The kind of response.
    pub kind: Kind,
    /// The provider's text, which may be empty.
    pub message: String,
    /// The parameters of the message whose values are known.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'c Param, Value)>,
    /// The invalid fields.
    #[serde(serialize_with = "as_violations")]
    pub violations: Vec<Violation>,
    /// The facts, if there is a reason for them: a body in a form of the provider, or the HTTP status
    /// of an error. In JSON, the key of their HTTP status is `http_status`.
    #[serde(flatten, serialize_with = "as_facts")]
    pub facts: Option<Facts>,
    /// The replies of a service, if there are facts.
    pub reply: Option<ByAudience<Reply>>,
    /// The id of the meaning, if there are facts.
    pub meaning: Option<&'c str>,
    /// The sentence for the customer, by language, if there are facts: that of the case, or else that
    /// of the reply.
    pub tell: Option<&'c Tell>,
    /// The HTTP status of the response.
    pub status: Option<HttpStatus>,
    /// The id of the envelope, if the body has one.
    pub envelope: Option<String>,
    /// The id that the provider gave the request.
    pub request_id: Option<String>,
    /// The operation, if it is known.
    pub operation: Option<String>,
    /// Further data of the provider, verbatim.
    pub data: Option<String>,
    /// All errors, in order; most failures have one.
    pub errors: Vec<OneError<'c>>,
    /// The values of custom slots.
    pub others: BTreeMap<String, String>,
    /// The entry of the code.
    #[serde(skip)]
    pub known_code: Option<&'c Code>,
    /// The entry of the case.
    #[serde(skip)]
    pub known_case: Option<&'c Case>,
}

/// One of the errors of a response.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct OneError<'c> {
    /// The code, which may be unknown.
    pub code: Option<String>,
    /// The Rust name of the case, or else of the code.
    pub name: Option<&'c str>,
    /// The id of the case, if it is known.
    pub case: Option<&'c str>,
    /// The provider's text, which may be empty.
    pub message: String,
    /// The parameters of the message whose values are known.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'c Param, Value)>,
}

/// A text of a response that pages show, besides those with a place of their own.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct PageText {
    /// The member of a result.
    pub member: &'static str,
    /// The label on a page.
    pub label: &'static str,
    /// Returns the text, if it is known.
    pub get: for<'d> fn(&'d Decoded<'_>) -> Option<&'d str>,
}

/// All texts that pages show under a label.
pub const PAGE_TEXTS: &[PageText] =
    &[PageText { member: "request_id", label: "request", get: |one| one.request_id.as_deref() }];

words! {
    /// The kind of a response.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Kind {
        /// The request was carried out, or accepted.
        Success = "success",
        /// A message that no request caused.
        Notification = "notification",
        /// A case of the catalog.
        Application = "application",
        /// A request that was rejected because of its fields.
        Validation = "validation",
        /// A failure without a code of the catalog.
        System = "system",
        /// A failure that the catalog does not know.
        Unrecognized = "unrecognized",
    }
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Any text, verbatim.
    Text(String),
    /// A whole number.
    Integer(i64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
        }
    }
}

/// Writes the facts by name, or `null` for each, the HTTP status as `http_status`. The outcome follows
/// from the kind.
#[expect(clippy::ref_option, reason = "the signature is that of serde")]
fn as_facts<S: Serializer>(facts: &Option<Facts>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    macro_rules! entries {
        ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
            $(match stringify!($fact) {
                "outcome" => {}
                "http" => map.serialize_entry("http_status", &facts.map(|facts| facts.$fact))?,
                name => map.serialize_entry(name, &facts.map(|facts| facts.$fact))?,
            })+
        };
    }
    errcat::__with_facts!(entries!);
    map.end()
}

fn as_map<S: Serializer>(params: &[(&Param, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().map(|(param, value)| (&param.name, value)))
}

fn as_violations<S: Serializer>(all: &[Violation], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Parts<'v> {
        field: Option<&'v str>,
        rule: Option<&'v str>,
        description: &'v str,
    }
    serializer.collect_seq(all.iter().map(|one| Parts {
        field: one.field(),
        rule: one.rule(),
        description: one.description(),
    }))
}
