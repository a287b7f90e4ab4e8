//! Cells separated by commas, semicolons or tabs.

use super::{Page, Table, TableRow};

/// Returns the delimiter between the cells, if each of the first lines contains it.
pub(super) fn delimiter(text: &str) -> Option<u8> {
    const LOOKED_AT: usize = 20;
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT);
    let is_in_all = |byte: &u8| lines().all(|line| line.as_bytes().contains(byte));
    [b'\t', b';', b','].into_iter().find(is_in_all).filter(|_| lines().count() > 1)
}

/// Takes a spreadsheet apart.
pub(super) fn parse(text: &str) -> Page {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter(text).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut table = Table::new(1);
    // The text is UTF-8 and lines may have any length, so every record can be read.
    for record in reader.records().map_while(Result::ok) {
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(str::to_owned).collect();
        table.rows.push(TableRow { line: usize::try_from(line).unwrap_or(usize::MAX), cells });
    }
    let mut page = Page::default();
    page.table(table);
    page
}
