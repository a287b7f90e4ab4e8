//! The texts of an error without sensitive values.

use alloc::string::{String, ToString};

use crate::error::Message;
use crate::reply::{Subject, ValueRef};

/// Returns the provider's message, unless it can hold a sensitive value.
pub(super) fn message(subject: &dyn Subject) -> Option<String> {
    let Some(body) = subject.body() else { return Some(Message(subject).to_string()) };
    (!body.text().is_empty() && !subject.has_sensitive_params()).then(|| body.text().to_string())
}

/// Returns the parameters whose values are known and may be shown.
pub(super) fn params(subject: &dyn Subject) -> impl Iterator<Item = (&'static str, ValueRef<'_>)> {
    subject.params().filter_map(|param| Some((param.name, param.shown()?)))
}
