//! The answers of errors in the words of another catalog.

use super::assemble::{Assemble, tables};
use super::facts::{ErrorFacts, Origin, reply};
use super::translate::translate;
use crate::code::meaning_at;
use crate::reply::{Body, Place, Subject, Validation};
use crate::table::{EnvelopeKind, MeaningTarget};
use crate::translation::answer::{of_part, of_role, relayed};
use crate::{Answer, Audience, Relation, TranslatesTo};

/// An error that is answered in the words of the catalog of `T`.
#[doc(hidden)]
pub trait AnswersIn<T>: ErrorFacts {
    /// Returns the answer to this error with what else is known.
    fn answer_from<'e>(&'e self, origin: Origin<'e>, audience: Audience) -> Answer<'e, T>;
}

impl<E, T> AnswersIn<T> for E
where
    E: Assemble<Codes: TranslatesTo<T::Codes>> + ErrorFacts,
    T: Assemble,
{
    fn answer_from<'e>(&'e self, origin: Origin<'e>, audience: Audience) -> Answer<'e, T> {
        let reply = reply(self, origin, audience);
        let found = match reply.role {
            // Nobody but the provider knows its values.
            Some(role) => relayed::<E::Codes, T::Codes>(role).and_then(without_values),
            None => equivalent::<E, T>(self),
        };
        let found = found.map(|(target, relation)| {
            let entry = (&target as &dyn Subject).any_row();
            let entry = entry.map(|row| tables::<T>().facts(row));
            (target, relation, entry)
        });
        Answer::new::<T::Codes>(reply, found)
    }
}

/// Returns the error of a case, without values.
fn without_values<T: Assemble>(to: MeaningTarget) -> Option<(T, Relation)> {
    Some((T::from_row(to.case, &mut |_| None)?, to.relation))
}

/// Returns the error of the other catalog that may take the place of this one.
fn equivalent<E, T>(error: &E) -> Option<(T, Relation)>
where
    E: Assemble<Codes: TranslatesTo<T::Codes>>,
    T: Assemble,
{
    if !E::Codes::PAIR.is_same() {
        if let Some(Body::Validation(body)) = error.body() {
            return of_validation(body);
        }
        let place = (error as &dyn Subject).profile().meaning;
        if matches!(place, Place::Row(row) if row >= tables::<E>().facts.len()) {
            let range = meaning_at::<E::Codes>(place);
            return of_part::<_, T::Codes>(range).and_then(without_values);
        }
    }
    let found = translate::<E, T>(error)?;
    Some((found.target, found.relation))
}

/// Returns the refusal itself if the other catalog can write it, or else its code for refusals.
fn of_validation<T: Assemble>(body: &Validation) -> Option<(T, Relation)> {
    let forms = tables::<T>().spec.envelopes;
    if forms.iter().any(|form| form.kind == EnvelopeKind::Validation) {
        return Some((T::from_body(Body::Validation(body)), Relation::Exact));
    }
    of_role::<T::Codes>(Place::Validation).and_then(without_values)
}
