//! From the facts of all catalogs to the pages that compare them.

mod coverage;
mod meanings;
mod statuses;
mod translations;

use errcat_model::BrokenLaw;
use errcat_model::artifact::Artifact;

use crate::facts::SiteFacts;

pub(super) fn pages<E: From<BrokenLaw>>(
    facts: &SiteFacts<'_>,
    add: &mut dyn FnMut(Artifact) -> Result<(), E>,
) -> Result<(), E> {
    meanings::pages(facts, add)?;
    translations::pages(facts)?.into_iter().try_for_each(&mut *add)?;
    add(statuses::page(facts))
}
