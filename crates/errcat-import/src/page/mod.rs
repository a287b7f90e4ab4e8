//! What a page holds, whatever it is written in: headings, paragraphs, tables.

mod delimited;
mod format;
mod glued;
mod html;
mod inline;
mod list;
mod markdown;
mod text;

pub use format::{Format, UnknownFormat};
pub(crate) use list::{is_camel, is_code};

/// A page, taken apart into blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) title: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a page and the line that it begins in, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) line: usize,
    pub(crate) content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    Heading(String),
    Paragraph { links: Vec<PageLink> },
    Table(Table),
}

/// A link in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageLink {
    pub(crate) text: String,
    pub(crate) url: String,
}

/// What a table was on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A table.
    Table,
    /// A list whose items begin with a code.
    List,
    /// A table that lost its borders when it was copied; where its cells end is guessed.
    Borderless,
}

/// Rows of cells; a list of codes is one too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) line: usize,
    pub(crate) origin: Origin,
    /// Empty where the table has none.
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<TableRow>,
    /// The lines of items without a code.
    pub(crate) left_out: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableRow {
    pub(crate) line: usize,
    /// Texts in which pieces of code stand in back-ticks, unless the cell holds nothing else.
    pub(crate) cells: Vec<String>,
}

impl Table {
    fn new(line: usize) -> Self {
        let (header, rows, left_out) = Default::default();
        Self { line, origin: Origin::Table, header, rows, left_out }
    }

    /// How many columns there are.
    pub(crate) fn width(&self) -> usize {
        let rows = self.rows.iter().map(|row| row.cells.len());
        rows.chain([self.header.len()]).max().unwrap_or_default()
    }

    /// The cells of a column.
    pub(crate) fn column(&self, index: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.cells.get(index).map_or("", String::as_str))
    }
}

impl Page {
    /// Takes a text apart.
    pub(crate) fn parse(text: &str, format: Format) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match format {
            Format::Markdown => markdown::parse(text),
            Format::Html => html::parse(text),
            Format::Csv => delimited::parse(text),
            Format::Text => text::parse(text),
        }
    }

    /// Whether there is anything to import.
    pub(crate) fn has_tables(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block.content, Content::Table(_)))
    }

    /// Notes a heading; the first one is the title, unless the page has said another.
    fn heading(&mut self, line: usize, text: String) {
        if text.is_empty() {
            return;
        }
        if self.title.is_none() {
            self.title = Some(text.clone());
        }
        self.blocks.push(Block { line, content: Content::Heading(text) });
    }

    fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block { line: table.line, content: Content::Table(table) });
        }
    }
}

/// Where the lines of a text begin, to tell the line of a byte.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect(),
        )
    }

    /// The line of a byte, from 1.
    fn line(&self, byte: usize) -> usize {
        self.0.partition_point(|end| *end < byte) + 1
    }
}
