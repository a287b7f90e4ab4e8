//! The reasons why a page cannot be imported.

use crate::page::Format;

/// The reason why a page cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// There is no text.
    #[error("the page is empty")]
    Empty,
    /// There is no table and no list of codes.
    #[error("there is no table in {lines} line{} of {format}; looked for {}", if *lines == 1 { "" } else { "s" }, format.looked_for())]
    NoTable {
        /// The format that the page was read in.
        format: Format,
        /// The number of lines of the page.
        lines: usize,
    },
    /// There are tables, but none has a column of codes.
    #[error("no table of the page has a column of codes; say which one it is{tables}")]
    NoCodes {
        /// The tables, each with its line and heads.
        tables: String,
    },
    /// No table has a column that was chosen.
    #[error("no table of the page has a column `{selector}`{tables}")]
    UnknownColumn {
        /// The column.
        selector: String,
        /// The tables, each with its line and heads.
        tables: String,
    },
}
