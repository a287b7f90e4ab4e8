//! A response as it was sent: which envelope it has, and what is in its slots.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::leaf::{Found, InItem, Leaf};
use super::spec::{Envelope, EnvelopeKind, Format, Paths, Slot, Spec};
use super::{Few, Input};
use crate::{HttpStatus, Retry, Violation};

/// How much of one text an error keeps: whatever a body says, errors can be collected and logged.
pub(super) const MOST_TEXT: usize = 8 * 1024;

/// How much of a body that is not the provider's is kept as its message.
const MOST_EXCERPT: usize = 200;

/// How many texts can be the message.
const MOST_MESSAGES: usize = 4;

/// The texts of a response that can be its message, the best first; the first four of them.
#[derive(Debug, Clone, Default)]
pub struct Messages<'b>([Option<Cow<'b, str>>; MOST_MESSAGES]);

impl<'b> Messages<'b> {
    fn push(&mut self, text: Cow<'b, str>) {
        // Providers repeat the text of an error.
        if self.iter().any(|other| other == text) {
            return;
        }
        if let Some(place) = self.0.iter_mut().find(|place| place.is_none()) {
            *place = Some(text);
        }
    }

    /// The one with this number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        self.0.get(number)?.as_deref()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(Cow::as_ref)
    }

    /// The best one.
    pub fn first(&self) -> Option<&str> {
        self.iter().next()
    }
}

impl<'b> FromIterator<Cow<'b, str>> for Messages<'b> {
    fn from_iter<T: IntoIterator<Item = Cow<'b, str>>>(texts: T) -> Self {
        let mut messages = Self::default();
        texts.into_iter().for_each(|text| messages.push(text));
        messages
    }
}

/// What was read, before anybody asked what the code means.
#[derive(Debug, Clone, Default)]
pub struct Raw<'b> {
    /// Whether the body is in a format that the provider uses.
    pub is_readable: bool,
    /// What the envelope says; nothing where none was found.
    pub kind: Option<EnvelopeKind>,
    /// The id of the envelope.
    pub envelope: Option<&'b str>,
    /// The code, as it was written.
    pub code: Option<Cow<'b, str>>,
    /// The texts that can be the message, the best first.
    pub messages: Messages<'b>,
    /// What is wrong with which fields.
    pub violations: Vec<Violation>,
    /// What else the provider says, as it was written.
    pub data: Option<&'b str>,
    /// What the provider calls the request.
    pub request_id: Option<Cow<'b, str>>,
    /// How many seconds to wait.
    pub retry_after: Option<u32>,
    /// What was called.
    pub operation: Option<Cow<'b, str>>,
    /// The HTTP status: that of the response, or else the one in the body.
    pub status: Option<HttpStatus>,
    /// Everything else that has a slot, by its name.
    pub others: Few<(&'b str, Cow<'b, str>), 4>,
}

impl Raw<'_> {
    /// Advice to send a request again, but not before the provider's own delay is over.
    pub fn delayed(&self, advice: Retry) -> Retry {
        match advice {
            Retry::Later { after_seconds } => {
                Retry::Later { after_seconds: after_seconds.max(self.retry_after) }
            }
            other => other,
        }
    }
}

/// Reads a response, whatever its code means.
pub fn read<'b>(input: &Input<'b>, spec: &Spec<'b>) -> Raw<'b> {
    let Ok(text) = core::str::from_utf8(input.body) else {
        return Raw { messages: excerpt(input.body), ..of_headers(input, spec) };
    };
    let text = text.trim_start_matches('\u{feff}');
    let mut found = Found::new();
    let Some(format) = parse(text, spec, &mut found) else {
        return Raw { messages: excerpt(input.body), ..of_headers(input, spec) };
    };
    let mut envelopes = spec.envelopes.iter().filter(|envelope| envelope.format == format);
    if let Some(envelope) = envelopes.clone().find(|envelope| is_there(envelope, &found)) {
        return fill(input, envelope, &found);
    }
    // The message may still say what happened.
    let message = envelopes.find_map(|envelope| message(envelope, &found));
    let messages = message.map_or_else(|| excerpt(input.body), |text| [text].into_iter().collect());
    Raw { is_readable: true, messages, ..of_headers(input, spec) }
}

/// What the headers say of a response whose body says nothing.
fn of_headers<'b>(input: &Input<'b>, spec: &Spec<'b>) -> Raw<'b> {
    let text = |wanted: Slot<'_>| {
        let mut envelopes = spec.envelopes.iter();
        envelopes.find_map(|envelope| header(input, envelope, wanted))
    };
    Raw {
        status: input.status,
        request_id: text(Slot::RequestId),
        retry_after: text(Slot::RetryAfter).and_then(|text| text.trim().parse().ok()),
        ..Raw::default()
    }
}

/// Finds what stands at the paths, if the body is in a format that the provider uses.
fn parse<'b>(text: &'b str, spec: &Spec<'_>, found: &mut Found<'b>) -> Option<Format> {
    let is_xml = text.trim_start().starts_with('<');
    if is_xml {
        parse_xml(text, spec.xml, found).map(|()| Format::Xml)
    } else {
        parse_json(text, spec.json, found).map(|()| Format::Json)
    }
}

#[cfg(feature = "json")]
fn parse_json<'b>(text: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    if paths.nodes.is_empty() { None } else { super::json::read(text, paths, found) }
}

#[cfg(not(feature = "json"))]
fn parse_json<'b>(_: &'b str, _: Paths<'_>, _: &mut Found<'b>) -> Option<()> {
    None
}

#[cfg(feature = "xml")]
fn parse_xml<'b>(text: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    if paths.nodes.is_empty() { None } else { super::xml::read(text, paths, found) }
}

#[cfg(not(feature = "xml"))]
fn parse_xml<'b>(_: &'b str, _: Paths<'_>, _: &mut Found<'b>) -> Option<()> {
    None
}

/// A text as far as an error keeps it.
pub(super) fn bounded(text: &str) -> &str {
    if text.len() <= MOST_TEXT {
        return text;
    }
    (0..=MOST_TEXT).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// The start of a body that could not be read, as text.
fn excerpt(body: &[u8]) -> Messages<'_> {
    let start = body.get(..MOST_EXCERPT).unwrap_or(body);
    let text = match core::str::from_utf8(start) {
        Ok(text) => text,
        // Up to the character that was cut, or that is none.
        Err(error) => {
            let valid = start.get(..error.valid_up_to()).unwrap_or_default();
            core::str::from_utf8(valid).unwrap_or_default()
        }
    };
    match text.trim() {
        "" => Messages::default(),
        // Markup of somebody in between says nothing to a person.
        text if text.starts_with('<') => Messages::default(),
        text => [Cow::Borrowed(text)].into_iter().collect(),
    }
}

/// Whether a body has an envelope: what makes it one is there, and its conditions hold.
fn is_there(envelope: &Envelope<'_>, found: &Found<'_>) -> bool {
    let holds = |(path, expected): &(u8, &str)| found.get(None, *path).is(expected);
    if !envelope.when.iter().all(holds) {
        return false;
    }
    match envelope.kind {
        EnvelopeKind::Application => {
            let item = item_that_counts(envelope, found);
            leaves(envelope, found, item, Slot::Code).any(|leaf| leaf.scalar().is_some())
        }
        EnvelopeKind::Validation => violations(envelope, found).next().is_some(),
        EnvelopeKind::System => {
            let item = item_that_counts(envelope, found);
            let mut slots = envelope.slots.iter();
            let is_there = |path: u8| found.get(item, path) != Leaf::Nothing;
            slots.any(|(slot, path)| is_of_system(*slot) && is_there(*path))
        }
    }
}

/// Whether a slot makes a body an error of the system.
fn is_of_system(slot: Slot<'_>) -> bool {
    matches!(slot, Slot::SystemCode | Slot::Message)
}

/// Of a body with a list of errors, the first one that has a code, or in an envelope without codes
/// the first one that says anything.
///
/// Whether the code is known or not: which error a body is must not change when a catalog learns
/// another code.
fn item_that_counts(envelope: &Envelope<'_>, found: &Found<'_>) -> Option<u16> {
    first_item(envelope, found, |slot| match envelope.kind {
        EnvelopeKind::Application => slot == Slot::Code,
        EnvelopeKind::Validation | EnvelopeKind::System => is_of_system(slot),
    })
}

/// The first item of a list that has one of some slots.
fn first_item(
    envelope: &Envelope<'_>,
    found: &Found<'_>,
    is_wanted: impl Fn(Slot<'_>) -> bool,
) -> Option<u16> {
    let is_at = |path: u8| {
        let mut slots = envelope.slots.iter();
        slots.any(|(slot, other)| *other == path && is_wanted(*slot))
    };
    let mut items = found.items.iter();
    items.find(|one| is_at(one.path) && one.leaf.scalar().is_some()).map(|one| one.item)
}

/// The texts of the slots: of several places for one slot the first that says anything, and the
/// body before the headers.
#[derive(Default)]
struct Texts<'b> {
    code: Option<Cow<'b, str>>,
    system_code: Option<Cow<'b, str>>,
    request_id: Option<Cow<'b, str>>,
    retry_after: Option<Cow<'b, str>>,
    operation: Option<Cow<'b, str>>,
    http: Option<Cow<'b, str>>,
}

impl<'b> Texts<'b> {
    /// The place of a slot that has a text of its own.
    fn place(&mut self, slot: Slot<'_>) -> Option<&mut Option<Cow<'b, str>>> {
        Some(match slot {
            Slot::Code => &mut self.code,
            Slot::SystemCode => &mut self.system_code,
            Slot::RequestId => &mut self.request_id,
            Slot::RetryAfter => &mut self.retry_after,
            Slot::Operation => &mut self.operation,
            Slot::Http => &mut self.http,
            _ => return None,
        })
    }

    fn fill(&mut self, slot: Slot<'_>, text: impl FnOnce() -> Option<Cow<'b, str>>) {
        if let Some(place) = self.place(slot).filter(|place| place.is_none()) {
            *place = text();
        }
    }
}

fn fill<'b>(input: &Input<'b>, envelope: &Envelope<'b>, found: &Found<'b>) -> Raw<'b> {
    let item = item_that_counts(envelope, found);
    let mut raw = Raw {
        is_readable: true,
        kind: Some(envelope.kind),
        envelope: Some(envelope.id),
        ..Raw::default()
    };
    let mut texts = Texts::default();
    for (slot, path) in envelope.slots {
        let leaf = found.get(item, *path);
        match slot {
            Slot::Message => leaf.text().into_iter().for_each(|text| raw.messages.push(text)),
            Slot::Data => raw.data = raw.data.or(leaf.written()),
            Slot::Other(name) => {
                leaf.scalar().into_iter().for_each(|text| raw.others.push((name, text)));
            }
            slot => texts.fill(*slot, || leaf.scalar()),
        }
    }
    for (slot, name) in envelope.headers.iter().filter(|(slot, _)| *slot != Slot::Code) {
        texts.fill(*slot, || input.header(name).map(Cow::Borrowed));
    }
    let violations = violations(envelope, found);
    raw.violations.extend(violations.map(TextsOfViolation::into_violation));
    raw.code = texts.code.or(texts.system_code);
    raw.request_id = texts.request_id;
    raw.retry_after = texts.retry_after.and_then(|text| text.trim().parse().ok());
    raw.operation = texts.operation;
    raw.status = input.status.or_else(|| HttpStatus::new(texts.http?.parse().ok()?));
    raw
}

/// What stands at the paths of a slot, in their order: in the whole body, or in an item of a list.
fn leaves<'f, 'b>(
    envelope: &'f Envelope<'_>,
    found: &'f Found<'b>,
    item: Option<u16>,
    wanted: Slot<'f>,
) -> impl Iterator<Item = Leaf<'b>> {
    let paths = envelope.slots.iter().filter(move |(slot, _)| *slot == wanted);
    paths.map(move |(_, path)| found.get(item, *path))
}

fn message<'b>(envelope: &Envelope<'_>, found: &Found<'b>) -> Option<Cow<'b, str>> {
    let item = first_item(envelope, found, |slot| slot == Slot::Message);
    leaves(envelope, found, item, Slot::Message).find_map(Leaf::text)
}

fn header<'b>(
    input: &Input<'b>,
    envelope: &Envelope<'_>,
    wanted: Slot<'_>,
) -> Option<Cow<'b, str>> {
    let names = envelope.headers.iter().filter(|(slot, _)| *slot == wanted);
    names.into_iter().find_map(|(_, name)| input.header(name)).map(Cow::Borrowed)
}

/// The violations, from what was found in the items of their list.
fn violations<'f, 'b>(
    envelope: &'f Envelope<'_>,
    found: &'f Found<'b>,
) -> impl Iterator<Item = TextsOfViolation<'b>> {
    let of_one = found.items.chunk_by(|one, other| one.item == other.item);
    of_one.filter_map(|leaves| TextsOfViolation::of(envelope, leaves))
}

/// The violation in one item.
struct TextsOfViolation<'b> {
    field: Option<Cow<'b, str>>,
    rule: Option<Cow<'b, str>>,
    description: Cow<'b, str>,
}

impl<'b> TextsOfViolation<'b> {
    /// Nothing if none of its slots is there.
    fn of(envelope: &Envelope<'_>, leaves: &[InItem<'b>]) -> Option<Self> {
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
        let mut violation = Violation::new(bounded(&self.description));
        if let Some(field) = &self.field {
            violation = violation.with_field(bounded(field));
        }
        if let Some(rule) = &self.rule {
            violation = violation.with_rule(bounded(rule));
        }
        violation
    }
}
