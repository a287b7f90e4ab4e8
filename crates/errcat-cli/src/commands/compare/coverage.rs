//! `errcat coverage`

use errcat_model::CatalogSet;
use errcat_model::coverage::{Coverage as Counts, OneWay, PairCoverage};
use errcat_model::render::printable;
use errcat_model::translate::Translator;

use crate::cli::{Coverage, Format};
use crate::input::Input;
use crate::output::{Done, Failure, Out, align, align_numbers};

pub(crate) fn run(arguments: &Coverage, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let counts = Counts::new(&Translator::new(&set)?)?;
    match arguments.format {
        Format::Json => out.print_json(&counts)?,
        Format::Human => {
            let mut text = table(&counts) + "\n" + &summary(&set, &counts);
            if arguments.list {
                text += &lists(&counts);
            }
            out.print(&printable(&text))?;
        }
    }
    Ok(Done::Clean)
}

const HEADING: [&str; 12] = [
    "FROM", "INTO", "CASES", "EXACT", "CLOSE", "WIDER", "NARROWER", "RELATED", "NONE", "ONE WAY",
    "RELAYED", "CLASS",
];

/// Lists the pairs of catalogs, one per line.
fn table(counts: &Counts<'_>) -> String {
    let rows = counts.pairs.iter().map(|pair| {
        let PairCoverage { cases, exact, close, wider, narrower, related, none, .. } = *pair;
        let PairCoverage { relayed, class, .. } = *pair;
        let one_way = pair.one_way.len();
        let numbers =
            [cases, exact, close, wider, narrower, related, none, one_way, relayed, class];
        let names = [pair.from, pair.into].map(str::to_owned);
        let mut cells = names.into_iter().chain(numbers.map(|number| number.to_string()));
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    });
    align_numbers([HEADING.map(str::to_owned)].into_iter().chain(rows).collect(), 2)
}

fn summary(set: &CatalogSet, counts: &Counts<'_>) -> String {
    format!(
        "NARROWER, RELATED and NONE have no equivalent that may be substituted\n\
         ONE WAY counts the cases that do not translate back to themselves\n\
         RELAYED and CLASS count what a client hears: a failure of the service, or no code\n\
         of {} meanings, {} are used by one catalog and {} by none\n",
        set.meanings.len(),
        counts.used_once.len(),
        counts.unused.len(),
    )
}

/// Names what the table and the summary count.
fn lists(counts: &Counts<'_>) -> String {
    let mut text = String::new();
    for pair in &counts.pairs {
        let lines = align(pair.one_way.iter().map(one_way).collect());
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
