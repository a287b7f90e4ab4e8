//! The pages about what each catalog is in each other one.

use errcat::Relation;
use errcat_model::artifact::Artifact;
use errcat_model::translate::{Table, Translation};
use errcat_model::{Case, Code};
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::{COVERAGE, TRANSLATIONS, meaning_page, pair_page, parts_of_table};
use crate::html::Page;
use crate::html::text::prose;
use crate::pages::parts::{case_link, relation};

type Row<'a> = (&'a Code, &'a Case, Option<Translation<'a>>);

/// The relations that may be substituted, explained.
const KINDS: [(Option<Relation>, &str); 4] = [
    (Some(Relation::Exact), "both mean exactly the same"),
    (Some(Relation::Close), "close, with a difference that a person has reviewed"),
    (Some(Relation::Wider), "true, but a detail is lost"),
    (None, "no code there means it, and a wrong one would be worse"),
];

pub(super) fn pages(facts: &SiteFacts<'_>) -> Vec<Artifact> {
    let page = Page::new(TRANSLATIONS, "Translations");
    let tables: Vec<Table<'_>> = facts.translator.tables().collect();
    let main = html! {
        h1 { "Translations" }
        p.lede {
            "What a code of one provider is called at another one, for a service that answers in the \
             words of one provider and calls another one."
        }
        @if tables.is_empty() {
            p { "There is one catalog, so there is nothing to translate into." }
        }
        ul.groups { @for table in &tables { li {
            (page.link(&pair_page(table.from, table.into, 0), title(table)))
            span.note { (translated(table)) " of " (table.cases().count()) " have an equivalent" }
        } } }
        h2 { "How faithful" }
        dl.kinds { @for (kind, words) in KINDS { dt { (relation(kind)) } dd { (words) } } }
        p {
            "The page of each code also lists narrower ones, which say more than is known, and related \
             ones: they never take its place, but a person may choose one. "
            (page.link(COVERAGE, "Coverage")) " counts them all."
        }
    };
    let index = page.finish(facts, &main);
    std::iter::once(index).chain(tables.iter().flat_map(|table| pair(facts, table))).collect()
}

fn title(table: &Table<'_>) -> String {
    format!("{} into {}", table.from.title, table.into.title)
}

fn translated(table: &Table<'_>) -> usize {
    table.cases().filter(|(_, _, translation)| translation.is_some()).count()
}

fn pair(facts: &SiteFacts<'_>, table: &Table<'_>) -> Vec<Artifact> {
    let mut rows: Vec<Row<'_>> = table.cases().collect();
    rows.sort_by_key(|(_, _, found)| (found.is_none(), found.map(|found| found.relation)));
    let parts = parts_of_table(&rows);
    let count = parts.len();
    let pages = parts.iter().enumerate().map(|(number, rows)| {
        let title = match number {
            0 => title(table),
            _ => format!("{}, part {}", title(table), number + 1),
        };
        let page = Page::new(&pair_page(table.from, table.into, number), &title)
            .below("Translations", TRANSLATIONS);
        // The filter of a part would miss the others.
        let page = if count == 1 { page.filtered() } else { page };
        let main = html! {
            h1 { (title) }
            p.lede { (translated(table)) " of " (table.cases().count()) " cases have an equivalent. The most faithful come first." }
            (page.parts(number, count, |other| pair_page(table.from, table.into, other)))
            (matrix(facts, table, rows, &page))
        };
        page.finish(facts, &main)
    });
    pages.collect()
}

fn matrix(facts: &SiteFacts<'_>, table: &Table<'_>, rows: &[Row<'_>], page: &Page) -> Markup {
    let (from, into) = (table.from, table.into);
    html! {
        div.filtered data-filters="relation" {
            table.pairs {
                thead { tr { th { (from.title) } th { "Relation" } th { (into.title) } th { "Why" } } }
                tbody { @for (code, case, translation) in rows {
                    @let found = translation.map(|to| to.relation);
                    tr data-is=(found.map_or("none", |found| found.as_str())) {
                        td { (case_link(facts, page, from, code, case)) }
                        td { (relation(found)) }
                        td { @if let Some(to) = translation { (case_link(facts, page, into, to.code, to.case)) } }
                        td { @if let Some(to) = translation { (why(to, page)) } }
                    }
                } }
            }
        }
    }
}

fn why(to: &Translation<'_>, page: &Page) -> Markup {
    html! {
        @match (to.why, to.via) {
            (Some(why), _) => (prose(why)),
            (None, Some(via)) => (page.link(&meaning_page(&via.id), prose(&via.title))),
            (None, None) => {},
        }
    }
}
