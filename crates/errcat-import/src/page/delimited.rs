//! Cells with commas, semicolons or tabs between them.

use super::{Page, Table, TableRow};

/// What parts the cells, if every one of the first lines has it.
pub(super) fn delimiter(text: &str) -> Option<u8> {
    const LOOKED_AT: usize = 20;
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let is_everywhere = |delimiter: char| lines.iter().all(|line| line.contains(delimiter));
    let found = ['\t', ';', ','].into_iter().find(|delimiter| is_everywhere(*delimiter));
    found.filter(|_| lines.len() > 1).and_then(|delimiter| u8::try_from(delimiter).ok())
}

pub(super) fn parse(text: &str) -> Page {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    // The text is UTF-8 and lines may have any length, so every record can be read.
    for record in reader.records().map_while(Result::ok) {
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(|cell| cell.trim().to_owned()).collect();
        rows.push(TableRow { line: usize::try_from(line).unwrap_or(usize::MAX), cells });
    }
    let mut page = Page::default();
    page.table(Table { rows, ..Table::new(1) });
    page
}
