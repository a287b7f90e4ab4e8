//! From the facts to the pages, and to the data of their scripts.

mod across;
mod addresses;
mod catalog;
mod glossary;
mod parts;
mod relations;
mod start;

use errcat_model::BrokenLaw;
use errcat_model::artifact::Artifact;

use crate::explain;
use crate::facts::SiteFacts;

/// Passes every page to `add`, one after the other, because many do not fit into memory.
pub(crate) fn all<E: From<BrokenLaw>>(
    facts: &SiteFacts<'_>,
    add: &mut dyn FnMut(Artifact) -> Result<(), E>,
) -> Result<(), E> {
    add(start::page(facts))?;
    add(explain::page(facts))?;
    if let Some(page) = glossary::page(facts) {
        add(page)?;
    }
    for catalog in &facts.set.catalogs {
        catalog::pages(facts, catalog, add)?;
    }
    across::pages(facts, add)
}

/// Returns what the scripts of the pages load when they need it.
pub(crate) fn assets(facts: &SiteFacts<'_>) -> Vec<Artifact> {
    let rows = facts.set.catalogs.iter().filter_map(|catalog| catalog::rows(facts, catalog));
    rows.chain([addresses::asset_of(facts)]).collect()
}
