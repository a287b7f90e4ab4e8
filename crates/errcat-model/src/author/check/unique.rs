//! The second of two equal things.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::findings::Collector;
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

/// Remembers where each key was first.
pub(super) struct Unique<K> {
    first: HashMap<K, Place>,
}

impl<K: Hash + Eq> Unique<K> {
    pub(super) fn new() -> Self {
        Self { first: HashMap::new() }
    }

    /// Remembers a key; returns the place of an equal key that came before, if there is one.
    pub(super) fn insert(&mut self, key: K, place: Place) -> Option<Place> {
        match self.first.entry(key) {
            Entry::Occupied(entry) => Some(*entry.get()),
            Entry::Vacant(entry) => {
                entry.insert(place);
                None
            }
        }
    }
}

/// Reports ids of one kind that are defined twice.
pub(super) fn report_duplicates<'w>(
    what: &str,
    ids: impl Iterator<Item = &'w Spanned<String>>,
    findings: &mut Collector,
) {
    let mut unique = Unique::new();
    for id in ids {
        if let Some(first) = unique.insert(id.value.as_str(), id.place) {
            findings.push(duplicate(what, id, first));
        }
    }
}

pub(super) fn duplicate(what: &str, id: &Spanned<String>, first: Place) -> Finding {
    let help = "give one of the two another id, or remove it";
    let message = format!("{what} `{}` is defined twice", id.value);
    Finding::new(Law::DuplicateId, id.place, message, help).again(first)
}
