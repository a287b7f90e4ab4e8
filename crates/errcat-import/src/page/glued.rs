//! Tables that lost their borders when they were copied: `E_7404NOT_THERENothing thereLook again`.

use super::{Origin, Table, TableRow};

/// Heads of columns, longer ones before those that they begin with, and what their cells are.
const HEADS: &[(&str, Cell)] = &[
    ("Error code", Cell::Code),
    ("Error Code", Cell::Code),
    ("Error message", Cell::Text),
    ("Error Message", Cell::Text),
    ("HTTP status", Cell::Http),
    ("HTTP Status", Cell::Http),
    ("Status code", Cell::Http),
    ("Status Code", Cell::Http),
    ("Code", Cell::Code),
    ("HTTP", Cell::Http),
    ("Status", Cell::Http),
    ("Name", Cell::Symbol),
    ("Symbol", Cell::Symbol),
    ("Message", Cell::Text),
    ("Description", Cell::Text),
    ("Meaning", Cell::Text),
    ("Details", Cell::Text),
    ("Cause", Cell::Text),
    ("Resolution", Cell::Text),
    ("Troubleshooting", Cell::Text),
    ("Solution", Cell::Text),
    ("Action", Cell::Text),
];

/// What tells where a cell ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// Letters, then digits.
    Code,
    /// Three digits.
    Http,
    /// Capitals with underscores.
    Symbol,
    /// Ends where a capital follows a small letter.
    Text,
}

/// The lines as a table, if the first one is made of heads of columns and nothing else.
pub(super) fn table(lines: &[(usize, &str)]) -> Option<Table> {
    let ((line, head), rows) = lines.split_first()?;
    let heads = heads(head.trim())?;
    let cells: Vec<Cell> = heads.iter().map(|(_, cell)| *cell).collect();
    if rows.is_empty() || cells.first() != Some(&Cell::Code) {
        return None;
    }
    let rows = rows.iter().map(|(line, text)| {
        let text = text.trim();
        let cells = split(text, &cells).unwrap_or_else(|| vec![text]);
        TableRow { line: *line, cells: cells.into_iter().map(str::to_owned).collect() }
    });
    Some(Table {
        origin: Origin::Borderless,
        header: heads.iter().map(|(head, _)| (*head).to_owned()).collect(),
        rows: rows.collect(),
        ..Table::new(*line)
    })
}

fn heads(mut line: &str) -> Option<Vec<(&'static str, Cell)>> {
    const FEWEST: usize = 2;
    let mut found = Vec::new();
    while !line.is_empty() {
        let (head, rest) =
            HEADS.iter().find_map(|head| Some((*head, line.strip_prefix(head.0)?)))?;
        found.push(head);
        line = rest;
    }
    (found.len() >= FEWEST).then_some(found)
}

/// The cells of a line, if all of them are there.
fn split<'a>(mut line: &'a str, cells: &[Cell]) -> Option<Vec<&'a str>> {
    let mut found = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let next = cells.get(index + 1);
        let end = match (cell, next) {
            (_, None) => line.len(),
            (Cell::Code, _) => {
                let digits = line.find(|c: char| c.is_ascii_digit())?;
                let behind = digits + ascii_digits(line.get(digits..)?);
                let end = if next == Some(&Cell::Http) { behind.checked_sub(3)? } else { behind };
                Some(end).filter(|end| *end > digits)?
            }
            (Cell::Http, _) => 3,
            (Cell::Symbol, _) => symbol_end(line)?,
            (Cell::Text, _) => text_end(line)?,
        };
        let (text, rest) = line.split_at_checked(end)?;
        found.push(text.trim());
        line = rest;
    }
    let status = found.iter().zip(cells).find(|(_, cell)| **cell == Cell::Http);
    let is_status = |text: &str| text.parse().is_ok_and(|http: u16| (100..600).contains(&http));
    status.is_none_or(|(text, _)| is_status(text)).then_some(found)
}

fn ascii_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Where a symbol ends: `NOT_FOUNDNothing` before the capital of the next word, and
/// `DNS_FAILEDDNS failed` before a word in capitals that the symbol has already.
fn symbol_end(line: &str) -> Option<usize> {
    let is_of_symbol = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let run = line.find(|c| !is_of_symbol(c))?;
    let (symbol, rest) = line.split_at_checked(run)?;
    if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        return run.checked_sub(1);
    }
    let (before, last) = symbol.rsplit_once('_')?;
    let repeated = before.split('_').filter(|word| last.len() > word.len() && last.ends_with(word));
    repeated.map(|word| run - word.len()).min()
}

/// Where a text ends: before a capital that follows a small letter, digit or period at once.
fn text_end(line: &str) -> Option<usize> {
    let ends = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '.' | ')' | '!');
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        if c.is_uppercase() && ends(before) {
            return Some(at);
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_end_where_their_kind_ends() {
        let cells = [Cell::Code, Cell::Http, Cell::Symbol, Cell::Text, Cell::Text];
        for (line, expected) in [
            (
                "E_007404NOT_FOUNDNothing there yetLook again.",
                ["E_007", "404", "NOT_FOUND", "Nothing there yet", "Look again."],
            ),
            (
                "1008422DNS_SETUP_FAILEDDNS setup failedCheck DNS.",
                ["1008", "422", "DNS_SETUP_FAILED", "DNS setup failed", "Check DNS."],
            ),
        ] {
            assert_eq!(split(line, &cells).unwrap(), expected);
        }
        for line in ["", "E_", "E_007", "E_007404", "E_007404NOT_FOUND", "E_007999A_BNo wayTry"] {
            assert_eq!(split(line, &cells), None, "{line}");
        }
    }

    #[test]
    fn only_a_line_of_heads_begins_a_table() {
        assert_eq!(heads("CodeHTTPName").unwrap().len(), 3);
        assert_eq!(heads("Code"), None);
        assert_eq!(heads("CodeX"), None);
        assert_eq!(heads("Error codes"), None);
    }
}
