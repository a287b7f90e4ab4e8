//! The part of a catalog that a page could contain.

use std::collections::{BTreeMap, HashSet};

use errcat_model::{Case, Catalog, Code};

use super::UnknownSource;
use crate::draft::Draft;
use crate::reading::normalized;

/// The source and the operations that a page is about.
pub(super) struct Scope<'a> {
    /// `None` if the catalog has only one source.
    pub(super) source: Option<&'a str>,
    /// The operations of the page, and those of the same API in the catalog.
    pub(super) operations: Vec<&'a str>,
}

/// A text of a catalog, and the operations that answer with it.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    pub(super) case: &'a Case,
    pub(super) text: Option<&'a str>,
    /// Empty if any operation can answer with it.
    pub(super) operations: &'a [String],
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        draft: &'a Draft,
        catalog: &'a Catalog,
        source: Option<&str>,
    ) -> Result<Self, UnknownSource> {
        let source = match (source, catalog.sources.as_slice()) {
            (Some(id), sources) => {
                let found = sources.iter().find(|source| source.id == id);
                Some(&*found.ok_or_else(|| UnknownSource(id.to_owned()))?.id)
            }
            (None, [_]) => None,
            (None, _) => guess(draft, catalog),
        };
        Ok(Self { source, operations: operations(draft, catalog) })
    }

    /// Returns whether the page could contain a text, so that its absence means something.
    pub(super) fn covers(&self, known: &Known<'_>) -> bool {
        let of_page = |name: &String| self.operations.contains(&name.as_str());
        if !self.operations.is_empty() && !known.operations.is_empty() {
            return known.operations.iter().any(of_page);
        }
        self.source.is_none_or(|source| known.case.source == source)
    }
}

/// Returns the source with the title of the page, or the one with most of its codes.
fn guess<'a>(draft: &Draft, catalog: &'a Catalog) -> Option<&'a str> {
    let title = draft.title.as_deref().map(normalized);
    let titled = catalog.sources.iter().find(|source| Some(normalized(&source.title)) == title);
    if let Some(source) = titled {
        return Some(&source.id);
    }
    let codes = draft.groups.iter().flat_map(|group| &group.codes);
    let on_page: HashSet<&str> = codes.map(|code| code.code.as_str()).collect();
    let known = catalog.codes.iter().filter(|code| on_page.contains(code.code.as_str()));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for case in known.flat_map(|code| &code.cases) {
        *counts.entry(case.source.as_str()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(source, _)| source)
}

fn operations<'a>(draft: &'a Draft, catalog: &'a Catalog) -> Vec<&'a str> {
    let mut names: Vec<&str> =
        draft.operations.iter().map(|operation| operation.text.as_str()).collect();
    let of_page = names.clone();
    let is_known = |name: &str| of_page.contains(&name);
    let known = || catalog.operations.iter();
    let is_of_page = |api: &Option<String>| known().any(|o| o.api == *api && is_known(&o.name));
    let others = known().filter(|other| is_of_page(&other.api) && !is_known(&other.name));
    names.extend(others.map(|other| other.name.as_str()));
    names
}

/// Returns the texts of a code in a catalog.
pub(super) fn known(code: &Code) -> Vec<Known<'_>> {
    let mut all = Vec::new();
    for case in &code.cases {
        if case.messages.is_empty() {
            all.push(Known { case, text: None, operations: &case.operations });
            continue;
        }
        for message in &case.messages {
            let own = &message.operations;
            let operations = if own.is_empty() { &case.operations } else { own };
            all.push(Known { case, text: Some(&message.text), operations });
        }
        // An operation of the case that no text names answers without one.
        for name in &case.operations {
            let names = |operations: &[String]| operations.is_empty() || operations.contains(name);
            if !case.messages.iter().any(|message| names(&message.operations)) {
                all.push(Known { case, text: None, operations: std::slice::from_ref(name) });
            }
        }
    }
    all
}
