//! From a checked catalog to rows of facts: what a table will hold, before it is one.

use errcat::{Actor, GrpcCode, HttpStatus, Outcome, Retry};
use errcat_model::{Case, Catalog, CatalogSet, Code, Concept};

use crate::EmitError;

/// The facts of a case, of a code with several cases, or of a range of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) message: &'a str,
    pub(crate) cause: &'a str,
    pub(crate) action: &'a str,
    pub(crate) http: HttpStatus,
    pub(crate) grpc: GrpcCode,
    pub(crate) retry: Retry,
    pub(crate) actor: Actor,
    pub(crate) outcome: Outcome,
    pub(crate) group: usize,
    pub(crate) concept: &'a str,
}

/// All rows of a catalog, and which of them a case or range has.
#[derive(Debug, Default)]
pub(crate) struct Rows<'a> {
    /// The codes, so that a code finds its row by its own number; then the cases that do not share
    /// the row of their code; then the ranges.
    pub(crate) all: Vec<Row<'a>>,
    /// The row of each case.
    pub(crate) of_cases: Vec<usize>,
    /// The first case of each code, and the end of the last.
    pub(crate) first_cases: Vec<usize>,
    /// Ranges, the narrowest first: first number, last number, row.
    pub(crate) ranges: Vec<(u32, u32, usize)>,
}

impl<'a> Rows<'a> {
    pub(crate) fn of(set: &'a CatalogSet, catalog: &'a Catalog) -> Result<Self, EmitError> {
        let mut rows = Self::default();
        let mut own = Vec::new();
        for (index, code) in catalog.codes.iter().enumerate() {
            rows.first_cases.push(rows.of_cases.len());
            let cases = code.cases.iter().map(|case| case_row(set, catalog, code, case));
            let cases = cases.collect::<Result<Vec<_>, _>>()?;
            match cases.as_slice() {
                [case] if case.name == code.name => {
                    rows.of_cases.push(index);
                    rows.all.extend(cases);
                }
                several => {
                    rows.all.push(joint_row(set, &code.name, several)?);
                    let first = catalog.codes.len() + own.len();
                    rows.of_cases.extend(first..first + several.len());
                    own.extend(cases);
                }
            }
        }
        rows.first_cases.push(rows.of_cases.len());
        rows.all.extend(own);
        rows.add_ranges(set, catalog)?;
        Ok(rows)
    }

    /// Whether codes, cases and their rows are the same numbers.
    pub(crate) fn are_shared(&self) -> bool {
        self.of_cases.iter().enumerate().all(|(case, row)| case == *row)
    }

    fn add_ranges(&mut self, set: &'a CatalogSet, catalog: &'a Catalog) -> Result<(), EmitError> {
        for (index, group) in catalog.groups.iter().enumerate() {
            let (Some((first, last)), Some(id)) = (group.range, &group.kind_of) else {
                continue;
            };
            let concept = concept(set, id)?;
            self.ranges.push((first, last, self.all.len()));
            self.all.push(concept_row(concept, "", index));
        }
        self.ranges.sort_by_key(|(first, last, _)| (last - first, *first));
        Ok(())
    }
}

fn case_row<'a>(
    set: &'a CatalogSet,
    catalog: &'a Catalog,
    code: &'a Code,
    case: &'a Case,
) -> Result<Row<'a>, EmitError> {
    let group = catalog.groups.iter().position(|group| group.id == code.group);
    let guidance = case.guidance.as_ref();
    Ok(Row {
        name: &case.name,
        message: case.messages.first().map_or("", |message| &message.text),
        cause: guidance.map_or("", |guidance| &guidance.cause),
        action: guidance.map_or("", |guidance| &guidance.action),
        http: case.http,
        grpc: case.grpc,
        retry: case.retry,
        actor: case.actor,
        outcome: code.outcome,
        group: group.ok_or(EmitError::Internal("a code is in no group"))?,
        concept: &common_concept(set, case.concepts.iter().map(String::as_str))?.id,
    })
}

/// What can be said of a code whose case is not known: what its cases have in common, or else
/// what their common concept says; and of their retry advice the most cautious.
fn joint_row<'a>(
    set: &'a CatalogSet,
    name: &'a str,
    cases: &[Row<'a>],
) -> Result<Row<'a>, EmitError> {
    let concept = common_concept(set, cases.iter().map(|case| case.concept))?;
    let first = cases.first().ok_or(EmitError::Internal("a code has no case"))?;
    let retry = cases.iter().map(|case| case.retry).max_by_key(|retry| caution(*retry));
    let (message, cause, action) = match cases {
        [case] => (case.message, case.cause, case.action),
        _ => ("", "", ""),
    };
    Ok(Row {
        message,
        cause,
        action,
        http: agreed(cases, |case| case.http).unwrap_or(concept.http),
        grpc: agreed(cases, |case| case.grpc).unwrap_or(concept.grpc),
        retry: retry.unwrap_or(first.retry),
        actor: agreed(cases, |case| case.actor).unwrap_or(concept.actor),
        outcome: first.outcome,
        ..concept_row(concept, name, first.group)
    })
}

fn concept_row<'a>(concept: &'a Concept, name: &'a str, group: usize) -> Row<'a> {
    Row {
        name,
        message: "",
        cause: "",
        action: "",
        http: concept.http,
        grpc: concept.grpc,
        retry: concept.retry,
        actor: concept.actor,
        outcome: concept.outcome,
        group,
        concept: &concept.id,
    }
}

fn agreed<T: PartialEq>(cases: &[Row<'_>], fact: impl Fn(&Row<'_>) -> T) -> Option<T> {
    let mut facts = cases.iter().map(fact);
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

fn concept<'a>(set: &'a CatalogSet, id: &str) -> Result<&'a Concept, EmitError> {
    set.concept(id).ok_or(EmitError::Internal("a concept is missing"))
}

/// The nearest concept that all of some are a kind of.
fn common_concept<'a, 'b>(
    set: &'a CatalogSet,
    mut ids: impl Iterator<Item = &'b str>,
) -> Result<&'a Concept, EmitError> {
    let first = ids.next().ok_or(EmitError::Internal("a case has no concept"))?;
    let mut common = ancestors(set, first);
    for id in ids {
        let others = ancestors(set, id);
        common.retain(|concept| others.contains(concept));
    }
    // The laws keep a code within one branch of the hub, so there is one.
    common.first().copied().ok_or(EmitError::Internal("concepts have nothing in common"))
}

/// A concept, its parent, and so on.
fn ancestors<'a>(set: &'a CatalogSet, id: &str) -> Vec<&'a Concept> {
    let parent = |concept: &&'a Concept| set.concept(concept.parent.as_deref()?);
    std::iter::successors(set.concept(id), parent).collect()
}
