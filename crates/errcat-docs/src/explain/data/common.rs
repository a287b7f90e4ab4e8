//! The data that all catalogs share.

use std::collections::BTreeMap;

use errcat::rt::error::{of_status, of_validation};
use errcat::rt::wire::Slot;
use errcat::rt::{fact_legend, relay};
use errcat::{Actor, Audience, Facts, HttpStatus, Input, Outcome, Retry};
use errcat_model::decode::{PAGE_TEXTS, decode};
use errcat_model::example::Examples;
use errcat_model::{BodyFormat, BrokenLaw, Catalog, Example, Roles, Tell};
use serde::Serialize;

use super::rendered;
use crate::facts::SiteFacts;
use crate::facts::places::meaning_page;
use crate::html::text::capital;

/// The data that all catalogs share.
#[derive(Serialize)]
pub(in crate::explain) struct Common<'c> {
    catalogs: Vec<Provider<'c>>,
    meanings: BTreeMap<&'c str, Meaning<'c>>,
    /// The facts of an HTTP status alone.
    statuses: Vec<Run>,
    /// The facts of a request with invalid fields.
    validation: Facts,
    roles: Option<&'c Roles>,
    /// The facts of a failure that the client cannot help, by the role of its meaning.
    relayed: BTreeMap<&'static str, Facts>,
    legend: Vec<Legend>,
    /// The slots with a member of their own in a result.
    slots: &'static [&'static str],
    /// The members of a result that are shown, each with its heading.
    texts: Vec<(&'static str, String)>,
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
    tell: &'c Tell,
    page: String,
}

/// A first and a last status, and the facts of those between, whose status is that of the first.
type Run = (u16, u16, Facts);

/// The name of a fact, its heading, and the explanations of its values, any number being 0.
type Legend = (&'static str, String, BTreeMap<String, String>);

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
            let page = rendered(&meaning_page(&meaning.id));
            let errcat_model::Meaning { id, title, tell, .. } = meaning;
            (id.as_str(), Meaning { title, tell, page })
        };
        let legend = fact_legend().map(|(name, label, explanations)| {
            (name, capital(label), explanations.into_iter().collect())
        });
        Ok(Self {
            catalogs: set.catalogs.iter().map(provider).collect::<Result<_, BrokenLaw>>()?,
            meanings: set.meanings.iter().map(meaning).collect(),
            statuses: statuses(),
            validation: of_validation(None),
            roles: set.roles.as_ref(),
            relayed: relayed().collect(),
            legend: legend.filter(|(name, ..)| !matches!(*name, "http" | "grpc")).collect(),
            slots: Slot::NAMES,
            texts: PAGE_TEXTS.iter().map(|text| (text.member, capital(text.label))).collect(),
        })
    }
}

/// Returns the response of a failure that other catalogs have too, so that its answer shows
/// everything, as the provider sends it if there is an example.
fn example(facts: &SiteFacts<'_>, catalog: &Catalog) -> Result<Option<String>, BrokenLaw> {
    // An example may need its status or headers, which the page does not fill in.
    let is_known_alone = |example: &&Example| {
        let decoded = decode(facts.set, catalog, &Input::new(example.body.as_bytes()));
        decoded.is_ok_and(|decoded| decoded.known)
    };
    let own = |code, case| catalog.examples_of(code, case).find(is_known_alone);
    let failures = catalog.cases().filter(|(code, _)| code.outcome.is_failure());
    let best = failures.min_by_key(|(code, case)| {
        let is_shared = case.meanings.iter().any(|meaning| facts.is_shared(meaning));
        (!is_shared, own(code, case).is_none())
    });
    let Some((code, case)) = best else { return Ok(None) };
    if let Some(example) = own(code, case) {
        return Ok(Some(example.body.clone()));
    }
    Examples::with(catalog, |examples| {
        BodyFormat::ALL.iter().find_map(|format| examples.body(code, case, *format))
    })
}

/// Returns the facts of what becomes a failure of the service.
fn relayed() -> impl Iterator<Item = (&'static str, Facts)> {
    let facts = Facts { outcome: Outcome::Failure, actor: Actor::Operator, ..of_status(None) };
    let kinds = [("passing", Retry::Later { after_seconds: None }), ("broken", Retry::Never)];
    kinds.into_iter().filter_map(move |(role, retry)| {
        let (_, relayed) = relay(Facts { retry, ..facts }, Audience::Client)?;
        Some((role, relayed))
    })
}

/// Returns the facts of each status that is an error.
fn statuses() -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for status in (400..=599).filter_map(HttpStatus::new) {
        let facts = of_status(Some(status));
        match runs.last_mut() {
            Some((_, last, run)) if *run == (Facts { http: run.http, ..facts }) => {
                *last = status.get();
            }
            _ => runs.push((status.get(), status.get(), facts)),
        }
    }
    runs
}
