//! The table of HTTP and gRPC statuses.

use std::collections::BTreeMap;

use errcat_model::artifact::Artifact;

use crate::facts::places::{STATUSES, catalog_page};
use crate::facts::{Entry, SiteFacts};
use crate::markdown::{Page, code, escape};

/// How many codes of a status are named; the table of the provider has all.
const MAX_CODES: usize = 12;

pub(super) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let mut page = Page::new(STATUSES, "HTTP and gRPC");
    page.line(
        "The statuses that a service returns to its own clients, and the codes that lead to them. \
         If the two statuses are of different classes, the entry of the code explains why.",
    );
    let mut rows: BTreeMap<(u16, &str), Vec<Entry<'_>>> = BTreeMap::new();
    for entry in facts.set.catalogs.iter().flat_map(Entry::all) {
        let statuses = (entry.case.facts.http.get(), entry.case.facts.grpc.as_str());
        rows.entry(statuses).or_default().push(entry);
    }
    let titles = facts.set.catalogs.iter().map(|catalog| escape(&catalog.title));
    let heads: Vec<String> =
        ["HTTP", "gRPC"].map(str::to_owned).into_iter().chain(titles).collect();
    page.line("<div class=\"filtered statuses\" data-select=\"HTTP,gRPC\">");
    page.table_head(&heads.iter().map(String::as_str).collect::<Vec<_>>());
    for ((http, grpc), entries) in &rows {
        let columns = facts.set.catalogs.iter().map(|catalog| {
            let of_catalog = entries.iter().filter(|entry| entry.catalog.id == catalog.id);
            cell(facts, &page, &of_catalog.collect::<Vec<_>>(), &format!("http={http}&grpc={grpc}"))
        });
        let cells = [http.to_string(), code(grpc)].into_iter().chain(columns);
        page.row(cells.collect::<Vec<_>>());
    }
    page.line("</div>");
    page.into_artifact()
}

fn cell(facts: &SiteFacts<'_>, page: &Page, entries: &[&Entry<'_>], filter: &str) -> String {
    let Some(first) = entries.first() else {
        return String::new();
    };
    // Several cases of a code lead to its entry, once.
    let codes = entries.iter().take(MAX_CODES).map(|Entry { catalog, code, .. }| {
        page.link(&code.code, &facts.places.code(catalog, code))
    });
    let mut codes: Vec<String> = codes.collect();
    codes.dedup();
    let rest = entries.len().saturating_sub(MAX_CODES);
    if rest > 0 {
        let table = format!("{}#!{filter}", catalog_page(first.catalog, 0));
        codes.push(page.link(&format!("{rest} more"), &table));
    }
    codes.join(", ")
}
