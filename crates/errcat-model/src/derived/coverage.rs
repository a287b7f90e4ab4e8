//! The quality of the translations between catalogs.

use std::collections::{BTreeMap, BTreeSet};

use errcat::{Basis, Relation};

use super::answers;
use super::translate::{Table, Translator};
use crate::{BrokenLaw, CatalogSet, Reference};

/// The share of each catalog that translates into each other one, and the use of the hub.
///
/// Compare it before and after a change of a catalog.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Coverage<'a> {
    /// Every ordered pair of catalogs, sorted by their ids.
    pub pairs: Vec<PairCoverage<'a>>,
    /// Meanings that the cases of only one catalog have.
    pub used_once: Vec<Used<'a>>,
    /// Meanings that no case has: they group other meanings.
    pub unused: Vec<&'a str>,
}

/// The number of cases of one catalog by their best relation in another one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PairCoverage<'a> {
    /// The id of the catalog to translate.
    pub from: &'a str,
    /// The id of the catalog to translate into.
    pub into: &'a str,
    /// All cases of the catalog to translate.
    pub cases: usize,
    /// Cases with an exact equivalent.
    pub exact: usize,
    /// Cases with a close equivalent.
    pub close: usize,
    /// Cases with a wider equivalent, which says less.
    pub wider: usize,
    /// Cases with a narrower target at best, which says more than is known.
    pub narrower: usize,
    /// Cases with a related target at best.
    pub related: usize,
    /// Cases without any, or with several that are as close.
    pub none: usize,
    /// Failures that a client hears of as a failure of the service, by a code of the other catalog.
    pub relayed: usize,
    /// Failures that a client hears of without a code, by their class.
    pub class: usize,
    /// Cases that do not translate back to themselves.
    pub one_way: Vec<OneWay<'a>>,
}

/// A case that does not survive a round trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct OneWay<'a> {
    /// The case.
    pub from: Reference<'a>,
    /// Its equivalent in the other catalog.
    pub to: Reference<'a>,
    /// The equivalent of that in the first catalog, if there is one.
    pub back: Option<Reference<'a>>,
}

/// A meaning and the only catalog that uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Used<'a> {
    /// The id of the meaning.
    pub meaning: &'a str,
    /// The id of the catalog.
    pub catalog: &'a str,
}

impl<'a> Coverage<'a> {
    /// Counts all tables of a translator.
    pub fn new(translator: &Translator<'a>) -> Result<Self, BrokenLaw> {
        let set = translator.set();
        let pairs = translator.tables().map(|table| PairCoverage::of(translator, &table));
        let users = users(set);
        let ids = || set.meanings.iter().map(|meaning| meaning.id.as_str());
        let used_once = ids().filter_map(|meaning| {
            let catalogs = users.get(meaning)?;
            let catalog = catalogs.first().filter(|_| catalogs.len() == 1)?;
            Some(Used { meaning, catalog })
        });
        Ok(Self {
            pairs: pairs.collect::<Result<_, _>>()?,
            used_once: used_once.collect(),
            unused: ids().filter(|meaning| !users.contains_key(meaning)).collect(),
        })
    }
}

/// Returns the catalogs whose cases have a meaning, by its id.
fn users(set: &CatalogSet) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for catalog in &set.catalogs {
        for meaning in catalog.cases().flat_map(|(_, case)| &case.meanings) {
            users.entry(meaning).or_default().insert(&catalog.id);
        }
    }
    users
}

impl<'a> PairCoverage<'a> {
    fn of(translator: &Translator<'a>, table: &Table<'a>) -> Result<Self, BrokenLaw> {
        let (from, into) = (table.from, table.into);
        let nearest = |(code, case, _)| translator.nearest(from, code, case, &into.id);
        let relations = table.cases().map(|row| nearest(row).map(|found| found.relation));
        let relations: Vec<Option<Relation>> = relations.collect();
        let count = |relation| relations.iter().filter(|found| **found == relation).count();
        let bases = table.cases().map(|(code, case, _)| {
            let answers = answers::of(translator, (from, code, Some(case)), into)?;
            Ok(answers.client.basis)
        });
        let bases: Vec<Basis> = bases.collect::<Result<_, BrokenLaw>>()?;
        let answered = |basis| bases.iter().filter(|found| **found == basis).count();
        let one_way = table.cases().filter_map(|(code, case, to)| {
            let to = to?;
            let back = translator.code(into, to.code, Some(to.case), &from.id);
            if back.is_some_and(|back| back.case.id == case.id) {
                return None;
            }
            Some(OneWay {
                from: Reference::of_case(from, code, case),
                to: Reference::of_case(into, to.code, to.case),
                back: back.map(|back| Reference::of_case(from, back.code, back.case)),
            })
        });
        Ok(Self {
            from: &from.id,
            into: &into.id,
            cases: relations.len(),
            exact: count(Some(Relation::Exact)),
            close: count(Some(Relation::Close)),
            wider: count(Some(Relation::Wider)),
            narrower: count(Some(Relation::Narrower)),
            related: count(Some(Relation::Related)),
            none: count(None),
            relayed: answered(Basis::Relayed),
            class: answered(Basis::Class),
            one_way: one_way.collect(),
        })
    }
}
