//! The answers that every error has, whatever its catalog.

use super::show::Message;
use crate::reply::{Place, Sentences, Subject};
use crate::{HttpStatus, Retry};

/// Calls a macro with the methods of every error besides its facts, so that each is declared and
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
            /// Returns the id of the catalog, such as `wapi`.
            catalog() -> &'static str;
            /// Returns the code as it was on the wire, even if the catalog does not have it.
            raw_code() -> ::core::option::Option<&str>;
            /// Returns the HTTP status that the response had, if it is known.
            status() -> ::core::option::Option<$crate::HttpStatus>;
            /// Returns why there is no response, if there is none.
            transport() -> ::core::option::Option<$crate::Transport>;
            /// Returns a label for metrics, such as `wapi.3201`: the set of all labels is closed
            /// and small.
            label() -> &'static str;
            /// Returns the id of the meaning, such as `domain.already-registered`.
            meaning_id() -> &'static str;
            /// Returns what happened and what to do about it, if the catalog says so.
            guidance() -> ::core::option::Option<$crate::Guidance>;
            /// Returns the address of the entry in the reference pages, if the catalog has any.
            docs() -> ::core::option::Option<$crate::DocsUrl>;
            /// Returns the parameters of the message, in their order.
            params() -> $crate::Params<'_>;
            /// Returns the fields that the provider refused.
            violations() -> &[$crate::Violation];
            /// Returns the message without the code: the provider's text with the values of its
            /// parameters, except those that are sensitive or not known.
            message() -> $crate::Message<'_>;
            /// Returns whether the unchanged request may be sent again although nobody has fixed
            /// anything, once the delay is over.
            ///
            /// This is `Retry::may_resend`, with two exceptions: a request that was not sent may be
            /// sent again even if it is not idempotent, and an idempotent one even if its response
            /// got lost.
            may_resend(idempotent: bool) -> bool;
        }
    };
}

/// Calls a macro with the methods of every error that need its sentences.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_reply_methods {
    ($($callback:tt)*) => {
        $($callback)* {
            /// Returns the reply of your service for an audience.
            reply(audience: $crate::Audience) -> $crate::Reply<'_>;
            /// Returns one sentence for customers who own the account at the provider, in the language
            /// that the value of an `Accept-Language` header prefers, or else in English. For other
            /// customers, use [`reply`](Self::reply).
            tell(accept_language: &str) -> $crate::Tell;
        }
    };
}

/// Declares the facts of a list as methods of [`ErrorFacts`].
macro_rules! fact_methods {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        fn $fact(&self) -> $type {
            self.facts().$fact
        }
    )+};
}

/// Declares the methods of a list as methods of [`ErrorFacts`].
macro_rules! error_methods {
    ($(
        $(#[$doc:meta])+
        $name:ident($($argument:ident: $kind:ty)?) -> $type:ty;
    )+) => {$(
        $(#[$doc])+
        fn $name(&self $(, $argument: $kind)?) -> $type {
            provided::$name(self.origin() $(, $argument)?)
        }
    )+};
}

/// Declares the methods of a list as methods of [`ErrorFacts`] that need the error itself.
macro_rules! reply_methods {
    ($($(#[$doc:meta])+ $name:ident($argument:ident: $kind:ty) -> $type:ty;)+) => {$(
        $(#[$doc])+
        fn $name(&self, $argument: $kind) -> $type {
            provided::$name(self, self.origin(), $argument)
        }
    )+};
}

/// The answers of an error, whatever its catalog: for logs, metrics and middleware that take
/// `&dyn ErrorFacts`.
///
/// Generated errors, `AnyError` and [`Failure`](crate::Failure) have the same methods of their own.
/// The trait is sealed: nothing else implements it, and methods can be added in any release.
///
/// # Examples
///
/// ```
/// use errcat::ErrorFacts;
///
/// /// Returns a line for the log, whichever provider failed.
/// fn line(error: &dyn ErrorFacts) -> String {
///     format!("{} {} retry={}: {error}", error.label(), error.meaning_id(), error.retry())
/// }
/// ```
pub trait ErrorFacts: core::error::Error + Send + Sync {
    /// Returns the error and what is known besides.
    #[doc(hidden)]
    fn origin(&self) -> Origin<'_>;

    /// Returns the sentences at a place. They are not reached from the origin, so that only programs
    /// that tell somebody have them.
    #[doc(hidden)]
    fn sentences(&self, place: Place) -> Sentences;

    crate::facts::with_facts!(fact_methods!);
    __with_error_methods!(error_methods!);
    __with_reply_methods!(reply_methods!);
}

/// An error of a catalog, and what the response says besides.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    pub subject: &'a dyn Subject,
    pub retry: Option<Retry>,
    pub request_id: Option<&'a str>,
    pub raw_code: Option<&'a str>,
    pub status: Option<HttpStatus>,
}

impl<'a> Origin<'a> {
    /// Returns an error of which nothing else is known.
    pub fn new(subject: &'a dyn Subject) -> Self {
        let raw_code = subject.raw_code();
        Self { subject, retry: None, request_id: None, raw_code, status: None }
    }
}

pub(super) use provided::reply;

/// The implementations of the methods of [`ErrorFacts`].
mod provided {
    use super::{ErrorFacts, Message, Origin};
    use crate::{
        Audience, DocsUrl, ErrorKind, Facts, Guidance, HttpStatus, Params, Reply, Retry, Tell,
        Transport, Violation,
    };

    pub(super) fn facts(origin: Origin<'_>) -> Facts {
        let facts = origin.subject.profile().facts;
        Facts { retry: origin.retry.unwrap_or(facts.retry), ..facts }
    }

    pub(super) fn kind(origin: Origin<'_>) -> ErrorKind {
        origin.subject.kind()
    }

    pub(super) fn catalog(origin: Origin<'_>) -> &'static str {
        origin.subject.tables().id
    }

    pub(super) fn raw_code(origin: Origin<'_>) -> Option<&str> {
        origin.raw_code
    }

    pub(super) fn transport(origin: Origin<'_>) -> Option<Transport> {
        origin.subject.body()?.transport()
    }

    pub(super) fn status(origin: Origin<'_>) -> Option<HttpStatus> {
        origin.status.or_else(|| origin.subject.body()?.status())
    }

    pub(super) fn label(origin: Origin<'_>) -> &'static str {
        origin.subject.label()
    }

    pub(super) fn meaning_id(origin: Origin<'_>) -> &'static str {
        origin.subject.meaning_at(origin.subject.profile().meaning).id
    }

    pub(super) fn guidance(origin: Origin<'_>) -> Option<Guidance> {
        origin.subject.tables().guidance(origin.subject.any_row()?)
    }

    pub(super) fn docs(origin: Origin<'_>) -> Option<DocsUrl> {
        origin.subject.tables().docs(origin.subject.any_row()?)
    }

    pub(super) fn params(origin: Origin<'_>) -> Params<'_> {
        origin.subject.params()
    }

    pub(super) fn violations(origin: Origin<'_>) -> &[Violation] {
        origin.subject.violations()
    }

    pub(super) fn message(origin: Origin<'_>) -> Message<'_> {
        Message(origin.subject)
    }

    pub(super) fn may_resend(origin: Origin<'_>, idempotent: bool) -> bool {
        let retry = facts(origin).retry;
        match transport(origin) {
            Some(Transport::NotSent) => retry.may_resend(true),
            // There is no response with other advice.
            Some(Transport::TimedOut | Transport::BrokenOff) if retry == Retry::Query => idempotent,
            _ => retry.may_resend(idempotent),
        }
    }

    pub(super) fn tell(
        error: &(impl ErrorFacts + ?Sized),
        origin: Origin<'_>,
        accept_language: &str,
    ) -> Tell {
        // Without a case, nobody knows whether the customer can act on it.
        if origin.subject.body().is_some() {
            return reply(error, origin, Audience::AccountOwner).tell(accept_language);
        }
        Tell::choose(error.sentences(origin.subject.profile().meaning), accept_language)
    }

    pub(in crate::error) fn reply<'e>(
        error: &(impl ErrorFacts + ?Sized),
        origin: Origin<'e>,
        audience: Audience,
    ) -> Reply<'e> {
        let facts = (facts(origin), origin.subject.profile().meaning);
        let reply = Reply::new(origin.subject, facts, |place| error.sentences(place), audience);
        match origin.request_id {
            Some(id) => reply.with_request_id(id),
            None => reply,
        }
    }
}
