//! Errors as statuses of gRPC with the details of `google.rpc`, as AIP-193 asks for them.

mod room;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashMap;

use ::tonic::{Code as Number, Status};
use tonic_types::{ErrorDetails, ErrorInfo, FieldViolation, StatusExt};

use room::Room;

use super::recover::Received;
use super::{disclosed, parts};
use crate::error::rt::Value;
use crate::facts::invalid::in_catalog;
use crate::table::docs::upper_snake;
use crate::{
    Case, CatalogCode, CatalogError, ErrorKind, GrpcCode, HttpStatus, InvalidValue, Retry,
    Violation,
};

/// The keys of the metadata besides parameters.
const CODE: &str = "code";
const KIND: &str = "kind";
const MESSAGE: &str = "message";
const RECEIVED: &str = "providerStatus";
const RETRY: &str = "retry";
/// Names the details that did not fit.
const LEFT_OUT: &str = "leftOut";

/// The title of the link to the reference pages.
const HELP: &str = "What happened, and what to do about it";

/// The longest reason that `google.rpc.ErrorInfo` allows.
const MAX_REASON: usize = 63;

/// Returns the status for a client, with some retry advice.
pub fn status_of<E: CatalogError>(error: &E, retry: Retry) -> Status {
    let number = Number::from(error.grpc());
    // An error without a message still has a kind and a status.
    let message = room::cut(disclosed::message(error).unwrap_or_else(|| fallback(error)));
    let details = details(error, retry, &message);
    Status::with_error_details(number, message, details)
}

fn fallback<E: CatalogError>(error: &E) -> String {
    match (parts::code(error), parts::received(error)) {
        (Some(code), _) => code.to_string(),
        (None, Some(status)) => alloc::format!("HTTP {status}"),
        (None, None) => error.kind().to_string(),
    }
}

/// Returns as many details as fit next to a message, first those that identify the error.
fn details<E: CatalogError>(error: &E, retry: Retry, message: &str) -> ErrorDetails {
    let mut details = ErrorDetails::new();
    let reason = reason(error);
    let docs = error.docs().map(|docs| docs.to_string());
    let mut room = Room::next_to(&[message, &reason, E::Code::DOMAIN]);
    let mut metadata = metadata(error, retry, &mut room);
    let violations = parts::violations(error).iter().map(disclosed_violation);
    let violations: Vec<_> =
        violations.filter(|violation| has_room(violation, &mut room)).collect();
    if !violations.is_empty() {
        details.set_bad_request(violations);
    }
    if let Some(docs) = docs.filter(|docs| room.takes("help", &[HELP, docs])) {
        details.add_help_link(HELP, docs);
    }
    // The guidance of a catalog is in English.
    let guidance = error.guidance().map(|guidance| guidance.to_string());
    if let Some(guidance) = guidance.filter(|guidance| room.takes("guidance", &[guidance])) {
        details.set_localized_message("en", guidance);
    }
    if let Some(delay) = retry.delay() {
        details.set_retry_info(Some(delay));
    }
    metadata.extend(room.left_out().map(|names| (LEFT_OUT.to_string(), names)));
    details.set_error_info(reason, E::Code::DOMAIN, metadata);
    details
}

fn has_room(violation: &FieldViolation, room: &mut Room) -> bool {
    let FieldViolation { field, description, reason, .. } = violation;
    room.takes("violations", &[field, description, reason])
}

fn disclosed_violation(violation: &Violation) -> FieldViolation {
    FieldViolation {
        field: violation.field().unwrap_or_default().to_string(),
        description: violation.description().to_string(),
        reason: violation.rule().unwrap_or_default().to_string(),
        localized_message: None,
    }
}

/// Returns the name of the case or code, or else the kind of error.
fn reason<E: CatalogError>(error: &E) -> String {
    match (error.case(), error.code()) {
        (Some(case), _) => spelled(case.name()),
        (None, Some(code)) => spelled(code.name()),
        (None, None) => error.kind().as_str().to_ascii_uppercase(),
    }
}

/// Spells a Rust name as a reason, cut at the longest that `google.rpc.ErrorInfo` allows.
fn spelled(name: &str) -> String {
    let mut reason = upper_snake(name).to_string();
    reason.truncate(MAX_REASON);
    reason.truncate(reason.trim_end_matches('_').len());
    reason
}

/// Returns the code, and everything that the message is made from, as far as it fits.
fn metadata<E: CatalogError>(error: &E, retry: Retry, room: &mut Room) -> HashMap<String, String> {
    let mut metadata = HashMap::new();
    let mut add = |key: &str, value: String| {
        if room.takes(key, &[key, &value]) {
            metadata.insert(key.to_string(), value);
        }
    };
    if error.kind() != ErrorKind::Application {
        add(KIND, error.kind().to_string());
        if let Some(status) = parts::received(error) {
            add(RECEIVED, status.to_string());
        }
    }
    add(RETRY, retry.to_string());
    if let Some(code) = parts::code(error) {
        add(CODE, code.to_string());
    }
    for (name, value) in disclosed::params(error) {
        add(&key(name), value.to_string());
    }
    if error.kind() != ErrorKind::Application
        && let Some(message) = disclosed::message(error)
    {
        add(MESSAGE, message);
    }
    metadata
}

/// Returns the key of a parameter: its name, unless that is not a key or has another meaning.
fn key(name: &str) -> Cow<'_, str> {
    let is_own = [CODE, KIND, MESSAGE, RECEIVED, RETRY, LEFT_OUT].contains(&name)
        || name.starts_with("param-");
    let is_key = name.len() > 1 && name.starts_with(|first: char| first.is_ascii_lowercase());
    if is_key && !is_own { name.into() } else { alloc::format!("param-{name}").into() }
}

/// Reads an error back from a status; fails if the status is not of the catalog of that error type.
pub fn error_of<E: CatalogError>(status: &Status) -> Result<E, InvalidValue> {
    let other = in_catalog("a status", E::Code::CATALOG);
    let ErrorInfo { reason, domain, metadata } = status.get_details_error_info().ok_or(other)?;
    if domain != E::Code::DOMAIN {
        return Err(other);
    }
    let text = |key: &str| metadata.get(key).map(String::as_str);
    let violations = status.get_details_bad_request().map(|refused| refused.field_violations);
    let received = Received {
        kind: text(KIND).and_then(|kind| kind.parse().ok()),
        code: text(CODE),
        message: text(MESSAGE).unwrap_or_default(),
        status: text(RECEIVED).and_then(|status| HttpStatus::new(status.parse().ok()?)),
        violations: violations.iter().flatten().map(violation).collect(),
    };
    let is_case = |case: Case<E::Code>| spelled(case.name()) == reason;
    Ok(received.recover(is_case, |name| Some(Value::Text(text(&key(name))?.into()))))
}

impl Retry {
    /// Reads the retry advice of a status: that of the metadata, with the delay of
    /// `google.rpc.RetryInfo` if that is longer. A status with a delay alone asks to wait.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Retry;
    /// use tonic::{Code, Status};
    /// use tonic_types::{ErrorDetails, StatusExt};
    ///
    /// let details = ErrorDetails::with_retry_info(Some(core::time::Duration::from_millis(1500)));
    /// let status = Status::with_error_details(Code::Unavailable, "busy", details);
    /// assert_eq!(Retry::from_status(&status), Some(Retry::Later { after_seconds: Some(2) }));
    /// ```
    pub fn from_status(status: &Status) -> Option<Self> {
        let info = status.get_details_error_info();
        let advice = info.and_then(|info| info.metadata.get(RETRY)?.parse().ok());
        let Some(info) = status.get_details_retry_info() else { return advice };
        let delay = info.retry_delay.map(|delay| {
            let seconds = delay.as_secs().saturating_add((delay.subsec_nanos() > 0).into());
            u32::try_from(seconds).unwrap_or(u32::MAX)
        });
        Some(advice.unwrap_or(Self::Later { after_seconds: None }).delayed(delay))
    }
}

fn violation(sent: &FieldViolation) -> Violation {
    let is_there = |text: &&str| !text.is_empty();
    let field = Some(sent.field.as_str()).filter(is_there);
    let rule = Some(sent.reason.as_str()).filter(is_there);
    let violation = Violation::new(sent.description.as_str());
    let violation = field.into_iter().fold(violation, Violation::with_field);
    rule.into_iter().fold(violation, Violation::with_rule)
}

impl From<GrpcCode> for Number {
    fn from(code: GrpcCode) -> Self {
        Self::from_i32(code.into())
    }
}

impl From<Number> for GrpcCode {
    #[allow(clippy::expect_used, reason = "both types list the codes of google.rpc")]
    fn from(number: Number) -> Self {
        Self::try_from(i32::from(number)).expect("both list the codes of google.rpc")
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::key;

    #[test]
    fn a_parameter_has_a_key_of_its_own() {
        assert_eq!(key("domainName"), "domainName");
        for name in ["code", "kind", "message", "providerStatus", "retry", "leftOut", "param-a"] {
            assert_eq!(key(name), format!("param-{name}"), "a name of ours");
        }
        assert_eq!([key("Name"), key("n")], ["param-Name", "param-n"], "no key of AIP-193");
    }
}
