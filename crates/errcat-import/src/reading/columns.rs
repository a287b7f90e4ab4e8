//! Decides the kind of each column: by its head first, and by its cells if the head says nothing.

use std::str::FromStr;

use super::cells::{grpc, http_status};
use super::heads::{Column, by_head, is_member_head, normalized};
use crate::page::{Origin, Table, TableRow, is_code_cell};

/// The kind that the user chooses for a column: `code=1`, `message=Error text`, `none=Notes`.
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
    /// The kind; `None` leaves the column out.
    pub column: Option<Column>,
    /// The number of the column, from 1, or its head.
    pub selector: String,
}

/// The text is not a [`ColumnChoice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "write KIND=COLUMN, where KIND is one of {} and none, and COLUMN is a number from 1 or a head",
    Column::WORDS.join(", ")
)]
pub struct BadColumnChoice;

impl FromStr for ColumnChoice {
    type Err = BadColumnChoice;

    fn from_str(text: &str) -> Result<Self, BadColumnChoice> {
        let (kind, selector) = text.split_once('=').ok_or(BadColumnChoice)?;
        let selector = selector.trim().to_owned();
        let column = match kind.trim() {
            "none" => None,
            kind => Some(kind.parse().map_err(|_| BadColumnChoice)?),
        };
        let is_column = !selector.is_empty() && selector != "0";
        is_column.then_some(Self { column, selector }).ok_or(BadColumnChoice)
    }
}

impl ColumnChoice {
    /// Returns the index of the chosen column, if the table has it.
    pub(crate) fn index(&self, table: &Table) -> Option<usize> {
        if let Ok(number) = self.selector.parse::<usize>() {
            return number.checked_sub(1).filter(|index| *index < table.width());
        }
        let wanted = normalized(&self.selector);
        table.header.iter().position(|head| normalized(head) == wanted)
    }
}

/// Makes the first row the header of a table, if it is one, and takes out its repetitions.
pub(super) fn settle_header(table: &mut Table, choices: &[ColumnChoice]) {
    let Some((first, others)) = table.rows.split_first() else { return };
    if table.origin != Origin::Table || !table.header.is_empty() || others.is_empty() {
        return;
    }
    let is_known = |cell: &&String| {
        let head = normalized(cell);
        let mut chosen = choices.iter().map(|choice| normalized(&choice.selector));
        !head.is_empty() && (!by_head(&head).is_empty() || chosen.any(|chosen| chosen == head))
    };
    let has_code = |row: &TableRow| row.cells.iter().any(|cell| is_code_cell(cell));
    let known = first.cells.iter().filter(is_known).count();
    let coded = others.iter().filter(|row| has_code(row)).count();
    if known * 2 > first.cells.len() || !has_code(first) && coded * 2 > others.len() {
        table.header = table.rows.remove(0).cells;
        table.rows.retain(|row| row.cells != table.header);
    }
}

/// Guesses the kinds of the columns of a table.
pub(super) fn guess(table: &Table, choices: &[ColumnChoice]) -> Vec<Option<Column>> {
    if table.origin == Origin::List {
        return vec![Some(Column::Code), Some(Column::Message)];
    }
    let mut guess = Guess { table, columns: vec![Slot::Free; table.width()] };
    for choice in choices {
        if let Some(slot) = choice.index(table).and_then(|index| guess.columns.get_mut(index)) {
            *slot = Slot::Taken(choice.column);
        }
    }
    guess.by_heads();
    guess.code_and_status();
    guess.message();
    let kind = |slot| if let Slot::Taken(column) = slot { column } else { None };
    guess.columns.into_iter().map(kind).collect()
}

/// A column, and its kind if that is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Free,
    Taken(Option<Column>),
}

struct Guess<'a> {
    table: &'a Table,
    columns: Vec<Slot>,
}

impl Guess<'_> {
    fn has(&self, column: Column) -> bool {
        self.columns.contains(&Slot::Taken(Some(column)))
    }

    /// Gives the first free column of which something holds a kind.
    fn set_first(&mut self, column: Column, holds: impl Fn(&Self, usize) -> bool) {
        let is_free = |index: &usize| self.columns.get(*index) == Some(&Slot::Free);
        let found = (0..self.columns.len()).filter(is_free).find(|index| holds(self, *index));
        if let Some(slot) = found.and_then(|index| self.columns.get_mut(index)) {
            *slot = Slot::Taken(Some(column));
        }
    }

    fn by_heads(&mut self) {
        for (index, head) in self.table.header.iter().enumerate() {
            let candidates = by_head(&normalized(head));
            let fits = |column: &&Column| !self.has(**column) && self.fits(index, **column);
            if let Some(column) = candidates.iter().find(fits).copied() {
                self.set_first(column, |_, free| free == index);
            }
        }
    }

    /// Returns whether the cells of a column do not contradict its head.
    fn fits(&self, index: usize, column: Column) -> bool {
        match column {
            Column::Http => self.mostly(index, 50, is_status),
            Column::Grpc => self.mostly(index, 50, |cell| grpc(cell).is_some()),
            Column::Name => self.mostly(index, 80, |cell| !cell.contains(' ')),
            Column::Code => self.mostly(index, 80, |cell| cell.chars().count() <= 80),
            _ => true,
        }
    }

    /// Returns whether something holds of more than a percentage of the cells that are not empty.
    fn mostly(&self, index: usize, percent: usize, holds: impl Fn(&str) -> bool) -> bool {
        let cells = self.table.rows.iter().filter_map(|row| row.cells.get(index));
        let (mut all, mut held) = (0, 0);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            all += 1;
            held += usize::from(holds(cell));
        }
        held * 100 > all * percent
    }

    fn code_and_status(&mut self) {
        let is_of_members = self.table.header.first().is_some_and(|head| is_member_head(head));
        if !self.has(Column::Code) && !is_of_members {
            let has_http = self.has(Column::Http);
            self.set_first(Column::Code, |guess, index| {
                guess.mostly(index, 80, is_code_cell)
                    && (has_http || !guess.mostly(index, 99, is_status))
            });
        }
        let is_headless = self.table.header.is_empty();
        if self.has(Column::Code) && !self.has(Column::Http) && is_headless {
            self.set_first(Column::Http, |guess, index| guess.mostly(index, 99, is_status));
        }
    }

    fn message(&mut self) {
        if self.has(Column::Message) {
            return;
        }
        let description = Slot::Taken(Some(Column::Description));
        if let Some(slot) = self.columns.iter_mut().find(|slot| **slot == description) {
            *slot = Slot::Taken(Some(Column::Message));
        } else if self.has(Column::Code) {
            self.set_first(Column::Message, |guess, index| {
                guess.mostly(index, 50, |cell| cell.contains(' '))
            });
            // Without heads, single words are texts too.
            if !self.has(Column::Message) && self.table.header.is_empty() {
                self.set_first(Column::Message, |guess, index| {
                    guess.mostly(index, 50, |cell| !is_code_cell(cell))
                });
            }
        }
    }
}

fn is_status(cell: &str) -> bool {
    http_status(cell).is_some()
}
