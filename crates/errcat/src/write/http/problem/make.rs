//! Replies as problems, and problems as errors.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value as Json, json};

use super::Problem;
use crate::error::rt::Value;
use crate::facts::invalid::in_catalog;
use crate::table::docs;
use crate::write::disclosed;
use crate::write::recover::Received;
use crate::{
    Audience, Case, CatalogCode, CatalogError, ErrorFacts, Failure, HttpStatus, InvalidValue,
    Reply, Tell, ValueRef, Violation,
};

impl Reply<'_> {
    /// Returns the problem details of RFC 9457.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{Audience, ErrorFacts, Problem};
    ///
    /// fn respond(error: &dyn ErrorFacts) -> Problem {
    ///     let reply = error.reply(Audience::AccountOwner);
    ///     reply.with_base_url("https://errors.shop.example/").problem()
    /// }
    /// ```
    pub fn problem(&self) -> Problem {
        let mut problem = Problem::new(self.http());
        if let Some(page) = self.page() {
            problem = problem.with_type_uri(page).with_title(self.title());
        }
        problem = if self.is_for_operator() {
            disclosed::message(self.subject).into_iter().fold(problem, Problem::with_detail)
        } else {
            let Tell { text, language } = self.sentence();
            problem.with_detail(text).with_member("language", language)
        };
        problem = problem.with_member("meaning", self.meaning_id()).with_retry(self.retry());
        problem =
            self.request_id.into_iter().fold(problem, |all, id| all.with_member("request_id", id));
        if !self.is_named {
            let domain = self.domain.into_iter();
            return domain.fold(problem, |all, domain| all.with_member("domain", domain));
        }
        problem.members.extend(self.identity());
        let violations: Vec<Json> = self.violations().iter().map(json_of).collect();
        if !violations.is_empty() {
            problem = problem.with_member("violations", violations);
        }
        if self.is_for_operator() {
            problem.members.extend(self.details());
        }
        problem
    }

    /// Returns the name of the type that the page is about.
    fn title(&self) -> String {
        match (self.base_url, self.subject.any_row()) {
            (None, Some(row)) => docs::title(self.subject.tables().name(row)).to_string(),
            _ => self.meaning.title.to_string(),
        }
    }

    /// Returns the members that identify the error.
    fn identity(&self) -> impl Iterator<Item = (String, Json)> {
        let tables = self.subject.tables();
        let case = self.subject.case_row().map(|row| tables.name(row));
        let members = [
            ("catalog", Some(tables.id)),
            ("domain", Some(tables.domain)),
            ("code", self.code()),
            ("case", case),
            ("kind", Some(self.subject.kind().as_str())),
        ];
        members.into_iter().filter_map(|(name, text)| Some((name.to_string(), text?.into())))
    }

    /// Returns the members for an operator.
    fn details(&self) -> impl Iterator<Item = (String, Json)> {
        let params = disclosed::params(self.subject);
        let params: Map<String, Json> =
            params.map(|(name, value)| (name.to_string(), value.into())).collect();
        let row = self.subject.any_row();
        let guidance = row.and_then(|row| self.subject.tables().guidance(row));
        let body = self.subject.body();
        let members = [
            ("params", (!params.is_empty()).then(|| params.into())),
            ("guidance", guidance.map(|it| json!({ "cause": it.cause, "action": it.action }))),
            ("provider_status", body.and_then(|body| Some(body.status()?.get().into()))),
            ("transport", body.and_then(|body| Some(body.transport()?.as_str().into()))),
        ];
        members.into_iter().filter_map(|(name, json)| Some((name.to_string(), json?)))
    }
}

impl From<Reply<'_>> for Problem {
    fn from(reply: Reply<'_>) -> Self {
        reply.problem()
    }
}

/// Tells a client of your service about a failure.
impl<E: ErrorFacts> From<Failure<E>> for Problem {
    fn from(failure: Failure<E>) -> Self {
        failure.reply(Audience::Client).problem()
    }
}

impl From<ValueRef<'_>> for Json {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Text(text) => text.into(),
            ValueRef::Integer(number) => number.into(),
        }
    }
}

fn json_of(violation: &Violation) -> Json {
    let members = [
        ("field", violation.field()),
        ("rule", violation.rule()),
        ("description", Some(violation.description())),
    ];
    let members = members.into_iter();
    members.filter_map(|(name, text)| Some((name.to_string(), Json::from(text?)))).collect()
}

/// Returns the name of an error in RFC 9110 and the registry of statuses.
pub(super) fn phrase(status: HttpStatus) -> &'static str {
    match status.get() {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        507 => "Insufficient Storage",
        _ if status.class() == 4 => "Client Error",
        _ if status.class() == 5 => "Server Error",
        _ => "No Error",
    }
}

impl Problem {
    /// Reads an error back; fails if the problem is not of the catalog of that error type.
    pub fn to_error<E: CatalogError>(&self) -> Result<E, InvalidValue> {
        let is_same = |named: Option<&str>, own| named.map(|named| named == own);
        let of_catalog = is_same(self.catalog(), E::Code::CATALOG);
        let of_domain = is_same(self.domain(), E::Code::DOMAIN);
        // Another service may have a catalog with the same name.
        if of_catalog == Some(false)
            || of_domain == Some(false)
            || (of_catalog, of_domain) == NEITHER
        {
            return Err(in_catalog("a problem", E::Code::CATALOG));
        }
        let received = Received {
            kind: self.kind(),
            code: self.code(),
            message: self.detail().unwrap_or_default(),
            status: self.number("provider_status"),
            transport: self.text("transport").and_then(|word| word.parse().ok()),
            violations: self.violations(),
        };
        let is_case = |case: Case<E::Code>| Some(case.name()) == self.case();
        let value = |name: &str| {
            let mut params = self.params();
            params.find(|(other, _)| *other == name).map(|(_, value)| Value::from(value))
        };
        Ok(received.recover(is_case, value))
    }
}

const NEITHER: (Option<bool>, Option<bool>) = (None, None);
