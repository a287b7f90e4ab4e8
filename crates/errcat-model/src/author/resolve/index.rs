//! Codes by reference, across all catalogs that are loaded together.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::view::View;
use crate::author::written::Written;
use crate::catalog::{Reference, names};

/// Every code by catalog and identifier.
///
/// Few codes name another code, so the first one that does builds the index.
pub(crate) struct Codes<'w> {
    written: &'w Written,
    index: OnceCell<HashMap<(&'w str, &'w str), View<'w>>>,
}

/// The target of a reference.
pub(crate) enum CodeRef<'w> {
    /// The catalog is not loaded.
    NotLoaded,
    NoCode,
    /// The code exists, and the case does not.
    NoCase(View<'w>),
    /// A code with several cases, none of which is named.
    Code(View<'w>),
    /// A case, or a code with a single case.
    Case(View<'w>),
}

impl<'w> Codes<'w> {
    pub(crate) fn new(written: &'w Written) -> Self {
        Self { written, index: OnceCell::new() }
    }

    fn get(&self, catalog: &str, code: &str) -> Option<View<'w>> {
        self.index.get_or_init(|| index(self.written)).get(&(catalog, code)).copied()
    }

    /// Returns the target of a `replaced-by`, and its reference with its catalog.
    pub(crate) fn replacement<'t>(
        &self,
        text: &'t str,
        own: &'t str,
    ) -> Option<(Reference<'t>, View<'w>)> {
        // A code may contain `:` or `#` itself, so the whole text is tried first.
        if let Some(view) = self.get(own, text) {
            return Some((Reference { catalog: Some(own), code: text, case: None }, view));
        }
        let mut reference = Reference::parse(text);
        let catalog = *reference.catalog.get_or_insert(own);
        let view = self.get(catalog, reference.code)?;
        let has_case = |id| view.code.cases.iter().any(|case| case.id.value == id);
        let is_there = reference.case.is_none_or(has_case);
        is_there.then_some((reference, view))
    }

    /// Returns the identifiers of all codes of a catalog, if it is loaded.
    pub(crate) fn of_catalog(&self, id: &str) -> Option<impl Iterator<Item = &'w str>> {
        let mut providers = self.written.providers.iter();
        let provider = providers.find(|provider| provider.provider.id.value == id)?;
        Some(View::codes_of(provider).map(|view| view.code.code.text.as_str()))
    }

    /// Follows a reference to another catalog, and returns its parts too.
    pub(crate) fn follow<'t>(&self, text: &'t str, own: &'t str) -> (Reference<'t>, CodeRef<'w>) {
        let mut reference = Reference::parse(text);
        let catalog = *reference.catalog.get_or_insert(own);
        if self.of_catalog(catalog).is_none() {
            return (reference, CodeRef::NotLoaded);
        }
        // A code may contain `#` itself, so the whole text is tried first.
        let whole = text.strip_prefix(catalog).and_then(|rest| rest.strip_prefix(':'));
        if let Some(code) = whole.filter(|code| self.get(catalog, code).is_some()) {
            reference = Reference { code, case: None, ..reference };
        }
        let named = match self.get(catalog, reference.code) {
            None => CodeRef::NoCode,
            Some(code) => case_of(code, reference.case),
        };
        (reference, named)
    }
}

fn index(written: &Written) -> HashMap<(&str, &str), View<'_>> {
    let mut index = HashMap::new();
    for provider in &written.providers {
        for view in View::codes_of(provider) {
            index.insert((provider.provider.id.as_str(), view.code.code.text.as_str()), view);
        }
    }
    index
}

/// Returns the case with an id; without an id, the only case.
fn case_of<'w>(code: View<'w>, id: Option<&str>) -> CodeRef<'w> {
    let cases = &code.code.cases;
    let listed = |case| View { case: Some(case), ..code };
    match (cases.as_slice(), id) {
        ([], Some(id)) if !is_derived_id(&code, id) => CodeRef::NoCase(code),
        ([], _) => CodeRef::Case(code),
        ([only], None) => CodeRef::Case(listed(only)),
        (_, None) => CodeRef::Code(code),
        (cases, Some(id)) => match cases.iter().find(|case| case.id.value == id) {
            Some(case) => CodeRef::Case(listed(case)),
            None => CodeRef::NoCase(code),
        },
    }
}

/// Returns whether a code that lists no cases is itself the case with this id.
fn is_derived_id(code: &View<'_>, id: &str) -> bool {
    code.code_name().is_some_and(|name| names::case_id(&name) == id)
}
