//! The first page: what there is, and how to read it.

use errcat_model::artifact::Artifact;
use errcat_model::{Case, Catalog, Code, Reference};

use crate::markdown::{Page, code, escape, prose};
use crate::places::{COVERAGE, EXPLAIN, MEANINGS, START, STATUSES, TRANSLATIONS, catalog_page};
use crate::site::Facts;

pub(super) fn page(facts: &Facts<'_>) -> Artifact {
    let mut page = Page::new(START, "Error codes");
    page.line("What each provider answers, what it means, and what to do about it.");
    page.table_head(&["Provider", "Codes", "What it is"]);
    for catalog in &facts.set.catalogs {
        page.row([
            page.link(&catalog.title, &catalog_page(catalog, 0)).as_str(),
            &catalog.codes.len().to_string(),
            &prose(&first_sentence(&catalog.about)),
        ]);
    }
    find(facts, &mut page);
    read(facts, &mut page);
    page.heading("Across providers");
    page.item(&format!(
        "{}: what codes have in common, and who says it how",
        page.link("Meanings", MEANINGS)
    ));
    page.item(&format!(
        "{}: what a code is at another provider, and how far that can be trusted",
        page.link("Translations", TRANSLATIONS)
    ));
    page.item(&format!(
        "{}: which codes answer with which status",
        page.link("HTTP and gRPC", STATUSES)
    ));
    page.item(&format!(
        "{}: how much the providers have in common",
        page.link("Coverage", COVERAGE)
    ));
    page.into_artifact()
}

fn find(facts: &Facts<'_>, page: &mut Page) {
    page.heading("Find a code");
    page.item("Press `/` and type the code, its name, or words of its message or of its guidance.");
    let explain = page.link("Explain a response", EXPLAIN);
    page.item(&format!("{explain}: paste what a provider answered."));
    page.item("Open the page of a provider and filter its table by text, status or retry.");
    if let Some((catalog, example, _)) = example(facts) {
        let anchor = catalog.anchor_of_code(example).to_string();
        let place = facts.places.code(catalog, example);
        let reference = Reference::of_code(catalog, example).to_string();
        page.item(&format!(
            "Put the address of a code behind the address of this page: {} leads to {}.",
            code(&format!("#{anchor}")),
            page.link(&reference, &place)
        ));
        page.item(&format!(
            "In a terminal: {}.",
            code(&format!("errcat explain {}", quoted(&reference)))
        ));
    }
    page.line(
        "<noscript>\n\nWithout JavaScript there is no search, and an address behind this page leads \
         nowhere: the table of each provider links every code.\n\n</noscript>",
    );
}

fn read(facts: &Facts<'_>, page: &mut Page) {
    let Some((catalog, example, case)) = example(facts) else {
        return;
    };
    page.heading("Read a code");
    let name = page.link(&example.name, &facts.places.code(catalog, example));
    page.item(&format!(
        "{} is what {} sends; {name} is its name in Rust and in logs.",
        code(&example.code),
        escape(&catalog.title)
    ));
    page.item(&format!(
        "**HTTP** {} and **gRPC** {} are what a service of yours answers its own clients with.",
        case.facts.http,
        code(case.facts.grpc.as_str())
    ));
    page.item(
        "**Retry** says whether to send the request again: `never`, `after-fix` (once the cause is \
         mended), `later` (the same request, with the seconds where they are known), `query` (never \
         again: ask for its result).",
    );
    page.item(
        "**Who must act**: the *caller* of your service, the *account owner* at the provider, the \
         *provider* itself, or *us*, who run the service.",
    );
    page.item(
        "At the other providers a code *says the same*, *says nearly the same*, *says less*, *says \
         more than is known*, or there is none.",
    );
}

/// The failure that is best known elsewhere, so that it shows everything; else any code.
fn example<'a>(facts: &Facts<'a>) -> Option<(&'a Catalog, &'a Code, &'a Case)> {
    /// Enough to find a good one, of any number of codes.
    const LOOKED_AT: usize = 500;
    let catalogs = facts.set.catalogs.iter();
    let all = catalogs.flat_map(|catalog| {
        catalog.cases().take(LOOKED_AT).map(move |(code, case)| (catalog, code, case))
    });
    let mut best = None;
    let mut most = None;
    for candidate in all {
        let score = score(facts, candidate);
        if most.is_none_or(|most| score > most) {
            (best, most) = (Some(candidate), Some(score));
        }
    }
    best
}

fn score(facts: &Facts<'_>, (catalog, code, case): (&Catalog, &Code, &Case)) -> (bool, usize) {
    let others = facts.set.catalogs.iter().filter(|into| into.id != catalog.id);
    let relations = others.filter_map(|into| {
        let found = facts.translator.code(catalog, code, Some(case), &into.id)?;
        Some(if found.relation.is_exact() { 3 } else { 1 })
    });
    let is_plain = code.outcome.is_failure() && code.cases.len() == 1 && code.lifecycle.is_none();
    (is_plain, relations.sum())
}

fn first_sentence(text: &str) -> String {
    match text.find(". ") {
        Some(end) => text.get(..=end).unwrap_or(text).to_owned(),
        None => text.to_owned(),
    }
}

/// A reference as a shell takes it.
fn quoted(reference: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ":._-".contains(c);
    if reference.chars().all(is_plain) { reference.to_owned() } else { format!("\"{reference}\"") }
}
