//! The page about how well the catalogs translate into each other, as a chart and as numbers.

use errcat_model::BrokenLaw;
use errcat_model::artifact::Artifact;
use errcat_model::coverage::{Coverage, PairCoverage};
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::{COVERAGE, meaning_page, pair_page};
use crate::html::Page;
use crate::html::text::prose;

/// The relations that a case can have to another catalog: the class in the chart, and the words.
const KINDS: [(&str, &str); 6] = [
    ("exact", "exact"),
    ("close", "close"),
    ("wider", "wider"),
    ("narrower", "at best narrower"),
    ("related", "at best related"),
    ("none", "no equivalent"),
];

pub(super) fn page(facts: &SiteFacts<'_>) -> Result<Artifact, BrokenLaw> {
    let coverage = Coverage::new(&facts.translator)?;
    let page = Page::new(COVERAGE, "Coverage");
    let main = html! {
        h1 { "Coverage" }
        p.lede {
            "How many cases of a provider have a code at another one, and how faithful it is. More is \
             not better: a wrong equivalent is worse than none."
        }
        @if !coverage.pairs.is_empty() {
            (chart(facts, &page, &coverage.pairs))
            (numbers(facts, &coverage.pairs))
        }
        (meanings(facts, &coverage, &page))
    };
    Ok(page.finish(facts, &main))
}

fn counts(pair: &PairCoverage<'_>) -> [usize; 6] {
    [pair.exact, pair.close, pair.wider, pair.narrower, pair.related, pair.none]
}

fn title(facts: &SiteFacts<'_>, pair: &PairCoverage<'_>) -> String {
    let name = |id: &str| facts.set.catalog(id).map_or(id.to_owned(), |found| found.title.clone());
    format!("{} into {}", name(pair.from), name(pair.into))
}

/// Draws a bar for every pair. Screen readers get the table.
fn chart(facts: &SiteFacts<'_>, page: &Page, pairs: &[PairCoverage<'_>]) -> Markup {
    html! {
        figure.coverage {
            ul.legend { @for (class, words) in KINDS {
                li { span class={ "swatch " (class) } {} (words) }
            } }
            @for pair in pairs {
                @let catalogs = facts.set.catalog(pair.from).zip(facts.set.catalog(pair.into));
                p { @if let Some((from, into)) = catalogs {
                    (page.link(&pair_page(from, into, 0), title(facts, pair)))
                } }
                div.bar aria-hidden="true" {
                    @for ((class, words), count) in KINDS.iter().zip(counts(pair)).filter(|(_, count)| *count > 0) {
                        span class=(class) style={ "flex-grow:" (count) }
                            title={ (count) " of " (pair.cases) ": " (words) } { (count) }
                    }
                }
            }
        }
    }
}

fn numbers(facts: &SiteFacts<'_>, pairs: &[PairCoverage<'_>]) -> Markup {
    let heads = KINDS.iter().map(|(_, words)| *words);
    let heads: Vec<&str> =
        ["cases"].into_iter().chain(heads).chain(["one way", "relayed", "no code"]).collect();
    html! {
        h2 { "The same in numbers" }
        p {
            i { "One way" } " counts the cases that do not translate back to themselves. " i { "Relayed" } " and "
            i { "no code" } " count what a client hears: a failure of your service, or only a status."
        }
        div.scrolling tabindex="0" role="region" aria-label="The same in numbers" { table.numbers {
            thead { tr { th { "Pair" } @for head in &heads { th { (head) } } } }
            tbody { @for pair in pairs { tr {
                td { (title(facts, pair)) }
                td { (pair.cases) }
                @for count in counts(pair).into_iter().chain([pair.one_way.len(), pair.relayed, pair.class]) {
                    td { (count) }
                }
            } } }
        } }
    }
}

fn meanings(facts: &SiteFacts<'_>, coverage: &Coverage<'_>, page: &Page) -> Markup {
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
