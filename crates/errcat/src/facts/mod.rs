//! The facts of a code: how to answer and who has to act, each with its words and numbers.

mod actor;
#[cfg(any(feature = "json", feature = "xml"))]
pub(crate) mod delay;
mod grpc;
mod http;
pub(crate) mod invalid;
#[cfg(feature = "alloc")]
pub(crate) mod lines;
mod outcome;
mod retry;
pub(crate) mod words;

pub use actor::Actor;
pub use grpc::GrpcCode;
pub use http::HttpStatus;
pub use invalid::InvalidValue;
pub use outcome::Outcome;
pub use retry::Retry;

/// Calls a macro with the list of facts, so that each is named and described once.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_facts {
    ($($callback:tt)*) => {
        $($callback)* {
            /// Success, notification or failure.
            outcome: $crate::Outcome,
            /// The HTTP status to answer with.
            http: $crate::HttpStatus,
            /// The gRPC code to answer with.
            grpc: $crate::GrpcCode,
            /// Whether to send the request again; the most cautious advice of several cases.
            retry: $crate::Retry,
            /// The one who has to act.
            actor: $crate::Actor,
        }
    };
}

pub(crate) use __with_facts as with_facts;

/// Declares the struct, and how serde reads and writes it.
macro_rules! facts {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
        /// The facts of a code: how to answer and who has to act.
        ///
        /// The same struct describes a code, a case, a meaning, a range of numbers and an error.
        ///
        /// # Examples
        ///
        /// ```
        /// use errcat::{Actor, Facts, GrpcCode, HttpStatus, Outcome, Retry};
        ///
        /// let facts = Facts {
        ///     outcome: Outcome::Failure,
        ///     http: HttpStatus::new(404).unwrap(),
        ///     grpc: GrpcCode::NotFound,
        ///     retry: Retry::Never,
        ///     actor: Actor::Caller,
        /// };
        /// assert!(facts.outcome.is_failure());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
        pub struct Facts {
            $($(#[$doc])+ pub $fact: $type,)+
        }
    };
}

with_facts!(facts!);

/// Declares the comparison of facts.
macro_rules! differing {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
        /// Returns the names of the facts that differ, except the outcome.
        pub fn differing(one: Facts, other: Facts) -> impl Iterator<Item = &'static str> {
            let facts = [$((stringify!($fact), one.$fact != other.$fact)),+];
            let differing = facts.into_iter().filter(|(name, differs)| *differs && *name != "outcome");
            differing.map(|(name, _)| name)
        }
    };
}

with_facts!(differing!);

/// A type whose values are facts: how people read them.
pub trait Fact: Copy + core::fmt::Display + 'static {
    /// The label of the fact on a page, such as `who acts`.
    const LABEL: &'static str;

    /// The values that [`Self::explanation`] explains, those with a number once, with 0.
    const EXPLAINED: &'static [Self] = &[];

    /// Returns a clause for people who do not know the value, if it needs one.
    fn explanation(self) -> Option<impl core::fmt::Display> {
        None::<&str>
    }
}

/// Gives `Code` the methods of a list.
#[doc(hidden)]
#[macro_export]
macro_rules! __const_methods {
    ($($(#[$doc:meta])+ $name:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        #[inline]
        pub const fn $name(self) -> $type {
            tables::TABLES.$name(self as usize)
        }
    )+};
}
