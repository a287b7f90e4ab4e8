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
    // Catalogs that are loaded together share a site.
    let mut all: HashMap<String, Entry<'_>> = HashMap::new();
    for provider in &written.providers {
        for entry in provider.codes().flat_map(|(group, code)| entries(provider, group, code)) {
            let address = entry.address();
            match all.get(&address) {
                None => _ = all.insert(address, entry),
                // An exact duplicate already breaks another law.
                Some(first) if entry.is_same(first) => {}
                Some(first) => findings.push(collision(&address, &entry, first)),
            }
        }
    }
}

/// A code or case with an address.
struct Entry<'w> {
    catalog: &'w str,
    /// The code, or the Rust name of the case.
    text: String,
    is_case: bool,
    place: Place,
}

/// Returns a code, and its cases if there are several.
fn entries<'w>(provider: &'w Provider, group: &'w Group, code: &'w CodeSource) -> Vec<Entry<'w>> {
    let catalog = provider.provider.id.as_str();
    let (text, place) = (code.code.text.clone(), code.code.place);
    let mut entries = vec![Entry { catalog, text, is_case: false, place }];
    for view in View::of_code(group, code).filter(|_| code.cases.len() > 1) {
        // A name that cannot be made is reported with the names.
        let own = view.case.and_then(|case| names::type_name(&case.id));
        let own = own.map(|text| (text, view.place()));
        // The address of a case under an earlier name still leads to it.
        let earlier = view.case_aliases().iter();
        let earlier = earlier.filter_map(|name| Some((names::type_name(name)?, name.place)));
        let all = own.into_iter().chain(earlier);
        entries.extend(all.map(|(text, place)| Entry { catalog, text, is_case: true, place }));
    }
    entries
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
