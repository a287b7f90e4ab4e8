//! The tree of meanings: every meaning hangs under a root, and roots hand everything down.

use std::collections::HashSet;

use errcat::Outcome;

use super::statuses::{self, Statuses};
use crate::author::check::unique::{Unique, report_duplicates};
use crate::author::resolve::{Hub, Inherited};
use crate::author::written::{FactsSource, MeaningSource, Written};
use crate::catalog::names;
use crate::findings::Collector;
use crate::{Finding, Law};

pub(super) fn check(written: &Written, hub: &Hub<'_>, findings: &mut Collector) {
    let sources = &written.meanings;
    report_duplicates("the term", written.glossary.0.iter().map(|(term, _)| term), findings);
    report_duplicates("the meaning", sources.iter().map(|meaning| &meaning.id), findings);
    check_names(sources, findings);
    for meaning in sources {
        check_id(meaning, findings);
        check_parent(meaning, hub, findings);
        report_duplicates("the keyword", meaning.keywords.iter(), findings);
    }
    findings.extend(hub.cycles.iter().filter_map(|meanings| cycle(meanings)));
    let mut meanings: Vec<_> = hub.meanings().collect();
    meanings.sort_unstable_by_key(|(meaning, _)| meaning.place);
    for (meaning, inherited) in meanings {
        if let Some(outcome) = inherited.outcome {
            check_facts(meaning, outcome, inherited, findings);
        }
    }
}

fn check_id(meaning: &MeaningSource, findings: &mut Collector) {
    if !names::is_dotted_kebab(&meaning.id) {
        let message = format!("`{}` is not an id of a meaning", meaning.id.value);
        let help = "write lower-case words joined by `-`, with `.` between levels";
        findings.push(Finding::new(Law::NameUnusable, meaning.id.place, message, help));
    }
}

/// Reports ids such as `a.b-c` and `a-b.c`, which would be the same variant.
fn check_names(sources: &[MeaningSource], findings: &mut Collector) {
    let mut unique = Unique::new();
    let mut ids = HashSet::new();
    for meaning in sources.iter().filter(|meaning| ids.insert(meaning.id.as_str())) {
        let Some(name) = names::type_name(&meaning.id) else { continue };
        if let Some(first) = unique.insert(name.clone(), meaning.id.place) {
            let message = format!("a second meaning becomes `{name}` in Rust");
            let help = "give one of the two another id";
            let finding = Finding::new(Law::NameCollision, meaning.id.place, message, help);
            findings.push(finding.again(first));
        }
    }
}

fn check_parent(meaning: &MeaningSource, hub: &Hub<'_>, findings: &mut Collector) {
    match &meaning.parent {
        None if meaning.id.parse::<Outcome>().is_err() => {
            let message = format!("the meaning `{}` hangs under nothing", meaning.id.value);
            let help = "add `parent:`; only `success`, `notification` and `failure` have none";
            findings.push(Finding::new(Law::OrphanMeaning, meaning.id.place, message, help));
        }
        Some(parent) if !hub.contains(parent) => {
            super::relations::unknown(parent, hub, findings);
        }
        _ => {}
    }
}

/// The finding for meanings that are each above the next, named from the first of them by id.
fn cycle(meanings: &[&MeaningSource]) -> Option<Finding> {
    /// Nobody reads a longer cycle.
    const SHOWN: usize = 8;
    let mut meanings = meanings.to_vec();
    let first =
        (0..meanings.len()).min_by_key(|index| meanings.get(*index).map(|one| &*one.id.value))?;
    meanings.rotate_left(first);
    let first = meanings.first()?;
    let ids: Vec<&str> = meanings.iter().map(|meaning| meaning.id.as_str()).collect();
    let way = if ids.len() > SHOWN { "…".to_owned() } else { ids.join(" → ") };
    let id = &first.id.value;
    let place = first.parent.as_ref().map_or(first.place, |parent| parent.place);
    let message = format!("the meaning `{id}` is above itself: {way} → {id}");
    let help = "hang one of them under a meaning that is not below it";
    Some(Finding::new(Law::MeaningCycle, place, message, help))
}

fn check_facts(
    meaning: &MeaningSource,
    outcome: Outcome,
    inherited: Inherited,
    findings: &mut Collector,
) {
    if meaning.parent.is_none() {
        check_root(meaning, findings);
    }
    // Inherited statuses were checked where they are written.
    let FactsSource { http, grpc, .. } = meaning.facts;
    if let (Some(all_http), Some(all_grpc)) = (inherited.facts.http, inherited.facts.grpc)
        && (http.is_some() || grpc.is_some())
    {
        let what = format!("the meaning `{}`", meaning.id.value);
        let statuses = Statuses {
            what: &what,
            is_case: false,
            place: meaning.id.place,
            http: all_http,
            grpc: all_grpc,
            outcome,
            why: None,
        };
        statuses::check_pair(statuses, findings);
    }
}

/// A root hands everything down, so it must have everything.
fn check_root(meaning: &MeaningSource, findings: &mut Collector) {
    let places = meaning.facts.places();
    for (key, _) in places.into_iter().filter(|(_, place)| place.is_none()) {
        let message = format!("the meaning `{}` has no `{key}` to hand down", meaning.id.value);
        let help = format!("add `{key}:`");
        findings.push(Finding::new(Law::MissingKey, meaning.id.place, message, help));
    }
}
