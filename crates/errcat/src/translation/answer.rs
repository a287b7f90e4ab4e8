//! Answers of a service in the words of another catalog.

use super::{TranslatesTo, translate_code};
use crate::code::meaning_at;
use crate::facts::differing;
use crate::facts::words::words;
use crate::reply::{Place, Subject};
use crate::table::MeaningTarget;
use crate::{Audience, CatalogCode, CatalogMeaning, Facts, Relation, Reply};

words! {
    /// The reason why an [`Answer`] has the target that it has.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Basis {
        /// The target represents the error, and the audience can act on it.
        Equivalent = "equivalent",
        /// The audience cannot act on the error: the target says that somebody behind the service
        /// failed.
        Relayed = "relayed",
        /// The catalog has no code for it. The answer has a status, advice and a sentence.
        Class = "class",
        /// It is not a failure, and the catalog has no code for it.
        None = "none",
    }
}

/// The answer of your service to an error in the words of another catalog, for one audience.
///
/// There is always an answer, although there is often no equivalent. Its status, advice and actor
/// are those of the [`Reply`] to the error itself, whatever the entry of the target says: a target
/// never turns "look before you resend" into "try again". It never names the catalog of the error.
///
/// If the audience cannot act on the error, the target is the code for what a failure of that
/// provider means one level further out, or else for a failure of any service.
///
/// # Examples
///
/// ```
/// use errcat::{Audience, CatalogError, Failure, HttpStatus, TranslatesTo};
///
/// /// Returns the status and the code for a client who knows the errors of `T`.
/// fn respond<E, T>(failure: &Failure<E>) -> (HttpStatus, Option<T::Code>)
/// where
///     E: CatalogError<Code: TranslatesTo<T::Code>>,
///     T: CatalogError,
/// {
///     let answer = failure.answer_in::<T>(Audience::Client);
///     (answer.reply().http(), answer.target().and_then(CatalogError::code))
/// }
/// ```
#[derive(Debug, Clone)]
#[must_use = "an answer does nothing until it is sent"]
pub struct Answer<'a, T> {
    target: Option<T>,
    relation: Option<Relation>,
    basis: Basis,
    /// The facts of the entry of the target.
    entry: Option<Facts>,
    /// The answer without its target.
    reply: Reply<'a>,
}

/// A target, how faithful it is, and the facts of its entry if it has one.
pub(crate) type Found<T> = (T, Relation, Option<Facts>);

impl<'a, T> Answer<'a, T> {
    /// Creates the answer with the reply to an error in its own words, for a catalog with these
    /// codes.
    pub(crate) fn new<C: CatalogCode>(reply: Reply<'a>, found: Option<Found<T>>) -> Self {
        let basis = match (&found, reply.role) {
            (Some(_), Some(_)) => Basis::Relayed,
            (Some(_), None) => Basis::Equivalent,
            (None, _) if reply.facts.outcome.is_failure() => Basis::Class,
            (None, _) => Basis::None,
        };
        let words = C::ALL.first().map_or(reply.subject, |code| code);
        let reply = reply.in_words_of(words, false);
        let relation = found.as_ref().map(|(_, relation, _)| *relation);
        let entry = found.as_ref().and_then(|(.., entry)| *entry);
        Self { target: found.map(|(target, ..)| target), relation, basis, entry, reply }
    }

    /// Returns the code or error of the other catalog, if it has one for this.
    pub const fn target(&self) -> Option<&T> {
        self.target.as_ref()
    }

    /// Returns the code or error of the other catalog, if it has one for this.
    pub fn into_target(self) -> Option<T> {
        self.target
    }

    /// Returns how faithfully the target represents the error, or what is relayed of it.
    pub const fn relation(&self) -> Option<Relation> {
        self.relation
    }

    /// Returns why it is this target.
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// Returns the names of the facts that the entry of the target promises differently, such as
    /// `retry`. Those of the [reply](Self::reply) are true.
    pub fn differs(&self) -> impl Iterator<Item = &'static str> {
        let facts = self.reply.facts;
        differing(facts, self.entry.unwrap_or(facts))
    }

    /// Chooses the language of the sentence in a body, as [`Reply::in_language`] does.
    pub const fn in_language(mut self, accept_language: &'a str) -> Self {
        self.reply = self.reply.in_language(accept_language);
        self
    }

    /// Includes the fields that the provider refused, for clients that know the provider's names of
    /// them. An operator always sees them.
    pub const fn with_violations(mut self) -> Self {
        self.reply = self.reply.with_violations();
        self
    }
}

impl<T: Subject> Answer<'_, T> {
    /// Returns the reply of your service: the facts and the meaning of the reply to the error
    /// itself, with the code and the catalog of the target. Without a target, it names no code and
    /// no catalog, and its only text is [`tell`](Reply::tell).
    pub fn reply(&self) -> Reply<'_> {
        match &self.target {
            Some(target) => self.reply.in_words_of(target, true),
            None => self.reply,
        }
    }
}

/// Returns the answer to the code in a row.
pub(super) fn of_code<C: TranslatesTo<T>, T: CatalogCode>(
    code: C,
    audience: Audience,
) -> Answer<'static, T> {
    let reply = code.reply(audience);
    let found = match reply.role {
        Some(role) => relayed::<C, T>(role).and_then(|to| {
            let code = T::TABLES.code_of_case(to.case.into());
            Some((*T::ALL.get(code)?, to.relation))
        }),
        None => {
            translate_code::<C, T>(code.index().into()).map(|found| (found.target, found.relation))
        }
    };
    let found = found.map(|(target, relation)| (target, relation, Some(target.facts())));
    Answer::new::<T>(reply, found)
}

/// Returns the code of a catalog for a failure of another catalog that the reader cannot act on: for
/// what it means further out, or else for its role.
pub(crate) fn relayed<C: CatalogCode, T: CatalogCode>(role: Place) -> Option<MeaningTarget> {
    let failed = C::FAILED_AS.and_then(of_meaning::<C::Meaning, T>);
    // A wider one says less than the role.
    let failed = failed.filter(|to| to.relation != Relation::Wider);
    failed.or_else(|| of_role::<T>(role))
}

/// Returns the best code of a catalog for a role of its hub.
pub(crate) fn of_role<T: CatalogCode>(role: Place) -> Option<MeaningTarget> {
    own::<T>(meaning_at::<T>(role))
}

/// Returns the best code of a catalog for a meaning of its hub.
fn own<T: CatalogCode>(meaning: T::Meaning) -> Option<MeaningTarget> {
    T::FOR_MEANINGS.get(usize::from(meaning.index())).copied().flatten()
}

/// Returns the best code of a catalog for a meaning of any hub.
fn of_meaning<M: CatalogMeaning, T: CatalogCode>(meaning: M) -> Option<MeaningTarget> {
    match T::Meaning::find(meaning.id()) {
        Some(same) => own::<T>(same),
        None => of_part::<M, T>(meaning),
    }
}

/// Returns the best code of a catalog for an unknown part of a meaning of any hub: the nearest one
/// that the meaning lies within.
pub(crate) fn of_part<M: CatalogMeaning, T: CatalogCode>(meaning: M) -> Option<MeaningTarget> {
    let line = core::iter::successors(Some(meaning), |meaning| meaning.parent());
    // "It failed" does not say how.
    let known = line
        .filter(|meaning| meaning.parent().is_some())
        .filter_map(|meaning| T::Meaning::find(meaning.id()));
    // What is close to a meaning need not be close to its parts.
    let mut targets = known.filter_map(own::<T>).filter(|to| to.relation != Relation::Close);
    Some(MeaningTarget { relation: Relation::Wider, ..targets.next()? })
}
