//! The generated tables of translations.

use crate::Relation;

/// The translations of one catalog into another.
#[derive(Debug, Clone, Copy)]
pub struct Pair<C: 'static> {
    /// For each row of the one, the target in the other; empty if the two are one.
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

impl<C> Pair<C> {
    /// The translation of a catalog into itself.
    pub(super) const SAME: Self = Self { targets: &[], meanings: &[] };

    /// Returns whether the two catalogs are one.
    #[inline]
    pub(crate) const fn is_same(&self) -> bool {
        self.targets.is_empty()
    }

    /// Returns the target of a row, if there is one.
    #[inline]
    #[allow(
        clippy::indexing_slicing,
        reason = "`slice::get` is not const; there is a target or none for each row"
    )]
    pub(super) const fn target(&self, row: usize) -> Option<&'static Target<C>> {
        self.targets[row].as_ref()
    }

    /// Returns the id of the meaning in between; `None` for a translation by hand.
    #[inline]
    #[allow(clippy::indexing_slicing, reason = "`slice::get` is not const; the index is checked")]
    pub(super) const fn via(&self, target: &Target<C>) -> Option<&'static str> {
        let meaning = target.meaning as usize;
        if meaning < self.meanings.len() { Some(self.meanings[meaning]) } else { None }
    }
}
