//! Why nothing can be made of a page.

use std::fmt::Write as _;

use crate::page::{Format, Table};
use crate::rows::Reading;

/// Why a page is no list of codes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// There is no text.
    #[error("the page is empty")]
    Empty,
    /// There is no table and no list of codes.
    #[error(
        "there is no table in {lines} lines of {format}; looked for {}",
        looked_for(*format)
    )]
    NoTable {
        /// What the page was read as.
        format: Format,
        /// How many lines it has.
        lines: usize,
    },
    /// There are tables, and none of them has a column of codes.
    #[error("no table of the page has a column of codes; say which one it is{tables}")]
    NoCodes {
        /// The tables with their lines and heads.
        tables: String,
    },
    /// No table has a column that was named.
    #[error("no table of the page has a column `{selector}`{tables}")]
    UnknownColumn {
        /// The column.
        selector: String,
        /// The tables with their lines and heads.
        tables: String,
    },
}

impl ImportError {
    pub(crate) fn no_codes(reading: &Reading) -> Self {
        Self::NoCodes { tables: tables(reading) }
    }

    pub(crate) fn unknown_column(selector: &str, reading: &Reading) -> Self {
        Self::UnknownColumn { selector: shorten(selector), tables: tables(reading) }
    }
}

fn looked_for(format: Format) -> &'static str {
    match format {
        Format::Markdown => {
            "tables with `|`, tables and lists of HTML, and lists whose items begin with a code"
        }
        Format::Html => "`<table>`, and lists whose items begin with a code",
        Format::Csv => "lines of cells with commas, semicolons or tabs between them",
        Format::Text => {
            "lines that begin with a bullet and a code, and rows below a line such as `CodeMessage`"
        }
    }
}

/// The tables of a page, a line each.
fn tables(reading: &Reading) -> String {
    const MOST: usize = 8;
    let mut text = String::new();
    for seen in reading.tables.iter().take(MOST) {
        let Table { line, header, rows, .. } = &seen.table;
        let first = rows.first().map(|row| &row.cells);
        let cells = if header.is_empty() { first.unwrap_or(header) } else { header };
        let cells: Vec<String> = cells.iter().map(|cell| format!("`{}`", shorten(cell))).collect();
        let _ = write!(text, "\n  line {line}: {}", cells.join(", "));
    }
    if reading.tables.len() > MOST {
        let _ = write!(text, "\n  and {} more", reading.tables.len() - MOST);
    }
    text
}

/// Enough of a text to recognize it by.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
