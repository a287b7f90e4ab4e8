//! The pages in Markdown, a module for each kind.

mod addresses;
mod catalog;
mod code;
mod coverage;
mod group;
mod meanings;
mod operations;
mod start;
mod statuses;
mod summary;
mod translations;

use errcat_model::artifact::Artifact;

pub(crate) use addresses::count_address_files;

use crate::explain;
use crate::markdown::{Page, code as code_span, escape, prose};
use crate::site::Facts;

/// What a page is called in the table of contents, and how deep it stands there.
struct Chapter {
    depth: usize,
    title: String,
    page: Artifact,
}

/// A stretch of the table of contents.
struct Part {
    title: &'static str,
    chapters: Vec<Chapter>,
}

impl Chapter {
    fn new(depth: usize, title: &str, page: Artifact) -> Self {
        Self { depth, title: title.to_owned(), page }
    }
}

/// Every page, in the order of reading, behind the table of contents.
pub(crate) fn all(facts: &Facts<'_>) -> Result<Vec<Artifact>, errcat_model::BrokenLaw> {
    let start = vec![
        Chapter::new(0, "Error codes", start::page(facts)),
        Chapter::new(0, "Explain a response", explain::page(facts)),
    ];
    let mut providers = Vec::new();
    for catalog in &facts.set.catalogs {
        providers.extend(catalog::chapters(facts, catalog)?);
    }
    let parts = [
        Part { title: "", chapters: start },
        Part { title: "Providers", chapters: providers },
        Part { title: "Across providers", chapters: across(facts) },
    ];
    let summary = summary::page(&parts);
    let chapters = parts.into_iter().flat_map(|part| part.chapters);
    Ok(std::iter::once(summary).chain(chapters.map(|chapter| chapter.page)).collect())
}

/// Writes the facts of a case or meaning.
fn answers(page: &mut Page, facts: errcat::Facts, status_why: Option<&str>) {
    // The outcome follows from the meaning.
    let errcat::Facts { outcome: _, http, grpc, retry, actor } = facts;
    let why = status_why.map_or_else(String::new, |why| format!(" ({})", prose(why)));
    page.fact("HTTP", &format!("{http}, gRPC {}{why}", code_span(grpc.as_str())));
    page.fact("Retry", &escape(&format!("{retry}: {}", retry.description())));
    page.fact("Who must act", &escape(&format!("{actor}: {}", actor.description())));
}

fn across(facts: &Facts<'_>) -> Vec<Chapter> {
    let mut chapters = meanings::chapters(facts);
    chapters.extend(translations::chapters(facts));
    chapters.push(Chapter::new(0, "HTTP and gRPC", statuses::page(facts)));
    chapters.push(Chapter::new(0, "Coverage", coverage::page(facts)));
    chapters
}

/// What the scripts of the site load when they need it.
pub(crate) fn assets(facts: &Facts<'_>) -> Result<Vec<Artifact>, errcat_model::BrokenLaw> {
    let mut assets = addresses::assets(facts);
    assets.extend(explain::assets(facts)?);
    assets.extend(facts.set.catalogs.iter().filter_map(|catalog| catalog::rows(facts, catalog)));
    Ok(assets)
}
