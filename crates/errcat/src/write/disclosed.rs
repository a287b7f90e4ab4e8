//! The parts of a reply, as far as its audience may see them.

use alloc::format;
use alloc::string::{String, ToString};

use crate::error::Message;
use crate::reply::{Subject, ValueRef};
use crate::{Audience, Reply, Violation};

impl<'a> Reply<'a> {
    /// Returns whether the reader is an operator, who sees everything of what is named.
    pub(super) fn is_for_operator(&self) -> bool {
        self.audience() == Audience::Operator && self.is_named
    }

    /// Returns the code; only an operator sees one that the catalog does not have.
    pub(super) fn code(&self) -> Option<&'a str> {
        let is_shown = self.is_for_operator() || self.subject.code_row().is_some();
        self.subject.raw_code().filter(|_| is_shown && self.is_named)
    }

    /// Returns the address of the page about the meaning, or else about the code.
    pub(super) fn page(&self) -> Option<String> {
        if let Some(base) = self.base_url {
            return Some(format!("{base}{}", self.meaning_id()));
        }
        let row = self.subject.any_row().filter(|_| self.is_named)?;
        Some(self.subject.tables().docs(row)?.to_string())
    }

    /// Returns the fields that the provider refused, if they are wanted.
    pub(super) fn violations(&self) -> &'a [Violation] {
        let is_shown = self.has_violations && self.is_named;
        if is_shown { self.subject.violations() } else { &[] }
    }
}

/// Returns the provider's message, unless it can hold a sensitive value.
pub(super) fn message(subject: &dyn Subject) -> Option<String> {
    let Some(body) = subject.body() else { return Some(Message(subject).to_string()) };
    (!body.text().is_empty() && !subject.has_sensitive_params()).then(|| body.text().to_string())
}

/// Returns the parameters whose values are known and may be shown.
pub(super) fn params(subject: &dyn Subject) -> impl Iterator<Item = (&'static str, ValueRef<'_>)> {
    subject.params().filter_map(|param| Some((param.name, param.shown()?)))
}
