//! Takes the tables of a page, and returns rows of codes, each under its heading.

mod cells;
mod columns;
mod heads;
mod tables;

use std::fmt::Write as _;

use errcat::GrpcCode;
use errcat_model::shorten;

use crate::error::ImportError;
use crate::page::{Block, Origin, Page, PageLink, Table, TableRow, is_code_cell};

pub use columns::{BadColumnChoice, ColumnChoice};
pub use heads::Column;
pub(crate) use heads::normalized;
pub use tables::{ColumnPreview, TablePreview, Use};

/// How many characters of a head are shown.
const MAX_SHOWN: usize = 40;

/// Something the author should check, and the line of the page that it is about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Note {
    /// The line, from 1.
    pub line: usize,
    /// The thing to check.
    pub text: String,
}

/// The content of a page, row by row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    pub(crate) title: Option<String>,
    pub(crate) sections: Vec<Section>,
    pub(crate) statuses: Vec<Status>,
    pub(crate) tables: Vec<TablePreview>,
    pub(crate) notes: Vec<Note>,
}

/// The rows under one heading.
#[derive(Debug, Clone, Default)]
pub(crate) struct Section {
    pub(crate) heading: Option<String>,
    /// The endpoint that the heading names, if the page links it or it is a route.
    pub(crate) operation: Option<PageLink>,
    pub(crate) rows: Vec<Row>,
}

/// One code in one row.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) code: String,
    pub(crate) symbol: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) http: Option<u16>,
    pub(crate) grpc: Option<GrpcCode>,
}

/// A row of a table of HTTP statuses.
#[derive(Debug, Clone, serde::Serialize)]
#[non_exhaustive]
pub struct Status {
    /// The status.
    pub http: u16,
    /// The name of the status.
    pub title: Option<String>,
}

/// Reads all tables of a page.
pub(crate) fn read(page: Page, choices: &[ColumnChoice]) -> Result<Reading, ImportError> {
    let (title, sections) = (page.title, vec![Section::default()]);
    let reading = Reading { title, sections, ..Reading::default() };
    let mut walker = Walker { reading, links: Vec::new(), unknown: choices.iter().collect() };
    for block in page.blocks {
        match block {
            Block::Heading(text) => walker.heading(text),
            Block::Links(links) => walker.links.extend(links),
            Block::Table(table) => walker.table(table, choices),
        }
    }
    let mut reading = walker.reading;
    if let Some(choice) = walker.unknown.first() {
        let selector = shorten(&choice.selector, MAX_SHOWN).into_owned();
        return Err(ImportError::UnknownColumn { selector, tables: reading.listed() });
    }
    reading.sections.retain(|section| !section.rows.is_empty());
    if reading.sections.is_empty() && reading.statuses.is_empty() {
        return Err(ImportError::NoCodes { tables: reading.listed() });
    }
    Ok(reading)
}

impl Reading {
    /// Lists the tables for an error, one per line: its line and heads.
    fn listed(&self) -> String {
        const MAX_LISTED: usize = 8;
        let mut text = String::new();
        for table in self.tables.iter().take(MAX_LISTED) {
            let heads = table.heads().into_iter();
            let heads = heads.map(|head| format!("`{}`", shorten(head, MAX_SHOWN)));
            let heads = heads.collect::<Vec<_>>().join(", ");
            let _ = write!(text, "\n  line {}: {heads}", table.line);
        }
        if self.tables.len() > MAX_LISTED {
            let _ = write!(text, "\n  and {} more", self.tables.len() - MAX_LISTED);
        }
        text
    }
}

struct Walker<'c> {
    reading: Reading,
    /// The links between the heading and its first table.
    links: Vec<PageLink>,
    /// The choices of columns that no table has had so far.
    unknown: Vec<&'c ColumnChoice>,
}

impl Walker<'_> {
    fn heading(&mut self, text: String) {
        self.links.clear();
        self.reading.sections.push(Section { heading: Some(text), ..Section::default() });
    }

    fn table(&mut self, mut table: Table, choices: &[ColumnChoice]) {
        columns::settle_header(&mut table, choices);
        self.unknown.retain(|choice| choice.index(&table).is_none());
        let columns = columns::guess(&table, choices);
        let use_ = if columns.contains(&Some(Column::Code)) {
            self.codes(&table, &columns);
            Use::Codes
        } else if columns.contains(&Some(Column::Http)) {
            self.statuses(&table, &columns);
            Use::Statuses
        } else {
            Use::None
        };
        let heading = self.reading.sections.last().and_then(|section| section.heading.clone());
        self.reading.tables.push(TablePreview::new(heading, &table, &columns, use_));
    }

    fn codes(&mut self, table: &Table, columns: &[Option<Column>]) {
        if table.origin == Origin::Borderless {
            self.note(table.line, "this table lost its borders; compare its rows with the page");
        }
        for line in &table.left_out {
            self.note(*line, "this item begins with no code and is left out");
        }
        let mut rows = Vec::new();
        let mut above: Option<String> = None;
        for row in &table.rows {
            let cells = Cells { row, columns };
            if cells.is_heading() {
                self.note(row.line, "this row is a heading within the table and is left out");
                continue;
            }
            let code = cells.get(Column::Code).and_then(cells::unmarked);
            // A text without a code belongs to the code above.
            let continued =
                above.take_if(|_| code.is_none() && cells.get(Column::Message).is_some());
            if let Some(code) = &continued {
                let text = format!("this row has no code, and is another text of `{code}`");
                self.note(row.line, &text);
            }
            let Some(code) = code.or(continued) else {
                self.note(row.line, "this row has no code and is left out");
                continue;
            };
            rows.push(cells.row(&code));
            above = Some(code);
        }
        let Some(section) = self.reading.sections.last_mut() else { return };
        if section.rows.is_empty() {
            let heading = section.heading.as_deref();
            section.operation = heading.and_then(|heading| operation(heading, &self.links));
        }
        section.rows.append(&mut rows);
    }

    fn statuses(&mut self, table: &Table, columns: &[Option<Column>]) {
        for row in &table.rows {
            let cells = Cells { row, columns };
            let Some(cell) = cells.get(Column::Http) else { continue };
            let Some(http) = cells::http_status(cell) else { continue };
            if !self.reading.statuses.iter().any(|known| known.http == http) {
                self.reading.statuses.push(Status { http, title: cells::status_title(cell) });
            }
        }
    }

    fn note(&mut self, line: usize, text: &str) {
        self.reading.notes.push(Note { line, text: text.to_owned() });
    }
}

/// A row with the kinds of its cells.
struct Cells<'a> {
    row: &'a TableRow,
    columns: &'a [Option<Column>],
}

impl Cells<'_> {
    /// Returns whether the row has only one text, in its first cell or across all cells, and no
    /// code.
    fn is_heading(&self) -> bool {
        let Some((first, others)) = self.row.cells.split_first() else { return false };
        let is_alone = others.len() > 1 && others.iter().all(String::is_empty);
        let is_across = !others.is_empty() && others.iter().all(|other| other == first);
        (is_alone || is_across) && !first.is_empty() && !is_code_cell(first)
    }

    fn get(&self, column: Column) -> Option<&str> {
        let index = self.columns.iter().position(|found| *found == Some(column))?;
        cells::text(self.row.cells.get(index)?)
    }

    fn row(&self, code: &str) -> Row {
        let http = self.get(Column::Http);
        let grpc = self.get(Column::Grpc).or(http);
        Row {
            line: self.row.line,
            code: code.to_owned(),
            symbol: self.get(Column::Name).and_then(cells::unmarked),
            message: self.get(Column::Message).map(str::to_owned),
            http: http.and_then(cells::http_status),
            grpc: grpc.and_then(cells::grpc),
        }
    }
}

/// Returns the endpoint that a heading names: one linked below it, or a route.
fn operation(heading: &str, links: &[PageLink]) -> Option<PageLink> {
    const METHODS: &[&str] = &["GET ", "POST ", "PUT ", "PATCH ", "DELETE "];
    let name = without_errors(heading);
    let linked = links.iter().find(|link| normalized(&link.text) == normalized(name));
    let is_route = METHODS.iter().any(|method| name.starts_with(method));
    let route = is_route.then(|| PageLink { text: name.to_owned(), url: None });
    linked.cloned().or(route)
}

/// Returns a heading without the words that all such headings share: `Create Domain Errors`.
pub(crate) fn without_errors(heading: &str) -> &str {
    const ENDS: &[&str] = &[": errors", " errors", " error codes", " error messages"];
    let small = heading.to_ascii_lowercase();
    let end = ENDS.iter().filter(|end| small.ends_with(**end)).map(|end| end.len()).max();
    heading.get(..heading.len() - end.unwrap_or_default()).unwrap_or(heading).trim()
}

/// Returns whether a code is a whole number as catalogs write them.
pub(crate) fn is_number(code: &str) -> bool {
    let has_leading_zero = code.len() > 1 && code.starts_with('0');
    code.bytes().all(|byte| byte.is_ascii_digit())
        && !has_leading_zero
        && code.parse::<u32>().is_ok()
}
