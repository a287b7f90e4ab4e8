//! Codes by reference, across all catalogs that are loaded together.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::view::View;
use crate::author::written::{Provider, Written};
use crate::catalog::{Reference, names};

/// Every catalog, code and case by its identifiers.
///
/// Few codes name another code, so the first one that does builds the index.
pub(crate) struct Codes<'w> {
    written: &'w Written,
    index: OnceCell<Index<'w>>,
}

#[derive(Default)]
struct Index<'w> {
    catalogs: HashMap<&'w str, &'w Provider>,
    codes: HashMap<(&'w str, &'w str), View<'w>>,
    /// The cases of codes that list some.
    cases: HashMap<(&'w str, &'w str, &'w str), View<'w>>,
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

    fn index(&self) -> &Index<'w> {
        self.index.get_or_init(|| Index::new(self.written))
    }

    fn get(&self, catalog: &str, code: &str) -> Option<View<'w>> {
        self.index().codes.get(&(catalog, code)).copied()
    }

    fn get_case(&self, catalog: &str, code: &str, case: &str) -> Option<View<'w>> {
        self.index().cases.get(&(catalog, code, case)).copied()
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
        let has_case = |id| self.get_case(catalog, reference.code, id).is_some();
        let is_there = reference.case.is_none_or(has_case);
        is_there.then_some((reference, view))
    }

    /// Returns the identifiers of all codes of a catalog, if it is loaded.
    pub(crate) fn of_catalog(&self, id: &str) -> Option<impl Iterator<Item = &'w str>> {
        let provider = self.index().catalogs.get(id)?;
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
        let named = match (self.get(catalog, reference.code), reference.case) {
            (None, _) => CodeRef::NoCode,
            (Some(code), None) => only_case(code),
            (Some(code), Some(id)) if is_derived_id(&code, id) => CodeRef::Case(code),
            (Some(code), Some(id)) => {
                let case = self.get_case(catalog, reference.code, id);
                case.map_or(CodeRef::NoCase(code), CodeRef::Case)
            }
        };
        (reference, named)
    }
}

impl<'w> Index<'w> {
    fn new(written: &'w Written) -> Self {
        let mut index = Self::default();
        for provider in &written.providers {
            let catalog = provider.provider.id.as_str();
            index.catalogs.entry(catalog).or_insert(provider);
            for view in View::codes_of(provider) {
                let code = view.code.code.text.as_str();
                index.codes.insert((catalog, code), view);
                for case in &view.code.cases {
                    let view = View { case: Some(case), ..view };
                    index.cases.entry((catalog, code, case.id.as_str())).or_insert(view);
                }
            }
        }
        index
    }
}

/// Returns the case of a code that lists none, or else its only one.
fn only_case(code: View<'_>) -> CodeRef<'_> {
    match code.code.cases.as_slice() {
        [] => CodeRef::Case(code),
        [only] => CodeRef::Case(View { case: Some(only), ..code }),
        _ => CodeRef::Code(code),
    }
}

/// Returns whether a code that lists no cases is itself the case with this id.
fn is_derived_id(code: &View<'_>, id: &str) -> bool {
    code.code.cases.is_empty() && code.code_name().is_some_and(|name| names::case_id(&name) == id)
}
