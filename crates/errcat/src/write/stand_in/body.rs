//! Writes a body in a form that a provider declares.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::format::{self, Layout};
use super::tree::Tree;
use crate::wire::{Envelope, EnvelopeKind, Format, Paths, Slot, Spec, Wanted, read};
use crate::{HttpStatus, Input, Outcome, Violation};

/// The content of a body.
#[derive(Debug, Clone)]
pub struct Content<'c> {
    /// The kind of envelope.
    pub kind: EnvelopeKind,
    /// The outcome.
    pub outcome: Outcome,
    /// The code.
    pub code: Option<&'c str>,
    /// Whether a code of digits is a number.
    pub has_numbers: bool,
    /// The provider's text.
    pub message: Option<String>,
    /// The operation that was called.
    pub operation: Option<&'c str>,
    /// The HTTP status, for forms that repeat it in the body.
    pub http: Option<HttpStatus>,
    /// The seconds to wait.
    pub retry_after: Option<u32>,
    /// The values of the parameters that are known.
    pub params: Vec<(&'c str, String)>,
    /// The fields that are wrong.
    pub violations: &'c [Violation],
}

/// Writes a body. `None` if the provider has no form for it in this format.
pub fn write_body(
    spec: &Spec<'_>,
    content: &Content<'_>,
    format: Format,
    layout: Layout,
) -> Option<String> {
    content.written(spec, None, format, layout).map(|(_, body)| body)
}

/// Writes a body in one form.
fn in_form(
    envelope: &Envelope<'_>,
    spec: &Spec<'_>,
    content: &Content<'_>,
    layout: Layout,
) -> Option<String> {
    let paths = spec.paths(envelope.format);
    let mut tree = Tree::default();
    for (path, wanted) in envelope.when {
        let value = wanted.iter().find_map(|wanted| match wanted {
            Wanted::Text(text) => Some(Tree::Text((*text).to_string())),
            Wanted::Plain(plain) => Some(Tree::Plain(plain)),
            Wanted::Present | Wanted::Absent => None,
        });
        if let Some(value) = value {
            tree.insert(&paths.names(*path)?, 0, value);
        }
    }
    for (place, (slot, _)) in envelope.slots.iter().enumerate() {
        if envelope.slots.iter().position(|(other, _)| other == slot) != Some(place) {
            continue;
        }
        let names = usual_path(envelope, paths, *slot)?;
        if let Some(value) = content.value(*slot, spec.booleans) {
            // A form with a list of errors gets this one as its first item.
            tree.insert(&names, 0, value);
        }
        for (item, violation) in content.violations.iter().enumerate() {
            if let Some(text) = of_violation(violation, *slot) {
                tree.insert(&names, item, Tree::Text(text.to_string()));
            }
        }
    }
    for (path, wanted) in envelope.when {
        let names = paths.names(*path)?;
        if wanted.first() == Some(&Wanted::Present) && !tree.has(&names) {
            tree.insert(&names, 0, Tree::Plain("true"));
        }
    }
    match envelope.format {
        Format::Json => Some(format::json(&tree, layout)),
        Format::Xml => format::xml(&tree, layout, envelope.namespace),
    }
}

/// Returns the first path of a slot, preferring one that ends in a name.
fn usual_path<'s>(
    envelope: &Envelope<'s>,
    paths: Paths<'s>,
    slot: Slot<'_>,
) -> Option<Vec<&'s str>> {
    let of_slot = envelope.slots.iter().filter(|(other, _)| *other == slot);
    let all: Vec<_> = of_slot.filter_map(|(_, path)| paths.names(*path)).collect();
    let named = all.iter().find(|names| names.last() != Some(&"*"));
    named.or(all.first()).cloned()
}

impl Content<'_> {
    /// Returns the form of the body in a format and the body, if the provider has one: the first form
    /// in which all of it is read back, or else the one that keeps most. A success has a form of
    /// successes if there is one, and a notification always: responses do not carry it.
    pub(super) fn written<'s>(
        &self,
        spec: &Spec<'s>,
        received: Option<HttpStatus>,
        format: Format,
        layout: Layout,
    ) -> Option<(&'s Envelope<'s>, String)> {
        let forms = || {
            let forms = spec.envelopes.iter();
            forms.filter(|form| form.kind == self.kind && form.format == format)
        };
        let of_outcome = |form: &Envelope<'_>| form.outcome == Some(self.outcome);
        let is_declared = match self.outcome {
            Outcome::Failure => false,
            Outcome::Success => forms().any(of_outcome),
            Outcome::Notification => true,
        };
        let mut best: Option<([bool; 5], _, _)> = None;
        for form in forms() {
            if !of_outcome(form) && (is_declared || form.outcome.is_some()) {
                continue;
            }
            let Some(body) = in_form(form, spec, self, layout) else { continue };
            let kept = self.kept(spec, form, received, &body);
            if best.as_ref().is_none_or(|(other, ..)| kept > *other) {
                best = Some((kept, form, body));
            }
            if !kept.contains(&false) {
                break;
            }
        }
        best.map(|(_, form, body)| (form, body))
    }

    /// Returns which parts of the content a reader of the body gets, the most important first.
    fn kept(
        &self,
        spec: &Spec<'_>,
        form: &Envelope<'_>,
        received: Option<HttpStatus>,
        body: &str,
    ) -> [bool; 5] {
        let input = Input::new(body.as_bytes());
        let status = self.status(form, received);
        let raw = read(&status.into_iter().fold(input, Input::with_status), spec);
        let message = self.message.as_deref();
        [
            raw.envelope == Some(form.id),
            raw.code.as_deref() == self.code,
            received.is_none() || received == status,
            raw.violations == self.violations,
            message.is_none() || message == raw.messages.first(),
        ]
    }

    /// Returns the HTTP status of a response: the received one, that of the form or that of the
    /// content, whichever the form can have.
    pub(super) fn status(
        &self,
        form: &Envelope<'_>,
        received: Option<HttpStatus>,
    ) -> Option<HttpStatus> {
        let known = [received, form.http, self.http].into_iter().flatten();
        let mut possible = known.filter(|status| form.has_status(Some(*status)));
        let first = || HttpStatus::new(form.statuses.first()?.0);
        possible.next().or_else(first)
    }

    /// Returns the value for a slot.
    pub(super) fn value<'t>(&self, slot: Slot<'_>, booleans: bool) -> Option<Tree<'t>> {
        let text = |text: Option<&str>| text.map(|text| Tree::Text(text.to_string()));
        let is_system = self.kind == EnvelopeKind::System;
        match slot {
            Slot::Code => self.code.map(|code| self.code(code, booleans)),
            Slot::SystemCode if is_system => text(self.code),
            // The slot makes the body an error of the system, even without a text.
            Slot::Message if is_system => text(Some(self.message.as_deref().unwrap_or_default())),
            Slot::Message => text(self.message.as_deref()),
            Slot::Operation => text(self.operation),
            Slot::Http => self.http.map(|status| Tree::Number(status.get().into())),
            Slot::RetryAfter => self.retry_after.map(Tree::Number),
            Slot::Param(name) => {
                let mut params = self.params.iter();
                text(params.find(|(other, _)| *other == name).map(|(_, value)| value.as_str()))
            }
            Slot::SystemCode
            | Slot::Data
            | Slot::RequestId
            | Slot::ViolationField
            | Slot::ViolationDescription
            | Slot::ViolationRule
            | Slot::Other(_) => None,
        }
    }

    /// Returns a code as a number, if the provider's codes are numbers, or as a boolean.
    fn code<'t>(&self, code: &str, booleans: bool) -> Tree<'t> {
        match code {
            "true" if booleans => return Tree::Plain("true"),
            "false" if booleans => return Tree::Plain("false"),
            _ => {}
        }
        match code.parse::<u32>() {
            Ok(number) if self.has_numbers && number.to_string() == code => Tree::Number(number),
            _ => Tree::Text(code.to_string()),
        }
    }
}

fn of_violation<'v>(violation: &'v Violation, slot: Slot<'_>) -> Option<&'v str> {
    match slot {
        Slot::ViolationField => violation.field(),
        Slot::ViolationDescription => Some(violation.description()),
        Slot::ViolationRule => violation.rule(),
        _ => None,
    }
}
