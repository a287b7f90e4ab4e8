//! The data of a catalog: how to read its responses, and what to say about them.

use errcat::__private::error::Answers as Joint;
use errcat::wire::Template;
use errcat::{Facts, HttpStatus, Outcome, Relation};
use errcat_model::translate::{Entry, Translation};
use errcat_model::{
    Case, Catalog, Code, Envelope, Lifecycle, LifecycleStage, Link, Message, Param, Reference,
    joint,
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
    codes: Vec<CodeData<'c>>,
}

/// A range of numbers that the catalog may not list.
#[derive(Serialize)]
struct Range<'c> {
    first: u32,
    last: u32,
    answers: Answers<'c>,
}

/// The facts, with their meaning if it is known.
#[derive(Serialize)]
struct Answers<'c> {
    #[serde(flatten)]
    facts: Facts,
    meaning: Option<&'c str>,
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

/// The translation of a code or case into another catalog.
#[derive(Serialize)]
struct Elsewhere<'c> {
    into: &'c str,
    to: Option<Target<'c>>,
}

#[derive(Serialize)]
struct Target<'c> {
    reference: Reference<'c>,
    name: &'c str,
    relation: Relation,
    why: Option<&'c str>,
    page: String,
}

/// Returns the data of all catalogs.
pub(in crate::explain) fn catalogs<'c>(
    facts: &SiteFacts<'c>,
) -> impl Iterator<Item = CatalogData<'c>> {
    facts.set.catalogs.iter().map(|catalog| catalog_data(facts, catalog))
}

fn catalog_data<'c>(facts: &SiteFacts<'c>, catalog: &'c Catalog) -> CatalogData<'c> {
    let range = |group: &'c errcat_model::Group| {
        let ((first, last), meaning) = (group.range?, group.kind_of.as_deref()?);
        let meaning = facts.set.meaning(meaning)?;
        Some(Range { first, last, answers: answers(meaning.outcome, joint::of_meaning(meaning)) })
    };
    let status =
        |status: &'c errcat_model::KnownStatus| Some((status.http, status.code.as_deref()?));
    CatalogData {
        id: &catalog.id,
        envelopes: &catalog.envelopes,
        statuses: catalog.statuses.iter().filter_map(status).collect(),
        ranges: catalog.groups.iter().filter_map(range).collect(),
        codes: catalog.codes.iter().filter_map(|code| code_data(facts, catalog, code)).collect(),
    }
}

fn code_data<'c>(
    facts: &SiteFacts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
) -> Option<CodeData<'c>> {
    let has_several = code.cases.len() > 1;
    Some(CodeData {
        code: &code.code,
        name: &code.name,
        page: rendered(&facts.places.code(catalog, code)),
        answers: answers(code.outcome, joint::of_code(facts.set, code)?),
        history: code.lifecycle.as_ref().map(history),
        elsewhere: has_several.then(|| elsewhere(facts, catalog, code, None)),
        cases: code.cases.iter().map(|case| case_data(facts, catalog, code, case)).collect(),
    })
}

fn case_data<'c>(
    facts: &SiteFacts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
    case: &'c Case,
) -> CaseData<'c> {
    let guidance = case.guidance.as_ref();
    CaseData {
        id: &case.id,
        name: &case.name,
        page: place_of(facts, catalog, code, Some(case)),
        messages: case.messages.iter().map(message_data).collect(),
        params: &case.params,
        operations: &case.operations,
        answers: answers(code.outcome, joint::of_case(facts.set, case)),
        cause: guidance.map(|guidance| guidance.cause.as_str()),
        action: guidance.map(|guidance| guidance.action.as_str()),
        links: guidance.map_or(&[], |guidance| guidance.links.as_slice()),
        elsewhere: elsewhere(facts, catalog, code, Some(case)),
    }
}

fn answers(outcome: Outcome, answers: Joint<'_>) -> Answers<'_> {
    let Joint { http, grpc, retry, actor, meaning } = answers;
    Answers { facts: Facts { outcome, http, grpc, retry, actor }, meaning }
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
    let others = facts.set.catalogs.iter().filter(|into| into.id != catalog.id);
    let found = others.map(|into| {
        let translation = facts.translator.code(catalog, code, case, &into.id);
        let entry = match case {
            Some(case) => Entry::of_case(catalog, code, case, into, translation),
            None => Entry::of_code(catalog, code, into, translation),
        };
        let to = entry.to.zip(translation).map(|(to, found)| target(facts, into, to, found));
        Elsewhere { into: &into.id, to }
    });
    found.collect()
}

fn target<'c>(
    facts: &SiteFacts<'c>,
    into: &'c Catalog,
    reference: Reference<'c>,
    found: Translation<'c>,
) -> Target<'c> {
    let case = reference.case.map(|_| found.case);
    Target {
        reference,
        name: case.map_or(&found.code.name, |case| &case.name),
        relation: found.relation,
        why: found.why,
        page: place_of(facts, into, found.code, case),
    }
}

/// The end of a code's life, in a sentence.
fn history(lifecycle: &Lifecycle) -> String {
    let stage = match lifecycle.stage {
        LifecycleStage::Deprecated => "Deprecated: still sent, not to be relied on",
        LifecycleStage::Retired => "Retired: no longer sent",
    };
    let replaced = lifecycle.replaced_by.as_deref().map(|by| format!("; replaced by {by}"));
    let note = lifecycle.note.as_deref().map(|note| format!(". {note}"));
    format!(
        "{stage}, since {}{}{}",
        lifecycle.since,
        replaced.unwrap_or_default(),
        note.unwrap_or_default()
    )
}

/// Returns the place of a case if its code has several, and else of the code.
fn place_of(facts: &SiteFacts<'_>, catalog: &Catalog, code: &Code, case: Option<&Case>) -> String {
    rendered(&match case.filter(|_| code.cases.len() > 1) {
        Some(case) => facts.places.case(catalog, code, case),
        None => facts.places.code(catalog, code),
    })
}
