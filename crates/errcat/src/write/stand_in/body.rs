//! Writes a body in a form that a provider declares.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::format::{self, Layout};
use super::tree::Tree;
use crate::wire::{Envelope, EnvelopeKind, Format, Paths, Slot, Spec};
use crate::{HttpStatus, Violation};

/// The content of a body.
#[derive(Debug, Clone)]
pub struct Content<'c> {
    /// The kind of envelope.
    pub kind: EnvelopeKind,
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
    let envelope = content.envelope(spec, format)?;
    let paths = match format {
        Format::Json => spec.json,
        Format::Xml => spec.xml,
    };
    let mut tree = Tree::default();
    for (path, text) in envelope.when {
        tree.insert(&names(paths, *path)?, 0, Tree::Text((*text).to_string()));
    }
    for (place, (slot, _)) in envelope.slots.iter().enumerate() {
        let is_first = envelope.slots.iter().position(|(other, _)| other == slot) == Some(place);
        if !is_first {
            continue;
        }
        let names = usual_path(envelope, paths, *slot)?;
        if let Some(value) = content.value(*slot) {
            // A form with a list of errors gets this one as its first item.
            tree.insert(&names, 0, value);
        }
        for (item, violation) in content.violations.iter().enumerate() {
            if let Some(text) = of_violation(violation, *slot) {
                tree.insert(&names, item, Tree::Text(text.to_string()));
            }
        }
    }
    match format {
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
    let all = of_slot.filter_map(|(_, path)| names(paths, *path));
    let all: Vec<_> = all.collect();
    let named = all.iter().find(|names| names.last() != Some(&"*"));
    named.or(all.first()).cloned()
}

/// Returns the names along a path, outermost first.
fn names(paths: Paths<'_>, path: u8) -> Option<Vec<&str>> {
    let nodes = paths.nodes;
    let mut at = nodes.iter().position(|node| node.path.checked_sub(1) == Some(path))?;
    let mut names = Vec::new();
    while at > 0 {
        names.push(nodes.get(at)?.name);
        // Parents come before their children.
        let holds =
            |first: u16, count: u16| (first.into()..usize::from(first + count)).contains(&at);
        at = nodes.iter().take(at).position(|node| holds(node.first, node.count))?;
    }
    names.reverse();
    Some(names)
}

impl Content<'_> {
    /// Returns the form of the body in a format, if the provider has one.
    pub(super) fn envelope<'s>(&self, spec: &Spec<'s>, format: Format) -> Option<&'s Envelope<'s>> {
        spec.envelopes.iter().find(|form| form.kind == self.kind && form.format == format)
    }

    /// Returns the value for a slot.
    pub(super) fn value<'t>(&self, slot: Slot<'_>) -> Option<Tree<'t>> {
        let text = |text: Option<&str>| text.map(|text| Tree::Text(text.to_string()));
        let is_system = self.kind == EnvelopeKind::System;
        match slot {
            Slot::Code => self.code.map(|code| self.code(code)),
            Slot::SystemCode if is_system => text(self.code),
            // The slot makes the body an error of the system, even without a text.
            Slot::Message if is_system => text(Some(self.message.as_deref().unwrap_or_default())),
            Slot::Message => text(self.message.as_deref()),
            Slot::Operation => text(self.operation),
            Slot::Http => self.http.map(|status| Tree::Number(status.get().into())),
            Slot::RetryAfter => self.retry_after.map(Tree::Number),
            Slot::SystemCode
            | Slot::Data
            | Slot::RequestId
            | Slot::ViolationField
            | Slot::ViolationDescription
            | Slot::ViolationRule
            | Slot::Other(_) => None,
        }
    }

    /// Returns a code as a number, if the provider's codes are numbers.
    fn code<'t>(&self, code: &str) -> Tree<'t> {
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
