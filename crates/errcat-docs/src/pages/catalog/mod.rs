//! From a catalog to its pages: its table of codes, its codes, its groups and its operations.

mod code;
mod code_page;
mod details;
mod group;
mod operations;
mod table;

use std::collections::HashMap;

use errcat_model::artifact::Artifact;
use errcat_model::example::Examples;
use errcat_model::{BrokenLaw, Catalog};
use maud::{Markup, html};

use crate::facts::places::{by_group, catalog_page, group_page, operations_page, parts_of_table};
use crate::facts::{Entry, SiteFacts};
use crate::html::Page;
use crate::html::text::{link_out, prose};

pub(crate) use table::rows;

pub(super) fn pages<E: From<BrokenLaw>>(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
    add: &mut dyn FnMut(Artifact) -> Result<(), E>,
) -> Result<(), E> {
    let entries: Vec<Entry<'_>> = Entry::all(catalog).collect();
    let parts = parts_of_table(&entries);
    for (number, part) in parts.iter().enumerate() {
        add(index(facts, catalog, part, (number, parts.len())))?;
    }
    let mut groups: HashMap<&str, Vec<Entry<'_>>> = HashMap::new();
    for entry in &entries {
        groups.entry(&entry.code.group).or_default().push(*entry);
    }
    for group in &catalog.groups {
        let entries = groups.get(group.id.as_str()).map_or(&[][..], Vec::as_slice);
        group::pages(facts, catalog, group, entries).into_iter().try_for_each(&mut *add)?;
    }
    operations::pages(facts, catalog).into_iter().try_for_each(&mut *add)?;
    Examples::with(catalog, |examples| {
        let mut codes = catalog.codes.iter();
        codes.try_for_each(|code| {
            add(code_page::CodePage::new(facts, catalog, code, examples).finish())
        })
    })?
}

/// Makes a part of the table of all codes; the first one says what there is to know about the catalog.
fn index(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
    entries: &[Entry<'_>],
    (number, count): (usize, usize),
) -> Artifact {
    let title = match number {
        0 => catalog.title.clone(),
        _ => format!("{}, part {}", catalog.title, number + 1),
    };
    let page = Page::new(&catalog_page(catalog, number), &title).about(&catalog.about).filtered();
    // The filter loads it to search all parts.
    let rows = format!("{}/{}", crate::facts::places::ASSETS, table::rows_name(catalog));
    let rows = (count > 1).then_some((rows.as_str(), number));
    let main = html! {
        h1 { (title) }
        @if number == 0 {
            p.lede { (prose(&catalog.about)) }
            (groups(catalog, &page))
        }
        (page.parts(number, count, |other| catalog_page(catalog, other)))
        (table::table(facts, &page, entries, rows))
        @if number == 0 {
            (statuses(catalog))
            h2 { "Sources" }
            ul { @for source in &catalog.sources { li {
                @if let Some(url) = &source.url { (link_out(&source.title, url)) } @else { (source.title) }
            } } }
        }
    };
    page.finish(facts, &main)
}

fn groups(catalog: &Catalog, page: &Page) -> Markup {
    html! {
        details.groups { summary { "Groups" } ul {
            @for (group, codes) in by_group(catalog) {
                li {
                    (page.link(&group_page(catalog, group, 0), &group.title))
                    span.note {
                        @if let Some((first, last)) = group.range { (first) "–" (last) " · " } (codes.len())
                    }
                }
            }
            @if !catalog.operations.is_empty() {
                li {
                    (page.link(&operations_page(catalog), "Operations"))
                    span.note { (catalog.operations.len()) }
                }
            }
        } }
    }
}

fn statuses(catalog: &Catalog) -> Markup {
    html! {
        @if !catalog.statuses.is_empty() {
            h2 { "What the provider means by an HTTP status" }
            table.known {
                thead { tr { th { "The provider sends" } th { "Name" } th { "Meaning" } } }
                tbody { @for status in &catalog.statuses { tr {
                    td { "HTTP " (status.http) }
                    td { (status.title) }
                    td { (prose(&status.about)) }
                } } }
            }
        }
    }
}
