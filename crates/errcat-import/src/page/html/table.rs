//! Tables of HTML: cells that span rows and columns, and end tags that are left out.

use crate::page::{Table, TableRow};

/// More columns than this are a mistake or an attack.
const MAX_COLUMNS: usize = 64;
/// A cell spans at most this many rows.
const MAX_SPANNED_ROWS: usize = 1_000;

/// A table being built.
pub(super) struct Builder {
    table: Table,
    row: TableRow,
    /// Whether all cells of the row are header cells.
    is_header: bool,
    /// The number of columns and rows that the open cell spans.
    columns: usize,
    down: usize,
    /// For each column, how many more rows a cell above spans, and its text.
    spans: Vec<(usize, String)>,
}

impl Builder {
    pub(super) fn new(line: usize) -> Self {
        let row = TableRow { line, cells: Vec::new() };
        let (columns, down, spans) = Default::default();
        Self { table: Table::new(line), row, is_header: true, columns, down, spans }
    }

    pub(super) fn open_row(&mut self, line: usize) {
        self.end_row();
        self.row.line = line;
    }

    pub(super) fn open_cell(
        &mut self,
        is_header: bool,
        columns: Option<usize>,
        down: Option<usize>,
        line: usize,
    ) {
        self.columns = columns.unwrap_or(1).clamp(1, MAX_COLUMNS);
        self.down = down.unwrap_or(1).clamp(1, MAX_SPANNED_ROWS);
        self.is_header &= is_header;
        if self.row.line == 0 {
            self.row.line = line;
        }
        self.take_spanned();
    }

    /// Fills the columns that cells of the rows above span.
    fn take_spanned(&mut self) {
        while let Some((down, text)) = self.spans.get_mut(self.row.cells.len())
            && *down > 0
        {
            *down -= 1;
            self.row.cells.push(text.clone());
        }
    }

    pub(super) fn end_cell(&mut self, text: &str) {
        for _ in 0..self.columns {
            let column = self.row.cells.len();
            if column >= MAX_COLUMNS {
                return;
            }
            if self.down > 1 {
                self.spans.resize(self.spans.len().max(column + 1), (0, String::new()));
                if let Some(span) = self.spans.get_mut(column) {
                    *span = (self.down - 1, text.to_owned());
                }
            }
            self.row.cells.push(text.to_owned());
        }
    }

    fn end_row(&mut self) {
        if self.row.cells.is_empty() {
            return;
        }
        self.take_spanned();
        let row = std::mem::replace(&mut self.row, TableRow { line: 0, cells: Vec::new() });
        let Table { header, rows, .. } = &mut self.table;
        if header.is_empty() && rows.is_empty() && self.is_header {
            *header = row.cells;
        } else {
            rows.push(row);
        }
        self.is_header = true;
    }

    pub(super) fn finish(mut self) -> Table {
        self.end_row();
        self.table
    }
}
