use super::{Column, Texts};
use crate::Relation;

/// What everything in one catalog is in another one.
///
/// An entry is 0 for nothing, or the number of the target plus one, times four, plus the relation.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// Of each code, the code there.
    pub codes: Column,
    /// Of each case, the case there.
    pub cases: Column,
    /// Of each code, which of the concepts is between the two, plus one; or 0.
    pub code_concepts: Column,
    /// The same of each case.
    pub case_concepts: Column,
    /// Ids of these concepts.
    pub concepts: Texts,
}

/// The concept between two codes.
#[derive(Debug, Clone, Copy)]
pub struct Via {
    concepts: Texts,
    entry: u32,
}

impl Via {
    /// The id of the concept.
    #[inline]
    pub const fn id(&self) -> Option<&'static str> {
        match self.entry {
            0 => None,
            entry => Some(self.concepts.get(entry as usize - 1)),
        }
    }
}

impl Pair {
    /// The entry for a number of a target and how faithful it is.
    pub const fn entry(target: u32, relation: Relation) -> u32 {
        (target + 1) << 2 | relation as u32
    }

    /// What a code is there.
    #[inline]
    pub const fn code(&self, code: u16) -> Option<(usize, Relation, Via)> {
        let via = Via { concepts: self.concepts, entry: self.code_concepts.get(code as usize) };
        Self::answer(self.codes.get(code as usize), via)
    }

    /// What a case is there.
    #[inline]
    pub const fn case(&self, case: u16) -> Option<(usize, Relation, Via)> {
        let via = Via { concepts: self.concepts, entry: self.case_concepts.get(case as usize) };
        Self::answer(self.cases.get(case as usize), via)
    }

    #[inline]
    const fn answer(entry: u32, via: Via) -> Option<(usize, Relation, Via)> {
        match (entry >> 2) as usize {
            0 => None,
            target => Some((target - 1, Relation::of_byte((entry & 3) as u8), via)),
        }
    }
}
