use core::fmt;
use core::hash::{Hash, Hasher};

use crate::table::{Pair, Via};
use crate::{Catalog, Relation};

/// What a code, case or error is in another catalog: what `translate` of a generated type returns.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Translation<T> {
    /// What it is there.
    pub target: T,
    /// How faithful that is.
    pub relation: Relation,
    via: Via,
}

impl<T> Translation<T> {
    /// The id of the meaning in which the two meet; nothing where the catalogs name the target
    /// themselves.
    #[inline]
    pub const fn via(&self) -> Option<&'static str> {
        self.via.id()
    }

    /// The target, if it says the same and not only something like it.
    #[inline]
    pub fn exact(self) -> Option<T> {
        self.relation.is_exact().then_some(self.target)
    }

    pub(crate) const fn new(target: T, relation: Relation, via: Via) -> Self {
        Self { target, relation, via }
    }

    /// The same with another target.
    pub fn map<U>(self, target: impl FnOnce(T) -> U) -> Translation<U> {
        Translation { target: target(self.target), relation: self.relation, via: self.via }
    }
}

impl<T: PartialEq> PartialEq for Translation<T> {
    fn eq(&self, other: &Self) -> bool {
        self.target == other.target && self.relation == other.relation && self.via() == other.via()
    }
}

impl<T: Eq> Eq for Translation<T> {}

impl<T: Hash> Hash for Translation<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.target, self.relation, self.via()).hash(state);
    }
}

impl<T: fmt::Debug> fmt::Debug for Translation<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Translation")
            .field("target", &self.target)
            .field("relation", &self.relation)
            .field("via", &self.via())
            .finish()
    }
}

/// A catalog whose codes are translated into those of the catalog `Into`.
#[diagnostic::on_unimplemented(
    message = "there is no translation from `{Self}` into `{Into}`",
    note = "catalogs that are generated together are translated into each other; a `build.rs` joins others with `Builder::join`"
)]
pub trait Joined<Into: Catalog>: Catalog {
    #[doc(hidden)]
    const PAIR: Pair<Into::Code, Into::Case>;
}

/// What a code is in another catalog.
#[doc(hidden)]
#[inline]
pub const fn translate_code<From: Joined<T>, T: Catalog>(
    code: u16,
) -> Option<Translation<T::Code>> {
    match From::PAIR.code(code) {
        Some((target, relation, via)) => Some(Translation::new(target, relation, via)),
        None => None,
    }
}

/// What a case is in another catalog.
#[doc(hidden)]
#[inline]
pub const fn translate_case<From: Joined<T>, T: Catalog>(
    case: u16,
) -> Option<Translation<T::Case>> {
    match From::PAIR.case(case) {
        Some((target, relation, via)) => Some(Translation::new(target, relation, via)),
        None => None,
    }
}
