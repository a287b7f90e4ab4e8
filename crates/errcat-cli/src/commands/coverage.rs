//! `errcat coverage`

use std::fmt::Write as _;

use errcat_model::CatalogSet;
use errcat_model::render::printable;
use errcat_model::translate::{Coverage as Counts, OneWay, PairCoverage, Translator};

use crate::cli::{Coverage, Format};
use crate::input::Input;
use crate::output::{self, Done, Failure, Out};

pub(crate) fn run(arguments: &Coverage, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let counts = Counts::new(&Translator::new(&set)?);
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

const HEADING: [&str; 9] =
    ["FROM", "INTO", "CASES", "EXACT", "CLOSE", "WIDER", "NARROWER", "NONE", "ONE WAY"];

/// A line for each pair: names to the left, numbers to the right.
fn table(counts: &Counts<'_>) -> String {
    let mut rows = vec![HEADING.map(str::to_owned)];
    rows.extend(counts.pairs.iter().map(row));
    let mut widths = [0; HEADING.len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if column < 2 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn row(pair: &PairCoverage<'_>) -> [String; HEADING.len()] {
    let PairCoverage { cases, exact, close, wider, narrower, none, .. } = *pair;
    let numbers = [cases, exact, close, wider, narrower, none, pair.one_way.len()];
    let [cases, exact, close, wider, narrower, none, one_way] =
        numbers.map(|number| number.to_string());
    let (from, into) = (pair.from.to_owned(), pair.into.to_owned());
    [from, into, cases, exact, close, wider, narrower, none, one_way]
}

fn summary(set: &CatalogSet, counts: &Counts<'_>) -> String {
    format!(
        "one way: what comes back from there as something else, or not at all\n\
         of {} meanings, {} are used by one catalog and {} by none\n",
        set.meanings.len(),
        counts.used_once.len(),
        counts.unused.len(),
    )
}

/// What the numbers count, by name.
fn lists(counts: &Counts<'_>) -> String {
    let mut text = String::new();
    for pair in counts.pairs.iter().filter(|pair| !pair.one_way.is_empty()) {
        let _ = writeln!(text, "\none way from {} into {}:", pair.from, pair.into);
        text += &output::align(pair.one_way.iter().map(one_way).collect());
    }
    let used_once =
        counts.used_once.iter().map(|used| format!("{} ({})", used.meaning, used.catalog));
    let unused = counts.unused.iter().map(|meaning| (*meaning).to_owned());
    text += &list("meanings that one catalog uses", used_once);
    text += &list("meanings that no catalog uses", unused);
    text
}

fn one_way(case: &OneWay<'_>) -> [String; 3] {
    let back = case.back.map_or_else(|| "none".to_owned(), |back| back.to_string());
    [format!("  {}", case.from), format!("-> {}", case.to), format!("-> {back}")]
}

fn list(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.flat_map(|line| ["  ".to_owned(), line, "\n".to_owned()]).collect();
    if lines.is_empty() { String::new() } else { format!("\n{title}:\n{lines}") }
}
