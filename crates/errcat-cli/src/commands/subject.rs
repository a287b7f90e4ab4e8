//! The subject of a reference on the command line.

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
        let message = "the reference is empty; `errcat list` lists all codes";
        return Err(Failure::Other(message.to_owned()));
    }
    let lines = |references: Vec<String>| {
        references.iter().flat_map(|reference| ["\n  ", reference]).collect::<String>()
    };
    let shown = output::shown(text);
    let message = match set.find(text) {
        Found::Code { catalog, code, case } => return Ok(Subject::Code(catalog, code, case)),
        Found::Meaning(meaning) => return Ok(Subject::Meaning(meaning)),
        Found::Several(references) => {
            format!("`{shown}` is ambiguous; use one of these references:{}", lines(references))
        }
        Found::Nothing(suggestions) => {
            let group = group(set, text).unwrap_or_default();
            let help = match suggestions.as_slice() {
                [] => "`errcat list` lists all codes".to_owned(),
                _ => format!("did you mean{}", lines(suggestions)),
            };
            format!("no code, case or meaning matches `{shown}`{group}; {help}")
        }
    };
    Err(Failure::Other(message))
}

/// Describes the group of a number that no catalog lists.
fn group(set: &CatalogSet, text: &str) -> Option<String> {
    let reference = Reference::parse(text.trim());
    let number = reference.code.parse().ok()?;
    let mut catalogs = set.catalogs.iter();
    let (catalog, (group, meaning)) = catalogs.find_map(|catalog| {
        let is_named = reference.catalog.is_none_or(|id| id == catalog.id);
        Some((catalog, is_named.then(|| catalog.range_of(number)).flatten()?))
    })?;
    let meaning = set.meaning(meaning)?;
    Some(format!(
        ", but {number} lies in the group `{}` of `{}`: a kind of `{}` (HTTP {}, {})",
        group.title, catalog.id, meaning.id, meaning.facts.http, meaning.facts.grpc
    ))
}

/// Returns the catalog with this id.
pub(super) fn catalog<'a>(set: &'a CatalogSet, id: &str) -> Result<&'a Catalog, Failure> {
    set.catalog(id).ok_or_else(|| {
        let id = output::shown(id);
        Failure::Usage(format!("there is no catalog `{id}`; choose {}", ids(&set.catalogs)))
    })
}

/// Lists the ids of catalogs.
pub(super) fn ids<'a>(catalogs: impl IntoIterator<Item = &'a Catalog>) -> String {
    let ids: Vec<&str> = catalogs.into_iter().map(|catalog| catalog.id.as_str()).collect();
    ids.join(", ")
}

impl<'a> Subject<'a> {
    /// Returns the catalogs that it can be translated into.
    pub(super) fn others(self, set: &'a CatalogSet) -> impl Iterator<Item = &'a Catalog> {
        set.catalogs.iter().filter(move |catalog| !self.is_of(catalog))
    }

    pub(super) fn is_of(self, catalog: &Catalog) -> bool {
        matches!(self, Self::Code(own, ..) if own.id == catalog.id)
    }

    pub(super) fn translate(self, translator: &Translator<'a>, into: &'a Catalog) -> Answer<'a> {
        let found = match self {
            Self::Code(catalog, code, case) => translator.code(catalog, code, case, &into.id),
            Self::Meaning(meaning) => translator.meaning(meaning, &into.id),
        };
        self.answer(into, found)
    }

    fn answer(self, into: &'a Catalog, found: Option<Translation<'a>>) -> Answer<'a> {
        let entry = match self {
            Self::Code(catalog, code, case) => Entry::of_code(catalog, code, case, into, found),
            Self::Meaning(meaning) => Entry::of_meaning(meaning, into, found),
        };
        Answer { subject: self, into, found, entry }
    }
}

/// The best equivalent in another catalog, if there is one.
pub(super) struct Answer<'a> {
    subject: Subject<'a>,
    into: &'a Catalog,
    found: Option<Translation<'a>>,
    pub(super) entry: Entry<'a>,
}

impl<'a> Answer<'a> {
    /// Drops an equivalent that says anything else than the subject.
    pub(super) fn only_exact(self) -> Self {
        let found = self.found.filter(|found| found.relation.is_exact());
        self.subject.answer(self.into, found)
    }

    /// Returns the equivalent with its reference and name.
    pub(super) fn equivalent(&self) -> Option<(Reference<'a>, &'a str, Translation<'a>)> {
        let (to, found) = (self.entry.to?, self.found?);
        let name = if to.case.is_some() { &found.case.name } else { &found.code.name };
        Some((to, name, found))
    }
}
