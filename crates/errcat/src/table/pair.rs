use crate::Relation;

/// The translations of one catalog into another.
#[derive(Debug, Clone, Copy)]
pub struct Pair<C: 'static> {
    /// For each row of the one, the target in the other.
    pub targets: &'static [Option<Target<C>>],
    /// The ids of the meanings between them.
    pub meanings: &'static [&'static str],
}

/// The target of a translation.
#[derive(Debug, Clone, Copy)]
pub struct Target<C> {
    /// The code.
    pub code: C,
    /// The row of the case.
    pub case: u16,
    /// How faithful it is.
    pub relation: Relation,
    /// The number of the meaning in between, or [`BY_HAND`].
    pub meaning: u16,
}

/// Takes the place of a meaning in a translation that the catalogs declare themselves.
pub const BY_HAND: u16 = u16::MAX;

/// Returns a row of a table of targets.
#[inline]
pub const fn to<C>(code: C, case: u16, relation: Relation, meaning: u16) -> Option<Target<C>> {
    Some(Target { code, case, relation, meaning })
}

/// The meaning between two codes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Via {
    meanings: &'static [&'static str],
    number: u16,
}

impl Via {
    /// Returns the id of the meaning, or `None` if the catalogs declare the translation themselves.
    #[inline]
    pub(crate) const fn id(self) -> Option<&'static str> {
        let number = self.number as usize;
        if number < self.meanings.len() { Some(self.meanings[number]) } else { None }
    }
}

impl<C: Copy> Pair<C> {
    /// Returns the target of a row.
    #[inline]
    pub(crate) const fn target(&self, row: usize) -> Option<(Target<C>, Via)> {
        match self.targets[row] {
            Some(target) => Some((target, Via { meanings: self.meanings, number: target.meaning })),
            None => None,
        }
    }
}
