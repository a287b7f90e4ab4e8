//! Addresses in the reference pages: one for every code, and one for each case of a code that has
//! several.

use std::collections::HashMap;

use errcat::rt::Anchor;

use crate::author::resolve::View;
use crate::author::written::{CodeSource, Group, Provider, Written};
use crate::catalog::names;
use crate::findings::Collector;
use crate::findings::shorten;
use crate::{Finding, Law, Place};

pub(super) fn check(written: &Written, findings: &mut Collector) {
    let mut addresses = Addresses { first: HashMap::new() };
    for provider in &written.providers {
        for (group, code) in provider.codes() {
            addresses.add_code(provider, group, code, findings);
        }
    }
}

/// The addresses of all catalogs that are loaded together, because they share a site.
struct Addresses<'w> {
    first: HashMap<String, Entry<'w>>,
}

/// A code or case with an address.
struct Entry<'w> {
    catalog: &'w str,
    /// The code, or the Rust name of the case.
    text: String,
    is_case: bool,
    place: Place,
}

impl<'w> Addresses<'w> {
    fn add_code(
        &mut self,
        provider: &'w Provider,
        group: &'w Group,
        code: &'w CodeSource,
        findings: &mut Collector,
    ) {
        let catalog = provider.provider.id.as_str();
        let (text, place) = (code.code.text.clone(), code.code.place);
        self.add(Entry { catalog, text, is_case: false, place }, findings);
        if code.cases.len() < 2 {
            return;
        }
        for view in View::of_code(group, code) {
            // A name that cannot be made is reported with the names.
            let own = view.case.and_then(|case| names::type_name(&case.id));
            let own = own.map(|text| (text, view.place()));
            // The address of a case under an earlier name still leads to it.
            let earlier = view.case_aliases().iter();
            let earlier = earlier.filter_map(|name| Some((names::type_name(name)?, name.place)));
            for (text, place) in own.into_iter().chain(earlier) {
                self.add(Entry { catalog, text, is_case: true, place }, findings);
            }
        }
    }

    fn add(&mut self, entry: Entry<'w>, findings: &mut Collector) {
        let address = entry.address();
        let Some(first) = self.first.get(&address) else {
            self.first.insert(address, entry);
            return;
        };
        // An exact duplicate already breaks another law.
        if !entry.is_same(first) {
            findings.push(collision(&address, &entry, first));
        }
    }
}

impl Entry<'_> {
    fn address(&self) -> String {
        if self.is_case {
            Anchor::from_case(self.catalog, &self.text).to_string()
        } else {
            Anchor::from_code(self.catalog, &self.text).to_string()
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.catalog, &self.text, self.is_case) == (other.catalog, &other.text, other.is_case)
    }
}

fn collision(address: &str, entry: &Entry<'_>, first: &Entry<'_>) -> Finding {
    let what = if entry.is_case { "case" } else { "code" };
    let help = if entry.is_case {
        "give the case another id"
    } else if first.is_case {
        "give the case that has it another id"
    } else if entry.catalog == first.catalog {
        "an address does not distinguish upper from lower case, nor `_`, `-`, `.` and blanks: if both are one code, make them its `cases:`"
    } else {
        "give one of the two catalogs another id"
    };
    let message = format!("a second {what} gets the address `#{}`", shorten(address, 60));
    Finding::new(Law::AddressCollision, entry.place, message, help).again(first.place)
}
