//! The pages about the operations of a catalog.

use std::collections::HashMap;

use errcat_model::artifact::Artifact;
use errcat_model::{Catalog, Operation};
use maud::html;

use super::table::table;
use crate::facts::places::{catalog_page, operations_page};
use crate::facts::{Entry, SiteFacts};
use crate::html::Page;
use crate::html::text::{link_out, name, prose};

/// A sentence that is true of every operation.
const OTHERS: &str = "Any code not tied to one operation can occur here too.";

pub(super) fn pages(facts: &SiteFacts<'_>, catalog: &Catalog) -> Vec<Artifact> {
    if catalog.operations.is_empty() {
        return Vec::new();
    }
    let mut answers: HashMap<&str, Vec<Entry<'_>>> = HashMap::new();
    for entry in Entry::all(catalog) {
        for operation in &entry.case.operations {
            answers.entry(operation).or_default().push(entry);
        }
    }
    let answers =
        |operation: &Operation| answers.get(operation.name.as_str()).map_or(&[][..], Vec::as_slice);
    let page = Page::new(&operations_page(catalog), "Operations")
        .below(&catalog.title, &catalog_page(catalog, 0))
        .filtered();
    let has_apis = catalog.operations.iter().any(|operation| operation.api.is_some());
    let main = html! {
        h1 { (catalog.title) " operations" }
        p.lede { "How many codes are tied to each operation. Any other code can occur in all of them." }
        div.filtered data-filters="api" data-of="operations" {
            table.operations {
                thead { tr { th { "Operation" } @if has_apis { th { "API" } } th { "Codes" } } }
                tbody { @for operation in &catalog.operations {
                    @let api = operation.api.as_deref().unwrap_or_default();
                    tr data-is=(api.replace(' ', "\u{a0}")) {
                        td {
                            (page.link(facts.places.operation(catalog, &operation.name), name(&operation.name)))
                            @if operation.deprecated.is_some() { span.badge.warning { "deprecated" } }
                        }
                        @if has_apis { td data-label="API" { (api) } }
                        td data-label="Codes" { (answers(operation).len()) }
                    }
                } }
            }
        }
    };
    let index = page.finish(facts, &main);
    let pages = catalog.operations.iter().map(|one| page_of(facts, catalog, one, answers(one)));
    std::iter::once(index).chain(pages).collect()
}

fn page_of(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
    operation: &Operation,
    answers: &[Entry<'_>],
) -> Artifact {
    let page = Page::new(facts.places.operation(catalog, &operation.name), &operation.name)
        .below(&catalog.title, &catalog_page(catalog, 0))
        .below("Operations", &operations_page(catalog))
        .filtered();
    let main = html! {
        h1 { (name(&operation.name)) }
        @if let Some(api) = &operation.api { p.lede { (api) } }
        @if let Some(why) = &operation.deprecated {
            p { span.badge.warning { "deprecated" } " " (prose(why)) }
        }
        @if operation.idempotent { p { "Carrying it out twice does no harm." } }
        @if let Some(url) = &operation.url { p { (link_out("Its page at the provider", url)) } }
        @if answers.is_empty() {
            p { "No code names this operation. " (OTHERS) }
        } @else {
            h2 { "Codes that name this operation" }
            p { (OTHERS) }
            (table(facts, &page, answers, None))
        }
    };
    page.finish(facts, &main)
}
