//! The tree of concepts and what is inherited along it.

use std::collections::HashMap;

use errcat::{Actor, GrpcCode, HttpStatus, Outcome, Retry};

use super::report_duplicates;
use super::statuses::{self, Statuses};
use crate::read::RetryWord;
use crate::span::Spanned;
use crate::written::ConceptSource;
use crate::{Finding, Law, names};

/// Meanings that are finer than this are no longer provider-neutral.
const MAX_DEPTH: usize = 32;

/// The concepts by id, with everything inherited.
pub(crate) struct Hub<'w> {
    concepts: HashMap<&'w str, Entry<'w>>,
}

struct Entry<'w> {
    source: &'w ConceptSource,
    /// Nothing where the way up is broken, which has been reported.
    defaults: Option<Defaults>,
}

/// What a concept says about every code that maps to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Defaults {
    pub(crate) outcome: Outcome,
    pub(crate) http: HttpStatus,
    pub(crate) grpc: GrpcCode,
    pub(crate) retry: Retry,
    pub(crate) actor: Actor,
}

impl<'w> Hub<'w> {
    pub(super) fn build(sources: &'w [ConceptSource], findings: &mut Vec<Finding>) -> Self {
        report_duplicates(
            "the concept",
            sources.iter().map(|concept| &concept.id),
            findings,
        );
        let mut by_id: HashMap<&str, &ConceptSource> = HashMap::new();
        for concept in sources {
            check_id(concept, findings);
            by_id.entry(&concept.id).or_insert(concept);
        }
        for concept in sources {
            check_parent(concept, &by_id, findings);
        }
        let mut concepts = HashMap::with_capacity(by_id.len());
        for concept in sources {
            let defaults = match ancestry(concept, &by_id) {
                Ok(line) => inherit(concept, &line, findings),
                Err(cycle) => {
                    findings.extend(cycle);
                    None
                }
            };
            concepts.entry(concept.id.as_str()).or_insert(Entry {
                source: concept,
                defaults,
            });
        }
        Self { concepts }
    }

    /// What a concept says, if it exists and hangs in the tree.
    pub(crate) fn defaults(&self, id: &str) -> Option<Defaults> {
        self.concepts.get(id).and_then(|entry| entry.defaults)
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.concepts.contains_key(id)
    }

    /// Whether one concept is above another.
    pub(super) fn is_ancestor(&self, above: &str, below: &str) -> bool {
        let mut id = below;
        // A cycle, reported elsewhere, must not keep this going.
        for _ in 0..self.concepts.len() {
            let parent = self
                .concepts
                .get(id)
                .and_then(|entry| entry.source.parent.as_ref());
            match parent {
                Some(parent) if parent.value == above => return true,
                Some(parent) => id = &parent.value,
                None => return false,
            }
        }
        false
    }

    /// The finding for a concept that does not exist.
    pub(super) fn unknown(&self, concept: &Spanned<String>) -> Finding {
        unknown(concept, self.concepts.keys().copied())
    }
}

fn check_id(concept: &ConceptSource, findings: &mut Vec<Finding>) {
    if !names::is_dotted_kebab(&concept.id) {
        let message = format!("`{}` is not an id of a concept", concept.id.value);
        findings.push(
            Finding::new(Law::NameUnusable, concept.id.place, message)
                .help("write lower-case words joined by `-`, with `.` between levels"),
        );
    }
}

/// The roots are the three outcomes; everything else hangs under one of them.
fn root_outcome(concept: &ConceptSource) -> Option<Outcome> {
    concept.id.parse().ok()
}

fn check_parent(
    concept: &ConceptSource,
    by_id: &HashMap<&str, &ConceptSource>,
    findings: &mut Vec<Finding>,
) {
    match &concept.parent {
        None if root_outcome(concept).is_none() => {
            let message = format!("the concept `{}` hangs under nothing", concept.id.value);
            findings.push(
                Finding::new(Law::OrphanConcept, concept.id.place, message)
                    .help("add `parent:`; only `success`, `notification` and `failure` have none"),
            );
        }
        Some(parent) if !by_id.contains_key(parent.value.as_str()) => {
            findings.push(unknown(parent, by_id.keys().copied()));
        }
        _ => {}
    }
}

fn unknown<'a>(concept: &Spanned<String>, ids: impl Iterator<Item = &'a str>) -> Finding {
    let message = format!("there is no concept `{}`", concept.value);
    Finding::new(Law::UnknownConcept, concept.place, message)
        .help("name a concept of `concepts.yaml`, or add this one there")
        .did_you_mean(concept, ids)
}

/// The concept and its ancestors, upwards. A concept whose way up ends in a cycle
/// has none; the cycle is reported where it begins, once.
fn ancestry<'w>(
    concept: &'w ConceptSource,
    by_id: &HashMap<&str, &'w ConceptSource>,
) -> Result<Vec<&'w ConceptSource>, Option<Finding>> {
    let mut line = vec![concept];
    let mut current = concept;
    while let Some(parent) = &current.parent {
        let Some(above) = by_id.get(parent.value.as_str()) else {
            return Ok(line);
        };
        if std::ptr::eq(*above, concept) {
            return Err(own_cycle(concept, &line));
        }
        if line.len() == MAX_DEPTH {
            // A cycle further up, reported there, or a tree that nobody could read.
            return Err(too_deep(concept, &line));
        }
        line.push(above);
        current = above;
    }
    Ok(line)
}

fn too_deep(concept: &ConceptSource, line: &[&ConceptSource]) -> Option<Finding> {
    let mut ids: Vec<&str> = line.iter().map(|concept| concept.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let message = format!(
        "the concept `{}` is more than {MAX_DEPTH} levels deep",
        concept.id.value
    );
    (ids.len() == line.len()).then(|| {
        Finding::new(Law::TooLarge, concept.id.place, message)
            .help("hang it under a concept that is nearer to the root")
    })
}

/// The finding for a cycle, from the first of its concepts by id.
fn own_cycle(concept: &ConceptSource, line: &[&ConceptSource]) -> Option<Finding> {
    let ids: Vec<&str> = line.iter().map(|concept| concept.id.as_str()).collect();
    if ids.iter().any(|id| *id < concept.id.as_str()) {
        return None;
    }
    let place = concept
        .parent
        .as_ref()
        .map_or(concept.place, |parent| parent.place);
    let message = format!(
        "the concept `{0}` is above itself: {1} → {0}",
        ids.first()?,
        ids.join(" → ")
    );
    Some(
        Finding::new(Law::ConceptCycle, place, message)
            .help("hang one of them under a concept that is not below it"),
    )
}

fn inherit(
    concept: &ConceptSource,
    line: &[&ConceptSource],
    findings: &mut Vec<Finding>,
) -> Option<Defaults> {
    let root = line.last()?;
    let outcome = root_outcome(root)?;
    let http = nearest_fact(concept, line, "http", |c| c.http.as_ref(), findings);
    let grpc = nearest_fact(concept, line, "grpc", |c| c.grpc.as_ref(), findings);
    let retry = nearest_fact(concept, line, "retry", |c| c.retry.as_ref(), findings);
    let actor = nearest_fact(concept, line, "actor", |c| c.actor.as_ref(), findings);
    let (http, grpc) = (http?, grpc?);
    // A status that is inherited has been checked where it is written.
    if concept.http.is_some() || concept.grpc.is_some() {
        let what = format!("the concept `{}`", concept.id.value);
        statuses::check_pair(
            Statuses {
                what: &what,
                is_case: false,
                place: concept.id.place,
                http,
                grpc,
                outcome,
                why: None,
            },
            findings,
        );
    }
    Some(Defaults {
        outcome,
        http: statuses::http_status(http)?,
        grpc: grpc.value,
        retry: retry_advice(retry?.value, None),
        actor: actor?.value,
    })
}

/// A fact of the concept or of its nearest ancestor that has it.
fn nearest_fact<'w, T>(
    concept: &ConceptSource,
    line: &[&'w ConceptSource],
    key: &str,
    get: impl Fn(&'w ConceptSource) -> Option<&'w Spanned<T>>,
    findings: &mut Vec<Finding>,
) -> Option<&'w Spanned<T>> {
    let found = line.iter().find_map(|concept| get(concept));
    if found.is_none() && concept.parent.is_none() {
        let message = format!(
            "the concept `{}` has no `{key}` to hand down",
            concept.id.value
        );
        findings.push(
            Finding::new(Law::MissingKey, concept.id.place, message).help(format!("add `{key}:`")),
        );
    }
    found
}

pub(crate) fn retry_advice(word: RetryWord, after_seconds: Option<u32>) -> Retry {
    match word {
        RetryWord::Never => Retry::Never,
        RetryWord::AfterFix => Retry::AfterFix,
        RetryWord::Later => Retry::Later { after_seconds },
        RetryWord::Query => Retry::Query,
    }
}
