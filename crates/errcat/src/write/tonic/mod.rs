//! Errors as statuses of gRPC with the details of `google.rpc`, as AIP-193 asks for them.

mod room;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashMap;

use ::tonic::{Code as Number, Status};
use tonic_types::{ErrorDetails, ErrorInfo, FieldViolation, StatusExt};

use room::Room;

use super::disclosed;
use super::recover::Received;
use crate::error::rt::Value;
use crate::facts::invalid::in_catalog;
use crate::reply::{Body, Subject};
use crate::table::docs::upper_snake;
use crate::{
    Audience, Case, CatalogCode, CatalogError, ErrorFacts, Failure, GrpcCode, HttpStatus,
    InvalidValue, Reply, Retry, Tell, Violation,
};

/// The keys of the metadata besides parameters.
const CODE: &str = "code";
const KIND: &str = "kind";
const MEANING: &str = "meaning";
const MESSAGE: &str = "message";
const RECEIVED: &str = "providerStatus";
const REQUEST: &str = "requestId";
const RETRY: &str = "retry";
const TRANSPORT: &str = "transport";
/// Names the details that did not fit.
const LEFT_OUT: &str = "leftOut";

const KEYS: [&str; 9] =
    [CODE, KIND, MEANING, MESSAGE, RECEIVED, REQUEST, RETRY, TRANSPORT, LEFT_OUT];

/// The title of the link to the reference pages.
const HELP: &str = "What happened, and what to do about it";

/// The longest reason that `google.rpc.ErrorInfo` allows.
const MAX_REASON: usize = 63;

impl Reply<'_> {
    /// Returns the gRPC status with the details of `google.rpc`.
    ///
    /// It fits into the 8 KiB of headers that peers accept. Details that do not fit are left out
    /// whole and named by `leftOut` in the metadata of `ErrorInfo`.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{Audience, ErrorFacts};
    ///
    /// fn respond(error: &dyn ErrorFacts) -> tonic::Status {
    ///     error.reply(Audience::AccountOwner).with_domain("shop.example").to_status()
    /// }
    /// ```
    pub fn to_status(&self) -> Status {
        let message = if self.is_for_operator() {
            // An error without a message still has a kind and a status.
            disclosed::message(self.subject).unwrap_or_else(|| fallback(self.subject))
        } else {
            // AIP-193: the message is in English, and only the localized one is not.
            self.tell("en").to_string()
        };
        let message = room::cut(message);
        let details = self.details_of_status(&message);
        Status::with_error_details(Number::from(self.grpc()), message, details)
    }

    /// Returns as many details as fit next to a message, first those that identify the error.
    fn details_of_status(&self, message: &str) -> ErrorDetails {
        let mut details = ErrorDetails::new();
        let (reason, domain) = if self.is_named {
            (reason(self.subject), self.subject.tables().domain)
        } else {
            (reason_of_id(self.meaning_id()), self.domain.unwrap_or_default())
        };
        let mut room = Room::next_to(&[message, &reason, domain]);
        let mut metadata = self.metadata(&mut room);
        let violations = self.violations().iter().map(disclosed_violation);
        let violations: Vec<_> =
            violations.filter(|violation| has_room(violation, &mut room)).collect();
        if !violations.is_empty() {
            details.set_bad_request(violations);
        }
        if let Some(page) = self.page().filter(|page| room.takes("help", &[HELP, page])) {
            details.add_help_link(HELP, page);
        }
        if let Some((text, language)) = self.localized()
            && room.takes("localizedMessage", &[&text, language])
        {
            details.set_localized_message(language, text);
        }
        if let Some(delay) = self.retry().delay() {
            details.set_retry_info(Some(delay));
        }
        metadata.extend(room.left_out().map(|names| (LEFT_OUT.to_string(), names)));
        details.set_error_info(reason, domain, metadata);
        details
    }

    /// Returns the guidance for an operator, or the sentence for anybody else, with its language.
    fn localized(&self) -> Option<(String, &'static str)> {
        if !self.is_for_operator() {
            let Tell { text, language } = self.sentence();
            return Some((text.to_string(), language));
        }
        let guidance = self.subject.tables().guidance(self.subject.any_row()?)?;
        // Guidance is in English.
        Some((guidance.to_string(), "en"))
    }

    /// Returns the meaning, what identifies the error, and for an operator everything that the
    /// message is made from, as far as it fits.
    fn metadata(&self, room: &mut Room) -> HashMap<String, String> {
        let mut metadata = HashMap::new();
        let mut add = |key: &str, value: &str| {
            if room.takes(key, &[key, value]) {
                metadata.insert(key.to_string(), value.to_string());
            }
        };
        add(RETRY, &self.retry().to_string());
        add(MEANING, self.meaning_id());
        if self.subject.body().is_some() && self.is_named {
            add(KIND, self.subject.kind().as_str());
        }
        if let Some(code) = self.code() {
            add(CODE, code);
        }
        if self.is_for_operator() {
            self.add_details(&mut add);
        }
        // An error without its details is another error; one without the id is not.
        if let Some(id) = self.request_id {
            add(REQUEST, id);
        }
        metadata
    }

    /// Adds everything that the message is made from.
    fn add_details(&self, add: &mut impl FnMut(&str, &str)) {
        let body = self.subject.body();
        if let Some(status) = body.and_then(Body::status) {
            add(RECEIVED, &status.to_string());
        }
        if let Some(transport) = body.and_then(Body::transport) {
            add(TRANSPORT, transport.as_str());
        }
        for (name, value) in disclosed::params(self.subject) {
            add(&key(name), &value.to_string());
        }
        if let Some(message) = disclosed::message(self.subject).filter(|_| body.is_some()) {
            add(MESSAGE, &message);
        }
    }
}

impl From<Reply<'_>> for Status {
    fn from(reply: Reply<'_>) -> Self {
        reply.to_status()
    }
}

/// Tells a client of your service about a failure.
impl<E: ErrorFacts> From<Failure<E>> for Status {
    fn from(failure: Failure<E>) -> Self {
        failure.reply(Audience::Client).to_status()
    }
}

fn fallback(subject: &dyn Subject) -> String {
    match (subject.raw_code(), subject.body()) {
        (Some(code), _) => code.to_string(),
        (None, body) => match body.and_then(Body::status) {
            Some(status) => alloc::format!("HTTP {status}"),
            None => subject.kind().to_string(),
        },
    }
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
fn reason(subject: &dyn Subject) -> String {
    match subject.any_row() {
        Some(row) => spelled(subject.tables().name(row)),
        None => subject.kind().as_str().to_ascii_uppercase(),
    }
}

/// Spells the id of a meaning as a reason.
fn reason_of_id(id: &str) -> String {
    short(id.replace(['.', '-'], "_").to_ascii_uppercase())
}

/// Spells a Rust name as a reason.
fn spelled(name: &str) -> String {
    short(upper_snake(name).to_string())
}

/// Cuts a reason at the longest that `google.rpc.ErrorInfo` allows.
fn short(mut reason: String) -> String {
    reason.truncate(MAX_REASON);
    reason.truncate(reason.trim_end_matches('_').len());
    reason
}

/// Returns the key of a parameter: its name, unless that is not a key or has another meaning.
fn key(name: &str) -> Cow<'_, str> {
    let is_own = KEYS.contains(&name) || name.starts_with("param-");
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
        transport: text(TRANSPORT).and_then(|word| word.parse().ok()),
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

    use super::{KEYS, key, reason_of_id};

    #[test]
    fn a_reason_has_at_most_63_letters_and_ends_with_one() {
        assert_eq!(reason_of_id("domain.not-found"), "DOMAIN_NOT_FOUND");
        assert_eq!(reason_of_id(&"abc.".repeat(40)), "ABC_".repeat(16).trim_end_matches('_'));
    }

    #[test]
    fn a_parameter_has_a_key_of_its_own() {
        assert_eq!(key("domainName"), "domainName");
        for name in KEYS.into_iter().chain(["param-a"]) {
            assert_eq!(key(name), format!("param-{name}"), "a name of ours");
        }
        assert_eq!([key("Name"), key("n")], ["param-Name", "param-n"], "no key of AIP-193");
    }
}
