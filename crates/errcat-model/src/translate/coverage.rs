//! How well the catalogs translate into each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use errcat::Relation;

use super::{Table, Translation, Translator};
use crate::{Catalog, CatalogSet, Reference};

/// How much of each catalog is in each other one, and what the catalogs make of the hub.
///
/// It is there to be compared: a change to a catalog that makes it worse shows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Coverage<'a> {
    /// Every ordered pair of catalogs, sorted by their ids.
    pub pairs: Vec<PairCoverage<'a>>,
    /// Codes and cases that stand for no meaning; the laws forbid them.
    pub unmapped: Vec<Reference<'a>>,
    /// Meanings that the cases of one catalog alone stand for.
    pub used_once: Vec<Used<'a>>,
    /// Meanings that no case stands for: they hold others together.
    pub unused: Vec<&'a str>,
}

/// How many cases of one catalog have which answer in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PairCoverage<'a> {
    /// The id of the catalog that is translated.
    pub from: &'a str,
    /// The id of the catalog that it is translated into.
    pub into: &'a str,
    /// All cases of the first.
    pub cases: usize,
    /// Those that are said the same.
    pub exact: usize,
    /// Those that are said nearly the same.
    pub close: usize,
    /// Those of which less is said.
    pub wider: usize,
    /// Those of which more is said than is known.
    pub narrower: usize,
    /// Those that the other catalog has nothing for.
    pub none: usize,
    /// Those that do not come back to themselves.
    pub one_way: Vec<OneWay<'a>>,
}

/// A case that does not survive a round trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[non_exhaustive]
pub struct OneWay<'a> {
    /// The case.
    pub from: Reference<'a>,
    /// What it is in the other catalog.
    pub to: Reference<'a>,
    /// What that is in the first one, if anything.
    pub back: Option<Reference<'a>>,
}

/// A meaning and the only catalog that uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Used<'a> {
    /// The id of the meaning.
    pub meaning: &'a str,
    /// The id of the catalog.
    pub catalog: &'a str,
}

impl<'a> Coverage<'a> {
    /// Counts all tables of a set.
    pub fn of(set: &'a CatalogSet) -> Self {
        let tables: Vec<Table<'a>> = Translator::of(set).tables().collect();
        let by_pair: HashMap<(&str, &str), Answers<'a>> = tables
            .iter()
            .map(|table| ((table.from.id.as_str(), table.into.id.as_str()), answers(table)))
            .collect();
        let pairs = tables.iter().map(|table| {
            let back = by_pair.get(&(table.into.id.as_str(), table.from.id.as_str()));
            PairCoverage::of(table, back)
        });
        let users = users(set);
        let ids = || set.meanings.iter().map(|meaning| meaning.id.as_str());
        let used_once = ids().filter_map(|meaning| {
            let catalogs = users.get(meaning)?;
            let catalog = catalogs.first().filter(|_| catalogs.len() == 1)?;
            Some(Used { meaning, catalog })
        });
        Self {
            pairs: pairs.collect(),
            unmapped: set.catalogs.iter().flat_map(unmapped).collect(),
            used_once: used_once.collect(),
            unused: ids().filter(|meaning| !users.contains_key(meaning)).collect(),
        }
    }
}

/// What each case of a catalog is in another one, by the id of the case.
type Answers<'a> = HashMap<&'a str, Option<Translation<'a>>>;

fn answers<'a>(table: &Table<'a>) -> Answers<'a> {
    table.cases().map(|(_, case, translation)| (case.id.as_str(), translation)).collect()
}

/// The catalogs whose cases stand for a meaning, by its id.
fn users(set: &CatalogSet) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for catalog in &set.catalogs {
        for meaning in catalog.cases().flat_map(|(_, case)| &case.meanings) {
            users.entry(meaning).or_default().insert(&catalog.id);
        }
    }
    users
}

fn unmapped(catalog: &Catalog) -> impl Iterator<Item = Reference<'_>> {
    let cases = catalog.cases().filter(|(_, case)| case.meanings.is_empty());
    cases.map(|(code, case)| Reference::of_case(catalog, code, case))
}

impl<'a> PairCoverage<'a> {
    fn of(table: &Table<'a>, back: Option<&Answers<'a>>) -> Self {
        let (from, into) = (table.from, table.into);
        let count = |relation: Option<Relation>| {
            let relations = table.cases().map(|(.., to)| to.map(|to| to.relation));
            relations.filter(|found| *found == relation).count()
        };
        let one_way = table.cases().filter_map(|(code, case, to)| {
            let to = to?;
            let back = back.and_then(|back| *back.get(to.case.id.as_str())?);
            if back.is_some_and(|back| back.case.id == case.id) {
                return None;
            }
            Some(OneWay {
                from: Reference::of_case(from, code, case),
                to: Reference::of_case(into, to.code, to.case),
                back: back.map(|back| Reference::of_case(from, back.code, back.case)),
            })
        });
        Self {
            from: &from.id,
            into: &into.id,
            cases: table.cases().count(),
            exact: count(Some(Relation::Exact)),
            close: count(Some(Relation::Close)),
            wider: count(Some(Relation::Wider)),
            narrower: count(Some(Relation::Narrower)),
            none: count(None),
            one_way: one_way.collect(),
        }
    }
}
