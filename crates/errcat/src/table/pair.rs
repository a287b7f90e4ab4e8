use super::{Column, Texts};
use crate::{Case, Code, Relation};

/// What everything in one catalog is in another one.
#[derive(Debug)]
pub struct Pair<C: 'static, K: 'static> {
    /// Of each code, the code there.
    pub codes: &'static [Option<(C, Relation)>],
    /// Of each case, the case there.
    pub cases: &'static [Option<(K, Relation)>],
    /// Of each code, which of the meanings is between the two, plus one; or 0.
    pub code_meanings: Column,
    /// The same of each case.
    pub case_meanings: Column,
    /// Ids of these meanings.
    pub meanings: Texts,
}

/// An entry of a list of targets: 0 for none, or the number of the target plus one, times four,
/// plus the relation.
pub const fn target_entry(target: u32, relation: Relation) -> u32 {
    (target + 1) << 2 | relation as u32
}

/// Targets as what they are, made when the program is compiled: an answer is one load.
///
/// Each entry has two bytes, or four where there are more than twice as many bytes as entries, the
/// lowest first. A string of bytes costs the compiler nothing.
pub const fn target_codes<T: Code, const N: usize>(entries: &[u8]) -> [Option<(T, Relation)>; N] {
    targets(T::ALL, entries)
}

/// The same for cases.
pub const fn target_cases<T: Case, const N: usize>(entries: &[u8]) -> [Option<(T, Relation)>; N] {
    targets(T::ALL, entries)
}

#[allow(clippy::cast_possible_truncation, reason = "two bits are kept")]
const fn targets<T: Copy, const N: usize>(all: &[T], entries: &[u8]) -> [Option<(T, Relation)>; N] {
    let mut targets = [None; N];
    let width = if entries.len() == 2 * N { 2 } else { 4 };
    let mut index = 0;
    while index < N {
        let mut entry = 0;
        let mut byte = width;
        while byte > 0 {
            byte -= 1;
            entry = entry << 8 | entries[index * width + byte] as usize;
        }
        if entry != 0 {
            let relation = Relation::of_byte((entry & 3) as u8);
            targets[index] = Some((all[(entry >> 2) - 1], relation));
        }
        index += 1;
    }
    targets
}

/// The meaning between two codes.
#[derive(Debug, Clone, Copy)]
pub struct Via {
    meanings: Texts,
    entry: u32,
}

impl Via {
    /// The id of the meaning.
    #[inline]
    pub const fn id(&self) -> Option<&'static str> {
        match self.entry {
            0 => None,
            entry => Some(self.meanings.get(entry as usize - 1)),
        }
    }
}

impl<C: Copy, K: Copy> Pair<C, K> {
    /// What a code is there.
    #[inline]
    pub const fn code(&self, code: u16) -> Option<(C, Relation, Via)> {
        let code = code as usize;
        match self.codes[code] {
            Some((target, relation)) => {
                let via = Via { meanings: self.meanings, entry: self.code_meanings.get(code) };
                Some((target, relation, via))
            }
            None => None,
        }
    }

    /// What a case is there.
    #[inline]
    pub const fn case(&self, case: u16) -> Option<(K, Relation, Via)> {
        let case = case as usize;
        match self.cases[case] {
            Some((target, relation)) => {
                let via = Via { meanings: self.meanings, entry: self.case_meanings.get(case) };
                Some((target, relation, via))
            }
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_in_either_width() {
        let all: [u32; 3] = [10, 20, 30];
        let narrow = [0, 0, 8, 0, 13, 0];
        let wide = [0, 0, 0, 0, 8, 0, 0, 0, 13, 0, 0, 0];
        let expected = [None, Some((20, Relation::Exact)), Some((30, Relation::Close))];
        assert_eq!(targets(&all, &narrow), expected);
        assert_eq!(targets(&all, &wide), expected);
        assert_eq!(target_entry(1, Relation::Exact), 8);
        assert_eq!(target_entry(2, Relation::Close), 13);
    }
}
