use core::fmt;
use core::hash::Hash;
use core::marker::PhantomData;
use core::str::FromStr;

use crate::facts::invalid::in_catalog;
use crate::reply::{Place, Sentences, Subject};
use crate::table::docs::kebab;
use crate::table::{MeaningRow, MeaningTarget, Tables};
use crate::{Audience, CatalogMeaning, Class, InvalidValue, Reply, Tell};

/// Calls a macro with what codes and cases have in common besides their facts, so that each is
/// named and described once.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_entries {
    ($($callback:tt)*) => {
        $($callback)* {
            /// Returns how to answer and who has to act.
            facts: $crate::Facts,
            /// Returns the Rust name, such as `DomainInQuarantine`.
            name: &'static str,
            /// Returns the provider's message, verbatim, with parameters such as `<domainName>`.
            ///
            /// `None` if the provider sends no message, or if the cases of a code differ in theirs.
            message: ::core::option::Option<&'static str>,
            /// Returns what happened and what to do about it.
            ///
            /// `None` for a success, and for a code whose cases have guidance of their own.
            guidance: ::core::option::Option<$crate::Guidance>,
            /// Returns the title of the group that the catalog lists it in.
            group: &'static str,
            /// Returns the address of the entry in the reference pages, if the catalog has any.
            docs: ::core::option::Option<$crate::DocsUrl>,
        }
    };
}

/// Gives a trait the methods of a list, by the row of `self`.
macro_rules! trait_methods {
    ($($(#[$doc:meta])+ $name:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        fn $name(self) -> $type {
            Self::TABLES.$name(self.index().into())
        }
    )+};
}

/// Gives [`Case`] the methods of a list.
macro_rules! case_methods {
    ($($(#[$doc:meta])+ $name:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        #[inline]
        pub const fn $name(self) -> $type {
            C::TABLES.$name(self.row as usize)
        }
    )+};
}

/// An enum of all codes of one catalog.
///
/// Generated enums have the same methods as `const fn` of their own, so this trait is needed only
/// in code that is generic over catalogs. It is sealed: only generated code implements it, and
/// methods can be added in any release.
///
/// # Examples
///
/// ```
/// use errcat::CatalogCode;
///
/// fn may_look_again(code: impl CatalogCode) -> bool {
///     code.retry().may_resend(true)
/// }
/// ```
pub trait CatalogCode:
    Copy
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + FromStr<Err = InvalidValue>
    + for<'a> TryFrom<&'a str>
    + Subject
    + 'static
{
    #[doc(hidden)]
    const TABLES: Tables;

    /// The meanings of the hub that the catalog was generated with.
    type Meaning: CatalogMeaning;

    /// The meanings of the rows, and after them those of the ranges.
    #[doc(hidden)]
    const MEANINGS: &'static [Self::Meaning];

    /// The sentences of rows that do not have those of their meanings, in the order of the rows.
    #[doc(hidden)]
    const TELLS: &'static [(u16, Sentences)];

    /// The meaning of its failures for callers one level further out.
    #[doc(hidden)]
    const FAILED_AS: Option<Self::Meaning>;

    /// The best code for each meaning of the hub.
    #[doc(hidden)]
    const FOR_MEANINGS: &'static [Option<MeaningTarget>];

    /// All codes, in the order of the catalog.
    const ALL: &'static [Self];

    /// The id of the catalog, such as `wapi`.
    const CATALOG: &'static str = Self::TABLES.id;

    /// The name of the provider's API.
    const TITLE: &'static str = Self::TABLES.title;

    /// The domain that identifies errors of the catalog on the wire.
    const DOMAIN: &'static str = Self::TABLES.domain;

    /// Returns the place in the catalog.
    #[doc(hidden)]
    fn index(self) -> u16;

    crate::facts::with_facts!(trait_methods!);
    __with_entries!(trait_methods!);

    /// Returns the provider-neutral meaning; of several meanings, the nearest one that they have in
    /// common.
    #[allow(clippy::indexing_slicing, reason = "there is a meaning for each row")]
    fn meaning(self) -> Self::Meaning {
        Self::MEANINGS[usize::from(self.index())]
    }

    /// Returns the reply of your service for an audience.
    #[allow(clippy::indexing_slicing, reason = "a code is one of all")]
    fn reply(self, audience: Audience) -> Reply<'static> {
        let row = usize::from(self.index());
        let place = (self.facts(), Place::Row(row));
        Reply::new(&Self::ALL[row], place, sentences::<Self>, audience)
    }

    /// Returns one sentence for customers who own the account at the provider, in the language that
    /// the value of an `Accept-Language` header prefers, or else in English. For other customers, use
    /// [`reply`](Self::reply).
    fn tell(self, accept_language: &str) -> Tell {
        Tell::choose(sentences::<Self>(Place::Row(self.index().into())), accept_language)
    }

    /// Returns the code as it is on the wire; for a number, its digits.
    fn as_str(self) -> &'static str {
        Self::TABLES.code(self.index().into())
    }

    /// Returns the code as it is on the wire, if the catalog's codes are numbers.
    fn number(self) -> Option<u32> {
        Self::TABLES.number(self.index().into())
    }

    /// Returns a label for metrics, such as `wapi.3201`: the set of all labels is closed and small.
    fn label(self) -> &'static str {
        Self::TABLES.label(self.index().into())
    }

    /// Returns the cases of this code, at least one.
    fn cases(self) -> impl ExactSizeIterator<Item = Case<Self>> + Clone {
        let (first, end) = Self::TABLES.cases_of_code(self.index().into());
        (first..end).map(Case::from_row)
    }

    /// Returns the names of all operations that the catalog knows.
    fn operations() -> impl Iterator<Item = &'static str> {
        Self::TABLES.operations.iter().map(|operation| operation.name)
    }

    /// Returns the cases that an operation can answer with: those that name it, and those that
    /// name no operation.
    fn cases_of(operation: &str) -> impl Iterator<Item = Case<Self>> {
        Case::all().filter(move |case: &Case<Self>| Self::TABLES.can_answer(operation, case.row))
    }

    /// Returns the facts of a number that may be no code of the catalog: those of the narrowest
    /// range that holds it.
    fn class_of(number: u32) -> Option<Class<Self::Meaning>> {
        Class::from_number::<Self>(number)
    }

    /// Returns the code with a text on the wire, if the catalog has one.
    fn find(code: &str) -> Option<Self> {
        Self::ALL.get(Self::TABLES.find(code)?).copied()
    }

    /// Returns the code with a number on the wire, if the catalog has one.
    fn find_number(number: u32) -> Option<Self> {
        Self::ALL.get(Self::TABLES.find_number(number)?).copied()
    }
}

/// Returns the meaning at a place.
#[allow(clippy::indexing_slicing, reason = "there is a meaning for each row and range")]
pub(crate) fn meaning_at<C: CatalogCode>(place: Place) -> C::Meaning {
    match place {
        Place::Row(row) => C::MEANINGS[row],
        Place::Passing => C::Meaning::ROLES.passing,
        Place::Broken => C::Meaning::ROLES.broken,
        Place::Validation => C::Meaning::ROLES.validation,
        Place::Unknown => C::Meaning::ROLES.unknown,
    }
}

/// Returns the sentences of a row or of the meaning at a place.
///
/// They are not part of the tables, so that a program that tells nobody has none of them.
#[allow(clippy::indexing_slicing, reason = "the row was found")]
pub fn sentences<C: CatalogCode>(place: Place) -> Sentences {
    let own = match place {
        Place::Row(row) => C::TELLS.binary_search_by_key(&row, |(row, _)| usize::from(*row)).ok(),
        _ => None,
    };
    own.map_or_else(|| meaning_at::<C>(place).sentences(), |own| C::TELLS[own].1)
}

/// Returns the row of the meaning at a place.
pub fn meaning_row<C: CatalogCode>(place: Place) -> &'static MeaningRow {
    meaning_at::<C>(place).row()
}

impl<M: Copy> Class<M> {
    /// Returns the class of a number, if a range holds it.
    #[doc(hidden)]
    #[allow(clippy::indexing_slicing, reason = "a range has a group and a meaning")]
    pub const fn from_number<C: CatalogCode<Meaning = M>>(number: u32) -> Option<Self> {
        let tables = &C::TABLES;
        match tables.range_of(number) {
            Some(range) => {
                let row = &tables.ranges[range].row;
                Some(Self {
                    group: tables.groups[row.group as usize],
                    meaning: C::MEANINGS[tables.facts.len() + range],
                    facts: row.facts,
                })
            }
            None => None,
        }
    }
}

/// One way in which a code is issued.
///
/// Almost every code has one case, which answers what the code answers; a few codes have several.
/// To match on a case, match on the error type, which has a variant for each case that is a failure.
///
/// With the feature `serde`, a case is read and written as its id.
pub struct Case<C> {
    row: u16,
    code: PhantomData<fn() -> C>,
}

impl<C: CatalogCode> Case<C> {
    crate::facts::with_facts!(case_methods!);
    __with_entries!(case_methods!);

    /// Returns all cases, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        C::ALL.iter().copied().flat_map(CatalogCode::cases)
    }

    /// Returns the case of a row.
    #[doc(hidden)]
    #[allow(clippy::cast_possible_truncation, reason = "a table has fewer rows")]
    pub const fn from_row(row: usize) -> Self {
        Self { row: row as u16, code: PhantomData }
    }

    /// Returns the row in the tables.
    #[doc(hidden)]
    pub const fn row(self) -> u16 {
        self.row
    }

    /// Returns the provider-neutral meaning; of several meanings, the nearest one that they have in
    /// common.
    #[inline]
    #[allow(clippy::indexing_slicing, reason = "there is a meaning for each row")]
    pub const fn meaning(self) -> C::Meaning {
        C::MEANINGS[self.row as usize]
    }

    /// Returns the code on the wire.
    #[inline]
    #[allow(clippy::indexing_slicing, reason = "a case has a row, and the row has a code")]
    pub const fn code(self) -> C {
        C::ALL[C::TABLES.code_of_case(self.row as usize)]
    }

    /// Returns the id, such as `domain-in-quarantine`, which is unique in the catalog.
    pub fn id(self) -> impl fmt::Display {
        Id(self)
    }

    /// Returns one sentence for customers who own the account at the provider, in the language that
    /// the value of an `Accept-Language` header prefers, or else in English.
    pub fn tell(self, accept_language: &str) -> Tell {
        Tell::choose(sentences::<C>(Place::Row(self.row.into())), accept_language)
    }

    /// Returns the names of the operations that answer with this case; none if any can.
    pub fn operations(self) -> impl Iterator<Item = &'static str> {
        C::TABLES.operations_of(self.row)
    }

    /// Returns the id of a case with a row of its own.
    fn own_id(self) -> Option<&'static str> {
        let case = usize::from(self.row).checked_sub(C::TABLES.codes())?;
        Some(C::TABLES.cases.get(case)?.id)
    }
}

struct Id<C>(Case<C>);

impl<C: CatalogCode> fmt::Display for Id<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.own_id() {
            Some(id) => f.write_str(id),
            // The only case of a code is called like it.
            None => kebab(self.0.name()).fmt(f),
        }
    }
}

impl<C> Clone for Case<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Case<C> {}

impl<C> PartialEq for Case<C> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<C> Eq for Case<C> {}

impl<C> Hash for Case<C> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.row.hash(state);
    }
}

impl<C: CatalogCode> fmt::Debug for Case<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Writes the code and the message template.
impl<C: CatalogCode> fmt::Display for Case<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code().as_str();
        match self.message() {
            Some(message) => write!(f, "{code}: {message}"),
            None => f.write_str(code),
        }
    }
}

/// Finds a case by its id.
impl<C: CatalogCode> FromStr for Case<C> {
    type Err = InvalidValue;

    fn from_str(id: &str) -> Result<Self, InvalidValue> {
        let is_it = |case: &Self| is_written(id, case.id());
        Self::all().find(is_it).ok_or(in_catalog("a case", C::CATALOG))
    }
}

/// Returns whether a value is written as a text.
pub(crate) fn is_written(text: &str, value: impl fmt::Display) -> bool {
    struct Rest<'a>(&'a str);
    impl fmt::Write for Rest<'_> {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
            Ok(())
        }
    }
    let mut rest = Rest(text);
    fmt::Write::write_fmt(&mut rest, format_args!("{value}")).is_ok() && rest.0.is_empty()
}
