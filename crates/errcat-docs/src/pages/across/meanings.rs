//! The pages about the hub of meanings.

use std::collections::HashMap;

use errcat_model::{Catalog, Meaning};

use crate::facts::places::{MEANINGS, catalog_page, meaning_page};
use crate::facts::{Entry, SiteFacts};
use crate::markdown::{Page, code, prose};
use crate::pages::{Chapter, answers, case_link, equivalents, tell};

/// How many codes of one catalog are listed; the table of the provider has all.
const MAX_CODES: usize = 200;

/// Deeper meanings are listed at this depth: mdBook repeats the whole way down to each of them.
const MAX_DEPTH: usize = 16;

pub(super) fn chapters(facts: &SiteFacts<'_>) -> Vec<Chapter> {
    let tree = Tree::of(facts);
    let mut index = Page::new(MEANINGS, "Meanings");
    index.line(
        "What codes mean, whichever provider sends them. A code can have exactly one meaning, be a \
         kind of it, be close to it, or cover several. Through its meaning, a code of one provider \
         is translated into a code of another one. A meaning below another one is a special case of \
         it.",
    );
    let mut pages = Vec::new();
    let mut open: Vec<(usize, &Meaning)> = tree.below("").rev().map(|root| (0, root)).collect();
    while let Some((depth, meaning)) = open.pop() {
        let count = facts.mapped(&meaning.id).len();
        let count = if count > 0 { format!(" ({count})") } else { String::new() };
        let link = index.link(&meaning.id, &meaning_page(&meaning.id));
        let title = prose(&meaning.title);
        index.nested_item(depth, &format!("{link}{count}: {title}"));
        pages.push(one(facts, &tree, meaning, depth + 1));
        let below = (depth + 1).min(MAX_DEPTH);
        open.extend(tree.below(&meaning.id).rev().map(|child| (below, child)));
    }
    let index = Chapter::new(0, "Meanings", index.into_artifact());
    std::iter::once(index).chain(pages).collect()
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

fn one(facts: &SiteFacts<'_>, tree: &Tree<'_>, meaning: &Meaning, depth: usize) -> Chapter {
    let mut page = Page::new(&meaning_page(&meaning.id), &meaning.id);
    page.line(&format!("**{}**", prose(&meaning.title)));
    tell(&mut page, &meaning.tell);
    page.line("<div class=\"facts\">");
    if let Some(parent) = meaning.parent.as_deref().and_then(|id| facts.set.meaning(id)) {
        let link = page.link(&parent.id, &meaning_page(&parent.id));
        page.fact("Kind of", &format!("{link}: {}", prose(&parent.title)));
    }
    let below = tree.below(&meaning.id);
    let below: Vec<String> =
        below.map(|child| page.link(&child.id, &meaning_page(&child.id))).collect();
    if !below.is_empty() {
        page.fact("Finer", &below.join(", "));
    }
    answers(&mut page, meaning.facts);
    page.line("</div>");
    page.line("A code with this meaning has these facts, unless it has its own.");
    mapped(facts, meaning, &mut page);
    elsewhere(facts, meaning, &mut page);
    Chapter::new(depth, &meaning.id, page.into_artifact())
}

fn mapped(facts: &SiteFacts<'_>, meaning: &Meaning, page: &mut Page) {
    let entries = facts.mapped(&meaning.id);
    for catalog in &facts.set.catalogs {
        let of_catalog = || entries.iter().filter(|entry| entry.catalog.id == catalog.id);
        let count = of_catalog().count();
        if count == 0 {
            continue;
        }
        page.inner_heading(&catalog.title);
        for Entry { code: entry, case, .. } in of_catalog().take(MAX_CODES) {
            let link = case_link(facts, page, catalog, entry, case);
            let message = case.messages.first().map(|message| format!(" {}", code(&message.text)));
            let relation = case.relation.description();
            page.item(&format!("{link} ({relation}){}", message.unwrap_or_default()));
        }
        if count > MAX_CODES {
            let table = format!("{}#!q={}", catalog_page(catalog, 0), meaning.id);
            page.item(&page.link(&format!("all {count} of them in the table"), &table));
        }
    }
    if entries.is_empty() {
        page.line("No code has this meaning. It groups its special cases.");
    }
}

/// Lists the code that the translation chooses at each provider.
fn elsewhere(facts: &SiteFacts<'_>, meaning: &Meaning, page: &mut Page) {
    page.inner_heading("The best code for it");
    let translate = |into: &Catalog| facts.translator.choices_of_meaning(meaning, &into.id);
    equivalents(facts, page, facts.set.catalogs.iter(), translate);
}
