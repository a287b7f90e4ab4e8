//! Bodies as a provider sends them, from the envelopes that its catalog declares.

mod format;
mod tree;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use tree::Tree;

use super::parts;
use crate::error::generated::Body;
use crate::table::{Piece, pieces};
use crate::wire::{Envelope, EnvelopeKind, Format, Paths, Slot, Spec};
use crate::{Catalog, Decode, Facts, Retry, Violation};

/// The body with an error; nothing if the provider has none for it in this format.
pub(crate) fn body_of<E: Decode>(error: &E, format: Format) -> Option<String> {
    let spec = E::SPEC;
    let envelope = envelope(error, &spec, format)?;
    let paths = match format {
        Format::Json => spec.json,
        Format::Xml => spec.xml,
    };
    let mut tree = Tree::default();
    for (path, text) in envelope.when {
        tree.put(&names(paths, *path)?, Tree::Text((*text).to_string()));
    }
    for (place, (slot, _)) in envelope.slots.iter().enumerate() {
        let is_first = envelope.slots.iter().position(|(other, _)| other == slot) == Some(place);
        if !is_first {
            continue;
        }
        let names = usual_path(envelope, paths, *slot)?;
        if let Some(value) = value(error, envelope.kind, *slot) {
            tree.put(&names, value);
        }
        for (item, violation) in parts::violations(error).iter().enumerate() {
            if let Some(text) = of_violation(violation, *slot) {
                tree.put_in_item(&names, item, Tree::Text(text.to_string()));
            }
        }
    }
    match format {
        Format::Json => Some(format::json(&tree)),
        Format::Xml => format::xml(&tree),
    }
}

/// The form of response for an error: the first of the kind that it is.
fn envelope<E: Decode>(
    error: &E,
    spec: &Spec<'static>,
    format: Format,
) -> Option<&'static Envelope<'static>> {
    let kind = match error.body() {
        Some(Body::Validation(_)) => EnvelopeKind::Validation,
        Some(Body::System(_)) => EnvelopeKind::System,
        _ if parts::code(error).is_none() => EnvelopeKind::System,
        _ => EnvelopeKind::Application,
    };
    spec.envelopes.iter().find(|envelope| envelope.kind == kind && envelope.format == format)
}

/// Of several paths for one slot the first, where possible with a name for what stands there.
fn usual_path(
    envelope: &Envelope<'static>,
    paths: Paths<'static>,
    slot: Slot<'_>,
) -> Option<Vec<&'static str>> {
    let of_slot = envelope.slots.iter().filter(|(other, _)| *other == slot);
    let all = of_slot.filter_map(|(_, path)| names(paths, *path));
    let all: Vec<_> = all.collect();
    let named = all.iter().find(|names| names.last() != Some(&"*"));
    named.or(all.first()).cloned()
}

/// The names on the way to a path, from the outside.
fn names(paths: Paths<'static>, path: u8) -> Option<Vec<&'static str>> {
    let nodes = paths.nodes;
    let mut at = nodes.iter().position(|node| node.path.checked_sub(1) == Some(path))?;
    let mut names = Vec::new();
    while at > 0 {
        names.push(nodes.get(at)?.name);
        // Parents stand in front of their children.
        let holds =
            |first: u16, count: u16| (first.into()..usize::from(first + count)).contains(&at);
        at = nodes.iter().take(at).position(|node| holds(node.first, node.count))?;
    }
    names.reverse();
    Some(names)
}

/// What an error has for a slot of its response.
fn value<E: Decode>(error: &E, kind: EnvelopeKind, slot: Slot<'_>) -> Option<Tree> {
    let text = |text: Option<String>| text.map(Tree::Text);
    match (slot, kind) {
        (Slot::Code, _) => parts::code(error).map(code::<E>),
        (Slot::SystemCode, EnvelopeKind::System) => text(parts::code(error).map(str::to_string)),
        // Without a text, too, this is what makes it an error of the system.
        (Slot::Message, EnvelopeKind::System) => text(Some(message(error).unwrap_or_default())),
        (Slot::Message, _) => text(message(error)),
        (Slot::Operation, _) => {
            let case = error.case()?;
            let mut operations = <E::Catalog as Catalog>::Code::TABLES.operations_of(case.index());
            text(operations.next().map(str::to_string))
        }
        (Slot::Http, _) => {
            let own = error.case().map(Facts::http);
            let status = parts::received(error).or(own)?;
            Some(Tree::Number(status.to_string()))
        }
        (Slot::RetryAfter, _) => match error.retry() {
            Retry::Later { after_seconds } => {
                after_seconds.map(|seconds| Tree::Number(seconds.to_string()))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A code: a number where the provider's codes are numbers.
fn code<E: Decode>(code: &str) -> Tree {
    let is_number = <E::Catalog as Catalog>::Code::TABLES.is_numeric()
        && code.parse().is_ok_and(|number: u32| number.to_string() == code);
    if is_number { Tree::Number(code.to_string()) } else { Tree::Text(code.to_string()) }
}

/// The provider's text with all that it says: here it talks to us, not to our clients.
fn message<E: Decode>(error: &E) -> Option<String> {
    let text = match error.body() {
        Some(Body::Validation(body)) => body.message(),
        Some(Body::System(body)) => body.message(),
        Some(Body::Unrecognised(body)) => body.message(),
        None => return case_message(error),
    };
    (!text.is_empty()).then(|| text.to_string())
}

fn case_message<E: Decode>(error: &E) -> Option<String> {
    let case = error.case()?;
    let params = <E::Catalog as Catalog>::Code::TABLES.params;
    let mut message = String::new();
    for piece in pieces(case.message()?) {
        match piece {
            Piece::Literal(text) => message.push_str(text),
            Piece::Parameter(name) => {
                let mut entries = params.of(case.index());
                let entry = entries.find(|entry| entry.name == name);
                match entry.and_then(|entry| error.value(entry.index)) {
                    Some(value) => message.push_str(&value.to_string()),
                    None => message.extend(["<", name, ">"]),
                }
            }
        }
    }
    Some(message)
}

fn of_violation<'v>(violation: &'v Violation, slot: Slot<'_>) -> Option<&'v str> {
    match slot {
        Slot::ViolationField => violation.field(),
        Slot::ViolationDescription => Some(violation.description()),
        Slot::ViolationRule => violation.rule(),
        _ => None,
    }
}
