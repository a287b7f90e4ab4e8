//! `errcat coverage`

use errcat_model::CatalogSet;
use errcat_model::coverage::{Coverage as Counts, OneWay, PairCoverage};
use errcat_model::render::printable;
use errcat_model::translate::Translator;

use crate::cli::{Coverage, Format};
use crate::input::Input;
use crate::output::{Done, Failure, Out, align, wrap};

pub(crate) fn run(arguments: &Coverage, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let counts = Counts::new(&Translator::new(&set)?)?;
    match arguments.format {
        Format::Json => out.print_json(&counts)?,
        Format::Human => {
            let mut text = tables(&counts, out.columns) + "\n" + &summary(&set, &counts, out.width);
            if arguments.list {
                text += &lists(&counts, out.columns);
            }
            out.print(&printable(&text))?;
        }
    }
    Ok(Done::Clean)
}

/// Lists the pairs of catalogs, one per line, with the best equivalents and then with the answers.
fn tables(counts: &Counts<'_>, width: usize) -> String {
    let equivalents = table(counts, width, |pair: &PairCoverage<'_>| {
        [
            ("CASES", pair.cases),
            ("EXACT", pair.exact),
            ("CLOSE", pair.close),
            ("WIDER", pair.wider),
            ("NARROWER", pair.narrower),
            ("RELATED", pair.related),
            ("NONE", pair.none),
        ]
    });
    let answers = table(counts, width, |pair| {
        [("ONE WAY", pair.one_way.len()), ("RELAYED", pair.relayed), ("CLASS", pair.class)]
    });
    equivalents + "\n" + &answers
}

/// Lists the pairs with numbers, each below its name.
fn table<const NUMBERS: usize>(
    counts: &Counts<'_>,
    width: usize,
    numbers: impl Fn(&PairCoverage<'_>) -> [(&'static str, usize); NUMBERS],
) -> String {
    let head = counts.pairs.first().map(|pair| numbers(pair).map(|(name, _)| name.to_owned()));
    let head = head.map(|names| ["FROM".to_owned(), "INTO".to_owned(), names.join("  ")]);
    let rows = counts.pairs.iter().map(|pair| {
        let numbers = numbers(pair).map(|(name, number)| format!("{number:>0$}", name.len()));
        [pair.from.to_owned(), pair.into.to_owned(), numbers.join("  ")]
    });
    align(head.into_iter().chain(rows), width)
}

fn summary(set: &CatalogSet, counts: &Counts<'_>, width: usize) -> String {
    let meanings = format!(
        "of {} meanings, {} are used by one catalog and {} by none",
        set.meanings.len(),
        counts.used_once.len(),
        counts.unused.len(),
    );
    let lines = [
        "NARROWER, RELATED and NONE have no equivalent that may be substituted",
        "ONE WAY counts the cases that do not translate back to themselves",
        "RELAYED and CLASS count what a client hears: a failure of the service, or no code",
        &meanings,
    ];
    lines.map(|line| wrap(line, "", width) + "\n").concat()
}

/// Names what the table and the summary count.
fn lists(counts: &Counts<'_>, width: usize) -> String {
    let mut text = String::new();
    for pair in &counts.pairs {
        let lines = align(pair.one_way.iter().map(one_way), width);
        text += &list(&format!("one way from {} into {}", pair.from, pair.into), &lines);
    }
    let once =
        counts.used_once.iter().map(|used| format!("  {} ({})\n", used.meaning, used.catalog));
    text += &list("meanings used by one catalog", &once.collect::<String>());
    let unused = counts.unused.iter().map(|meaning| format!("  {meaning}\n"));
    text + &list("meanings used by no catalog", &unused.collect::<String>())
}

fn one_way(case: &OneWay<'_>) -> [String; 3] {
    let back = case.back.map_or_else(|| "none".to_owned(), |back| back.to_string());
    [format!("  {}", case.from), format!("-> {}", case.to), format!("-> {back}")]
}

fn list(title: &str, lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("\n{title}:\n{lines}") }
}
