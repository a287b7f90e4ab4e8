//! The pages about what each catalog is in each other one.

use errcat_model::artifact::Artifact;
use errcat_model::coverage::Coverage;
use errcat_model::translate::{Table, Translation};
use errcat_model::{BrokenLaw, Case, Code};
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::{TRANSLATIONS, pair_page, parts_of_table};
use crate::html::Page;
use crate::pages::across::coverage;
use crate::pages::parts::case_link;
use crate::pages::relations::{RELATIONS, relation, why};

type Row<'a> = (&'a Code, &'a Case, Option<Translation<'a>>);

pub(super) fn pages(facts: &SiteFacts<'_>) -> Result<Vec<Artifact>, BrokenLaw> {
    let page = Page::new(TRANSLATIONS, "Translations");
    let coverage = Coverage::new(&facts.translator)?;
    let main = html! {
        h1 { "Translations" }
        p.lede {
            "What a code of one provider is called at another one. More is not better: a wrong equivalent is \
             worse than none."
        }
        dl.kinds { @for (kind, about) in RELATIONS { dt { (relation(kind)) } dd { (about) } } }
        @if coverage.pairs.is_empty() {
            p { "There is one catalog, so there is nothing to translate into." }
        } @else {
            h2 { "The best relation of each case" }
            (coverage::chart(facts, &page, &coverage))
            (coverage::numbers(facts, &page, &coverage))
        }
    };
    let pages = facts.translator.tables().flat_map(|table| pair(facts, &table)).collect::<Vec<_>>();
    Ok(std::iter::once(page.finish(facts, &main)).chain(pages).collect())
}

fn title(table: &Table<'_>) -> String {
    format!("{} into {}", table.from.title, table.into.title)
}

/// Counts the cases of each relation that has some.
fn counts(rows: &[Row<'_>]) -> Markup {
    let count = |kind| rows.iter().filter(|(_, _, to)| to.map(|to| to.relation) == kind).count();
    html! {
        p.counts { @for (kind, _) in RELATIONS {
            @let count = count(kind);
            @if count > 0 { span { b { (count) } " " (relation(kind)) } }
        } }
    }
}

fn pair(facts: &SiteFacts<'_>, table: &Table<'_>) -> Vec<Artifact> {
    let rows = table.cases().map(|(code, case, _)| {
        (code, case, facts.translator.nearest(table.from, code, case, &table.into.id))
    });
    let mut rows: Vec<Row<'_>> = rows.collect();
    rows.sort_by_key(|(_, _, found)| (found.is_none(), found.map(|found| found.relation)));
    let parts = parts_of_table(&rows);
    let count = parts.len();
    let pages = parts.iter().enumerate().map(|(number, part)| {
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
            @if number == 0 { (counts(&rows)) }
            (page.parts(number, count, |other| pair_page(table.from, table.into, other)))
            (matrix(facts, table, part, &page))
        };
        page.finish(facts, &main)
    });
    pages.collect()
}

fn matrix(facts: &SiteFacts<'_>, table: &Table<'_>, rows: &[Row<'_>], page: &Page) -> Markup {
    let (from, into) = (table.from, table.into);
    html! {
        div.filtered data-filters="relation" data-of="cases" {
            table.pairs {
                thead { tr { th { (from.title) } th { "Relation" } th { (into.title) } th { "Why" } } }
                tbody { @for (code, case, translation) in rows {
                    @let found = translation.map(|to| to.relation);
                    tr data-is=(found.map_or("none", |found| found.as_str())) {
                        td { (case_link(facts, page, from, code, case)) }
                        td { (relation(found)) }
                        td { @if let Some(to) = translation { (case_link(facts, page, into, to.code, to.case)) } }
                        td {
                            @if let Some(to) = translation { (why(to, page)) }
                            @else if facts.translator.choices(from, code, Some(case), &into.id).is_tie() {
                                "Several are as close: see its page."
                            }
                        }
                    }
                } }
            }
        }
    }
}
