//! The laws: every module checks one family, and none of them stops at the first finding.

mod addresses;
mod cascade;
mod cases;
mod codes;
mod guidance;
mod history;
mod hub;
mod index;
mod names;
mod providers;
mod relations;
mod statuses;
mod translations;
mod view;

use std::collections::HashMap;
use std::hash::Hash;

use crate::span::Spanned;
use crate::written::Written;
use crate::{Finding, Law, Place};

pub(crate) use hub::{Defaults, Hub};
pub(crate) use index::{Codes, Named};
#[cfg(feature = "export")]
pub(crate) use providers::is_json_pointer;
pub(crate) use statuses::{effective_retry, http_status};
pub(crate) use view::View;

use view::Claim;

/// Checks everything that was written, and hands out what it derived on the way.
///
/// `findings` holds what could not be read; what breaks a law is added to it.
pub(crate) fn check<'w>(written: &'w Written, findings: &mut Vec<Finding>) -> Hub<'w> {
    let mut checked = Vec::new();
    let hub = check_all(written, &mut checked);
    cascade::remove_consequences(findings, written, &mut checked);
    findings.append(&mut checked);
    hub
}

fn check_all<'w>(written: &'w Written, findings: &mut Vec<Finding>) -> Hub<'w> {
    let hub = Hub::build(&written.meanings, findings);
    providers::check(written, findings);
    codes::check(written, findings);
    names::check(written, findings);
    addresses::check(written, findings);
    for provider in &written.providers {
        cases::check(provider, findings);
        relations::check(provider, &hub, findings);
        statuses::check(provider, &hub, findings);
    }
    guidance::check(written, findings);
    let codes = Codes::of(written);
    history::check(written, &codes, findings);
    translations::check(written, &codes, findings);
    hub
}

/// Finds the second of two equal things.
struct Unique<K> {
    first: HashMap<K, Place>,
}

impl<K: Hash + Eq> Unique<K> {
    fn new() -> Self {
        Self { first: HashMap::new() }
    }

    /// Remembers a key; the place of an equal one that came before, if there is one.
    fn insert(&mut self, key: K, place: Place) -> Option<Place> {
        match self.first.entry(key) {
            std::collections::hash_map::Entry::Occupied(entry) => Some(*entry.get()),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(place);
                None
            }
        }
    }
}

/// Reports ids of one kind that stand twice.
fn report_duplicates<'w>(
    what: &str,
    ids: impl Iterator<Item = &'w Spanned<String>>,
    findings: &mut Vec<Finding>,
) {
    let mut unique = Unique::new();
    for id in ids {
        if let Some(first) = unique.insert(id.value.as_str(), id.place) {
            findings.push(duplicate(what, id, first));
        }
    }
}

fn duplicate(what: &str, id: &Spanned<String>, first: Place) -> Finding {
    Finding::new(Law::DuplicateId, id.place, format!("{what} `{}` is defined twice", id.value))
        .label("again here")
        .also(first, "first here")
        .help("give one of the two another id, or remove it")
}
