//! Takes the text of a page in any format, and returns its headings, links and tables.

mod delimited;
mod format;
mod glued;
mod html;
mod inline;
mod list;
mod markdown;
mod text;

use errcat::rt::words;

pub use format::Format;
pub(crate) use list::is_code_cell;

/// A page, taken apart into blocks.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) title: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug)]
pub(crate) enum Block {
    Heading(String),
    /// The links of a paragraph.
    Links(Vec<PageLink>),
    Table(Table),
}

/// A link in a paragraph, or a name that the page does not link.
#[derive(Debug, Clone, serde::Serialize)]
#[non_exhaustive]
pub struct PageLink {
    /// The text.
    pub text: String,
    /// The address, if there is a link.
    pub url: Option<String>,
}

words! {
    /// The form that a table has on the page.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Origin {
        /// A table.
        Table = "table",
        /// A list whose items begin with a code.
        List = "list",
        /// A table that lost its borders when it was copied; the ends of its cells are guessed.
        Borderless = "borderless",
    }
}

/// Rows of cells; also a list of codes.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The line that it begins in, from 1.
    pub(crate) line: usize,
    pub(crate) origin: Origin,
    /// Empty if the table has none.
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<TableRow>,
    /// The lines of list items without a code.
    pub(crate) left_out: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct TableRow {
    pub(crate) line: usize,
    /// Texts in which code has back-ticks around it, unless the whole cell is code.
    pub(crate) cells: Vec<String>,
}

impl Table {
    fn new(line: usize) -> Self {
        let (header, rows, left_out) = Default::default();
        Self { line, origin: Origin::Table, header, rows, left_out }
    }

    /// Returns the number of columns.
    pub(crate) fn width(&self) -> usize {
        let rows = self.rows.iter().map(|row| row.cells.len());
        rows.chain([self.header.len()]).max().unwrap_or_default()
    }
}

impl Page {
    /// Takes a text apart.
    pub(crate) fn new(text: &str, format: Format) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match format {
            Format::Markdown => markdown::parse(text),
            Format::Html => html::parse(text),
            Format::Csv => delimited::parse(text),
            Format::Text => text::parse(text),
        }
    }

    /// Returns whether there is anything to import.
    pub(crate) fn has_tables(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Table(_)))
    }

    /// Adds a heading; the first one is the title, unless the page has another.
    fn heading(&mut self, text: String) {
        self.title.get_or_insert_with(|| text.clone());
        self.blocks.push(Block::Heading(text));
    }

    fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

/// The ends of the lines of a text, to find the line of a byte.
struct Lines {
    ends: Vec<usize>,
    first: usize,
}

impl Lines {
    /// Finds the lines of a text whose first line has a number.
    fn new(text: &str, first: usize) -> Self {
        Self { ends: text.match_indices('\n').map(|(at, _)| at).collect(), first }
    }

    /// Returns the line of a byte.
    fn line(&self, byte: usize) -> usize {
        self.first + self.ends.partition_point(|end| *end < byte)
    }
}
