//! The page about how well the catalogs translate into each other, as a chart and as numbers.

use std::fmt::Write as _;

use errcat_model::BrokenLaw;
use errcat_model::artifact::Artifact;
use errcat_model::coverage::{Coverage, PairCoverage};

use crate::facts::SiteFacts;
use crate::facts::places::{COVERAGE, meaning_page, pair_page};
use crate::markdown::{Page, escape, escape_html};

/// The relations that a case can have to another catalog: the class in the chart, and the words.
const KINDS: [(&str, &str); 6] = [
    ("exact", "says the same"),
    ("close", "says nearly the same"),
    ("wider", "says less"),
    ("narrower", "at best says more than is known"),
    ("related", "at best is related"),
    ("none", "no equivalent"),
];

pub(super) fn page(facts: &SiteFacts<'_>) -> Result<Artifact, BrokenLaw> {
    let coverage = Coverage::new(&facts.translator)?;
    let mut page = Page::new(COVERAGE, "Coverage");
    page.line(
        "How many cases of a provider have a code at another one, and how faithful it is. More is \
         not better: a wrong equivalent is worse than none.",
    );
    if !coverage.pairs.is_empty() {
        page.line(&chart(facts, &coverage.pairs));
        numbers(facts, &coverage.pairs, &mut page);
    }
    meanings(&coverage, &mut page);
    Ok(page.into_artifact())
}

fn counts(pair: &PairCoverage<'_>) -> [usize; 6] {
    [pair.exact, pair.close, pair.wider, pair.narrower, pair.related, pair.none]
}

fn title(facts: &SiteFacts<'_>, pair: &PairCoverage<'_>) -> String {
    let name = |id: &str| facts.set.catalog(id).map_or(id.to_owned(), |found| found.title.clone());
    format!("{} into {}", name(pair.from), name(pair.into))
}

/// Draws a bar for every pair. An empty line would end the HTML.
fn chart(facts: &SiteFacts<'_>, pairs: &[PairCoverage<'_>]) -> String {
    let mut html = "<figure class=\"coverage\">\n<ul class=\"legend\">\n".to_owned();
    for (class, words) in KINDS {
        let _ = writeln!(html, "<li><span class=\"swatch {class}\"></span>{words}</li>");
    }
    // Screen readers get the table.
    html.push_str("</ul>\n<div aria-hidden=\"true\">\n");
    for pair in pairs {
        let _ = write!(html, "<p>{}</p>\n<div class=\"bar\">", escape_html(&title(facts, pair)));
        let counts = KINDS.iter().zip(counts(pair)).filter(|(_, count)| *count > 0);
        for ((class, words), count) in counts {
            let _ = write!(
                html,
                "<span class=\"{class}\" style=\"flex-grow: {count}\" title=\"{count} of {}: \
                 {words}\">{count}</span>",
                pair.cases
            );
        }
        html.push_str("</div>\n");
    }
    html.push_str("</div>\n</figure>");
    html
}

fn numbers(facts: &SiteFacts<'_>, pairs: &[PairCoverage<'_>], page: &mut Page) {
    page.heading("The same in numbers");
    page.line(
        "*One way* counts the cases that do not translate back to themselves. *Relayed* and *no \
         code* count what a client hears: a failure of your service, or only a status.",
    );
    let mut heads = vec!["Pair", "Cases"];
    heads.extend(KINDS.iter().map(|(_, words)| *words));
    heads.push("one way");
    heads.extend(["relayed", "no code"]);
    page.table_head(&heads);
    for pair in pairs {
        let catalogs = facts.set.catalog(pair.from).zip(facts.set.catalog(pair.into));
        let title = title(facts, pair);
        let link = catalogs.map(|(from, into)| page.link(&title, &pair_page(from, into, 0)));
        let mut cells = vec![link.unwrap_or_else(|| escape(&title)), pair.cases.to_string()];
        cells.extend(counts(pair).iter().map(ToString::to_string));
        cells.extend([pair.one_way.len(), pair.relayed, pair.class].map(|count| count.to_string()));
        page.row(cells);
    }
}

fn meanings(coverage: &Coverage<'_>, page: &mut Page) {
    page.heading("Meanings of one provider alone");
    page.line(
        "No other provider has a code for these, so nothing translates exactly through them.",
    );
    for used in &coverage.used_once {
        let link = page.link(used.meaning, &meaning_page(used.meaning));
        page.item(&format!("{link}: {}", escape(used.catalog)));
    }
    if coverage.used_once.is_empty() {
        page.line("There are none.");
    }
    page.heading("Meanings without a code");
    page.line("They group other meanings.");
    for meaning in &coverage.unused {
        page.item(&page.link(meaning, &meaning_page(meaning)));
    }
}
