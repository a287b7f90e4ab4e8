//! What the columns of a table are: by their heads first, by their cells where a head says nothing.

mod heads;

use std::fmt;
use std::str::FromStr;

use crate::cells::{http_status, is_grpc};
use crate::page::{Origin, Table, TableRow, is_camel, is_code};

pub(crate) use heads::normalized;
use heads::{by_head, is_of_members};

/// What a column of a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Column {
    /// The identifier on the wire.
    Code,
    /// The provider's own symbolic name.
    Name,
    /// The provider's text.
    Message,
    /// What the provider says about the code; stands in for the message where there is none.
    Description,
    /// What the provider says to do; left for the author to say in own words.
    Guidance,
    /// The HTTP status, with the gRPC code where both stand in one cell.
    Http,
    /// The gRPC code.
    Grpc,
    /// The endpoint or command that answers with the code.
    Operation,
    /// The names of the parameters of the message.
    Parameters,
}

impl Column {
    /// All kinds of columns.
    pub const ALL: [Self; 9] = [
        Self::Code,
        Self::Name,
        Self::Message,
        Self::Description,
        Self::Guidance,
        Self::Http,
        Self::Grpc,
        Self::Operation,
        Self::Parameters,
    ];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Message => "message",
            Self::Description => "description",
            Self::Guidance => "guidance",
            Self::Http => "http",
            Self::Grpc => "grpc",
            Self::Operation => "operation",
            Self::Parameters => "parameters",
        }
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What somebody says that a column is: `code=1`, `message=Error text`, `none=Notes`.
///
/// # Examples
///
/// ```
/// use errcat_import::{Column, ColumnChoice};
///
/// let choice: ColumnChoice = "message=Error text".parse().unwrap();
/// assert_eq!(choice.column, Some(Column::Message));
/// assert_eq!(choice.selector, "Error text");
/// assert!("text=1".parse::<ColumnChoice>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnChoice {
    /// What it is; nothing for a column to leave out.
    pub column: Option<Column>,
    /// Its number from 1, or its head.
    pub selector: String,
}

/// A [`ColumnChoice`] is not written as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "write KIND=COLUMN, where KIND is one of code, name, message, description, guidance, http, grpc, operation, parameters and none, and COLUMN is a number from 1 or a head"
)]
pub struct BadColumnChoice;

impl FromStr for ColumnChoice {
    type Err = BadColumnChoice;

    fn from_str(text: &str) -> Result<Self, BadColumnChoice> {
        let (kind, selector) = text.split_once('=').ok_or(BadColumnChoice)?;
        let selector = selector.trim().to_owned();
        let column = match kind.trim() {
            "none" => None,
            kind => {
                let known = Column::ALL.into_iter().find(|column| column.as_str() == kind);
                Some(known.ok_or(BadColumnChoice)?)
            }
        };
        if selector.is_empty() || selector == "0" {
            return Err(BadColumnChoice);
        }
        Ok(Self { column, selector })
    }
}

impl ColumnChoice {
    /// The column of a table that is meant.
    pub(crate) fn index(&self, table: &Table) -> Option<usize> {
        if let Ok(number) = self.selector.parse::<usize>() {
            return number.checked_sub(1).filter(|index| *index < table.width());
        }
        let wanted = normalized(&self.selector);
        table.header.iter().position(|head| normalized(head) == wanted)
    }
}

/// Takes the first row for the head of a table where it is one.
pub(crate) fn settle_header(table: &mut Table, choices: &[ColumnChoice]) {
    let Some((first, others)) = table.rows.split_first() else { return };
    if table.origin != Origin::Table || !table.header.is_empty() || others.is_empty() {
        return;
    }
    let is_chosen = |head: &str| choices.iter().any(|choice| normalized(&choice.selector) == head);
    let knows = |cell: &String| {
        let head = normalized(cell);
        !head.is_empty() && (!by_head(&head).is_empty() || is_chosen(&head))
    };
    let has_code = |row: &TableRow| row.cells.iter().any(|cell| is_code_cell(cell));
    let heads = first.cells.iter().filter(|cell| knows(cell)).count();
    let coded = others.iter().filter(|row| has_code(row)).count();
    if heads * 2 > first.cells.len() || !has_code(first) && coded * 2 > others.len() {
        table.header = table.rows.remove(0).cells;
    }
}

/// What each column of a table is.
pub(crate) fn guess(table: &Table, choices: &[ColumnChoice]) -> Vec<Option<Column>> {
    let width = table.width();
    if table.origin == Origin::List {
        return vec![Some(Column::Code), Some(Column::Message)];
    }
    let chosen: Vec<(usize, Option<Column>)> =
        choices.iter().filter_map(|choice| Some((choice.index(table)?, choice.column))).collect();
    let mut columns = Guess { table, chosen, found: vec![None; width] };
    columns.by_heads();
    columns.by_cells();
    columns.found
}

struct Guess<'a> {
    table: &'a Table,
    chosen: Vec<(usize, Option<Column>)>,
    found: Vec<Option<Column>>,
}

impl Guess<'_> {
    fn has(&self, column: Column) -> bool {
        self.found.contains(&Some(column))
    }

    fn is_free(&self, index: usize) -> bool {
        let is_chosen = self.chosen.iter().any(|(chosen, _)| *chosen == index);
        !is_chosen && self.found.get(index) == Some(&None)
    }

    fn set(&mut self, index: usize, column: Option<Column>) {
        if let Some(found) = self.found.get_mut(index) {
            *found = column;
        }
    }

    fn by_heads(&mut self) {
        for (index, column) in self.chosen.clone() {
            self.set(index, column);
        }
        let heads: Vec<String> = self.table.header.iter().map(|head| normalized(head)).collect();
        for (index, head) in heads.iter().enumerate() {
            let candidates = by_head(head);
            let fits = |column: &&Column| !self.has(**column) && self.fits(index, **column);
            let column = candidates.iter().find(fits).copied();
            if self.is_free(index) {
                self.set(index, column);
            }
        }
    }

    /// Whether the cells of a column do not contradict what its head says.
    fn fits(&self, index: usize, column: Column) -> bool {
        match column {
            Column::Http => self.share(index, |cell| http_status(cell).is_some()) > 0.5,
            Column::Grpc => self.share(index, is_grpc) > 0.5,
            Column::Name => self.share(index, |cell| !cell.contains(' ')) > 0.8,
            Column::Code => self.share(index, |cell| cell.chars().count() <= 80) > 0.8,
            _ => true,
        }
    }

    /// The share of the cells with something in them of which something holds.
    #[allow(clippy::cast_precision_loss, reason = "a share of rows needs no more precision")]
    fn share(&self, index: usize, holds: impl Fn(&str) -> bool) -> f64 {
        let cells = self.table.column(index).filter(|cell| !cell.is_empty());
        let (mut all, mut held) = (0_usize, 0_usize);
        for cell in cells {
            all += 1;
            held += usize::from(holds(cell));
        }
        if all == 0 { 0.0 } else { held as f64 / all as f64 }
    }

    fn by_cells(&mut self) {
        let free = |guess: &Self| -> Vec<usize> {
            (0..guess.found.len()).filter(|index| guess.is_free(*index)).collect()
        };
        let describes = self.table.header.first().is_some_and(|head| is_of_members(head));
        if !self.has(Column::Code) && !describes {
            let is_status = |cell: &str| http_status(cell).is_some();
            let candidates = free(self).into_iter().filter(|index| {
                self.share(*index, is_code_cell) > 0.8
                    && (self.has(Column::Http) || self.share(*index, is_status) < 1.0)
            });
            if let Some(index) = candidates.min() {
                self.set(index, Some(Column::Code));
            }
        }
        if self.has(Column::Code) && !self.has(Column::Http) && self.table.header.is_empty() {
            let is_status = |cell: &str| http_status(cell).is_some();
            let index = free(self).into_iter().find(|index| self.share(*index, is_status) > 0.99);
            if let Some(index) = index {
                self.set(index, Some(Column::Http));
            }
        }
        if self.has(Column::Message) {
            return;
        }
        if let Some(index) = self.found.iter().position(|found| *found == Some(Column::Description))
            && !self.chosen.iter().any(|(chosen, _)| *chosen == index)
        {
            self.set(index, Some(Column::Message));
        } else if self.has(Column::Code) {
            // Single words are texts too, where no head says that they are something else.
            let has_words = |cell: &str| cell.contains(' ');
            let is_no_code = |cell: &str| !is_code_cell(cell);
            let by_words = free(self).into_iter().find(|index| self.share(*index, has_words) > 0.5);
            let headless = free(self).into_iter().filter(|_| self.table.header.is_empty());
            let index = by_words
                .or(headless.into_iter().find(|index| self.share(*index, is_no_code) > 0.5));
            if let Some(index) = index {
                self.set(index, Some(Column::Message));
            }
        }
    }
}

/// A cell that can be nothing but a code, or several.
pub(crate) fn is_code_cell(cell: &str) -> bool {
    let cell = cell.trim_matches('`');
    is_code(cell) || is_camel(cell)
}
