//! Generated tables and everything that reads them.
//!
//! Only `errcat-build` writes these values: the fields may change in any release. A catalog has
//! two arrays of rows, one of facts and one of texts, so that a program that asks for no texts
//! links none. The arrays are statics, so that a program has each of them once.
#![allow(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "`slice::get` is not const; rows come from an enum as long as the tables"
)]

pub(crate) mod docs;
pub(crate) mod guidance;
mod hash;
mod index;
mod number;
mod params;
mod relation;
mod spec;
mod template;

pub use hash::{Probe, hash};
pub use index::{Index, StringIndex};
pub use number::NumberIndex;
pub use params::{ParamRow, params_of};
pub use relation::{MeaningTarget, Relation, for_meaning};
pub use spec::{
    Counts, Envelope, EnvelopeKind, Format, MAX_PATHS, Node, Paths, Slot, Spec, Wanted,
};
pub use template::{Piece, TemplateParams, TemplateRow, pieces};

use crate::facts::Facts;
use docs::{Anchor, DocsUrl};
use guidance::Guidance;

/// One catalog.
///
/// Facts and texts have the same rows: one for each code, in the order of the catalog, then one for
/// each case that does not share the row of its code. A code is the number of its row. So is a
/// case, where the row of a code with one case is that of the case too.
#[derive(Debug, Clone, Copy)]
pub struct Tables {
    /// The id of the catalog.
    pub id: &'static str,
    /// The name of the provider's API.
    pub title: &'static str,
    /// The domain that identifies its errors on the wire.
    pub domain: &'static str,
    /// The address of the reference pages; empty if there are none.
    pub docs: &'static str,
    /// A number that changes with any code or case, and with their order.
    pub fingerprint: u64,
    /// The metrics labels of errors without a code: validation, system, unrecognized.
    pub labels: [&'static str; 3],
    /// The index that leads from a code on the wire to its row.
    pub index: Index,
    /// The facts of the rows.
    pub facts: &'static [FactsRow],
    /// The texts of the rows.
    pub texts: &'static [TextsRow],
    /// The cases with a row of their own, from the first row after those of the codes; in the order
    /// of their codes.
    pub cases: &'static [CaseRow],
    /// The titles of the groups.
    pub groups: &'static [&'static str],
    /// Ranges of numbers, the narrowest first.
    pub ranges: &'static [RangeRow],
    /// The parameters of the messages, in the order of their rows.
    pub params: &'static [ParamRow],
    /// The message templates that tell cases apart or have parameters, in the order of their rows.
    pub templates: &'static [TemplateRow],
    /// The operations, in the order of the catalog.
    pub operations: &'static [OperationRow],
    /// The envelopes of the responses.
    pub spec: &'static Spec<'static>,
}

/// The facts of a code, of a case or of a range.
#[derive(Debug, Clone, Copy)]
// Rows of a power of two are found without a multiplication, and none crosses a cache line.
#[repr(align(64))]
pub struct FactsRow {
    /// The id of the catalog, a period, and the code.
    pub label: &'static str,
    /// How to answer and who has to act.
    pub facts: Facts,
    /// The number of the group.
    pub group: u16,
}

/// A provider-neutral meaning.
#[derive(Debug, Clone, Copy)]
pub struct MeaningRow {
    /// The id.
    pub id: &'static str,
    /// One line that defines it.
    pub title: &'static str,
    /// The number of the meaning that this one is a special case of.
    pub parent: Option<u16>,
}

/// The texts of a code or of a case.
#[derive(Debug, Clone, Copy)]
// As in `FactsRow`.
#[repr(align(64))]
pub struct TextsRow {
    /// The Rust name.
    pub name: &'static str,
    /// The message template; empty if there is none.
    pub message: &'static str,
    /// The cause; empty if there is no guidance.
    pub cause: &'static str,
    /// The action.
    pub action: &'static str,
}

/// A case with a row of its own.
#[derive(Debug, Clone, Copy)]
pub struct CaseRow {
    /// The row of its code.
    pub code: u16,
    /// The id, such as `domain-restricted`.
    pub id: &'static str,
}

/// A range of numbers that has facts as a whole.
#[derive(Debug, Clone, Copy)]
pub struct RangeRow {
    /// The first number.
    pub first: u32,
    /// The last number.
    pub last: u32,
    /// The facts of its numbers.
    pub row: FactsRow,
}

/// An operation.
#[derive(Debug, Clone, Copy)]
pub struct OperationRow {
    /// The name, as the provider writes it.
    pub name: &'static str,
    /// The rows of the cases that name it, ascending.
    pub cases: &'static [u16],
}

/// Declares the getters of the facts of a row.
macro_rules! getters {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        #[inline]
        pub const fn $fact(&self, row: usize) -> $type {
            self.facts[row].facts.$fact
        }
    )+};
}

impl Tables {
    crate::facts::with_facts!(getters!);

    /// Returns how many codes there are; the rows of cases follow theirs.
    #[inline]
    pub const fn codes(&self) -> usize {
        self.facts.len() - self.cases.len()
    }

    /// Returns the first row with a case of a code, and the row after the last.
    pub const fn cases_of_code(&self, code: usize) -> (usize, usize) {
        let (mut first, mut end) = (0, self.cases.len());
        while first < end {
            let middle = first + (end - first) / 2;
            if (self.cases[middle].code as usize) < code {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        while end < self.cases.len() && self.cases[end].code as usize == code {
            end += 1;
        }
        if first == end { (code, code + 1) } else { (self.codes() + first, self.codes() + end) }
    }

    /// Returns whether a row is that of a case, and not only of a code with several cases.
    #[cfg(feature = "alloc")]
    pub(crate) const fn has_case(&self, row: usize) -> bool {
        let (first, end) = self.cases_of_code(self.code_of_case(row));
        row >= self.codes() || end - first == 1
    }

    /// Returns the code that the case in a row belongs to.
    #[inline]
    pub const fn code_of_case(&self, row: usize) -> usize {
        match row.checked_sub(self.codes()) {
            Some(case) => self.cases[case].code as usize,
            None => row,
        }
    }

    /// Returns the metrics label of a row.
    #[inline]
    pub const fn label(&self, row: usize) -> &'static str {
        self.facts[row].label
    }

    /// Returns the code of a row as it is on the wire: the label without the catalog.
    #[inline]
    pub const fn code(&self, row: usize) -> &'static str {
        // Texts can be split in constants since Rust 1.86.
        match self.label(row).as_bytes().split_at_checked(self.id.len() + 1) {
            Some((_, code)) => match core::str::from_utf8(code) {
                Ok(code) => code,
                Err(_) => "",
            },
            None => "",
        }
    }

    /// Returns the address of the entry of a row in the reference pages.
    #[inline]
    pub const fn docs(&self, row: usize) -> Option<DocsUrl> {
        if self.docs.is_empty() {
            return None;
        }
        let (first, end) = self.cases_of_code(self.code_of_case(row));
        let anchor = if row < self.codes() || end - first == 1 {
            Anchor::from_code(self.id, self.code(row))
        } else {
            Anchor::from_case(self.id, self.name(row))
        };
        Some(DocsUrl { base: self.docs, anchor })
    }

    /// Returns the Rust name of a row.
    #[inline]
    pub const fn name(&self, row: usize) -> &'static str {
        self.texts[row].name
    }

    /// Returns the message template of a row.
    #[inline]
    pub const fn message(&self, row: usize) -> Option<&'static str> {
        let message = self.texts[row].message;
        if message.is_empty() { None } else { Some(message) }
    }

    /// Returns the guidance of a row.
    #[inline]
    pub const fn guidance(&self, row: usize) -> Option<Guidance> {
        let TextsRow { cause, action, .. } = self.texts[row];
        if cause.is_empty() { None } else { Some(Guidance { cause, action }) }
    }

    /// Returns the facts of a row.
    #[inline]
    pub const fn facts(&self, row: usize) -> Facts {
        self.facts[row].facts
    }

    /// Returns the title of the group of a row.
    #[inline]
    pub const fn group(&self, row: usize) -> &'static str {
        self.groups[self.facts[row].group as usize]
    }

    /// Returns the narrowest range that holds a code. A range of all numbers holds all texts, too.
    #[cfg(feature = "alloc")]
    pub(crate) fn class_of(&self, code: &str) -> Option<usize> {
        match code.parse() {
            Ok(number) => self.range_of(number),
            Err(_) => self.ranges.iter().position(|one| (one.first, one.last) == (0, u32::MAX)),
        }
    }

    /// Returns the narrowest range that holds a number.
    pub const fn range_of(&self, number: u32) -> Option<usize> {
        let mut index = 0;
        while index < self.ranges.len() {
            let range = &self.ranges[index];
            if range.first <= number && number <= range.last {
                return Some(index);
            }
            index += 1;
        }
        None
    }

    /// Returns the names of the operations that a case names; none if any can answer with it.
    pub fn operations_of(&self, row: u16) -> impl Iterator<Item = &'static str> + use<> {
        let naming = move |operation: &&OperationRow| operation.cases.binary_search(&row).is_ok();
        self.operations.iter().filter(naming).map(|operation| operation.name)
    }

    /// Returns whether an operation can answer with a case.
    pub fn can_answer(&self, operation: &str, row: u16) -> bool {
        let mut named = self.operations_of(row).peekable();
        named.peek().is_none() || named.any(|name| name == operation)
    }
}
