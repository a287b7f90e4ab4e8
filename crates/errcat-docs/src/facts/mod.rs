//! From a set of catalogs to everything that several pages ask about it: places, translations, and
//! the cases of each meaning.

pub(crate) mod places;

use std::collections::HashMap;

use errcat_model::translate::Translator;
use errcat_model::{BrokenLaw, Case, Catalog, CatalogSet, Code};

use places::Places;

/// A set of catalogs, and what several pages ask about it.
pub(crate) struct SiteFacts<'a> {
    pub(crate) set: &'a CatalogSet,
    pub(crate) crate_name: Option<&'a str>,
    pub(crate) places: Places<'a>,
    pub(crate) translator: Translator<'a>,
    /// The cases of each meaning, by its id.
    mapped: HashMap<&'a str, Vec<Entry<'a>>>,
}

/// A case with its code and catalog.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) code: &'a Code,
    pub(crate) case: &'a Case,
}

impl<'a> SiteFacts<'a> {
    pub(crate) fn new(set: &'a CatalogSet, crate_name: Option<&'a str>) -> Result<Self, BrokenLaw> {
        let mut mapped: HashMap<&str, Vec<Entry<'a>>> = HashMap::new();
        for entry in set.catalogs.iter().flat_map(Entry::all) {
            for meaning in &entry.case.meanings {
                mapped.entry(meaning).or_default().push(entry);
            }
        }
        let places = Places::new(set);
        Ok(Self { set, crate_name, places, translator: Translator::new(set)?, mapped })
    }

    /// Returns the cases of a meaning, catalog by catalog.
    pub(crate) fn mapped(&self, meaning: &str) -> &[Entry<'a>] {
        self.mapped.get(meaning).map_or(&[], Vec::as_slice)
    }

    /// Whether cases of several catalogs have a meaning. It is called for every case, and a meaning
    /// can have as many cases as there are codes.
    pub(crate) fn is_shared(&self, meaning: &str) -> bool {
        let entries = self.mapped(meaning);
        let ends = entries.first().zip(entries.last());
        ends.is_some_and(|(first, last)| first.catalog.id != last.catalog.id)
    }
}

impl<'a> Entry<'a> {
    /// Returns all cases of a catalog.
    pub(crate) fn all(catalog: &'a Catalog) -> impl Iterator<Item = Self> {
        catalog.cases().map(move |(code, case)| Self { catalog, code, case })
    }
}
