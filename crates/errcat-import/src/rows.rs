//! From the tables of a page to rows of codes, each under its heading.

use errcat::GrpcCode;

use crate::columns::{self, Column, normalized};
use crate::error::ImportError;
use crate::page::{Content, Origin, Page, PageLink, Table, TableRow, is_code};
use crate::{Note, Options, cells};

/// What a page says, row by row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    pub(crate) title: Option<String>,
    pub(crate) sections: Vec<Section>,
    pub(crate) statuses: Vec<Status>,
    pub(crate) tables: Vec<Seen>,
    pub(crate) notes: Vec<Note>,
}

/// The rows under one heading.
#[derive(Debug, Clone, Default)]
pub(crate) struct Section {
    pub(crate) heading: Option<String>,
    pub(crate) line: usize,
    /// The endpoint that the heading names, where the page links it or it is a route.
    pub(crate) operation: Option<PageLink>,
    pub(crate) rows: Vec<Row>,
}

/// One code in one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) code: String,
    pub(crate) symbol: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) http: Option<u16>,
    pub(crate) grpc: Option<GrpcCode>,
    pub(crate) operations: Vec<String>,
    pub(crate) parameters: Vec<String>,
}

/// A row of a table of HTTP statuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) http: u16,
    pub(crate) title: Option<String>,
}

/// A table and what was made of it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) heading: Option<String>,
    pub(crate) table: Table,
    pub(crate) columns: Vec<Option<Column>>,
    pub(crate) use_: Use,
}

/// What a table is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Use {
    /// It lists codes.
    Codes,
    /// It says what HTTP statuses mean.
    Statuses,
    /// It has no column of codes.
    None,
}

/// Reads all tables of a page.
pub(crate) fn read(page: Page, options: &Options) -> Result<Reading, ImportError> {
    let mut walker = Walker::new(options);
    walker.reading.title = page.title;
    for block in page.blocks {
        match block.content {
            Content::Heading(text) => walker.heading(block.line, text),
            Content::Paragraph { links } => walker.links.extend(links),
            Content::Table(table) => walker.table(table),
        }
    }
    let mut reading = walker.reading;
    for choice in &options.columns {
        if reading.tables.iter().all(|seen| choice.index(&seen.table).is_none()) {
            return Err(ImportError::unknown_column(&choice.selector, &reading));
        }
    }
    if reading.sections.iter().all(|section| section.rows.is_empty()) && reading.statuses.is_empty()
    {
        return Err(ImportError::no_codes(&reading));
    }
    leave_out_strays(&mut reading);
    reading.sections.retain(|section| !section.rows.is_empty());
    Ok(reading)
}

struct Walker<'a> {
    options: &'a Options,
    reading: Reading,
    heading: Option<(usize, String)>,
    /// The links between the heading and its first table.
    links: Vec<PageLink>,
}

impl<'a> Walker<'a> {
    fn new(options: &'a Options) -> Self {
        Self { options, reading: Reading::default(), heading: None, links: Vec::new() }
    }

    fn heading(&mut self, line: usize, text: String) {
        self.heading = Some((line, text));
        self.links.clear();
        self.reading.sections.push(Section::default());
    }

    fn table(&mut self, mut table: Table) {
        columns::settle_header(&mut table, &self.options.columns);
        let wanted = &self.options.tables;
        let columns = if wanted.is_empty() || wanted.contains(&table.line) {
            columns::guess(&table, &self.options.columns)
        } else {
            vec![None; table.width()]
        };
        let has = |column| columns.contains(&Some(column));
        let use_ = if has(Column::Code) {
            self.codes(&table, &columns);
            Use::Codes
        } else if has(Column::Http) {
            self.statuses(&table, &columns);
            Use::Statuses
        } else {
            Use::None
        };
        // What the columns of other tables are means nothing.
        let columns = if use_ == Use::None { vec![None; columns.len()] } else { columns };
        let heading = self.heading.as_ref().map(|(_, text)| text.clone());
        self.reading.tables.push(Seen { heading, table, columns, use_ });
    }

    fn codes(&mut self, table: &Table, columns: &[Option<Column>]) {
        if table.origin == Origin::Borderless {
            self.note(table.line, "this table lost its borders; compare its rows with the page");
        }
        for line in &table.left_out {
            self.note(*line, "this item begins with no code and is left out");
        }
        let operation = self.heading.as_ref().and_then(|(_, text)| operation(text, &self.links));
        let mut rows = Vec::new();
        let mut above: Option<String> = None;
        for row in &table.rows {
            let cells = Cells { row, columns };
            let code = cells.get(Column::Code).and_then(cells::unmarked);
            if cells.is_heading() {
                self.note(row.line, "this row is a heading within the table and is left out");
                continue;
            }
            // A cell that is empty goes on with the code above, if there is a text for it.
            let goes_on = cells.get(Column::Message).and(above.clone());
            if let (None, Some(code)) = (&code, &goes_on) {
                self.note(
                    row.line,
                    &format!("this row has no code, and is another text of `{code}`"),
                );
            }
            let Some(code) = code.or(goes_on) else {
                self.note(row.line, "this row has no code and is left out");
                continue;
            };
            rows.extend(several(&code).into_iter().map(|code| cells.row(code)));
            above = Some(code);
        }
        if self.reading.sections.is_empty() {
            self.reading.sections.push(Section::default());
        }
        let Some(section) = self.reading.sections.last_mut() else { return };
        if section.rows.is_empty() {
            section.heading = self.heading.as_ref().map(|(_, text)| text.clone());
            section.line = self.heading.as_ref().map_or(table.line, |(line, _)| *line);
            section.operation = operation;
        }
        section.rows.append(&mut rows);
    }

    fn statuses(&mut self, table: &Table, columns: &[Option<Column>]) {
        for row in &table.rows {
            let cells = Cells { row, columns };
            let Some(cell) = cells.get(Column::Http) else { continue };
            let Some(http) = cells::http_status(cell) else { continue };
            let title = cells.get(Column::Name).map(str::to_owned);
            let status = Status { http, title: title.or_else(|| cells::status_title(cell)) };
            if !self.reading.statuses.iter().any(|known| known.http == http) {
                self.reading.statuses.push(status);
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
    /// Whether the row has nothing but its first cell, which is no code.
    fn is_heading(&self) -> bool {
        let Some((first, others)) = self.row.cells.split_first() else { return false };
        let is_alone = others.len() > 1 && others.iter().all(String::is_empty);
        is_alone && !first.is_empty() && !columns::is_code_cell(first)
    }

    fn get(&self, column: Column) -> Option<&str> {
        let index = self.columns.iter().position(|found| *found == Some(column))?;
        cells::text(self.row.cells.get(index)?)
    }

    fn row(&self, code: String) -> Row {
        let http = self.get(Column::Http);
        let grpc = self.get(Column::Grpc).or(http);
        let words = |column| self.get(column).map(cells::words).unwrap_or_default();
        let (code, named) = with_symbol(code);
        Row {
            line: self.row.line,
            code,
            symbol: self.get(Column::Name).and_then(cells::unmarked).or(named),
            message: self.get(Column::Message).map(str::to_owned),
            http: http.and_then(cells::http_status),
            grpc: grpc.and_then(cells::grpc),
            operations: words(Column::Operation),
            parameters: words(Column::Parameters),
        }
    }
}

/// A code and the name that stands behind it in its cell: `4001 (NOT_FOUND)`.
fn with_symbol(cell: String) -> (String, Option<String>) {
    let parts = cell.strip_suffix(')').and_then(|cell| cell.split_once('('));
    match parts.map(|(code, symbol)| (code.trim(), symbol.trim())) {
        Some((code, symbol)) if is_code(code) && columns::is_code_cell(symbol) => {
            (code.to_owned(), Some(symbol.to_owned()))
        }
        _ => (cell, None),
    }
}

/// The codes of a cell that lists several.
fn several(cell: &str) -> Vec<String> {
    let pieces: Vec<&str> = cell.split([',', '/']).map(str::trim).collect();
    if pieces.len() > 1 && pieces.iter().all(|piece| is_code(piece)) {
        return pieces.into_iter().map(str::to_owned).collect();
    }
    vec![cell.to_owned()]
}

/// The endpoint that a heading names: one that is linked below it, or a route.
fn operation(heading: &str, links: &[PageLink]) -> Option<PageLink> {
    const METHODS: &[&str] = &["GET ", "POST ", "PUT ", "PATCH ", "DELETE "];
    let name = without_errors(heading);
    let linked = links.iter().find(|link| normalized(&link.text) == normalized(name));
    let is_route = METHODS.iter().any(|method| name.starts_with(method));
    let route = is_route.then(|| PageLink { text: name.to_owned(), url: String::new() });
    linked.cloned().or(route)
}

/// A heading without the words that all such headings have: `Create Domain Errors`.
pub(crate) fn without_errors(heading: &str) -> &str {
    const ENDS: &[&str] = &[": errors", " errors", " error codes", " error messages"];
    let small = heading.to_ascii_lowercase();
    let end = ENDS.iter().filter(|end| small.ends_with(**end)).map(|end| end.len()).max();
    heading.get(..heading.len() - end.unwrap_or_default()).unwrap_or(heading).trim()
}

/// Where nearly all codes are numbers, what is none is a heading or a remark within a table.
fn leave_out_strays(reading: &mut Reading) {
    let rows = || reading.sections.iter().flat_map(|section| &section.rows);
    let is_kept = |code: &str| code.parse::<i64>().is_ok();
    let numbers = rows().filter(|row| is_kept(&row.code)).count();
    let all = rows().count();
    if numbers * 5 < all * 4 {
        return;
    }
    let Reading { sections, notes, .. } = reading;
    for section in sections {
        section.rows.retain(|row| {
            let kept = is_kept(&row.code);
            if !kept {
                let text =
                    format!("`{}` is no number as the other codes are, and left out", row.code);
                notes.push(Note { line: row.line, text });
            }
            kept
        });
    }
}

/// Whether a code is a whole number as catalogs write them.
pub(crate) fn is_number(code: &str) -> bool {
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = code.len() > 1 && code.starts_with('0');
    digits && !leading_zero && code.parse::<u32>().is_ok()
}
