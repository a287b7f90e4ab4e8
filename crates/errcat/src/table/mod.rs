//! Generated tables and everything that reads them.
//!
//! `errcat-build` writes these values, and only it: the fields may change in any release. All
//! numbers are in arrays and all texts are in blobs, so that a row holds no pointer: none is relocated
//! when a program starts, however many there are, and pages that are not used are not read. The
//! arrays are statics, so that a program has each of them once.
#![allow(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "`slice::get` is not const; rows come from an enum as long as the tables"
)]

mod column;
mod hash;
mod macros;
mod number;
mod pair;
mod params;
mod template;
mod text;
mod wire;

pub use column::Column;
pub use hash::{Probe, hash};
pub use number::NumberIndex;
pub use pair::{Pair, Via, target_cases, target_codes, target_entry};
pub use params::{ParamEntry, Params};
pub use template::{Piece, TemplateParams, pieces};
pub use text::Texts;
pub use wire::{StringIndex, Wire};

use crate::{Actor, Anchor, Class, DocsUrl, GrpcCode, Guidance, HttpStatus, Outcome, Retry};

/// The texts of a row: name, message, cause, action.
pub const TEXTS_A_ROW: usize = 4;

/// All facts of one catalog.
///
/// A row holds the facts of a code: what its cases have in common, where it has several. A code
/// finds its row by its own number. The only case of a code shares its row; the cases of the others
/// have rows of their own behind those of the codes.
#[derive(Debug, Clone, Copy)]
pub struct Tables {
    /// The id of the catalog.
    pub id: &'static str,
    /// The address of the reference pages; empty where there are none.
    pub docs: &'static str,
    /// A number that changes with any code or case, and with their order.
    pub fingerprint: u64,
    /// The row of each case; empty where cases and codes are the same numbers.
    pub case_rows: Column,
    /// The first case of each code, and the end of the last; empty where codes and cases are the
    /// same numbers.
    pub first_cases: Column,
    /// Of each code, its catalog, a period and the code itself.
    pub labels: Texts,
    /// How a text on the wire leads to a code.
    pub wire: Wire,
    /// Name, message, cause and action of each row.
    pub texts: Texts,
    /// HTTP statuses of the rows.
    pub http: &'static [HttpStatus],
    /// gRPC codes of the rows.
    pub grpc: &'static [u8],
    /// Retry advice of the rows: 0 to 3 in the order of [`Retry`], from 4 on one of `delays`.
    pub retry: &'static [u8],
    /// The delays in seconds that `retry` refers to.
    pub delays: &'static [u32],
    /// Who must act, and the outcome in the upper four bits.
    pub roles: &'static [u8],
    /// The groups of the rows.
    pub group: Column,
    /// Titles of the groups.
    pub groups: Texts,
    /// The meanings of the rows.
    pub meaning: Column,
    /// Ids of the meanings.
    pub meanings: Texts,
    /// What numbers that are no codes mean, the narrowest range first.
    pub ranges: &'static [Range],
    /// The parameters of the messages.
    pub params: Params,
    /// The case of each of the templates that tell cases apart or hold parameters, ascending.
    pub template_cases: &'static [u16],
    /// The first piece of each of them, and the end of the last.
    pub template_starts: Column,
    /// The pieces: of each template in turns a literal, which can be empty, and a parameter, with
    /// literals at both ends.
    pub pieces: Texts,
    /// Names of the operations.
    pub operations: Texts,
    /// Where the cases of each operation start in `operation_cases`, and where the last end.
    pub operation_starts: &'static [u16],
    /// Cases in ascending order, operation by operation.
    pub operation_cases: &'static [u16],
}

/// A column of HTTP statuses, checked when it is compiled: a row is one load and no question.
pub const fn statuses<const ROWS: usize>(numbers: [u16; ROWS]) -> [HttpStatus; ROWS] {
    let mut statuses = [HttpStatus::literal(200); ROWS];
    let mut row = 0;
    while row < ROWS {
        statuses[row] = HttpStatus::literal(numbers[row]);
        row += 1;
    }
    statuses
}

/// A range of numbers that means something as a whole.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    /// The first number.
    pub first: u32,
    /// The last number.
    pub last: u32,
    /// The row with what the range means.
    pub row: u16,
}

impl Tables {
    /// The row of a case.
    #[inline]
    pub const fn row_of_case(&self, case: u16) -> usize {
        if self.case_rows.is_empty() {
            case as usize
        } else {
            self.case_rows.get(case as usize) as usize
        }
    }

    /// The cases of a code.
    #[inline]
    pub const fn cases_of_code(&self, code: u16) -> (usize, usize) {
        let code = code as usize;
        if self.first_cases.is_empty() {
            return (code, code + 1);
        }
        (self.first_cases.get(code) as usize, self.first_cases.get(code + 1) as usize)
    }

    /// The code of a case.
    pub const fn code_of_case(&self, case: u16) -> usize {
        if self.first_cases.is_empty() {
            return case as usize;
        }
        // The last code whose first case is not behind this one: each code has one case at least.
        let (mut low, mut high) = (0, self.first_cases.len() - 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.first_cases.get(middle) <= case as u32 {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The metrics label of a code.
    #[inline]
    pub const fn label(&self, code: u16) -> &'static str {
        self.labels.get(code as usize)
    }

    /// A code as it is on the wire: its label without the catalog.
    #[inline]
    pub const fn code(&self, code: u16) -> &'static str {
        match self.label(code).split_at_checked(self.id.len() + 1) {
            Some((_, code)) => code,
            None => "",
        }
    }

    /// The address of the entry of a code in the reference pages.
    #[inline]
    pub const fn docs_of_code(&self, code: u16) -> Option<DocsUrl> {
        if self.docs.is_empty() {
            return None;
        }
        Some(DocsUrl::new(self.docs, Anchor::of_code(self.id, self.code(code))))
    }

    /// The address of the entry of a case: that of its code, unless it has several.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "there are no more codes than cases")]
    pub const fn docs_of_case(&self, case: u16) -> Option<DocsUrl> {
        let code = self.code_of_case(case);
        let row = self.row_of_case(case);
        if row == code || self.docs.is_empty() {
            return self.docs_of_code(code as u16);
        }
        Some(DocsUrl::new(self.docs, Anchor::of_case(self.id, self.name(row))))
    }

    /// The Rust name of a row.
    #[inline]
    pub const fn name(&self, row: usize) -> &'static str {
        self.texts.get(row * TEXTS_A_ROW)
    }

    /// The message template of a row.
    #[inline]
    pub const fn message(&self, row: usize) -> Option<&'static str> {
        let text = self.texts.get(row * TEXTS_A_ROW + 1);
        if text.is_empty() { None } else { Some(text) }
    }

    /// What happened in a row and what to do about it.
    #[inline]
    pub const fn guidance(&self, row: usize) -> Option<Guidance> {
        let cause = self.texts.get(row * TEXTS_A_ROW + 2);
        if cause.is_empty() {
            return None;
        }
        Some(Guidance::new(cause, self.texts.get(row * TEXTS_A_ROW + 3)))
    }

    /// The HTTP status of a row.
    #[inline]
    pub const fn http(&self, row: usize) -> HttpStatus {
        self.http[row]
    }

    /// The gRPC code of a row.
    #[inline]
    pub const fn grpc(&self, row: usize) -> GrpcCode {
        GrpcCode::of_byte(self.grpc[row])
    }

    /// The retry advice of a row.
    #[inline]
    pub const fn retry(&self, row: usize) -> Retry {
        match self.retry[row] {
            0 => Retry::Never,
            1 => Retry::AfterFix,
            2 => Retry::Later { after_seconds: None },
            3 => Retry::Query,
            delay => Retry::Later { after_seconds: Some(self.delays[delay as usize - 4]) },
        }
    }

    /// Who must act on a row.
    #[inline]
    pub const fn actor(&self, row: usize) -> Actor {
        Actor::of_byte(self.roles[row] & 15)
    }

    /// The outcome of a row.
    #[inline]
    pub const fn outcome(&self, row: usize) -> Outcome {
        Outcome::of_byte(self.roles[row] >> 4)
    }

    /// The title of the group of a row.
    #[inline]
    pub const fn group(&self, row: usize) -> &'static str {
        self.groups.get(self.group.get(row) as usize)
    }

    /// The meaning of a row.
    #[inline]
    pub const fn meaning(&self, row: usize) -> &'static str {
        self.meanings.get(self.meaning.get(row) as usize)
    }

    /// What a number means that may be no code: the narrowest range that holds it.
    pub const fn class_of(&self, number: u32) -> Option<Class> {
        let mut index = 0;
        while index < self.ranges.len() {
            let Range { first, last, row } = self.ranges[index];
            if first <= number && number <= last {
                return Some(self.class(row as usize));
            }
            index += 1;
        }
        None
    }

    const fn class(&self, row: usize) -> Class {
        Class {
            group: self.group(row),
            meaning: self.meaning(row),
            http: self.http(row),
            grpc: self.grpc(row),
            retry: self.retry(row),
            actor: self.actor(row),
            outcome: self.outcome(row),
        }
    }

    /// The cases that name an operation, in ascending order.
    fn cases_naming(&self, operation: usize) -> &'static [u16] {
        let start = self.operation_starts[operation] as usize;
        let end = self.operation_starts[operation + 1] as usize;
        &self.operation_cases[start..end]
    }

    /// The templates that tell a case from others or hold parameters: what stands before the first
    /// parameter, and the parameters.
    pub fn templates_of(
        &'static self,
        case: u16,
    ) -> impl Iterator<Item = (&'static str, TemplateParams)> {
        let start = self.template_cases.partition_point(|other| *other < case);
        let of_case = self.template_cases[start..].iter().take_while(move |other| **other == case);
        of_case.zip(start..).map(|(_, template)| {
            let first = self.template_starts.get(template) as usize;
            let end = self.template_starts.get(template + 1) as usize;
            let params = TemplateParams { pieces: &self.pieces, next: first + 1, end };
            (self.pieces.get(first), params)
        })
    }

    /// The names of the operations that a case names; none where any can answer with it.
    pub fn operations_of(self, case: u16) -> impl Iterator<Item = &'static str> {
        let names =
            move |&operation: &usize| self.cases_naming(operation).binary_search(&case).is_ok();
        (0..self.operations.len())
            .filter(names)
            .map(move |operation| self.operations.get(operation))
    }

    /// Whether an operation can answer with a case.
    pub fn can_answer(&self, operation: &str, case: u16) -> bool {
        let mut named = self.operations_of(case).peekable();
        named.peek().is_none() || named.any(|name| name == operation)
    }
}
