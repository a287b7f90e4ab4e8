//! The data of a catalog: how to read its responses, and what to say about them.

use std::collections::BTreeMap;

use errcat::rt::to_client;
use errcat::rt::wire::Template;
use errcat::{Facts, HttpStatus, Relation};
use errcat_model::profiles::{self, Profile};
use errcat_model::translate::{Choices, Translation};
use errcat_model::{
    BrokenLaw, Case, Catalog, Code, Envelope, Link, Message, Param, Reference, Tell,
};
use serde::Serialize;

use super::rendered;
use crate::facts::SiteFacts;

/// The data of a catalog.
#[derive(Serialize)]
pub(in crate::explain) struct CatalogData<'c> {
    pub(in crate::explain) id: &'c str,
    envelopes: &'c [Envelope],
    statuses: Vec<(HttpStatus, &'c str)>,
    ranges: Vec<Range<'c>>,
    /// The answers of responses without a code, by the outcome that their envelope declares.
    outcomes: BTreeMap<&'static str, Answers<'c>>,
    codes: Vec<CodeData<'c>>,
}

/// A range of numbers that the catalog may not list.
#[derive(Serialize)]
struct Range<'c> {
    first: u32,
    last: u32,
    answers: Answers<'c>,
}

/// The facts, with their meaning.
#[derive(Serialize)]
struct Answers<'c> {
    #[serde(flatten)]
    facts: Facts,
    meaning: &'c str,
}

#[derive(Serialize)]
struct CodeData<'c> {
    code: &'c str,
    name: &'c str,
    page: String,
    answers: Answers<'c>,
    history: Option<String>,
    /// `None` if there is only one case, which has it.
    elsewhere: Option<Vec<Elsewhere<'c>>>,
    cases: Vec<CaseData<'c>>,
}

#[derive(Serialize)]
struct CaseData<'c> {
    id: &'c str,
    name: &'c str,
    page: String,
    messages: Vec<MessageData<'c>>,
    params: &'c [Param],
    operations: &'c [String],
    answers: Answers<'c>,
    tell: &'c Tell,
    cause: Option<&'c str>,
    action: Option<&'c str>,
    links: &'c [Link],
    elsewhere: Vec<Elsewhere<'c>>,
}

/// A template of a message.
#[derive(Serialize)]
struct MessageData<'c> {
    start: &'c str,
    /// The names of the parameters, each with the text after it.
    params: Vec<(&'c str, &'c str)>,
}

/// The equivalents of a code or case in another catalog.
#[derive(Serialize)]
struct Elsewhere<'c> {
    into: &'c str,
    to: Option<Target<'c>>,
    others: Vec<Target<'c>>,
}

#[derive(Serialize)]
struct Target<'c> {
    reference: Reference<'c>,
    name: &'c str,
    relation: Relation,
    http: HttpStatus,
    why: Option<&'c str>,
    via: Option<&'c str>,
    page: String,
}

/// Returns the data of all catalogs.
pub(in crate::explain) fn catalogs<'c>(
    facts: &SiteFacts<'c>,
) -> impl Iterator<Item = Result<CatalogData<'c>, BrokenLaw>> {
    facts.set.catalogs.iter().map(|catalog| catalog_data(facts, catalog))
}

fn catalog_data<'c>(
    facts: &SiteFacts<'c>,
    catalog: &'c Catalog,
) -> Result<CatalogData<'c>, BrokenLaw> {
    let ranges = catalog.ranges().into_iter().map(|(_, (first, last), meaning)| {
        let profile = profiles::of_meaning(facts.set, meaning)?;
        Ok(Range { first, last, answers: profile.of_unlisted().into() })
    });
    let outcomes = catalog.envelopes.iter().filter_map(|envelope| envelope.outcome);
    let outcomes = outcomes.map(|outcome| {
        let profile = profiles::of_meaning(facts.set, outcome.as_str())?;
        Ok((outcome.as_str(), profile.into()))
    });
    let status =
        |status: &'c errcat_model::KnownStatus| Some((status.http, status.code.as_deref()?));
    let codes = catalog.codes.iter().map(|code| code_data(facts, catalog, code));
    Ok(CatalogData {
        id: &catalog.id,
        envelopes: &catalog.envelopes,
        statuses: catalog.statuses.iter().filter_map(status).collect(),
        ranges: ranges.collect::<Result<_, BrokenLaw>>()?,
        outcomes: outcomes.collect::<Result<_, BrokenLaw>>()?,
        codes: codes.collect::<Result<_, _>>()?,
    })
}

fn code_data<'c>(
    facts: &SiteFacts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
) -> Result<CodeData<'c>, BrokenLaw> {
    let has_several = code.cases.len() > 1;
    let cases = code.cases.iter().map(|case| case_data(facts, catalog, code, case));
    Ok(CodeData {
        code: &code.code,
        name: &code.name,
        page: rendered(facts.places.page_of(catalog, code)),
        answers: profiles::of_code(facts.set, code)?.of_unlisted().into(),
        history: code.lifecycle.as_ref().map(|life| life.sentences(str::to_owned, str::to_owned)),
        elsewhere: has_several.then(|| elsewhere(facts, catalog, code, None)),
        cases: cases.collect::<Result<_, _>>()?,
    })
}

fn case_data<'c>(
    facts: &SiteFacts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
    case: &'c Case,
) -> Result<CaseData<'c>, BrokenLaw> {
    let guidance = case.guidance.as_ref();
    Ok(CaseData {
        id: &case.id,
        name: &case.name,
        page: rendered(&facts.places.case(catalog, code, case)),
        messages: case.messages.iter().map(message_data).collect(),
        params: &case.params,
        operations: &case.operations,
        answers: profiles::of_case(facts.set, case)?.into(),
        tell: &case.tell,
        cause: guidance.map(|guidance| guidance.cause.as_str()),
        action: guidance.map(|guidance| guidance.action.as_str()),
        links: guidance.map_or(&[], |guidance| guidance.links.as_slice()),
        elsewhere: elsewhere(facts, catalog, code, Some(case)),
    })
}

impl<'c> From<Profile<'c>> for Answers<'c> {
    fn from(profile: Profile<'c>) -> Self {
        let Profile { facts, meaning } = profile;
        Self { facts, meaning }
    }
}

fn message_data(message: &Message) -> MessageData<'_> {
    let Template { start, params } = Template::of(&message.text);
    MessageData { start, params: params.collect() }
}

/// Translates a code or case into each other catalog.
fn elsewhere<'c>(
    facts: &SiteFacts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
    case: Option<&'c Case>,
) -> Vec<Elsewhere<'c>> {
    let is_whole = case.is_none() && code.cases.len() > 1;
    let others = facts.set.catalogs.iter().filter(|into| into.id != catalog.id);
    let found = others.map(|into| {
        let Choices { best, others, .. } = facts.translator.choices(catalog, code, case, &into.id);
        let target = |found: Translation<'c>| target(facts, into, is_whole, found);
        let (to, others) = (best.map(target), others.into_iter().map(target).collect());
        Elsewhere { into: &into.id, to, others }
    });
    found.collect()
}

fn target<'c>(
    facts: &SiteFacts<'c>,
    into: &'c Catalog,
    is_whole: bool,
    found: Translation<'c>,
) -> Target<'c> {
    let Translation { code, case, relation, why, via, .. } = found;
    let reference = Reference::of_case(into, code, case);
    let reference = Reference { case: reference.case.filter(|_| !is_whole), ..reference };
    let (name, place) = match reference.case {
        Some(_) => (&case.name, facts.places.case(into, code, case)),
        None => (&code.name, facts.places.page_of(into, code).to_owned()),
    };
    let via = via.map(|meaning| meaning.id.as_str());
    let http = to_client(case.facts).http;
    Target { reference, name, relation, http, why, via, page: rendered(&place) }
}
