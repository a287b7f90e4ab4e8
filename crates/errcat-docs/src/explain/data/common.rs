//! The data that all catalogs share.

use std::collections::BTreeMap;

use errcat::{Actor, GrpcCode, HttpStatus, Input, Relation, Retry};
use errcat_model::decode::decode;
use errcat_model::example::Examples;
use errcat_model::{BrokenLaw, Case, Catalog, CatalogSet, Code, EnvelopeFormat};
use serde::Serialize;

use super::rendered;
use crate::facts::SiteFacts;
use crate::facts::places::meaning_page_of;

/// The data that all catalogs share.
#[derive(Serialize)]
pub(in crate::explain) struct Common<'c> {
    catalogs: Vec<Provider<'c>>,
    meanings: BTreeMap<&'c str, Meaning<'c>>,
    /// The facts of an HTTP status alone.
    statuses: Vec<Run>,
    retry: BTreeMap<&'static str, String>,
    /// The words before and after the seconds of a wait.
    wait: (String, String),
    actors: BTreeMap<&'static str, &'static str>,
    relations: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
struct Provider<'c> {
    id: &'c str,
    title: &'c str,
    operations: Vec<&'c str>,
    /// A response to try the page with.
    example: Option<String>,
}

#[derive(Serialize)]
struct Meaning<'c> {
    title: &'c str,
    page: String,
}

/// A first and a last status, and the facts of those between.
type Run = (u16, u16, GrpcCode, Retry, Actor);

impl<'c> Common<'c> {
    pub(in crate::explain) fn new(facts: &SiteFacts<'c>) -> Result<Self, BrokenLaw> {
        let set = facts.set;
        let provider = |catalog: &'c Catalog| {
            Ok(Provider {
                id: &catalog.id,
                title: &catalog.title,
                operations: catalog.operations.iter().map(|one| one.name.as_str()).collect(),
                example: example(facts, catalog)?,
            })
        };
        let meaning = |meaning: &'c errcat_model::Meaning| {
            let page = rendered(&meaning_page_of(&meaning.id));
            (meaning.id.as_str(), Meaning { title: &meaning.title, page })
        };
        let advice =
            [Retry::Never, Retry::AfterFix, Retry::Later { after_seconds: None }, Retry::Query];
        Ok(Self {
            catalogs: set.catalogs.iter().map(provider).collect::<Result<_, BrokenLaw>>()?,
            meanings: set.meanings.iter().map(meaning).collect(),
            statuses: statuses(set)?,
            retry: advice.map(|one| (one.word(), one.description().to_string())).into(),
            wait: wait(),
            actors: Actor::ALL.iter().map(|one| (one.as_str(), one.description())).collect(),
            relations: Relation::ALL.iter().map(|one| (one.as_str(), one.description())).collect(),
        })
    }
}

/// Returns the response of a failure that other catalogs have too, so that its answer shows
/// everything.
fn example(facts: &SiteFacts<'_>, catalog: &Catalog) -> Result<Option<String>, BrokenLaw> {
    let failures = || catalog.cases().filter(|(code, _)| code.outcome.is_failure());
    let is_known_elsewhere =
        |(_, case): &(&Code, &Case)| case.meanings.iter().any(|meaning| facts.is_shared(meaning));
    let Some((code, case)) = failures().find(is_known_elsewhere).or_else(|| failures().next())
    else {
        return Ok(None);
    };
    Examples::with(catalog, |examples| {
        let formats = [EnvelopeFormat::Json, EnvelopeFormat::Xml];
        formats.iter().find_map(|format| examples.body(code, case, *format))
    })
}

/// Returns the words around the seconds of a wait.
fn wait() -> (String, String) {
    const SECONDS: u32 = 987_654;
    let words = Retry::Later { after_seconds: Some(SECONDS) }.description().to_string();
    match words.split_once(&SECONDS.to_string()) {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => (words, String::new()),
    }
}

/// Decodes an empty body with each status that is an error.
fn statuses(set: &CatalogSet) -> Result<Vec<Run>, BrokenLaw> {
    let mut runs: Vec<Run> = Vec::new();
    let Some(catalog) = set.catalogs.first() else { return Ok(runs) };
    for status in (400..=599).filter_map(HttpStatus::new) {
        let said = decode(set, catalog, &Input::new(b"").with_status(status))?.facts;
        // An error without a code is a failure with the status that it came with.
        let errcat::Facts { outcome: _, http: _, grpc, retry, actor } = said;
        let status = status.get();
        match runs.last_mut() {
            Some(run) if (run.2, run.3, run.4) == (grpc, retry, actor) => run.1 = status,
            _ => runs.push((status, status, grpc, retry, actor)),
        }
    }
    Ok(runs)
}
