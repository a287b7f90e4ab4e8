//! Values of the catalog without their places: envelopes, which the checker counts paths of before
//! anything else is lowered, and paragraphs.

use errcat::rt::wire::EnvelopeKind;

use crate::author::read::{Keyed, Pointer};
use crate::author::written::EnvelopeSource;
use crate::catalog::{Condition, Envelope, Slot};
use crate::text::Spanned;

/// Returns an envelope without its places.
pub(crate) fn envelope(source: &EnvelopeSource) -> Envelope {
    let condition = |(path, text): &(Spanned<String>, Spanned<String>)| Condition {
        path: path.value.clone(),
        equals: text.value.clone(),
    };
    Envelope {
        id: source.id.value.clone(),
        format: source.format.value,
        kind: source.kind.map_or(EnvelopeKind::Application, |kind| kind.value),
        when: source.when.0.iter().map(condition).collect(),
        each: source.each.as_ref().map(|each| each.value.0.clone()),
        namespace: source.namespace.as_ref().map(|namespace| namespace.value.clone()),
        // The checker reports one that is out of range.
        http: source.http.and_then(|http| http.status()),
        about: paragraph(&source.about),
        slots: [&source.slots.entries, &source.others].into_iter().flat_map(slots).collect(),
        headers: source.headers.entries.0.iter().map(header).collect(),
    }
}

fn slots(keyed: &Keyed<Vec<Spanned<Pointer>>>) -> impl Iterator<Item = Slot> {
    keyed.0.iter().map(|(slot, pointers)| Slot {
        slot: slot.value.clone(),
        paths: pointers.iter().map(|pointer| pointer.value.0.clone()).collect(),
    })
}

fn header((slot, names): &(Spanned<String>, Vec<Spanned<String>>)) -> Slot {
    Slot { slot: slot.value.clone(), paths: names.iter().map(|name| name.value.clone()).collect() }
}

/// Returns one of our own sentences without the line breaks of its author.
pub(crate) fn paragraph(text: &str) -> String {
    let mut words = text.split_ascii_whitespace();
    let mut paragraph = String::with_capacity(text.len());
    paragraph.extend(words.next());
    for word in words {
        paragraph.push(' ');
        paragraph.push_str(word);
    }
    paragraph
}
