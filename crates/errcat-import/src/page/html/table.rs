//! Tables of HTML: cells that span rows and columns, and ends that nobody wrote.

use html5gum::emitters::default::StartTag;

use super::super::{Table, TableRow};

/// More columns than this are a mistake or an attack.
const MOST_COLUMNS: usize = 64;
/// A cell that spans more rows than this does not.
const MOST_SPANNED_ROWS: usize = 1_000;

/// The rows under a heading within a table.
pub(super) struct Part {
    pub(super) heading: Option<(usize, String)>,
    pub(super) table: Table,
}

/// A table in the making.
#[derive(Default)]
pub(super) struct Builder {
    line: usize,
    /// How many tables are open, this one among them.
    pub(super) depth: usize,
    header: Vec<String>,
    rows: Vec<TableRow>,
    /// What ended at a row of one cell across all columns, which is a heading.
    parts: Vec<Part>,
    heading: Option<(usize, String)>,
    row: Vec<String>,
    pub(super) line_of_row: usize,
    /// Whether the row has cells, and whether all of them are of a header.
    cells: usize,
    header_cells: usize,
    /// How many columns and rows the open cell spans.
    columns: usize,
    down: usize,
    /// Cells of rows above that span this column still.
    spans: Vec<(usize, String)>,
}

impl Builder {
    pub(super) fn new(line: usize) -> Self {
        Self { line, depth: 1, ..Self::default() }
    }

    pub(super) fn open_cell(&mut self, tag: &StartTag<usize>, line: usize) {
        let span = |name: &[u8], most: usize| {
            let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
            value.and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, most)
        };
        self.columns = span(b"colspan", MOST_COLUMNS);
        self.down = span(b"rowspan", MOST_SPANNED_ROWS);
        self.cells += 1;
        self.header_cells += usize::from(*tag.name == b"th");
        if self.line_of_row == 0 {
            self.line_of_row = line;
        }
        self.take_spanned();
    }

    /// Fills the columns that cells of rows above reach into.
    fn take_spanned(&mut self) {
        while let Some((down, text)) = self.spans.get_mut(self.row.len()).filter(|span| span.0 > 0)
        {
            *down -= 1;
            let text = text.clone();
            self.row.push(text);
        }
    }

    pub(super) fn end_cell(&mut self, text: &str) {
        for _ in 0..self.columns {
            if self.row.len() >= MOST_COLUMNS {
                return;
            }
            if self.down > 1 {
                let column = self.row.len();
                self.spans.resize(self.spans.len().max(column + 1), (0, String::new()));
                if let Some(span) = self.spans.get_mut(column) {
                    *span = (self.down - 1, text.to_owned());
                }
            }
            self.row.push(text.to_owned());
        }
    }

    pub(super) fn end_row(&mut self) {
        if self.cells == 0 {
            return;
        }
        self.take_spanned();
        let cells = std::mem::take(&mut self.row);
        if self.cells == 1 && self.columns > 1 && self.columns == cells.len() {
            self.end_part();
            self.heading = cells.into_iter().next().map(|text| (self.line_of_row, text));
            (self.cells, self.header_cells, self.line_of_row) = (0, 0, 0);
            return;
        }
        let all_of_header = self.cells == self.header_cells;
        if self.header.is_empty() && self.rows.is_empty() && all_of_header {
            self.header = cells;
        } else {
            self.rows.push(TableRow { line: self.line_of_row, cells });
        }
        (self.cells, self.header_cells, self.line_of_row) = (0, 0, 0);
    }

    pub(super) fn finish(mut self) -> Vec<Part> {
        self.end_row();
        self.end_part();
        self.parts
    }

    fn end_part(&mut self) {
        let heading = self.heading.take();
        let rows = std::mem::take(&mut self.rows);
        let line = heading.as_ref().map_or(self.line, |(line, _)| *line);
        let table = Table { header: self.header.clone(), rows, ..Table::new(line) };
        self.parts.push(Part { heading, table });
    }
}
