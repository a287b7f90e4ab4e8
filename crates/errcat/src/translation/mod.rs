//! Translation of codes, cases and errors from one catalog into another.

pub(crate) mod answer;
pub(crate) mod pair;

pub use answer::{Answer, Basis};

use crate::{Audience, Case, CatalogCode, Relation};
use pair::Pair;

/// The translation of a code, case or error into another catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Translation<T> {
    /// The code, case or error of the other catalog.
    pub target: T,
    /// How faithfully the target represents it.
    pub relation: Relation,
    /// The id of the meaning that connects the two; `None` if the catalogs declare the translation
    /// themselves.
    pub via: Option<&'static str>,
}

impl<T> Translation<T> {
    /// Returns the translation of something into its own catalog.
    pub(crate) const fn same(target: T) -> Self {
        Self { target, relation: Relation::Exact, via: None }
    }

    /// Returns the target if it says the same, and not only something like it.
    #[inline]
    pub fn exact(self) -> Option<T> {
        self.relation.is_exact().then_some(self.target)
    }

    /// Replaces the target.
    pub fn map<U>(self, target: impl FnOnce(T) -> U) -> Translation<U> {
        Translation { target: target(self.target), relation: self.relation, via: self.via }
    }
}

/// A catalog whose codes are translated into those of the catalog of `T`.
///
/// It is sealed: only generated code implements it.
#[diagnostic::on_unimplemented(
    message = "there is no translation from `{Self}` into `{T}`",
    note = "catalogs that are generated together are translated into each other; a `build.rs` joins others with `Builder::join`"
)]
pub trait TranslatesTo<T: CatalogCode>: CatalogCode {
    #[doc(hidden)]
    const PAIR: Pair<T>;

    /// Returns what your service says in the words of the other catalog.
    fn answer_in(self, audience: Audience) -> Answer<'static, T> {
        answer::of_code(self, audience)
    }
}

impl<C: CatalogCode> TranslatesTo<C> for C {
    const PAIR: Pair<C> = Pair::SAME;
}

impl<C: CatalogCode> Case<C> {
    /// Translates this case into another catalog; `None` if that has nothing for it.
    #[inline]
    pub const fn translate<T: CatalogCode>(self) -> Option<Translation<Case<T>>>
    where
        C: TranslatesTo<T>,
    {
        if C::PAIR.is_same() {
            return Some(Translation::same(Case::from_row(self.row() as usize)));
        }
        match C::PAIR.target(self.row() as usize) {
            Some(target) => Some(Translation {
                target: Case::from_row(target.case as usize),
                relation: target.relation,
                via: C::PAIR.via(target),
            }),
            None => None,
        }
    }
}

/// Translates the code of a row: by its only case, or by what is true of all its cases.
#[doc(hidden)]
#[inline]
#[allow(clippy::indexing_slicing, reason = "a row has a code")]
pub const fn translate_code<C: TranslatesTo<T>, T: CatalogCode>(
    row: usize,
) -> Option<Translation<T>> {
    if C::PAIR.is_same() {
        return Some(Translation::same(T::ALL[T::TABLES.code_of_case(row)]));
    }
    match C::PAIR.target(row) {
        Some(target) => Some(Translation {
            target: target.code,
            relation: target.relation,
            via: C::PAIR.via(target),
        }),
        None => None,
    }
}
