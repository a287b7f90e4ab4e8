//! Tables that lost their borders when they were copied: `E_7404NOT_THERENothing thereLook again`.

use super::{Origin, Table, TableRow};

/// The kind of a cell, which decides where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// Letters, then digits.
    Code,
    /// Three digits.
    Http,
    /// Capitals and underscores.
    Symbol,
    /// Ends where a capital follows a small letter.
    Text,
}

/// The known column heads for each kind; a head comes before any other that it begins with.
const HEADS: &[(Cell, &[&str])] = &[
    (Cell::Code, &["Error code", "Error Code", "Code"]),
    (Cell::Http, &["HTTP status", "HTTP Status", "HTTP", "Status code", "Status Code", "Status"]),
    (Cell::Symbol, &["Name", "Symbol"]),
    (Cell::Text, &["Error message", "Error Message", "Message", "Description", "Meaning"]),
    (Cell::Text, &["Details", "Cause", "Resolution", "Troubleshooting", "Solution", "Action"]),
];

/// Reads the lines as a table, if the first one consists of column heads.
pub(super) fn table(lines: &[(usize, &str)]) -> Option<Table> {
    let ((line, head), rows) = lines.split_first()?;
    let (cells, heads): (Vec<Cell>, Vec<&str>) = heads(head.trim())?.into_iter().unzip();
    if rows.is_empty() || cells.first() != Some(&Cell::Code) {
        return None;
    }
    let owned = |cells: Vec<&str>| cells.into_iter().map(str::to_owned).collect();
    let rows = rows.iter().map(|(line, text)| {
        let text = text.trim();
        TableRow { line: *line, cells: owned(split(text, &cells).unwrap_or_else(|| vec![text])) }
    });
    let rows = rows.collect();
    Some(Table { origin: Origin::Borderless, header: owned(heads), rows, ..Table::new(*line) })
}

fn heads(mut line: &str) -> Option<Vec<(Cell, &'static str)>> {
    let mut found = Vec::new();
    while !line.is_empty() {
        let mut known =
            HEADS.iter().flat_map(|(cell, heads)| heads.iter().map(|head| (*cell, *head)));
        let (head, rest) = known.find_map(|known| Some((known, line.strip_prefix(known.1)?)))?;
        found.push(head);
        line = rest;
    }
    (found.len() > 1).then_some(found)
}

/// Splits a line into its cells, if all of them are there.
fn split<'a>(mut line: &'a str, cells: &[Cell]) -> Option<Vec<&'a str>> {
    let mut found = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let next = cells.get(index + 1);
        let end = match (cell, next) {
            (_, None) => line.len(),
            (Cell::Code, _) => {
                let digits = line.find(|c: char| c.is_ascii_digit())?;
                let rest = line.get(digits..)?;
                let run = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                // The digits of a status that follows are not part of the code.
                let run = if next == Some(&Cell::Http) { run.checked_sub(3)? } else { run };
                Some(digits + run).filter(|end| *end > digits)?
            }
            (Cell::Http, _) => 3,
            (Cell::Symbol, _) => symbol_end(line)?,
            (Cell::Text, _) => text_end(line)?,
        };
        let (text, rest) = line.split_at_checked(end)?;
        let is_status = |text: &str| text.parse().is_ok_and(|http| (100..600).contains(&http));
        if *cell == Cell::Http && !is_status(text) {
            return None;
        }
        found.push(text.trim());
        line = rest;
    }
    Some(found)
}

/// Returns the end of a symbol: `NOT_FOUNDNothing` ends before the capital of the next word, and
/// `DNS_FAILEDDNS failed` before a word in capitals that the symbol already contains.
fn symbol_end(line: &str) -> Option<usize> {
    let run = line.find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))?;
    let (symbol, rest) = line.split_at_checked(run)?;
    if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        return run.checked_sub(1);
    }
    let (before, last) = symbol.rsplit_once('_')?;
    let repeated = before.split('_').filter(|word| last.len() > word.len() && last.ends_with(word));
    repeated.map(|word| run - word.len()).min()
}

/// Returns the end of a text: before a capital directly after a small letter, digit or period.
fn text_end(line: &str) -> Option<usize> {
    let ends = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '.' | ')' | '!');
    let mut pairs = line.chars().zip(line.char_indices().skip(1));
    pairs.find_map(|(before, (at, c))| (c.is_uppercase() && ends(before)).then_some(at))
}
