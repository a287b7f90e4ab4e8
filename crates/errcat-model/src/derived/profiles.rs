//! The profiles of cases, of codes whose case is not known, of meanings, and of unlisted codes.

use errcat::rt::Roles;
use errcat::{Actor, Facts, Retry};

use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, Law, Meaning};

/// The facts of something, and the id of its meaning.
pub type Profile<'c> = errcat::rt::error::Profile<&'c str>;

/// Returns the roles of the hub.
pub fn roles(set: &CatalogSet) -> Result<Roles<&str>, BrokenLaw> {
    let roles = set.roles.as_ref().ok_or_else(|| BrokenLaw::new(Law::HubRoles, "failure"))?;
    Ok(Roles {
        passing: &roles.passing,
        broken: &roles.broken,
        validation: &roles.validation,
        unknown: &roles.unknown,
    })
}

/// Returns the profile of a case.
pub fn of_case<'c>(set: &'c CatalogSet, case: &Case) -> Result<Profile<'c>, BrokenLaw> {
    let meaning = common_meaning(set, [case], &case.id)?;
    Ok(Profile { facts: case.facts, meaning: &meaning.id })
}

/// Returns the profile of a code whose case is not known: the facts that its cases share, the facts
/// of their common meaning for the rest, and the most cautious advice. If the cases disagree on the
/// actor, it is the operator, because nothing tells whether a client is to blame.
pub fn of_code<'c>(set: &'c CatalogSet, code: &Code) -> Result<Profile<'c>, BrokenLaw> {
    let meaning = common_meaning(set, &code.cases, &code.code)?;
    let advice = code.cases.iter().map(|case| case.facts.retry);
    let retry = advice.reduce(Retry::or_more_cautious).unwrap_or(meaning.facts.retry);
    let others = Facts { actor: Actor::Operator, ..meaning.facts };
    let facts = Facts { outcome: code.outcome, retry, ..agreed(code, others) };
    Ok(Profile { facts, meaning: &meaning.id })
}

/// Returns the profile of everything that has the meaning with an id.
pub fn of_meaning<'c>(set: &'c CatalogSet, id: &str) -> Result<Profile<'c>, BrokenLaw> {
    let meaning = known(set, id)?;
    Ok(Profile { facts: meaning.facts, meaning: &meaning.id })
}

/// Returns the profile of the class of a code that the catalog does not list, if it has one.
pub fn of_class<'c>(
    set: &'c CatalogSet,
    catalog: &Catalog,
    code: &str,
) -> Result<Option<Profile<'c>>, BrokenLaw> {
    catalog.class_of(code).map(|(_, meaning)| of_meaning(set, meaning)).transpose()
}

fn known<'c>(set: &'c CatalogSet, id: &str) -> Result<&'c Meaning, BrokenLaw> {
    set.meaning(id).ok_or_else(|| BrokenLaw::new(Law::UnknownMeaning, id))
}

/// Returns the facts that all cases of a code share, and others for the rest.
fn agreed(code: &Code, others: Facts) -> Facts {
    macro_rules! agreed {
        ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
            Facts { $($fact: common(code, |facts| facts.$fact).unwrap_or(others.$fact),)+ }
        };
    }
    errcat::__with_facts!(agreed!)
}

/// Returns the value of a fact that all cases of a code share.
fn common<T: PartialEq>(code: &Code, fact: impl Fn(Facts) -> T) -> Option<T> {
    let mut values = code.cases.iter().map(|case| fact(case.facts));
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// Returns the nearest meaning that includes all meanings of some cases.
fn common_meaning<'c, 'i>(
    set: &'c CatalogSet,
    cases: impl IntoIterator<Item = &'i Case>,
    subject: &str,
) -> Result<&'c Meaning, BrokenLaw> {
    let mut ids = cases.into_iter().flat_map(|case| &case.meanings);
    let missing = || BrokenLaw::new(Law::MissingRelation, subject);
    let first = ids.next().ok_or_else(missing)?;
    // Most cases have one meaning, which can have many ancestors.
    let mut others = ids.filter(|id| *id != first).peekable();
    if others.peek().is_none() {
        return known(set, first);
    }
    let mut common = ancestors(set, first)?;
    for id in others {
        let others = ancestors(set, id)?;
        // Ancestors that two meanings share are at the end of both lists.
        let pairs = common.iter().rev().zip(others.iter().rev());
        let same = pairs.take_while(|(one, other)| one.id == other.id).count();
        common.drain(..common.len() - same);
    }
    let crossed = || BrokenLaw::new(Law::OutcomeCrossed, subject);
    common.first().copied().ok_or_else(crossed)
}

/// Returns a meaning, its parent, and so on. A cycle, which no checked hub has, ends.
fn ancestors<'c>(set: &'c CatalogSet, id: &str) -> Result<Vec<&'c Meaning>, BrokenLaw> {
    let parent = |meaning: &&'c Meaning| set.meaning(meaning.parent.as_deref()?);
    let line = std::iter::successors(Some(known(set, id)?), parent);
    Ok(line.take(set.meanings.len()).collect())
}
