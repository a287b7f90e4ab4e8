//! From the facts of all catalogs to the pages that compare them.

mod coverage;
mod meanings;
mod statuses;
mod translations;

use super::Chapter;
use errcat_model::BrokenLaw;

use crate::facts::SiteFacts;

pub(super) fn chapters(facts: &SiteFacts<'_>) -> Result<Vec<Chapter>, BrokenLaw> {
    let mut chapters = meanings::chapters(facts);
    chapters.extend(translations::chapters(facts));
    chapters.push(Chapter::new(0, "HTTP and gRPC", statuses::page(facts)));
    chapters.push(Chapter::new(0, "Coverage", coverage::page(facts)?));
    Ok(chapters)
}
