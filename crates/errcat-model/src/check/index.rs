//! Codes by reference, across all catalogs that are read together.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::View;
use crate::catalog::FullReference;
use crate::lookup::Reference;
use crate::lower::{case_name, code_name};
use crate::names;
use crate::written::{Provider, Written};

/// Every code by catalog and identifier.
///
/// Few codes name another one, so the index is made for the first that does.
pub(crate) struct Codes<'w> {
    written: &'w Written,
    index: OnceCell<HashMap<(&'w str, &'w str), View<'w>>>,
}

/// What a reference leads to.
pub(crate) enum Named<'w> {
    /// Its catalog is not among those that are read.
    NotRead,
    NoCode,
    /// The code is there and the case is not.
    NoCase(View<'w>),
    /// A code with several cases, none of which is named.
    Code(View<'w>),
    /// A case, or a code that has a single one.
    Case(View<'w>),
}

impl<'w> Codes<'w> {
    pub(crate) fn of(written: &'w Written) -> Self {
        Self { written, index: OnceCell::new() }
    }

    pub(super) fn get(&self, catalog: &str, code: &str) -> Option<View<'w>> {
        self.index.get_or_init(|| index(self.written)).get(&(catalog, code)).copied()
    }

    /// What a `replaced-by` in a catalog leads to, and the reference that names its catalog.
    pub(crate) fn replacement(&self, text: &str, own: &str) -> Option<(FullReference, View<'w>)> {
        let full = |catalog: &str, code: &str, case: Option<&str>| FullReference {
            catalog: catalog.to_owned(),
            code: code.to_owned(),
            case: case.map(str::to_owned),
        };
        // A code may hold `:` or `#` itself: the whole text is tried first.
        if let Some(view) = self.get(own, text) {
            return Some((full(own, text, None), view));
        }
        let reference = Reference::parse(text);
        let catalog = reference.catalog.unwrap_or(own);
        let view = self.get(catalog, reference.code)?;
        let has_case = |id| view.code.cases.iter().any(|case| case.id.value == id);
        let is_there = reference.case.is_none_or(has_case);
        is_there.then(|| (full(catalog, reference.code, reference.case), view))
    }

    /// The identifiers of all codes of a catalog; nothing if it is not among those that are read.
    pub(super) fn of_catalog(&self, id: &str) -> Option<impl Iterator<Item = &'w str>> {
        let mut providers = self.written.providers.iter();
        let provider = providers.find(|provider| provider.provider.id.value == id)?;
        Some(codes(provider).map(|view| view.code.code.text.as_str()))
    }

    /// Follows a reference to another catalog, and takes it apart on the way.
    pub(crate) fn follow<'t>(&self, text: &'t str, own: &'t str) -> (Reference<'t>, Named<'w>) {
        let mut reference = Reference::parse(text);
        let catalog = *reference.catalog.get_or_insert(own);
        if self.of_catalog(catalog).is_none() {
            return (reference, Named::NotRead);
        }
        // A code may hold `#` itself: the whole text is tried first.
        let whole = text.strip_prefix(catalog).and_then(|rest| rest.strip_prefix(':'));
        if let Some(code) = whole.filter(|code| self.get(catalog, code).is_some()) {
            reference = Reference { code, case: None, ..reference };
        }
        let named = match self.get(catalog, reference.code) {
            None => Named::NoCode,
            Some(code) => case_of(code, reference.case),
        };
        (reference, named)
    }
}

fn index(written: &Written) -> HashMap<(&str, &str), View<'_>> {
    let mut index = HashMap::new();
    for provider in &written.providers {
        for view in codes(provider) {
            index.insert((provider.provider.id.as_str(), view.code.code.text.as_str()), view);
        }
    }
    index
}

fn codes(provider: &Provider) -> impl Iterator<Item = View<'_>> {
    let codes = |group| View::codes_of(group);
    provider.groups.iter().flat_map(codes)
}

/// The case with an id; without one, the only case there is.
fn case_of<'w>(code: View<'w>, id: Option<&str>) -> Named<'w> {
    let cases = &code.code.cases;
    let listed = |case| View { case: Some(case), ..code };
    match (cases.as_slice(), id) {
        ([], Some(id)) if !is_derived_id(&code, id) => Named::NoCase(code),
        ([], _) => Named::Case(code),
        ([only], None) => Named::Case(listed(only)),
        (_, None) => Named::Code(code),
        (cases, Some(id)) => match cases.iter().find(|case| case.id.value == id) {
            Some(case) => Named::Case(listed(case)),
            None => Named::NoCase(code),
        },
    }
}

/// Whether a code that lists no cases is a case with this id.
fn is_derived_id(code: &View<'_>, id: &str) -> bool {
    let name = code_name(code.code).and_then(|name| case_name(code, &name));
    name.is_some_and(|name| names::case_id(&name) == id)
}
