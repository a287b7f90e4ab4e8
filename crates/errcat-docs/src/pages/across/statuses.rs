//! The table of HTTP and gRPC statuses.

use std::collections::BTreeMap;

use errcat::rt::to_client;
use errcat_model::artifact::Artifact;
use maud::{Markup, html};

use crate::facts::places::{STATUSES, catalog_page};
use crate::facts::{Entry, SiteFacts};
use crate::html::Page;
use crate::html::text::name;

/// How many codes of a status are named; the table of the provider has all.
const MAX_CODES: usize = 12;

pub(super) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let page = Page::new(STATUSES, "Statuses").filtered();
    let mut rows: BTreeMap<(u16, &str), Vec<Entry<'_>>> = BTreeMap::new();
    for entry in facts.set.catalogs.iter().flat_map(Entry::all) {
        let answer = to_client(entry.case.facts);
        rows.entry((answer.http.get(), answer.grpc.as_str())).or_default().push(entry);
    }
    let main = html! {
        h1 { "HTTP and gRPC statuses" }
        p.lede {
            "What a service answers its own clients, and the codes that lead to it. A failure that \
             the client cannot fix becomes 503 if the client may send the request again later, and \
             500 otherwise, whatever the provider calls it."
        }
        div.filtered data-filters="http grpc" data-of="statuses" {
            table.statuses {
                thead { tr {
                    th { "Answer your client with" }
                    @for catalog in &facts.set.catalogs { th { (catalog.title) } }
                } }
                tbody { @for ((http, grpc), entries) in &rows {
                    tr data-is={ (http) " " (grpc) } {
                        td { b { "HTTP " (http) } " " code { (name(grpc)) } }
                        @for catalog in &facts.set.catalogs {
                            @let own = entries.iter().filter(|entry| entry.catalog.id == catalog.id);
                            td data-label=(catalog.title) {
                                (cell(facts, &page, &own.collect::<Vec<_>>(), &format!("http={http}&grpc={grpc}")))
                            }
                        }
                    }
                } }
            }
        }
    };
    page.finish(facts, &main)
}

fn cell(facts: &SiteFacts<'_>, page: &Page, entries: &[&Entry<'_>], filter: &str) -> Markup {
    // Several cases of a code lead to its page, once.
    let mut codes: Vec<_> = entries.iter().take(MAX_CODES).collect();
    codes.dedup_by_key(|entry| &entry.code.code);
    html! {
        @if !codes.is_empty() {
            ul.inline {
                @for Entry { catalog, code, .. } in &codes {
                    li { (page.link(facts.places.page_of(catalog, code), name(&code.code))) }
                }
                @if let Some(first) = entries.get(MAX_CODES) {
                    @let table = format!("{}#!{filter}", catalog_page(first.catalog, 0));
                    li { (page.link(&table, format!("{} more", entries.len() - MAX_CODES))) }
                }
            }
        }
    }
}
