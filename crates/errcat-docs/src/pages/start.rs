//! The start page: find a code by words or by a response, or go to what there is.

use errcat_model::Reference;
use errcat_model::artifact::Artifact;
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::{EXPLAIN, GLOSSARY, START, catalog_page};
use crate::html::{PAGES, Page, search};

pub(super) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let page = Page::new(START, "Error codes")
        .about("What each provider sends, what it means, and what to do about it.");
    let main = html! {
        div.hero {
            h1 { "What does this error mean?" }
            p.lede { "What each provider sends, what it means, what to tell the customer, and what to do about it." }
            (search())
            noscript {
                p { "Without JavaScript, search and short addresses do not work. The table of each provider links every code." }
            }
            form.paste action=(page.href(EXPLAIN)) {
                label for="paste" { "Or paste a response" }
                textarea id="paste" rows="4" spellcheck="false" autocapitalize="off"
                    placeholder="A body, the output of curl -i, or a line of a log" {}
                button.primary type="submit" { "Explain" }
            }
        }
        div.cards {
            (providers(facts, &page))
            section {
                h2 { "Across providers" }
                ul {
                    @for (place, label, about) in PAGES.into_iter().filter(|(place, ..)| *place != EXPLAIN) {
                        li { (page.link(place, label)) span.note { (about) } }
                    }
                    @if !facts.set.glossary.is_empty() {
                        li { (page.link(GLOSSARY, "Glossary")) span.note { "the terms of causes and actions" } }
                    }
                }
            }
            (shortcuts(facts, &page))
        }
    };
    page.finish(facts, &main)
}

fn providers(facts: &SiteFacts<'_>, page: &Page) -> Markup {
    html! {
        section {
            h2 { "Providers" }
            ul { @for catalog in &facts.set.catalogs { li {
                (page.link(&catalog_page(catalog, 0), &catalog.title))
                span.note { (catalog.codes.len()) @if catalog.codes.len() == 1 { " code" } @else { " codes" } }
            } } }
        }
    }
}

/// Shows the shortest ways to a code, by an example: the first failure of the last catalog that has
/// one case.
fn shortcuts(facts: &SiteFacts<'_>, page: &Page) -> Markup {
    let codes = facts.set.catalogs.iter().rev();
    let mut codes = codes.flat_map(|catalog| catalog.codes.iter().map(move |code| (catalog, code)));
    let example = codes.find(|(_, code)| code.outcome.is_failure() && code.cases.len() == 1);
    html! {
        section {
            h2 { "Shortcuts" }
            ul {
                li { "Press " kbd { "/" } " on any page to search." }
                @if let Some((catalog, code)) = example {
                    @let reference = Reference::of_code(catalog, code).to_string();
                    @let place = facts.places.page_of(catalog, code);
                    li {
                        "Link to a code: add " (page.link(place, html! { code { "#" (catalog.anchor_of_code(code).to_string()) } }))
                        " to this page’s address."
                    }
                    li { "In a terminal: " code { "errcat explain " (quoted(&reference)) } }
                }
            }
        }
    }
}

/// Quotes a reference for a shell, if it has to be.
fn quoted(reference: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ":._-".contains(c);
    if reference.chars().all(is_plain) { reference.to_owned() } else { format!("\"{reference}\"") }
}
