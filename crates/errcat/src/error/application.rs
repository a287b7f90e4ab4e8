//! The trait of every generated error type.

use core::hash::Hash;

use super::assemble::Assemble;
use super::bodies::{System, Unrecognized, Validation};
use super::{answers, show, translate};
use crate::{Case, CatalogCode};

/// Calls a macro with the methods of errors besides their facts, so that each is declared and
/// described once.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_error_methods {
    ($($callback:tt)*) => {
        $($callback)* {
            /// Returns how to answer and who has to act.
            facts() -> $crate::Facts;
            /// Returns the kind of variant.
            kind() -> $crate::ErrorKind;
            /// Returns the case, if it is known.
            case() -> ::core::option::Option<$crate::Case<<Self as $crate::CatalogError>::Code>>;
            /// Returns the code, if the catalog has it; it can be known although the case is not.
            code() -> ::core::option::Option<<Self as $crate::CatalogError>::Code>;
            /// Returns a label for metrics, such as `wapi.3201`: the set of all labels is closed
            /// and small.
            label() -> &'static str;
            /// Returns what happened and what to do about it, if the catalog says so.
            guidance() -> ::core::option::Option<$crate::Guidance>;
            /// Returns the provider-neutral meaning: of the code, of the range that its number is
            /// in, or else what the hub has for failures whose code is unknown.
            meaning() -> <<Self as $crate::CatalogError>::Code as $crate::CatalogCode>::Meaning;
            /// Returns the address of the entry in the reference pages, if the catalog has any.
            docs() -> ::core::option::Option<$crate::DocsUrl>;
            /// Returns the parameters of the message, in their order.
            params() -> impl ::core::iter::Iterator<Item = $crate::Param<'_>>;
            /// Returns the message without the code: the provider's text with the values of its
            /// parameters, except those that are sensitive or not known.
            message() -> impl ::core::fmt::Display;
            /// Translates this error into another catalog, with the values of the parameters that
            /// both have.
            ///
            /// An error without a case is translated by its code. The result is unrecognized unless
            /// the code of the other catalog has only one case.
            translate[T: $crate::CatalogError]()
                -> ::core::option::Option<$crate::Translation<T>>
                where <Self as $crate::CatalogError>::Code: $crate::TranslatesTo<T::Code>;
        }
    };
}

/// Declares the facts of a list as methods of [`CatalogError`].
macro_rules! fact_methods {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        fn $fact(&self) -> $type {
            self.facts().$fact
        }
    )+};
}

/// Declares the methods of a list as methods of [`CatalogError`].
macro_rules! error_methods {
    ($(
        $(#[$doc:meta])+
        $name:ident $([$generic:ident: $bound:path])? () -> $type:ty $(where $of:ty: $to:path)?;
    )+) => {$(
        $(#[$doc])+
        fn $name $(<$generic: $bound>)? (&self) -> $type $(where $of: $to)? {
            provided::$name(self)
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
/// /// Returns the answer of a service, whichever provider failed.
/// fn respond(error: &impl CatalogError) -> (u16, String) {
///     (error.http().get(), error.to_string())
/// }
/// ```
pub trait CatalogError:
    core::error::Error
    + Assemble<Codes = <Self as CatalogError>::Code>
    + Clone
    + Eq
    + Hash
    + From<Validation>
    + From<System>
    + From<Unrecognized>
    + Send
    + Sync
    + 'static
{
    /// The codes of the catalog.
    type Code: CatalogCode;

    /// Creates the variant of a case, with none of its parameters known; `None` if it is not a
    /// failure.
    fn from_case(case: Case<Self::Code>) -> Option<Self> {
        Self::from_row(case.row(), &mut |_| None)
    }

    crate::facts::with_facts!(fact_methods!);
    __with_error_methods!(error_methods!);
}

/// The implementations of the methods of [`CatalogError`].
mod provided {
    pub(super) use super::answers::{
        case, code, docs, facts, guidance, kind, label, meaning, params,
    };
    pub(super) use super::show::message;
    pub(super) use super::translate::translate;
}
