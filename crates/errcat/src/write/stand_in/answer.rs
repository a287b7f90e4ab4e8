//! Answers as the provider of their words sends them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::slice;

use ::http::Response;
use ::http::header::{HeaderValue, RETRY_AFTER};

use super::{Content, kind, params, text_of, write_response};
use crate::reply::Subject;
use crate::table::{EnvelopeKind, Format};
use crate::write::disclosed;
use crate::{Answer, Outcome, Reply, Violation};

impl<T: Subject> Answer<'_, T> {
    /// Returns the response in the form of the other catalog's provider; `None` if that has no form
    /// for it in this format.
    ///
    /// The status in the body is that of the [reply](Self::reply). So is that of the response, unless
    /// the provider always sends the same. Clients of that provider read a body without a code by its
    /// status alone. `Retry-After` is set if the advice has a delay. Without a code, the text is the
    /// [sentence](Reply::tell) for customers. Otherwise it is the provider's template with the values
    /// that are known and not sensitive.
    pub fn body(&self, format: Format) -> Option<Response<String>> {
        let reply = self.reply();
        let general = Violation::new(reply.sentence().text);
        let content = content(&reply, &general);
        let spec = reply.subject.tables().spec;
        let mut response = write_response(spec, &content, None, format)?;
        if let Some(seconds) = reply.retry().after_seconds() {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        Some(response)
    }
}

/// Returns the content of a body for the audience of a reply; of a refusal whose fields it must not
/// see, it has a general one.
fn content<'c>(reply: &'c Reply<'_>, general: &'c Violation) -> Content<'c> {
    let kind = if reply.is_named { kind(reply.subject) } else { EnvelopeKind::System };
    let violations = match reply.violations() {
        [] if kind == EnvelopeKind::Validation => slice::from_ref(general),
        violations => violations,
    };
    Content {
        kind,
        outcome: Outcome::Failure,
        code: reply.code(),
        has_numbers: reply.subject.tables().is_numeric(),
        message: message(reply).or_else(|| Some(reply.sentence().to_string())),
        operation: None,
        http: Some(reply.http()),
        retry_after: reply.retry().after_seconds(),
        params: if reply.is_named {
            params(reply.subject, |param| !param.is_sensitive)
        } else {
            Vec::new()
        },
        violations,
    }
}

/// Returns the text of the template, or the provider's text for an operator.
fn message(reply: &Reply<'_>) -> Option<String> {
    match reply.subject.row().filter(|_| reply.is_named) {
        Some(row) => text_of(reply.subject, row, |param| !param.is_sensitive),
        None if reply.is_for_operator() => disclosed::message(reply.subject),
        None => None,
    }
}
