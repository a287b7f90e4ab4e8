//! How well the catalogs translate into each other, as a chart and as numbers.

use errcat_model::coverage::{Coverage, PairCoverage};
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::pair_page;
use crate::html::Page;
use crate::pages::relations::{RELATIONS, class, words};

/// Draws a bar for every pair.
pub(super) fn chart(facts: &SiteFacts<'_>, page: &Page, coverage: &Coverage<'_>) -> Markup {
    html! {
        @for pair in &coverage.pairs {
            h3 { (title(facts, page, pair)) }
            ul.bar {
                @for ((relation, _), count) in RELATIONS.iter().zip(counts(pair)).filter(|(_, count)| *count > 0) {
                    li class=(class(*relation)) style={ "flex-grow:" (count) } title=(words(*relation)) {
                        (count) span.offscreen { " " (words(*relation)) }
                    }
                }
            }
        }
    }
}

fn title(facts: &SiteFacts<'_>, page: &Page, pair: &PairCoverage<'_>) -> Markup {
    let catalogs = facts.set.catalog(pair.from).zip(facts.set.catalog(pair.into));
    html! { @if let Some((from, into)) = catalogs {
        (page.link(&pair_page(from, into, 0), format!("{} into {}", from.title, into.title)))
    } }
}

fn counts(pair: &PairCoverage<'_>) -> [usize; RELATIONS.len()] {
    [pair.exact, pair.close, pair.wider, pair.narrower, pair.related, pair.none]
}

/// Says how many cases do not come back, and what a client hears of the failures.
pub(super) fn numbers(facts: &SiteFacts<'_>, page: &Page, coverage: &Coverage<'_>) -> Markup {
    html! {
        h2 { "What gets lost" }
        dl.kinds {
            dt { "One way" } dd { "Translated there and back, it becomes another case." }
            dt { "Relayed" } dd { "The client cannot fix it, and hears of a failure of your service by the other provider’s code for one." }
            dt { "Class" } dd { "The client gets only a status, because no code fits." }
        }
        table.numbers {
            thead { tr { th { "Pair" } @for head in ["Cases", "One way", "Relayed", "Class"] { th { (head) } } } }
            tbody { @for pair in &coverage.pairs { tr {
                td { (title(facts, page, pair)) }
                @for count in [pair.cases, pair.one_way.len(), pair.relayed, pair.class] { td { (count) } }
            } } }
        }
    }
}
