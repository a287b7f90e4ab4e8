//! How well the catalogs translate into each other, as a chart and as numbers.

use errcat_model::coverage::{Coverage, PairCoverage};
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::{meaning_page, pair_page};
use crate::html::Page;
use crate::html::text::prose;
use crate::pages::relations::{RELATIONS, class, words};

/// Draws a bar for every pair. Screen readers get the numbers.
pub(super) fn chart(facts: &SiteFacts<'_>, page: &Page, coverage: &Coverage<'_>) -> Markup {
    html! {
        figure.coverage {
            @for pair in &coverage.pairs {
                p { (title(facts, page, pair)) " " span.note { (pair.exact + pair.close + pair.wider) " of " (pair.cases) } }
                div.bar aria-hidden="true" {
                    @for ((relation, _), count) in RELATIONS.iter().zip(counts(pair)).filter(|(_, count)| *count > 0) {
                        span class=(class(*relation)) style={ "flex-grow:" (count) }
                            title={ (count) " " (words(*relation)) } { (count) }
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

pub(super) fn numbers(facts: &SiteFacts<'_>, page: &Page, coverage: &Coverage<'_>) -> Markup {
    let heads = RELATIONS.iter().map(|(relation, _)| words(*relation));
    html! {
        h2 { "The same in numbers" }
        p {
            "Each case counts once, by its best relation. " i { "One way" } " counts those whose equivalent \
             leads back to another case. The last two count what a client hears of a failure: " i { "relayed" }
            " as a failure of your service, or only a " i { "class" } ", because no code may be substituted."
        }
        div.scrolling tabindex="0" role="region" aria-label="The same in numbers" { table.numbers {
            thead { tr { th { "Pair" } @for head in ["cases"].into_iter().chain(heads).chain(["one way", "relayed", "class"]) { th { (head) } } } }
            tbody { @for pair in &coverage.pairs { tr {
                td { (title(facts, page, pair)) }
                td { (pair.cases) }
                @for count in counts(pair).into_iter().chain([pair.one_way.len(), pair.relayed, pair.class]) {
                    td { (count) }
                }
            } } }
        } }
    }
}

pub(super) fn meanings(facts: &SiteFacts<'_>, page: &Page, coverage: &Coverage<'_>) -> Markup {
    let link = |id: &str| {
        let title = facts.set.meaning(id).map_or(id, |meaning| &meaning.title);
        page.link(&meaning_page(id), prose(title))
    };
    html! {
        h2 { "Meanings of one provider alone" }
        p { "No other provider has a code for these, so nothing translates exactly through them." }
        ul { @for used in &coverage.used_once { li { (link(used.meaning)) " (" (used.catalog) ")" } } }
        @if coverage.used_once.is_empty() { p { "There are none." } }
        h2 { "Meanings without a code" }
        p { "They group other meanings." }
        ul { @for meaning in &coverage.unused { li { (link(meaning)) } } }
    }
}
