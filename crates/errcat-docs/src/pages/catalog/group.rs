//! The pages about a group of codes.

use errcat_model::artifact::Artifact;
use errcat_model::{Catalog, Group};
use maud::html;

use super::table::table;
use crate::facts::places::{catalog_page, group_page, parts_of_table};
use crate::facts::{Entry, SiteFacts};
use crate::html::Page;
use crate::html::text::prose;

pub(super) fn pages(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
    group: &Group,
    entries: &[Entry<'_>],
) -> Vec<Artifact> {
    let parts = parts_of_table(entries);
    let count = parts.len();
    let pages = parts.iter().enumerate().map(|(number, entries)| {
        let title = match number {
            0 => group.title.clone(),
            _ => format!("{}, part {}", group.title, number + 1),
        };
        let page = Page::new(&group_page(catalog, group, number), &title)
            .about(&group.about)
            .below(&catalog.title, &catalog_page(catalog, 0));
        // The filter of a part would miss the others.
        let page = if count == 1 { page.filtered() } else { page };
        let links = page.parts(number, count, |other| group_page(catalog, group, other));
        let main = html! {
            h1 { (title) }
            p.lede { (prose(&group.about)) }
            p.note {
                @if let Some((first, last)) = group.range { "Codes " (first) " to " (last) ". " }
                @if let Some(api) = &group.api { (api) "." }
            }
            (links)
            (table(facts, &page, entries, None))
        };
        page.finish(facts, &main)
    });
    pages.collect()
}
