//! Values of the catalog without their places: envelopes, which the checker counts paths of before
//! anything else is lowered, and paragraphs.

use errcat::HttpStatus;
use errcat::rt::wire::{Counts, EnvelopeKind};

use crate::author::read::{OneOf, Pointer};
use crate::author::written::EnvelopeSource;
use crate::catalog::{Condition, Envelope, Slot, Wanted};
use crate::text::Spanned;

/// The key of a condition that is about the HTTP status.
pub(crate) const STATUS: &str = "status";

/// Returns an envelope without its places.
pub(crate) fn envelope(source: &EnvelopeSource) -> Envelope {
    let condition = |(path, wanted): &(Spanned<String>, OneOf<Wanted>)| Condition {
        path: path.value.clone(),
        any: wanted.0.iter().map(|wanted| wanted.value.clone()).collect(),
    };
    let (on_status, on_body): (Vec<_>, Vec<_>) =
        source.when.0.iter().partition(|(path, _)| path.value == STATUS);
    let statuses = on_status.iter().flat_map(|(_, wanted)| &wanted.0);
    Envelope {
        id: source.id.value.clone(),
        format: source.format.value,
        kind: source.kind.map_or(EnvelopeKind::Application, |kind| kind.value),
        outcome: source.outcome.map(|outcome| outcome.value),
        when: on_body.into_iter().map(condition).collect(),
        // The checker reports what is no status.
        statuses: statuses.filter_map(|wanted| statuses_of(wanted)).collect(),
        each: source.each.as_ref().map(|each| each.value.0.clone()),
        namespace: source.namespace.as_ref().map(|namespace| namespace.value.clone()),
        // The checker reports one that is out of range.
        http: source.http.and_then(|http| http.status()),
        about: paragraph(&source.about),
        counts: source.counts.map_or(Counts::First, |counts| counts.value),
        slots: slots(source),
        params: source.params.0.iter().map(slot).collect(),
        headers: source.headers.entries.0.iter().map(header).collect(),
    }
}

/// Returns the slots in written order, the provider's own after the others.
fn slots(source: &EnvelopeSource) -> Vec<Slot> {
    let lists = [&source.slots.entries, &source.others];
    let mut slots: Vec<Slot> = lists.into_iter().flat_map(|list| &list.0).map(slot).collect();
    for Slot { slot, paths: shared, .. } in source.shared.entries.0.iter().map(slot) {
        match slots.iter_mut().find(|other| other.slot == slot) {
            Some(slot) => slot.shared = shared,
            None => slots.push(Slot { slot, paths: Vec::new(), shared }),
        }
    }
    slots
}

fn slot((name, pointers): &(Spanned<String>, Vec<Spanned<Pointer>>)) -> Slot {
    let paths = pointers.iter().map(|pointer| pointer.value.0.clone()).collect();
    Slot { slot: name.value.clone(), paths, shared: Vec::new() }
}

/// Returns the first and the last status that a text names: `404`, or a class such as `4xx`.
pub(crate) fn statuses_of(wanted: &Wanted) -> Option<(u16, u16)> {
    let (Wanted::Text(text) | Wanted::Plain(text)) = wanted else { return None };
    if let Some(class) = text.strip_suffix("xx") {
        let class: u16 = class.parse().ok().filter(|class| (1..=5).contains(class))?;
        return Some((class * 100, class * 100 + 99));
    }
    let status = HttpStatus::new(text.parse().ok()?)?.get();
    Some((status, status))
}

fn header((slot, names): &(Spanned<String>, Vec<Spanned<String>>)) -> Slot {
    let paths = names.iter().map(|name| name.value.clone()).collect();
    Slot { slot: slot.value.clone(), paths, shared: Vec::new() }
}

/// Returns one of our own sentences without the line breaks of its author.
pub(crate) fn paragraph(text: &str) -> String {
    let text = text.trim_ascii();
    // Nearly all texts are a paragraph already.
    if !text.contains("  ") && !['\n', '\r', '\t', '\x0c'].iter().any(|&c| text.contains(c)) {
        return text.to_owned();
    }
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
