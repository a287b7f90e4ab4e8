//! What can be said of a code whose case is not known, and of a number that is no code.

pub use errcat::rt::error::Answers;
use errcat::{Facts, Outcome, Retry};

use crate::{Case, Catalog, CatalogSet, Code, Meaning};

/// What a case answers.
pub fn of_case<'c>(set: &'c CatalogSet, case: &Case) -> Answers<'c> {
    let meaning = common_meaning(set, case.meanings.iter().map(String::as_str));
    Answers {
        facts: Facts {
            outcome: meaning.map_or(Outcome::Failure, |meaning| meaning.outcome),
            http: case.http,
            grpc: case.grpc,
            retry: case.retry,
            actor: case.actor,
        },
        meaning: meaning.map(|meaning| meaning.id.as_str()),
    }
}

/// What the cases of a code have in common, or else what their common meaning says; and of their
/// retry advice the most cautious.
pub fn of_code<'c>(set: &'c CatalogSet, code: &Code) -> Option<Answers<'c>> {
    let meanings = code.cases.iter().flat_map(|case| &case.meanings);
    let meaning = common_meaning(set, meanings.map(String::as_str))?;
    let retry = code.cases.iter().map(|case| case.retry).max_by_key(|retry| caution(*retry));
    Some(Answers {
        facts: Facts {
            outcome: code.outcome,
            http: agreed(code, |case| case.http).unwrap_or(meaning.http),
            grpc: agreed(code, |case| case.grpc).unwrap_or(meaning.grpc),
            retry: retry.unwrap_or(meaning.retry),
            actor: agreed(code, |case| case.actor).unwrap_or(meaning.actor),
        },
        meaning: Some(&meaning.id),
    })
}

/// What everything that is a kind of a meaning answers.
pub fn of_meaning(meaning: &Meaning) -> Answers<'_> {
    Answers {
        facts: Facts {
            outcome: meaning.outcome,
            http: meaning.http,
            grpc: meaning.grpc,
            retry: meaning.retry,
            actor: meaning.actor,
        },
        meaning: Some(&meaning.id),
    }
}

/// What a number is a kind of that may be no code: of several ranges the narrowest says most.
pub fn of_number<'c>(set: &'c CatalogSet, catalog: &Catalog, number: u32) -> Option<Answers<'c>> {
    let holding = catalog.groups.iter().filter_map(|group| {
        let ((first, last), meaning) = (group.range?, group.kind_of.as_deref()?);
        (first..=last).contains(&number).then_some((last - first, meaning))
    });
    let (_, meaning) = holding.min_by_key(|(width, _)| *width)?;
    let meaning = set.meaning(meaning)?;
    Some(of_meaning(meaning))
}

fn agreed<T: PartialEq>(code: &Code, fact: impl Fn(&Case) -> T) -> Option<T> {
    let mut facts = code.cases.iter().map(fact);
    let first = facts.next()?;
    facts.all(|fact| fact == first).then_some(first)
}

/// Advice that a service can follow without harm whatever the case was.
fn caution(retry: Retry) -> (u8, u32) {
    match retry {
        Retry::Later { after_seconds } => (0, after_seconds.unwrap_or(0)),
        Retry::AfterFix => (1, 0),
        Retry::Never => (2, 0),
        Retry::Query => (3, 0),
    }
}

/// The nearest meaning that all of some are a kind of.
fn common_meaning<'c, 'i>(
    set: &'c CatalogSet,
    mut ids: impl Iterator<Item = &'i str>,
) -> Option<&'c Meaning> {
    let mut common: Vec<&Meaning> = ancestors(set, ids.next()?).collect();
    for id in ids {
        common.retain(|meaning| ancestors(set, id).any(|other| other.id == meaning.id));
    }
    common.first().copied()
}

/// A meaning, its parent, and so on.
fn ancestors<'c>(set: &'c CatalogSet, id: &str) -> impl Iterator<Item = &'c Meaning> {
    let parent = |meaning: &&'c Meaning| set.meaning(meaning.parent.as_deref()?);
    std::iter::successors(set.meaning(id), parent)
}
