//! What can be said of a code whose case is not known, and of a number that is no code.

use errcat::__private::error::Answers;
use errcat::{Outcome, Retry};

use crate::{Case, Catalog, CatalogSet, Code, Concept};

/// What a case answers.
pub fn of_case<'c>(set: &'c CatalogSet, case: &Case) -> Answers<'c> {
    let concept = common_concept(set, case.concepts.iter().map(String::as_str));
    Answers {
        http: case.http,
        grpc: case.grpc,
        retry: case.retry,
        actor: case.actor,
        concept: concept.map(|concept| concept.id.as_str()),
    }
}

/// What the cases of a code have in common, or else what their common concept says; and of their
/// retry advice the most cautious.
pub fn of_code<'c>(set: &'c CatalogSet, code: &Code) -> Option<Answers<'c>> {
    let concepts = code.cases.iter().flat_map(|case| &case.concepts);
    let concept = common_concept(set, concepts.map(String::as_str))?;
    let retry = code.cases.iter().map(|case| case.retry).max_by_key(|retry| caution(*retry));
    Some(Answers {
        http: agreed(code, |case| case.http).unwrap_or(concept.http),
        grpc: agreed(code, |case| case.grpc).unwrap_or(concept.grpc),
        retry: retry.unwrap_or(concept.retry),
        actor: agreed(code, |case| case.actor).unwrap_or(concept.actor),
        concept: Some(&concept.id),
    })
}

/// What everything that is a kind of a concept answers.
pub fn of_concept(concept: &Concept) -> Answers<'_> {
    Answers {
        http: concept.http,
        grpc: concept.grpc,
        retry: concept.retry,
        actor: concept.actor,
        concept: Some(&concept.id),
    }
}

/// What a number is a kind of that may be no code: of several ranges the narrowest says most.
pub fn of_number<'c>(
    set: &'c CatalogSet,
    catalog: &Catalog,
    number: u32,
) -> Option<(Outcome, Answers<'c>)> {
    let holding = catalog.groups.iter().filter_map(|group| {
        let ((first, last), meaning) = (group.range?, group.kind_of.as_deref()?);
        (first..=last).contains(&number).then_some((last - first, meaning))
    });
    let (_, meaning) = holding.min_by_key(|(width, _)| *width)?;
    let concept = set.concept(meaning)?;
    Some((concept.outcome, of_concept(concept)))
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

/// The nearest concept that all of some are a kind of.
fn common_concept<'c, 'i>(
    set: &'c CatalogSet,
    mut ids: impl Iterator<Item = &'i str>,
) -> Option<&'c Concept> {
    let mut common: Vec<&Concept> = ancestors(set, ids.next()?).collect();
    for id in ids {
        common.retain(|concept| ancestors(set, id).any(|other| other.id == concept.id));
    }
    common.first().copied()
}

/// A concept, its parent, and so on.
fn ancestors<'c>(set: &'c CatalogSet, id: &str) -> impl Iterator<Item = &'c Concept> {
    let parent = |concept: &&'c Concept| set.concept(concept.parent.as_deref()?);
    std::iter::successors(set.concept(id), parent)
}
