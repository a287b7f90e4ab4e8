//! The hub of a generated crate: its provider-neutral meanings as an enum.

use core::fmt::{self, Write as _};
use core::hash::Hash;
use core::str::FromStr;

use crate::InvalidValue;
use crate::reply::{Roles, Sentences, Tell};
use crate::table::MeaningRow;

/// An enum of the provider-neutral meanings that the catalogs of one crate share.
///
/// Meanings form a tree: `domain.not-found` is a special case of `resource.not-found`. Generated
/// enums have the same methods of their own, so this trait is needed only in code that is generic
/// over crates. It is sealed: only generated code implements it, and methods can be added in any
/// release.
///
/// # Examples
///
/// ```
/// use errcat::{CatalogError, CatalogMeaning};
///
/// /// Counts failures by their meaning, whichever provider reported them.
/// fn count(error: &impl CatalogError, mut add: impl FnMut(&'static str)) {
///     add(error.meaning().id());
/// }
/// ```
pub trait CatalogMeaning:
    Copy + Ord + Hash + fmt::Debug + fmt::Display + FromStr<Err = InvalidValue> + Send + Sync + 'static
{
    #[doc(hidden)]
    const ROWS: &'static [MeaningRow];

    /// The sentences of the rows.
    #[doc(hidden)]
    const TELLS: &'static [Sentences];

    /// The meanings of failures that no code of a catalog names.
    #[doc(hidden)]
    const ROLES: Roles<Self>;

    /// All meanings, sorted by id.
    const ALL: &'static [Self];

    /// Returns the place in [`Self::ALL`].
    #[doc(hidden)]
    fn index(self) -> u16;

    #[doc(hidden)]
    #[allow(clippy::indexing_slicing, reason = "there is a row for each variant")]
    fn row(self) -> &'static MeaningRow {
        &Self::ROWS[usize::from(self.index())]
    }

    /// Returns the id, such as `domain.already-registered`.
    fn id(self) -> &'static str {
        self.row().id
    }

    /// Returns one line that defines it.
    fn title(self) -> &'static str {
        self.row().title
    }

    #[doc(hidden)]
    #[allow(clippy::indexing_slicing, reason = "there are sentences for each variant")]
    fn sentences(self) -> Sentences {
        Self::TELLS[usize::from(self.index())]
    }

    /// Returns one sentence for customers, in the language that the value of an `Accept-Language`
    /// header prefers, or else in English.
    fn tell(self, accept_language: &str) -> Tell {
        Tell::choose(self.sentences(), accept_language)
    }

    /// Returns the meaning that this one is a special case of.
    fn parent(self) -> Option<Self> {
        Self::ALL.get(usize::from(self.row().parent?)).copied()
    }

    /// Returns whether this is another meaning or a special case of it.
    fn is_a(self, other: Self) -> bool {
        let mut line = core::iter::successors(Some(self), |meaning| meaning.parent());
        line.any(|meaning| meaning == other)
    }

    /// Returns the meaning with an id, if the hub has one.
    fn find(id: &str) -> Option<Self> {
        let index = Self::ROWS.binary_search_by(|row| row.id.cmp(id)).ok()?;
        Self::ALL.get(index).copied()
    }
}

/// Returns the meaning of another crate in the hub of this one: the same, or else the nearest one
/// that it is a special case of, or else the one for unknown codes.
///
/// The meanings of joined codes are always in both hubs, because they were checked with this one.
pub fn join<F: CatalogMeaning, M: CatalogMeaning>(meaning: F) -> M {
    let line = core::iter::successors(Some(meaning), |meaning| meaning.parent());
    let mut known = line.filter_map(|meaning| M::find(meaning.id()));
    known.next().unwrap_or(M::ROLES.unknown)
}

/// Writes an id in the form of a variant: `DomainNotFound` for `domain.not-found`.
pub fn write_name(id: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for word in id.split(['.', '-']) {
        let mut rest = word.chars();
        if let Some(first) = rest.next() {
            f.write_char(first.to_ascii_uppercase())?;
        }
        f.write_str(rest.as_str())?;
    }
    Ok(())
}

/// Implements everything that an enum of meanings has besides its variants.
///
/// It is called where `Meaning` and the constants that the trait has are in scope.
#[doc(hidden)]
#[macro_export]
macro_rules! __meaning {
    () => {
        impl Meaning {
            /// All meanings, sorted by id.
            pub const ALL: &'static [Self] = &ALL;

            /// Returns the id, such as `domain.already-registered`.
            #[inline]
            pub const fn id(self) -> &'static str {
                ROWS[self as usize].id
            }

            /// Returns one line that defines it.
            #[inline]
            pub const fn title(self) -> &'static str {
                ROWS[self as usize].title
            }

            /// Returns one sentence for customers, in the language that the value of an
            /// `Accept-Language` header prefers, or else in English.
            pub fn tell(self, accept_language: &str) -> $crate::Tell {
                $crate::CatalogMeaning::tell(self, accept_language)
            }

            /// Returns the meaning that this one is a special case of.
            #[inline]
            pub const fn parent(self) -> ::core::option::Option<Self> {
                match ROWS[self as usize].parent {
                    ::core::option::Option::Some(parent) => {
                        ::core::option::Option::Some(ALL[parent as usize])
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }

            /// Returns whether this is another meaning or a special case of it.
            #[inline]
            pub fn is_a(self, other: Self) -> bool {
                $crate::CatalogMeaning::is_a(self, other)
            }

            /// Returns the meaning with an id, if the hub has one.
            #[inline]
            pub fn find(id: &str) -> ::core::option::Option<Self> {
                $crate::CatalogMeaning::find(id)
            }
        }

        impl $crate::CatalogMeaning for Meaning {
            const ROWS: &'static [$crate::rt::table::MeaningRow] = &ROWS;
            const TELLS: &'static [$crate::rt::Sentences] = &TELLS;
            const ROLES: $crate::rt::Roles<Self> = ROLES;
            const ALL: &'static [Self] = &ALL;

            #[inline]
            fn index(self) -> u16 {
                self as u16
            }
        }

        /// Writes the id in the form of the variant.
        impl ::core::fmt::Debug for Meaning {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::write_name(self.id(), f)
            }
        }

        /// Writes the id.
        impl ::core::fmt::Display for Meaning {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.id())
            }
        }

        /// Reads the id.
        impl ::core::str::FromStr for Meaning {
            type Err = $crate::InvalidValue;

            fn from_str(id: &str) -> ::core::result::Result<Self, $crate::InvalidValue> {
                Self::find(id).ok_or($crate::rt::noun("the id of a meaning"))
            }
        }

        $crate::__serde_text!(Meaning);
    };
    (from $hub:path) => {
        /// The same meaning, or else the nearest one that it is a special case of.
        impl ::core::convert::From<$hub> for Meaning {
            fn from(meaning: $hub) -> Self {
                $crate::rt::join(meaning)
            }
        }
    };
}
