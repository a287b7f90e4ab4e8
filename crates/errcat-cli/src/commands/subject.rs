//! What a reference on the command line leads to.

use errcat_model::translate::{Entry, Translation, Translator};
use errcat_model::{Case, Catalog, CatalogSet, Code, Found, Meaning, Reference};

use crate::output::{self, Failure};

#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    Code(&'a Catalog, &'a Code, Option<&'a Case>),
    Meaning(&'a Meaning),
}

pub(super) fn find<'a>(set: &'a CatalogSet, text: &str) -> Result<Subject<'a>, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::EmptyReference);
    }
    let shown = output::shown(text);
    match set.find(text) {
        Found::Code { catalog, code, case } => Ok(Subject::Code(catalog, code, case)),
        Found::Meaning(meaning) => Ok(Subject::Meaning(meaning)),
        Found::Several(references) => Err(Failure::Ambiguous { text: shown, references }),
        Found::Nothing(suggestions) => {
            let class = class(set, text);
            Err(Failure::UnknownReference { text: shown, class, suggestions })
        }
    }
}

/// The catalog with this id.
pub(super) fn catalog<'a>(set: &'a CatalogSet, id: &str) -> Result<&'a Catalog, Failure> {
    set.catalog(id).ok_or_else(|| {
        let known = set.catalogs.iter().map(|catalog| catalog.id.clone()).collect();
        Failure::UnknownCatalog { id: output::shown(id), known }
    })
}

impl<'a> Subject<'a> {
    /// The catalogs that it can be translated into.
    pub(super) fn others(self, set: &'a CatalogSet) -> impl Iterator<Item = &'a Catalog> {
        set.catalogs.iter().filter(move |catalog| !self.is_of(catalog))
    }

    pub(super) fn is_of(self, catalog: &Catalog) -> bool {
        matches!(self, Self::Code(own, ..) if own.id == catalog.id)
    }

    pub(super) fn translate(
        self,
        translator: &Translator<'a>,
        into: &Catalog,
    ) -> Option<Translation<'a>> {
        match self {
            Self::Code(catalog, code, case) => translator.code(catalog, code, case, &into.id),
            Self::Meaning(meaning) => translator.meaning(meaning, &into.id),
        }
    }

    /// A translation in references.
    pub(super) fn entry(self, into: &'a Catalog, found: Option<Translation<'a>>) -> Entry<'a> {
        match self {
            Self::Code(catalog, code, Some(case)) => {
                Entry::of_case(catalog, code, case, into, found)
            }
            Self::Code(catalog, code, None) => Entry::of_code(catalog, code, into, found),
            Self::Meaning(meaning) => Entry::of_meaning(meaning, into, found),
        }
    }
}

/// What a number that no catalog lists is a kind of all the same.
fn class(set: &CatalogSet, text: &str) -> Option<String> {
    let reference = Reference::parse(text.trim());
    let number = reference.code.parse().ok()?;
    let named = |catalog: &&Catalog| reference.catalog.is_none_or(|id| id == catalog.id);
    let mut ranges = set
        .catalogs
        .iter()
        .filter(named)
        .filter_map(|catalog| Some((catalog, catalog.range_of(number)?)));
    let (catalog, (group, meaning)) = ranges.next()?;
    let meaning = set.meaning(meaning)?;
    Some(format!(
        ", but {number} lies in the group `{}` of `{}`: a kind of `{}` (HTTP {}, {})",
        group.title, catalog.id, meaning.id, meaning.facts.http, meaning.facts.grpc
    ))
}
