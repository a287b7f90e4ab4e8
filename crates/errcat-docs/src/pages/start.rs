//! The start page: the providers, and how to find and read a code.

use std::cmp::Reverse;

use errcat_model::artifact::Artifact;
use errcat_model::{Case, Catalog, Code, Reference};

use crate::facts::SiteFacts;
use crate::facts::places::{
    COVERAGE, EXPLAIN, MEANINGS, START, STATUSES, TRANSLATIONS, catalog_page,
};
use crate::markdown::{Page, code, escape, prose};

pub(super) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let mut page = Page::new(START, "Error codes");
    page.line("What each provider sends, what it means, and what to do about it.");
    page.table_head(&["Provider", "Codes", "What it is"]);
    for catalog in &facts.set.catalogs {
        page.row([
            page.link(&catalog.title, &catalog_page(catalog, 0)).as_str(),
            &catalog.codes.len().to_string(),
            &prose(first_sentence(&catalog.about)),
        ]);
    }
    find(facts, &mut page);
    read(facts, &mut page);
    page.heading("Across providers");
    for (label, place, about) in [
        (
            "Meanings",
            MEANINGS,
            "what codes of all providers mean, and their codes for each meaning",
        ),
        (
            "Translations",
            TRANSLATIONS,
            "what a code is called at another provider, and how faithful that is",
        ),
        ("HTTP and gRPC", STATUSES, "which status each code leads to"),
        ("Coverage", COVERAGE, "how much the providers have in common"),
    ] {
        page.item(&format!("{}: {about}", page.link(label, place)));
    }
    page.into_artifact()
}

fn find(facts: &SiteFacts<'_>, page: &mut Page) {
    page.heading("Find a code");
    page.item("Press `/` and type the code, its name, or words of its message or guidance.");
    let explain = page.link("Explain a response", EXPLAIN);
    page.item(&format!("{explain}: paste the response of a provider."));
    page.item("Open the page of a provider and filter its table by text, status or retry.");
    if let Some((catalog, example, _)) = example(facts) {
        let anchor = catalog.anchor_of_code(example).to_string();
        let place = facts.places.code(catalog, example);
        let reference = Reference::of_code(catalog, example).to_string();
        page.item(&format!(
            "Append the address of a code to the address of this page: {} leads to {}.",
            code(&format!("#{anchor}")),
            page.link(&reference, &place)
        ));
        page.item(&format!(
            "In a terminal: {}.",
            code(&format!("errcat explain {}", quoted(&reference)))
        ));
    }
    page.line(
        "<noscript>\n\nWithout JavaScript, search and short addresses do not work. The table of each \
         provider links every code.\n\n</noscript>",
    );
}

fn read(facts: &SiteFacts<'_>, page: &mut Page) {
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
        "**HTTP** {} and **gRPC** {} are what your service returns to its own clients.",
        case.facts.http,
        code(case.facts.grpc.as_str())
    ));
    page.item(
        "**Retry** says whether to send the request again: `never`, `after-fix` (when the cause is \
         fixed), `later` (the same request, after some seconds if they are known), `query` (ask for \
         the result instead).",
    );
    page.item(
        "**Who acts**: the *caller* of your service, the *account owner* at the provider, the \
         *provider* itself, or the *operator* of your service.",
    );
    page.item(
        "Another provider has a code that *says the same*, *says nearly the same* or *says less*. \
         Otherwise it has *no equivalent*, but may have one that *says more than is known* or is \
         *related*, for you to choose.",
    );
}

/// Chooses the failure that the most other catalogs have, so that its entry shows everything.
fn example<'a>(facts: &SiteFacts<'a>) -> Option<(&'a Catalog, &'a Code, &'a Case)> {
    /// Enough codes to find a good one.
    const MAX_CANDIDATES: usize = 500;
    let catalogs = facts.set.catalogs.iter();
    let all = catalogs.flat_map(|catalog| {
        catalog.cases().take(MAX_CANDIDATES).map(move |(code, case)| (catalog, code, case))
    });
    // The first one if several are as good.
    all.min_by_key(|candidate| Reverse(score(facts, *candidate)))
}

fn score(facts: &SiteFacts<'_>, (catalog, code, case): (&Catalog, &Code, &Case)) -> (bool, usize) {
    let others = facts.set.catalogs.iter().filter(|into| into.id != catalog.id);
    let relations = others.filter_map(|into| {
        let found = facts.translator.code(catalog, code, Some(case), &into.id)?;
        Some(if found.relation.is_exact() { 3 } else { 1 })
    });
    let is_plain = code.outcome.is_failure() && code.cases.len() == 1 && code.lifecycle.is_none();
    (is_plain, relations.sum())
}

fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or(text).trim_end()
}

/// Quotes a reference for a shell, if it has to be.
fn quoted(reference: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ":._-".contains(c);
    if reference.chars().all(is_plain) { reference.to_owned() } else { format!("\"{reference}\"") }
}
