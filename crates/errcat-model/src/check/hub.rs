//! The tree of meanings and what is inherited along it.

use std::collections::HashMap;

use errcat::{Actor, GrpcCode, HttpStatus, Outcome, Retry};

use super::report_duplicates;
use super::statuses::{self, Statuses};
use crate::read::{HttpNumber, RetryWord};
use crate::span::Spanned;
use crate::written::MeaningSource;
use crate::{FileId, Finding, Law, Place, Span, names};

/// The meanings by id, with everything inherited.
pub(crate) struct Hub<'w> {
    meanings: HashMap<&'w str, Entry<'w>>,
}

struct Entry<'w> {
    source: &'w MeaningSource,
    /// Nothing where the way up is broken, which has been reported.
    defaults: Option<Defaults>,
}

/// What a meaning says about every code that maps to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Defaults {
    pub(crate) outcome: Outcome,
    pub(crate) http: HttpStatus,
    pub(crate) grpc: GrpcCode,
    pub(crate) retry: Retry,
    pub(crate) actor: Actor,
}

impl<'w> Hub<'w> {
    pub(super) fn build(sources: &'w [MeaningSource], findings: &mut Vec<Finding>) -> Self {
        report_duplicates("the meaning", sources.iter().map(|meaning| &meaning.id), findings);
        let mut by_id: HashMap<&str, &MeaningSource> = HashMap::new();
        for meaning in sources {
            check_id(meaning, findings);
            by_id.entry(&meaning.id).or_insert(meaning);
        }
        for meaning in sources {
            check_parent(meaning, &by_id, findings);
        }
        let mut resolved = HashMap::with_capacity(by_id.len());
        for meaning in sources {
            resolve(meaning, &by_id, &mut resolved, findings);
        }
        let meanings = by_id
            .into_iter()
            .map(|(id, source)| {
                let defaults = resolved.get(id).and_then(Inherited::defaults);
                (id, Entry { source, defaults })
            })
            .collect();
        Self { meanings }
    }

    /// What a meaning says, if it exists and hangs in the tree.
    pub(crate) fn defaults(&self, id: &str) -> Option<Defaults> {
        self.meanings.get(id).and_then(|entry| entry.defaults)
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.meanings.contains_key(id)
    }

    /// Whether one meaning is above another.
    pub(super) fn is_ancestor(&self, above: &str, below: &str) -> bool {
        let mut id = below;
        // A cycle, reported elsewhere, must not keep this going.
        for _ in 0..self.meanings.len() {
            let parent = self.meanings.get(id).and_then(|entry| entry.source.parent.as_ref());
            match parent {
                Some(parent) if parent.value == above => return true,
                Some(parent) => id = &parent.value,
                None => return false,
            }
        }
        false
    }

    /// The finding for a meaning that does not exist.
    pub(super) fn unknown(&self, meaning: &Spanned<String>) -> Finding {
        unknown(meaning, self.meanings.keys().copied())
    }
}

fn check_id(meaning: &MeaningSource, findings: &mut Vec<Finding>) {
    if !names::is_dotted_kebab(&meaning.id) {
        let message = format!("`{}` is not an id of a meaning", meaning.id.value);
        findings.push(
            Finding::new(Law::NameUnusable, meaning.id.place, message)
                .help("write lower-case words joined by `-`, with `.` between levels"),
        );
    }
}

/// The roots are the three outcomes; everything else hangs under one of them.
fn root_outcome(meaning: &MeaningSource) -> Option<Outcome> {
    meaning.id.parse().ok()
}

fn check_parent(
    meaning: &MeaningSource,
    by_id: &HashMap<&str, &MeaningSource>,
    findings: &mut Vec<Finding>,
) {
    match &meaning.parent {
        None if root_outcome(meaning).is_none() => {
            let message = format!("the meaning `{}` hangs under nothing", meaning.id.value);
            findings.push(
                Finding::new(Law::OrphanMeaning, meaning.id.place, message)
                    .help("add `parent:`; only `success`, `notification` and `failure` have none"),
            );
        }
        Some(parent) if !by_id.contains_key(parent.value.as_str()) => {
            findings.push(unknown(parent, by_id.keys().copied()));
        }
        _ => {}
    }
}

fn unknown<'a>(meaning: &Spanned<String>, ids: impl Iterator<Item = &'a str>) -> Finding {
    let message = format!("there is no meaning `{}`", meaning.value);
    Finding::new(Law::UnknownMeaning, meaning.place, message)
        .help("name one that `errcat list --meanings` shows, or add it to a `meanings.yaml`")
        .did_you_mean(meaning, ids)
}

/// What a meaning has of its own or from above; nothing where the way up is broken.
#[derive(Clone, Copy, Default)]
struct Inherited<'w> {
    outcome: Option<Outcome>,
    http: Option<&'w Spanned<HttpNumber>>,
    grpc: Option<&'w Spanned<GrpcCode>>,
    retry: Option<&'w Spanned<RetryWord>>,
    actor: Option<&'w Spanned<Actor>>,
}

impl<'w> Inherited<'w> {
    /// What a meaning below has, and hands down in turn.
    fn by(self, meaning: &'w MeaningSource) -> Self {
        Self {
            outcome: self.outcome,
            http: meaning.http.as_ref().or(self.http),
            grpc: meaning.grpc.as_ref().or(self.grpc),
            retry: meaning.retry.as_ref().or(self.retry),
            actor: meaning.actor.as_ref().or(self.actor),
        }
    }

    fn defaults(&self) -> Option<Defaults> {
        Some(Defaults {
            outcome: self.outcome?,
            http: statuses::http_status(self.http?)?,
            grpc: self.grpc?.value,
            retry: retry_advice(self.retry?.value, None),
            actor: self.actor?.value,
        })
    }
}

/// Finds out what a meaning inherits, walking each step of the tree once for all meanings.
fn resolve<'w>(
    meaning: &'w MeaningSource,
    by_id: &HashMap<&str, &'w MeaningSource>,
    resolved: &mut HashMap<&'w str, Inherited<'w>>,
    findings: &mut Vec<Finding>,
) {
    let mut line = Vec::new();
    let mut on_line = HashMap::new();
    let mut next = Some(meaning);
    let mut inherited = Inherited::default();
    while let Some(current) = next {
        if let Some(known) = resolved.get(current.id.as_str()) {
            inherited = *known;
            break;
        }
        if let Some(start) = on_line.insert(current.id.as_str(), line.len()) {
            findings.push(cycle(line.get(start..).unwrap_or_default()));
            break;
        }
        line.push(current);
        inherited.outcome = root_outcome(current).filter(|_| current.parent.is_none());
        next = current.parent.as_ref().and_then(|parent| by_id.get(parent.value.as_str()).copied());
    }
    for meaning in line.into_iter().rev() {
        inherited = inherited.by(meaning);
        check_facts(meaning, inherited, findings);
        resolved.insert(&meaning.id, inherited);
    }
}

/// The finding for meanings that are each above the next, told from the first of them by id.
fn cycle(meanings: &[&MeaningSource]) -> Finding {
    /// Nobody reads a longer way round.
    const SHOWN: usize = 8;
    let mut ids: Vec<&str> = meanings.iter().map(|meaning| meaning.id.as_str()).collect();
    let first = (0..ids.len()).min_by_key(|index| ids.get(*index)).unwrap_or(0);
    ids.rotate_left(first);
    let id = ids.first().copied().unwrap_or_default();
    let way = if ids.len() > SHOWN { "…".to_owned() } else { ids.join(" → ") };
    let place = meanings
        .get(first)
        .map(|meaning| meaning.parent.as_ref().map_or(meaning.place, |parent| parent.place));
    let place = place.unwrap_or(Place { file: FileId(0), span: Span::default() });
    Finding::new(
        Law::MeaningCycle,
        place,
        format!("the meaning `{id}` is above itself: {way} → {id}"),
    )
    .help("hang one of them under a meaning that is not below it")
}

fn check_facts(meaning: &MeaningSource, inherited: Inherited<'_>, findings: &mut Vec<Finding>) {
    let Some(outcome) = inherited.outcome else { return };
    if meaning.parent.is_none() {
        check_root(meaning, inherited, findings);
    }
    // Statuses that are inherited have been checked where they are written.
    if let (Some(http), Some(grpc)) = (inherited.http, inherited.grpc)
        && (meaning.http.is_some() || meaning.grpc.is_some())
    {
        let what = format!("the meaning `{}`", meaning.id.value);
        let place = meaning.id.place;
        let statuses =
            Statuses { what: &what, is_case: false, place, http, grpc, outcome, why: None };
        statuses::check_pair(statuses, findings);
    }
}

/// A root hands everything down, so it must have everything.
fn check_root(meaning: &MeaningSource, inherited: Inherited<'_>, findings: &mut Vec<Finding>) {
    let facts = [
        ("http", inherited.http.is_some()),
        ("grpc", inherited.grpc.is_some()),
        ("retry", inherited.retry.is_some()),
        ("actor", inherited.actor.is_some()),
    ];
    for (key, _) in facts.into_iter().filter(|(_, is_there)| !is_there) {
        let message = format!("the meaning `{}` has no `{key}` to hand down", meaning.id.value);
        findings.push(
            Finding::new(Law::MissingKey, meaning.id.place, message).help(format!("add `{key}:`")),
        );
    }
}

pub(crate) fn retry_advice(word: RetryWord, after_seconds: Option<u32>) -> Retry {
    match word {
        RetryWord::Never => Retry::Never,
        RetryWord::AfterFix => Retry::AfterFix,
        RetryWord::Later => Retry::Later { after_seconds },
        RetryWord::Query => Retry::Query,
    }
}
