//! The tables of a page, for a person or a program to check before a catalog is written.

use errcat::rt::words;

use super::Column;
use crate::page::{Origin, Table};

/// A table of the page.
#[derive(Debug, Clone, serde::Serialize)]
#[non_exhaustive]
pub struct TablePreview {
    /// The line that it begins in.
    pub line: usize,
    /// The heading above it.
    pub heading: Option<String>,
    /// The form that it has on the page.
    pub origin: Origin,
    /// The use that is made of it.
    #[serde(rename = "use")]
    pub use_: Use,
    /// The columns.
    pub columns: Vec<ColumnPreview>,
    /// The number of rows.
    pub rows: usize,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, serde::Serialize)]
#[non_exhaustive]
pub struct ColumnPreview {
    /// The number, from 1.
    pub number: usize,
    /// The head, if the table has heads.
    pub head: Option<String>,
    /// The kind, unless the column is left out.
    pub kind: Option<Column>,
}

words! {
    /// The use that is made of a table.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Use {
        /// It lists codes.
        Codes = "codes",
        /// It explains HTTP statuses.
        Statuses = "statuses",
        /// It has no column of codes.
        None = "none",
    }
}

impl TablePreview {
    pub(super) fn new(
        heading: Option<String>,
        table: &Table,
        kinds: &[Option<Column>],
        use_: Use,
    ) -> Self {
        const MAX_SAMPLE: usize = 3;
        let columns = kinds.iter().enumerate().map(|(index, kind)| ColumnPreview {
            number: index + 1,
            head: table.header.get(index).cloned(),
            // The kinds of the columns of other tables mean nothing.
            kind: kind.filter(|_| use_ != Use::None),
        });
        Self {
            line: table.line,
            heading,
            origin: table.origin,
            use_,
            columns: columns.collect(),
            rows: table.rows.len(),
            sample: table.rows.iter().take(MAX_SAMPLE).map(|row| row.cells.clone()).collect(),
        }
    }

    /// Returns the heads of the columns, or the first row if there are none.
    pub(super) fn heads(&self) -> Vec<&String> {
        let heads: Vec<&String> =
            self.columns.iter().filter_map(|column| column.head.as_ref()).collect();
        if heads.is_empty() { self.sample.iter().take(1).flatten().collect() } else { heads }
    }
}
