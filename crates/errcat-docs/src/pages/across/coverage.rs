//! The page about how well the catalogs translate into each other, as a chart and as numbers.

use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
use errcat_model::translate::{Coverage, PairCoverage};

use super::meanings::link_to;
use crate::facts::SiteFacts;
use crate::facts::places::{COVERAGE, pair_page};
use crate::markdown::{Page, escape, escape_html};

/// The height of a line of the chart. Widths are in percent: the chart is as wide as the page, and
/// its texts keep their size.
const LINE: usize = 58;

/// The percentage of a narrow chart that a digit needs.
const DIGIT: f64 = 2.6;

/// The relations that a case can have to another catalog: the class in the chart, and the words.
const KINDS: [(&str, &str); 5] = [
    ("exact", "says the same"),
    ("close", "says nearly the same"),
    ("wider", "says less"),
    ("narrower", "says more than is known"),
    ("none", "no equivalent"),
];

pub(super) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let coverage = Coverage::of(facts.set);
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
    page.into_artifact()
}

fn counts(pair: &PairCoverage<'_>) -> [usize; 5] {
    [pair.exact, pair.close, pair.wider, pair.narrower, pair.none]
}

fn title(facts: &SiteFacts<'_>, pair: &PairCoverage<'_>) -> String {
    let name = |id: &str| facts.set.catalog(id).map_or(id.to_owned(), |found| found.title.clone());
    format!("{} into {}", name(pair.from), name(pair.into))
}

/// Draws a bar for every pair. An empty line would end the HTML.
fn chart(facts: &SiteFacts<'_>, pairs: &[PairCoverage<'_>]) -> String {
    let height = pairs.len() * LINE;
    let mut svg = "<figure class=\"coverage\">\n<ul class=\"legend\">\n".to_owned();
    for (class, words) in KINDS {
        let _ = writeln!(svg, "<li><span class=\"swatch {class}\"></span>{words}</li>");
    }
    let _ = writeln!(
        svg,
        "</ul>\n<svg width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"coverage-title \
         coverage-about\">\n<title id=\"coverage-title\">Coverage of each pair of providers</title>\n\
         <desc id=\"coverage-about\">A bar for each pair, divided as in the table below.</desc>"
    );
    for (line, pair) in pairs.iter().enumerate() {
        let top = line * LINE;
        let name = escape_html(&title(facts, pair));
        let _ = writeln!(svg, "<text class=\"name\" x=\"0\" y=\"{}\">{name}</text>", top + 17);
        bar(&mut svg, pair, top + 24);
    }
    svg.push_str("</svg>\n</figure>");
    svg
}

#[allow(clippy::cast_precision_loss, reason = "no catalog has that many cases")]
fn bar(svg: &mut String, pair: &PairCoverage<'_>, top: usize) {
    let percent = |cases: usize| cases as f64 * 100.0 / pair.cases.max(1) as f64;
    let mut done = 0;
    for ((class, words), count) in KINDS.iter().zip(counts(pair)) {
        let (left, width) = (percent(done), percent(count));
        done += count;
        if count == 0 {
            continue;
        }
        let _ = writeln!(
            svg,
            "<g class=\"{class}\"><title>{count} of {}: {words}</title>\
             <rect x=\"{left:.2}%\" y=\"{top}\" width=\"{width:.2}%\" height=\"24\"></rect>",
            pair.cases
        );
        let digits = count.to_string();
        if width > DIGIT * digits.len() as f64 {
            let middle = left + width / 2.0;
            let _ = writeln!(svg, "<text x=\"{middle:.2}%\" y=\"{}\">{digits}</text>", top + 17);
        }
        svg.push_str("</g>\n");
    }
}

fn numbers(facts: &SiteFacts<'_>, pairs: &[PairCoverage<'_>], page: &mut Page) {
    page.heading("The same in numbers");
    let mut heads = vec!["Pair", "Cases"];
    heads.extend(KINDS.iter().map(|(_, words)| *words));
    heads.push("not the same after translating back");
    page.table_head(&heads);
    for pair in pairs {
        let catalogs = facts.set.catalog(pair.from).zip(facts.set.catalog(pair.into));
        let title = title(facts, pair);
        let link = catalogs.map(|(from, into)| page.link(&title, &pair_page(from, into, 0)));
        let mut cells = vec![link.unwrap_or_else(|| escape(&title)), pair.cases.to_string()];
        cells.extend(counts(pair).iter().map(ToString::to_string));
        cells.push(pair.one_way.len().to_string());
        page.row(cells.iter().map(String::as_str));
    }
}

fn meanings(coverage: &Coverage<'_>, page: &mut Page) {
    page.heading("Meanings of one provider alone");
    page.line(
        "No other provider has a code for these, so nothing translates exactly through them.",
    );
    for used in &coverage.used_once {
        let link = link_to(page, used.meaning);
        page.item(&format!("{link}: {}", escape(used.catalog)));
    }
    if coverage.used_once.is_empty() {
        page.line("There are none.");
    }
    page.heading("Meanings without a code");
    page.line("They group other meanings.");
    for meaning in &coverage.unused {
        page.item(&link_to(page, meaning));
    }
}
