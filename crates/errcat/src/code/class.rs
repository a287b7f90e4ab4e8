use crate::Facts;
use crate::table::{FactsRow, Tables};

/// The facts of a range of numbers: enough to act on a code that the catalog does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Class {
    /// The title of the group that the range belongs to.
    pub group: &'static str,
    /// The id of the meaning that every code of the range is a kind of.
    pub meaning: &'static str,
    /// How to answer and who has to act.
    pub facts: Facts,
}

impl Class {
    /// Returns the class of a number, if a range holds it.
    #[doc(hidden)]
    #[allow(clippy::indexing_slicing, reason = "a row has a group")]
    pub const fn from_number(tables: &Tables, number: u32) -> Option<Self> {
        match tables.range_of(number) {
            Some(FactsRow { facts, meaning, group, .. }) => {
                Some(Self { group: tables.groups[*group as usize], meaning, facts: *facts })
            }
            None => None,
        }
    }
}
