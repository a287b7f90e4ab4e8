//! Tables of translations, one for every ordered pair of catalogs.

use errcat::Relation;

use crate::{Case, Catalog, Code, Meaning};

/// The equivalent of a code or case in another catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translation<'a> {
    /// The code.
    pub code: &'a Code,
    /// Its case.
    pub case: &'a Case,
    /// The relation of the equivalent to the source.
    pub relation: Relation,
    /// The meaning in which the two meet. `None` for a translation by hand, and if several
    /// meanings of the source lie in several meanings of the target.
    pub via: Option<&'a Meaning>,
    /// The reason for a translation by hand, or the way in which a close one differs.
    pub why: Option<&'a str>,
}

/// The equivalents in another catalog that a person can choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Choices<'a> {
    /// The best one that may be substituted.
    pub best: Option<Translation<'a>>,
    /// The others, best first, with the first few of those that say more.
    pub others: Vec<Translation<'a>>,
    /// The number of further ones that say more.
    pub left_out: usize,
}

impl<'a> Choices<'a> {
    /// Returns whether several may be substituted, and none of them is better than the others.
    pub fn is_tie(&self) -> bool {
        self.best.is_none() && self.others.iter().any(|one| one.relation.is_substitutable())
    }

    /// Splits all equivalents, which are sorted.
    pub(super) fn new(best: Option<Translation<'a>>, all: Vec<Translation<'a>>) -> Self {
        /// General codes include a hundred others, which nobody reads.
        const MAX_NARROWER: usize = 5;
        let is_best =
            |one: &Translation<'_>| best.is_some_and(|best| std::ptr::eq(best.case, one.case));
        let (mut narrower, mut left_out) = (0, 0);
        let mut others = all;
        others.retain(|one| {
            let is_narrower = one.relation == Relation::Narrower;
            narrower += usize::from(is_narrower);
            let is_shown = !is_narrower || narrower <= MAX_NARROWER;
            left_out += usize::from(!is_shown);
            is_shown && !is_best(one)
        });
        Self { best, others, left_out }
    }
}

/// The equivalents of all codes of one catalog in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table<'a> {
    /// The catalog to translate.
    pub from: &'a Catalog,
    /// The catalog to translate into.
    pub into: &'a Catalog,
    /// A row for every code of [`Self::from`], in the same order.
    pub rows: Vec<Row<'a>>,
}

/// The equivalents of a code and each of its cases in another catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row<'a> {
    /// The code to translate.
    pub code: &'a Code,
    /// The equivalent while the case is not known; for a code with one case, that of the case.
    pub translation: Option<Translation<'a>>,
    /// The equivalent of each case, in the same order.
    pub cases: Vec<Option<Translation<'a>>>,
}

impl<'a> Table<'a> {
    /// Returns every case with its equivalent, in the order of [`Catalog::cases`].
    pub fn cases(&self) -> impl Iterator<Item = (&'a Code, &'a Case, Option<Translation<'a>>)> {
        self.rows.iter().flat_map(|row| {
            let cases = row.code.cases.iter().zip(&row.cases);
            cases.map(|(case, translation)| (row.code, case, *translation))
        })
    }
}
