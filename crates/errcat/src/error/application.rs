//! The trait of every generated error type.

use core::hash::Hash;

use super::assemble::Assemble;
use super::facts::ErrorFacts;
use crate::{Case, CatalogCode, System, Unrecognized, Validation};

/// Calls a macro with the methods that depend on the catalog of an error, so that each is declared
/// and described once.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_typed_methods {
    ($($callback:tt)*) => {
        $($callback)* {
            /// Returns the case, if it is known.
            case() -> ::core::option::Option<$crate::Case<<Self as $crate::CatalogError>::Code>>;
            /// Returns the code, if the catalog has it; it can be known although the case is not.
            code() -> ::core::option::Option<<Self as $crate::CatalogError>::Code>;
            /// Returns the provider-neutral meaning: of the code, of the range that its number is
            /// in, or else what the catalog or the hub has for failures whose code is unknown.
            meaning() -> <<Self as $crate::CatalogError>::Code as $crate::CatalogCode>::Meaning;
            /// Translates this error into another catalog, with the values of the parameters that
            /// both have.
            ///
            /// An error without a case is translated by its code. The result is unrecognized unless
            /// the code of the other catalog has only one case.
            translate[T: $crate::CatalogError]()
                -> ::core::option::Option<$crate::Translation<T>>
                where <Self as $crate::CatalogError>::Code: $crate::TranslatesTo<T::Code>;
            /// Returns what your service says in the words of another catalog, for an audience.
            ///
            /// There is always an answer, and it never promises more than the `reply`
            /// to the error itself.
            answer_in[T: $crate::CatalogError](audience: $crate::Audience)
                -> $crate::Answer<'_, T>
                where <Self as $crate::CatalogError>::Code: $crate::TranslatesTo<T::Code>;
        }
    };
}

/// Declares the methods of a list as methods of [`CatalogError`].
macro_rules! typed_methods {
    ($(
        $(#[$doc:meta])+
        $name:ident $([$generic:ident: $bound:path])? ($($argument:ident: $kind:ty)?) -> $type:ty
            $(where $of:ty: $to:path)?;
    )+) => {$(
        $(#[$doc])+
        fn $name $(<$generic: $bound>)? (&self $(, $argument: $kind)?) -> $type
        $(where $of: $to)?
        {
            provided::$name(self $(, $argument)?)
        }
    )+};
}

/// The error type of one catalog.
///
/// Generated types have the same methods of their own, so this trait is needed only in code that is
/// generic over catalogs. It is sealed: only generated code implements it, and methods can be added
/// in any release.
///
/// # Examples
///
/// ```
/// use errcat::CatalogError;
///
/// /// Returns whether an error has a code, whichever of its cases it is.
/// fn is_about<E: CatalogError>(error: &E, code: E::Code) -> bool {
///     error.code() == Some(code)
/// }
/// ```
pub trait CatalogError:
    ErrorFacts
    + Assemble<Codes = <Self as CatalogError>::Code>
    + Clone
    + Eq
    + Hash
    + From<Validation>
    + From<System>
    + From<Unrecognized>
    + 'static
{
    /// The codes of the catalog.
    type Code: CatalogCode;

    /// Creates the variant of a case, with none of its parameters known; `None` if it is not a
    /// failure.
    fn from_case(case: Case<Self::Code>) -> Option<Self> {
        Self::from_row(case.row(), &mut |_| None)
    }

    __with_typed_methods!(typed_methods!);
}

/// The implementations of the methods of [`CatalogError`].
mod provided {
    pub(super) use super::super::assemble::{case, code, meaning};
    pub(super) use super::super::translate::translate;

    use super::CatalogError;
    use crate::error::answer::AnswersIn;
    use crate::{Answer, Audience, TranslatesTo};

    pub(super) fn answer_in<E, T>(error: &E, audience: Audience) -> Answer<'_, T>
    where
        E: CatalogError<Code: TranslatesTo<T::Code>>,
        T: CatalogError,
    {
        error.answer_from(error.origin(), audience)
    }
}
