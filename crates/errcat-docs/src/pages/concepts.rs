//! The pages about the hub of meanings.

use std::collections::HashMap;

use errcat_model::Concept;

use super::Chapter;
use crate::markdown::{Page, code, escape, prose};
use crate::places::{CONCEPTS, catalog_page, concept_page, concept_page_of};
use crate::site::{Entry, Facts};

/// More codes of one catalog than this are counted, for nobody reads them.
const MOST_CODES: usize = 200;

pub(super) fn chapters(facts: &Facts<'_>) -> Vec<Chapter> {
    let tree = Tree::of(facts);
    let mut index = Page::new(CONCEPTS, "Meanings");
    index.line(
        "What codes say whoever sends them. A code stands for a meaning exactly, is a kind of it, is \
         close to it, or can mean any of several; through the meaning a code of one provider becomes \
         a code of another one. A meaning below another one is a special case of it.",
    );
    let mut pages = Vec::new();
    let mut open: Vec<(usize, &Concept)> = tree.below("").rev().map(|root| (0, root)).collect();
    while let Some((depth, concept)) = open.pop() {
        let count = facts.mapped(&concept.id).len();
        let count = if count > 0 { format!(" ({count})") } else { String::new() };
        let link = index.link(&concept.id, &concept_page(concept));
        let title = prose(&concept.title);
        index.nested_item(depth, &format!("{link}{count}: {title}"));
        pages.push(one(facts, &tree, concept, depth + 1));
        open.extend(tree.below(&concept.id).rev().map(|child| (depth + 1, child)));
    }
    let index = Chapter::new(0, "Meanings", index.into_artifact());
    std::iter::once(index).chain(pages).collect()
}

/// The concepts below each.
struct Tree<'a> {
    /// Without a parent, below nothing.
    children: HashMap<&'a str, Vec<&'a Concept>>,
}

impl<'a> Tree<'a> {
    fn of(facts: &Facts<'a>) -> Self {
        let mut children: HashMap<&str, Vec<&Concept>> = HashMap::new();
        for concept in &facts.set.concepts {
            children
                .entry(concept.parent.as_deref().unwrap_or_default())
                .or_default()
                .push(concept);
        }
        Self { children }
    }

    fn below<'t>(&'t self, id: &str) -> impl DoubleEndedIterator<Item = &'a Concept> + use<'t, 'a> {
        self.children.get(id).into_iter().flatten().copied()
    }
}

fn one(facts: &Facts<'_>, tree: &Tree<'_>, concept: &Concept, depth: usize) -> Chapter {
    let mut page = Page::new(&concept_page(concept), &concept.id);
    page.line(&format!("**{}**", prose(&concept.title)));
    page.line("<div class=\"facts\">");
    if let Some(parent) = concept.parent.as_deref().and_then(|id| facts.set.concept(id)) {
        let link = page.link(&parent.id, &concept_page(parent));
        page.fact("Kind of", &format!("{link}: {}", prose(&parent.title)));
    }
    let below = tree.below(&concept.id);
    let below: Vec<String> =
        below.map(|child| page.link(&child.id, &concept_page(child))).collect();
    if !below.is_empty() {
        page.fact("Finer", &below.join(", "));
    }
    let grpc = code(concept.grpc.as_str());
    page.fact("HTTP", &format!("{}, gRPC {grpc}", concept.http));
    page.fact("Retry", &escape(&format!("{}: {}", concept.retry, concept.retry.in_words())));
    page.fact("Who must act", &escape(&format!("{}: {}", concept.actor, concept.actor.in_words())));
    page.line("</div>");
    page.line("These are the answers of a code that stands for it and says nothing else itself.");
    mapped(facts, concept, &mut page);
    elsewhere(facts, concept, &mut page);
    Chapter::new(depth, &concept.id, page.into_artifact())
}

fn mapped(facts: &Facts<'_>, concept: &Concept, page: &mut Page) {
    let entries = facts.mapped(&concept.id);
    for catalog in &facts.set.catalogs {
        let of_catalog = || entries.iter().filter(|entry| entry.catalog.id == catalog.id);
        let count = of_catalog().count();
        if count == 0 {
            continue;
        }
        page.inner_heading(&catalog.title);
        for Entry { code: entry, case, .. } in of_catalog().take(MOST_CODES) {
            let name = format!("{} {}", entry.code, case.name);
            let link = page.link(&name, &facts.places.case(catalog, entry, case));
            let message = case.messages.first().map(|message| format!(" {}", code(&message.text)));
            let relation = case.relation.in_words();
            page.item(&format!("{link} ({relation}){}", message.unwrap_or_default()));
        }
        if count > MOST_CODES {
            let table = format!("{}#!q={}", catalog_page(catalog, 0), concept.id);
            page.item(&page.link(&format!("all {count} of them in the table"), &table));
        }
    }
    if entries.is_empty() {
        page.line("No code stands for it; it holds its special cases together.");
    }
}

/// What to answer with at each provider, as the translation chooses it.
fn elsewhere(facts: &Facts<'_>, concept: &Concept, page: &mut Page) {
    page.inner_heading("The best code for it");
    for catalog in &facts.set.catalogs {
        let title = escape(&catalog.title);
        page.item(&match facts.translator.concept(concept, &catalog.id) {
            Some(to) => {
                let name = format!("{} {}", to.code.code, to.case.name);
                let link = page.link(&name, &facts.places.case(catalog, to.code, to.case));
                format!("{title}: {link} {}", to.relation.in_words())
            }
            None => format!("{title}: nothing stands for it"),
        });
    }
}

/// A link to the page of a concept.
pub(super) fn link_to(page: &Page, id: &str) -> String {
    page.link(id, &concept_page_of(id))
}
