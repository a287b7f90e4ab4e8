//! The pages about the hub of meanings.

use std::collections::HashMap;

use errcat::rt::to_client;
use errcat_model::artifact::Artifact;
use errcat_model::{Catalog, Meaning};
use maud::{Markup, html};

use crate::facts::places::{MEANINGS, catalog_page, meaning_page};
use crate::facts::{Entry, SiteFacts};
use crate::html::Page;
use crate::html::text::{name, prose};
use crate::pages::parts::{card, case_link, tell};
use crate::pages::relations::equivalents;

/// How many codes of one catalog are listed; the table of the provider has all.
const MAX_CODES: usize = 200;

/// Deeper meanings are indented like this one.
const MAX_DEPTH: usize = 8;

pub(super) fn pages<E>(
    facts: &SiteFacts<'_>,
    add: &mut dyn FnMut(Artifact) -> Result<(), E>,
) -> Result<(), E> {
    let tree = Tree::of(facts);
    let page = Page::new(MEANINGS, "Meanings");
    let mut rows = Vec::new();
    let mut open: Vec<(usize, &Meaning)> = tree.below("").rev().map(|root| (0, root)).collect();
    while let Some((depth, meaning)) = open.pop() {
        rows.push((depth, meaning));
        add(page_of(facts, &tree, meaning))?;
        let below = (depth + 1).min(MAX_DEPTH);
        open.extend(tree.below(&meaning.id).rev().map(|child| (below, child)));
    }
    let main = html! {
        h1 { "Meanings" }
        p.lede {
            "A meaning is what an error says, whichever provider sent it. Each code maps to one or several; \
             that is how codes translate. An indented meaning is a special case of the one above it."
        }
        ul.tree { @for (depth, meaning) in rows {
            @let count = facts.mapped(&meaning.id).len();
            li style={ "--depth:" (depth) } {
                (page.link(&meaning_page(&meaning.id), prose(&meaning.title)))
                span.note {
                    code { (name(&meaning.id)) }
                    @if count > 0 { " · " (count) @if count == 1 { " code" } @else { " codes" } }
                }
            }
        } }
    };
    add(page.finish(facts, &main))
}

/// The hub as a tree: the meanings below each id. Those without a parent are below an empty one.
struct Tree<'a>(HashMap<&'a str, Vec<&'a Meaning>>);

impl<'a> Tree<'a> {
    fn of(facts: &SiteFacts<'a>) -> Self {
        let mut tree = Self(HashMap::new());
        for meaning in &facts.set.meanings {
            tree.0.entry(meaning.parent.as_deref().unwrap_or_default()).or_default().push(meaning);
        }
        tree
    }

    fn below<'t>(&'t self, id: &str) -> impl DoubleEndedIterator<Item = &'a Meaning> + use<'t, 'a> {
        self.0.get(id).into_iter().flatten().copied()
    }
}

fn page_of(facts: &SiteFacts<'_>, tree: &Tree<'_>, meaning: &Meaning) -> Artifact {
    let page = Page::new(&meaning_page(&meaning.id), &meaning.title)
        .about(meaning.tell.get("en").map_or("", String::as_str))
        .below("Meanings", MEANINGS);
    let translate = |into: &Catalog| facts.translator.choices_of_meaning(meaning, &into.id);
    let main = html! {
        header.head { h1 { (prose(&meaning.title)) } }
        div.messages { p { span.label { "Meaning" } " " code { (meaning.id) } } }
        div.case {
            div.lead { (tell(&meaning.tell)) (relatives(facts, tree, meaning, &page)) }
            aside.facts aria-label="Facts" {
                (card(meaning.facts, &[], None))
                p.note { "A code with this meaning has these facts, unless it has its own." }
            }
            div.more {
                h2 { "The best code for it" }
                (equivalents(facts, &page, facts.set.catalogs.iter(), Some(meaning.facts), translate))
                (mapped(facts, meaning, &page))
            }
        }
    };
    page.finish(facts, &main)
}

/// Lists the meaning above it, and those below it.
fn relatives(facts: &SiteFacts<'_>, tree: &Tree<'_>, meaning: &Meaning, page: &Page) -> Markup {
    let parent = meaning.parent.as_deref().and_then(|id| facts.set.meaning(id));
    let link = |one: &Meaning| page.link(&meaning_page(&one.id), prose(&one.title));
    html! {
        dl.details {
            @if let Some(parent) = parent { dt { "Special case of" } dd { (link(parent)) } }
            @for (index, child) in tree.below(&meaning.id).enumerate() {
                @if index == 0 { dt { "Special cases" } }
                dd { (link(child)) }
            }
        }
    }
}

fn mapped(facts: &SiteFacts<'_>, meaning: &Meaning, page: &Page) -> Markup {
    let entries = facts.mapped(&meaning.id);
    let of = |id: &str| entries.iter().filter(|entry| entry.catalog.id == id).collect::<Vec<_>>();
    html! {
        h2 { "All codes with this meaning" }
        @for catalog in &facts.set.catalogs {
            @let own = of(&catalog.id);
            @if !own.is_empty() { h3 { (catalog.title) } }
            ul.mapped {
                @for Entry { code, case, .. } in own.iter().take(MAX_CODES) {
                    li {
                        (case_link(facts, page, catalog, code, case)) " (" (case.relation.description())
                        @if to_client(case.facts).http != to_client(meaning.facts).http {
                            ", you answer HTTP " (to_client(case.facts).http)
                        }
                        ")"
                        @if let Some(message) = case.messages.first() { " " q { (message.text) } }
                    }
                }
                @if own.len() > MAX_CODES {
                    @let table = format!("{}#!q={}", catalog_page(catalog, 0), meaning.id);
                    li { (page.link(&table, format!("all {} of them in the table", own.len()))) }
                }
            }
        }
        @if entries.is_empty() { p { "No code has this meaning. It groups its special cases." } }
    }
}
