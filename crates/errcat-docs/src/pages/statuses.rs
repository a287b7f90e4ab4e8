//! The table of HTTP and gRPC statuses.

use std::collections::BTreeMap;

use errcat_model::artifact::Artifact;

use crate::markdown::{Page, code, escape};
use crate::places::{STATUSES, catalog_page};
use crate::site::{Entry, Facts};

/// As many codes of a status are named; the table of the provider has all.
const MOST_CODES: usize = 12;

/// The cases of each catalog, by its place in the set.
type Columns<'a> = BTreeMap<usize, Vec<Entry<'a>>>;

pub(super) fn page(facts: &Facts<'_>) -> Artifact {
    let mut page = Page::new(STATUSES, "HTTP and gRPC");
    page.line(
        "What a service answers its own clients with, and the codes that lead to it. Where the two \
         statuses are of different classes, the entry of the code says why.",
    );
    let mut rows: BTreeMap<(u16, &str), Columns<'_>> = BTreeMap::new();
    for (place, catalog) in facts.set.catalogs.iter().enumerate() {
        for (code, case) in catalog.cases() {
            let row = rows.entry((case.facts.http.get(), case.facts.grpc.as_str())).or_default();
            row.entry(place).or_default().push(Entry { catalog, code, case });
        }
    }
    let titles = facts.set.catalogs.iter().map(|catalog| escape(&catalog.title));
    let heads: Vec<String> =
        ["HTTP".to_owned(), "gRPC".to_owned()].into_iter().chain(titles).collect();
    page.line("<div class=\"filtered statuses\" data-select=\"HTTP,gRPC\">");
    page.table_head(&heads.iter().map(String::as_str).collect::<Vec<_>>());
    for ((http, grpc), columns) in &rows {
        let columns = (0..facts.set.catalogs.len()).map(|place| {
            let entries = columns.get(&place).map_or(&[][..], Vec::as_slice);
            cell(facts, &page, entries, &format!("http={http}&grpc={grpc}"))
        });
        let cells: Vec<String> =
            [http.to_string(), code(grpc)].into_iter().chain(columns).collect();
        page.row(cells.iter().map(String::as_str));
    }
    page.line("</div>");
    page.into_artifact()
}

fn cell(facts: &Facts<'_>, page: &Page, entries: &[Entry<'_>], filter: &str) -> String {
    let Some(first) = entries.first() else {
        return String::new();
    };
    // Several cases of a code lead to its entry, once.
    let mut codes: Vec<String> = Vec::new();
    for Entry { catalog, code, .. } in entries.iter().take(MOST_CODES) {
        let link = page.link(&code.code, &facts.places.code(catalog, code));
        if codes.last() != Some(&link) {
            codes.push(link);
        }
    }
    let rest = entries.len().saturating_sub(MOST_CODES);
    if rest > 0 {
        let table = format!("{}#!{filter}", catalog_page(first.catalog, 0));
        codes.push(page.link(&format!("{rest} more"), &table));
    }
    codes.join(", ")
}
