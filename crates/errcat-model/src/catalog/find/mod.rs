//! Finds a code by anything that a person knows about it.

mod words;

use super::names;
use super::reference::Reference;
use super::{Case, Catalog, CatalogSet, Code, Meaning};
use crate::findings::suggest;

/// The result of [`CatalogSet::find`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'a> {
    /// One code.
    Code {
        /// Its catalog.
        catalog: &'a Catalog,
        /// The code.
        code: &'a Code,
        /// The case, if the text names one.
        case: Option<&'a Case>,
    },
    /// A meaning of the hub.
    Meaning(&'a Meaning),
    /// Several codes: their references.
    Several(Vec<String>),
    /// No match: references that have its words or that it may have meant, best first.
    Nothing(Vec<String>),
}

/// A code that fits, which may not be the only one; or one of its several cases.
type Hit<'a> = (&'a Catalog, &'a Code, Option<&'a Case>);

/// Finds the codes and cases that have a text as one of their names.
type Search = for<'a> fn(&[&'a Catalog], &str) -> Vec<Hit<'a>>;

impl CatalogSet {
    /// Finds a code by its reference, or by its wire code, name, symbol, case or message in
    /// any catalog; or a meaning by its id, or by a keyword that no other meaning has.
    pub fn find(&self, text: &str) -> Found<'_> {
        let text = text.trim();
        // `wapi 3201` is `wapi:3201`.
        let is_id = |id: &str| self.catalogs.iter().any(|one| one.id.eq_ignore_ascii_case(id));
        let spaced = text.split_once(' ').filter(|(id, _)| is_id(id));
        let spaced = spaced.map(|(id, rest)| format!("{id}:{}", rest.trim_start()));
        let text = spaced.as_deref().unwrap_or(text);
        let reference = Reference::parse(text);
        let named = reference.catalog.and_then(|id| {
            self.catalogs.iter().find(|catalog| catalog.id.eq_ignore_ascii_case(id))
        });
        let catalogs: Vec<&Catalog> = match named {
            Some(catalog) => vec![catalog],
            None => self.catalogs.iter().collect(),
        };
        // A code may contain `#` itself, so the whole text is tried before its end is read as a case.
        let whole = match (named, text.split_once(':')) {
            (Some(_), Some((_, rest))) => rest,
            _ => text,
        };
        let searches: [Search; 2] = [by_code, by_any_name];
        for search in searches {
            let mut hits = search(&catalogs, whole);
            if hits.is_empty() {
                hits = with_case(&catalogs, reference, search);
            }
            match hits.as_slice() {
                [] => {}
                [(catalog, code, case)] => {
                    return Found::Code { catalog, code, case: *case };
                }
                several => return Found::Several(several.iter().map(show).collect()),
            }
        }
        match self.meaning(&text.to_lowercase()) {
            Some(meaning) => Found::Meaning(meaning),
            None => match words::search(self, &catalogs, reference, false) {
                (Some(meaning), _) => Found::Meaning(meaning),
                (None, found) if !found.is_empty() => Found::Nothing(found),
                _ => {
                    let mut near = self.suggest(&catalogs, reference);
                    if near.is_empty() {
                        near = words::search_misspelled(self, &catalogs, reference);
                    }
                    if near.is_empty() && text.contains(' ') {
                        near = words::search(self, &catalogs, reference, true).1;
                    }
                    Found::Nothing(near)
                }
            },
        }
    }

    fn suggest(&self, catalogs: &[&Catalog], reference: Reference<'_>) -> Vec<String> {
        const SUGGESTIONS: usize = 5;
        let of_code = by_code(catalogs, reference.code);
        if let ([(catalog, code, _)], Some(_)) = (of_code.as_slice(), reference.case) {
            // The code is right, so one of its cases was meant.
            return code.cases.iter().map(|case| show(&(catalog, code, Some(case)))).collect();
        }
        let typed = reference.code;
        let mut names: Vec<(&str, String)> = Vec::new();
        for (catalog, code) in codes(catalogs) {
            let shown = show(&(catalog, code, None));
            names.push((&code.code, shown.clone()));
            names.push((&code.name, shown.clone()));
            names.extend(code.symbol.iter().map(|symbol| (symbol.as_str(), shown.clone())));
            // The only case of a code is the code.
            let several = code.cases.iter().filter(|_| code.cases.len() > 1);
            names
                .extend(several.map(|case| (case.id.as_str(), show(&(catalog, code, Some(case))))));
        }
        names.extend(self.meanings.iter().map(|meaning| (meaning.id.as_str(), meaning.id.clone())));
        let near = suggest::nearest_many(typed, names.iter().map(|(name, _)| *name), SUGGESTIONS);
        let mut shown: Vec<String> = Vec::new();
        for name in near {
            for (_, reference) in names.iter().filter(|(candidate, _)| *candidate == name) {
                if !shown.contains(reference) {
                    shown.push(reference.clone());
                }
            }
        }
        shown.truncate(SUGGESTIONS);
        shown
    }
}

fn codes<'a>(catalogs: &[&'a Catalog]) -> impl Iterator<Item = (&'a Catalog, &'a Code)> {
    catalogs.iter().flat_map(|catalog| catalog.codes.iter().map(|code| (*catalog, code)))
}

fn with_case<'a>(
    catalogs: &[&'a Catalog],
    reference: Reference<'_>,
    search: Search,
) -> Vec<Hit<'a>> {
    let Some(id) = reference.case else {
        return Vec::new();
    };
    search(catalogs, reference.code)
        .into_iter()
        .filter_map(|(catalog, code, _)| {
            let is = |case: &&Case| case.id.eq_ignore_ascii_case(id);
            let mut cases = code.cases.iter();
            let case = cases.find(is).or_else(|| code.cases.iter().find(|c| was_called(c, id)))?;
            Some((catalog, code, Some(case)))
        })
        .collect()
}

/// Returns whether an id is an earlier id of a case.
fn was_called(case: &Case, id: &str) -> bool {
    case.aliases.iter().any(|alias| names::case_id(alias).eq_ignore_ascii_case(id))
}

fn by_code<'a>(catalogs: &[&'a Catalog], text: &str) -> Vec<Hit<'a>> {
    catalogs.iter().filter_map(|catalog| Some((*catalog, catalog.code(text)?, None))).collect()
}

/// Finds the codes and cases with a name, in any letter case.
fn by_any_name<'a>(catalogs: &[&'a Catalog], text: &str) -> Vec<Hit<'a>> {
    let same = |name: &str| name.eq_ignore_ascii_case(text);
    let was = |aliases: &[String]| aliases.iter().any(|alias| same(alias));
    let is_called = |case: &&Case| {
        same(&case.id)
            || same(&case.name)
            || was_called(case, text)
            || was(&case.aliases)
            || case.messages.iter().any(|message| same(&message.text))
    };
    let fits = |(catalog, code): (&'a Catalog, &'a Code)| {
        let named = same(&code.code) || same(&code.name) || was(&code.aliases);
        if named || code.symbol.as_deref().is_some_and(same) {
            return Some((catalog, code, None));
        }
        let case = code.cases.iter().find(is_called)?;
        Some((catalog, code, Some(case).filter(|_| code.cases.len() > 1)))
    };
    codes(catalogs).filter_map(fits).collect()
}

/// Returns the reference of a hit.
fn show((catalog, code, case): &Hit<'_>) -> String {
    let case = case.map(|case| case.id.as_str());
    Reference { case, ..Reference::of_code(catalog, code) }.to_string()
}
