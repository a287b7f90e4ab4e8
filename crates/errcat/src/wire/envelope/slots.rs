//! Finds the envelope of a body and reads its slots.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::raw::{Raw, bounded};
use crate::facts::delay;
use crate::table::{Counts, Envelope, EnvelopeKind, Slot};
use crate::wire::body::leaf::{Found, InItem, Leaf};
use crate::wire::input::Input;
use crate::{HttpStatus, Violation};

/// Returns the first envelope that a body has: its conditions hold, and the slots of its kind have
/// values. If it declares an outcome, its conditions are enough.
///
/// A code that is there and cannot be read, such as `null`, ends the search for a code: one in
/// another envelope would mean something else.
pub(super) fn envelope_of<'s, 'e>(
    mut envelopes: impl Iterator<Item = &'s Envelope<'e>>,
    found: &Found<'_>,
) -> Option<&'s Envelope<'e>>
where
    'e: 's,
{
    let mut can_have_code = true;
    envelopes.find(|envelope| {
        if !meets_conditions(envelope, found) {
            return false;
        }
        if let Some(outcome) = envelope.outcome.filter(|_| envelope.is_conditional()) {
            return outcome.is_failure() || can_have_code;
        }
        let item = item_that_counts(envelope, found);
        match envelope.kind {
            EnvelopeKind::Application => {
                let mut codes = leaves(envelope, found, item, Slot::Code);
                let code = codes.find(|leaf| can_have_code && *leaf != Leaf::Nothing);
                can_have_code &= code.is_none_or(|code| code.scalar_if(found.booleans).is_some());
                can_have_code && code.is_some()
            }
            EnvelopeKind::Validation => violations(envelope, found).next().is_some(),
            EnvelopeKind::System => {
                let mut slots = envelope.slots.iter();
                slots.any(|(slot, path)| {
                    slot.is_decisive(EnvelopeKind::System) && found.get(item, *path).has_value()
                })
            }
        }
    })
}

fn meets_conditions(envelope: &Envelope<'_>, found: &Found<'_>) -> bool {
    envelope.when.iter().all(|(path, wanted)| found.has_any(*path, wanted))
        && envelope.namespace.is_none_or(|name| found.namespace == name)
}

/// Returns the item that counts in a list of errors: the first or last with a code, or where none has
/// one of its own, with a text.
///
/// An unknown code counts too: a body must not become another error when a catalog gains a code.
pub(super) fn item_that_counts(envelope: &Envelope<'_>, found: &Found<'_>) -> Option<u16> {
    let with_text = || {
        first_item(envelope, found, |slot, leaf| {
            slot.is_decisive(EnvelopeKind::System) && leaf.scalar().is_some()
        })
    };
    match envelope.kind {
        EnvelopeKind::Application => {
            first_item(envelope, found, |slot, leaf| slot == Slot::Code && leaf != Leaf::Nothing)
                .or_else(with_text)
        }
        EnvelopeKind::Validation | EnvelopeKind::System => with_text(),
    }
}

/// Returns the item of a list that counts among those with a value that is wanted in one of the slots.
fn first_item(
    envelope: &Envelope<'_>,
    found: &Found<'_>,
    is_wanted: impl Fn(Slot<'_>, Leaf<'_>) -> bool,
) -> Option<u16> {
    let is_it =
        |one: &&InItem<'_>| slots_at(envelope, one.path).any(|slot| is_wanted(slot, one.leaf));
    let mut items = found.items.iter();
    let item = match envelope.counts {
        Counts::First => items.find(is_it),
        Counts::Last => items.rfind(is_it),
    };
    item.map(|one| one.item)
}

/// Returns the slots that have a path.
fn slots_at<'e>(envelope: &'e Envelope<'_>, path: u8) -> impl Iterator<Item = Slot<'e>> {
    envelope.slots.iter().filter(move |(_, other)| *other == path).map(|(slot, _)| *slot)
}

/// Returns all items of a list that say something, in order.
fn all_items(envelope: &Envelope<'_>, found: &Found<'_>) -> Vec<u16> {
    let is_of_error = |slot: Slot<'_>| slot == Slot::Code || slot.is_decisive(EnvelopeKind::System);
    let is_error = |one: &&InItem<'_>| {
        one.leaf != Leaf::Nothing && slots_at(envelope, one.path).any(is_of_error)
    };
    let mut items: Vec<u16> = found.items.iter().filter(is_error).map(|one| one.item).collect();
    items.dedup();
    items
}

/// The texts of the slots. The first path of a slot that has a value counts, and the body comes before
/// the headers.
#[derive(Default)]
pub(super) struct Texts<'b> {
    pub(super) code: Option<Cow<'b, str>>,
    pub(super) system_code: Option<Cow<'b, str>>,
    pub(super) request_id: Option<Cow<'b, str>>,
    pub(super) retry_after: Option<Cow<'b, str>>,
    pub(super) operation: Option<Cow<'b, str>>,
    pub(super) http: Option<Cow<'b, str>>,
}

impl<'b> Texts<'b> {
    /// Returns the place of a slot that is a single text.
    fn slot_mut(&mut self, slot: Slot<'_>) -> Option<&mut Option<Cow<'b, str>>> {
        Some(match slot {
            Slot::Code => &mut self.code,
            Slot::SystemCode => &mut self.system_code,
            Slot::RequestId => &mut self.request_id,
            Slot::RetryAfter => &mut self.retry_after,
            Slot::Operation => &mut self.operation,
            Slot::Http => &mut self.http,
            Slot::Message
            | Slot::Data
            | Slot::ViolationField
            | Slot::ViolationDescription
            | Slot::ViolationRule
            | Slot::Param(_)
            | Slot::Other(_) => return None,
        })
    }

    /// Fills the slots that are still empty from the headers. A header has no code.
    pub(super) fn fill_from_headers(&mut self, input: &Input<'b>, envelope: &Envelope<'_>) {
        for (slot, name) in envelope.headers.iter().filter(|(slot, _)| slot.is_in_headers()) {
            self.fill(*slot, || input.header(name).map(Cow::Borrowed));
        }
    }

    fn fill(&mut self, slot: Slot<'_>, text: impl FnOnce() -> Option<Cow<'b, str>>) {
        if let Some(value) = self.slot_mut(slot).filter(|value| value.is_none()) {
            *value = text();
        }
    }
}

/// Reads the slots of an envelope.
///
/// It fills a place of the caller: moving what is this large costs as much as reading it.
pub(super) fn read_slots<'b>(
    input: &Input<'b>,
    envelope: &Envelope<'b>,
    found: &Found<'b>,
    raw: &mut Raw<'b>,
) {
    let item = item_that_counts(envelope, found);
    read_item(input, envelope, found, item, raw);
    let violations = violations(envelope, found);
    raw.violations.extend(violations.map(TextsOfViolation::into_violation));
    if item.is_some() {
        add_errors(input, envelope, found, raw);
    }
}

/// Reads all errors of a list, if there are several.
#[cold]
fn add_errors<'b>(
    input: &Input<'b>,
    envelope: &Envelope<'b>,
    found: &Found<'b>,
    raw: &mut Raw<'b>,
) {
    let items = all_items(envelope, found);
    if items.len() > 1 {
        for item in items {
            let mut error = Raw::default();
            read_item(input, envelope, found, Some(item), &mut error);
            raw.errors.push(error);
        }
    }
}

/// Reads the slots of one error, or of an envelope without a list.
fn read_item<'b>(
    input: &Input<'b>,
    envelope: &Envelope<'b>,
    found: &Found<'b>,
    item: Option<u16>,
    raw: &mut Raw<'b>,
) {
    raw.is_readable = true;
    (raw.kind, raw.envelope) = (Some(envelope.kind), Some(envelope.id));
    raw.outcome = envelope.outcome;
    let mut texts = Texts::default();
    for (slot, path) in envelope.slots {
        let leaf = found.get(item, *path);
        match slot {
            Slot::Message => leaf.text().into_iter().for_each(|text| raw.messages.push(text)),
            Slot::Data => raw.data = raw.data.or(leaf.written()),
            Slot::Param(name) => {
                raw.params.extend(leaf.scalar_if(true).map(|text| (*name, text)));
            }
            Slot::Other(name) => {
                if !raw.others.iter().any(|(other, _)| other == name) {
                    let text = match leaf {
                        Leaf::Raw(structure) => Some(Cow::Borrowed(structure)),
                        leaf => leaf.scalar_if(true),
                    };
                    raw.others.extend(text.map(|text| (*name, text)));
                }
            }
            // In one place, so that it is inlined.
            slot => {
                texts.fill(*slot, || leaf.scalar_if(found.booleans && *slot == Slot::Code));
            }
        }
    }
    texts.fill_from_headers(input, envelope);
    // No `..`: a new slot compiles only once it is decided here.
    let Texts { code, system_code, request_id, retry_after, operation, http } = texts;
    (raw.code, raw.request_id, raw.operation) = (code.or(system_code), request_id, operation);
    raw.retry_after = retry_after.map(|text| delay::seconds(&text, input.now()));
    raw.status = input.status.or_else(|| HttpStatus::new(http?.parse().ok()?));
}

/// Returns the values at the paths of a slot, in their order: outside of lists, or else in an item.
fn leaves<'f, 'b>(
    envelope: &'f Envelope<'_>,
    found: &'f Found<'b>,
    item: Option<u16>,
    wanted: Slot<'f>,
) -> impl Iterator<Item = Leaf<'b>> {
    let paths = envelope.slots.iter().filter(move |(slot, _)| *slot == wanted);
    paths.map(move |(_, path)| found.get(item, *path))
}

/// Returns the message of a body without an envelope.
pub(super) fn message<'b>(envelope: &Envelope<'_>, found: &Found<'b>) -> Option<Cow<'b, str>> {
    let item =
        first_item(envelope, found, |slot, leaf| slot == Slot::Message && leaf.scalar().is_some());
    leaves(envelope, found, item, Slot::Message).find_map(Leaf::text)
}

/// Returns the violations, one for each item of their list that has a text.
fn violations<'f, 'b>(
    envelope: &'f Envelope<'_>,
    found: &'f Found<'b>,
) -> impl Iterator<Item = TextsOfViolation<'b>> {
    let of_one = found.items.chunk_by(|one, other| one.item == other.item);
    of_one.filter_map(|leaves| TextsOfViolation::from_item(envelope, leaves))
}

/// The texts of the violation in one item.
struct TextsOfViolation<'b> {
    field: Option<Cow<'b, str>>,
    rule: Option<Cow<'b, str>>,
    description: Cow<'b, str>,
}

impl<'b> TextsOfViolation<'b> {
    /// Returns the texts of an item, if it has any.
    fn from_item(envelope: &Envelope<'_>, leaves: &[InItem<'b>]) -> Option<Self> {
        let text = |wanted: Slot<'_>| {
            let mut paths = envelope.slots.iter().filter(|(slot, _)| *slot == wanted);
            paths.find_map(|(_, path)| {
                let at_path = leaves.iter().find(|one| one.path == *path)?;
                at_path.leaf.text()
            })
        };
        let (field, rule) = (text(Slot::ViolationField), text(Slot::ViolationRule));
        let description = text(Slot::ViolationDescription);
        let description = description.or_else(|| rule.clone()).or_else(|| field.clone())?;
        Some(Self { field, rule, description })
    }

    fn into_violation(self) -> Violation {
        let violation = Violation::new(bounded(&self.description));
        let field = self.field.into_iter();
        let violation = field.fold(violation, |one, field| one.with_field(bounded(&field)));
        self.rule.into_iter().fold(violation, |one, rule| one.with_rule(bounded(&rule)))
    }
}
