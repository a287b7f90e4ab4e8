//! What the interpreter knows: of each catalog what reading its responses takes, and what to say
//! about them.

use std::collections::BTreeMap;

use errcat::__private::error::Answers as Joint;
use errcat::{Actor, GrpcCode, HttpStatus, Input, Outcome, Relation, Retry};
use errcat_model::decode::decode;
use errcat_model::translate::{Entry, Translation};
use errcat_model::{
    Case, Catalog, CatalogSet, Code, Envelope, Lifecycle, LifecycleStage, Link, Param, ParamType,
    Reference, joint,
};
use serde::Serialize;

use crate::places::{EXPLAIN, concept_page_of, relative};
use crate::site::Facts;

/// A value as a literal of JavaScript that means nothing to HTML.
pub(super) fn literal(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    // Outside of texts, none of these stands in JSON.
    let escapes =
        [('<', "\\u003c"), ('>', "\\u003e"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    escapes.iter().fold(text, |text, (character, escape)| text.replace(*character, escape))
}

/// What is the same for all catalogs.
#[derive(Serialize)]
pub(super) struct Common<'c> {
    catalogs: Vec<Provider<'c>>,
    concepts: BTreeMap<&'c str, Concept<'c>>,
    /// What an HTTP status says by itself: from the first to the last of a run.
    statuses: Vec<(u16, u16, GrpcCode, Retry, Actor)>,
    retry: BTreeMap<&'static str, String>,
    /// What stands before and behind the seconds of a wait.
    wait: (String, String),
    actors: BTreeMap<&'static str, &'static str>,
    relations: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
struct Provider<'c> {
    id: &'c str,
    title: &'c str,
    operations: Vec<&'c str>,
}

#[derive(Serialize)]
struct Concept<'c> {
    title: &'c str,
    page: String,
}

impl<'c> Common<'c> {
    pub(super) fn of(set: &'c CatalogSet) -> Self {
        let provider = |catalog: &'c Catalog| Provider {
            id: &catalog.id,
            title: &catalog.title,
            operations: catalog.operations.iter().map(|one| one.name.as_str()).collect(),
        };
        let concept = |concept: &'c errcat_model::Concept| {
            let page = rendered(&concept_page_of(&concept.id));
            (concept.id.as_str(), Concept { title: &concept.title, page })
        };
        let advice =
            [Retry::Never, Retry::AfterFix, Retry::Later { after_seconds: None }, Retry::Query];
        Self {
            catalogs: set.catalogs.iter().map(provider).collect(),
            concepts: set.concepts.iter().map(concept).collect(),
            statuses: statuses(set),
            retry: advice.map(|one| (one.word(), one.in_words().to_string())).into(),
            wait: wait(),
            actors: Actor::ALL.iter().map(|one| (one.as_str(), one.in_words())).collect(),
            relations: Relation::ALL.iter().map(|one| (one.as_str(), one.in_words())).collect(),
        }
    }
}

/// The words around the seconds of a wait.
fn wait() -> (String, String) {
    const SECONDS: u32 = 987_654;
    let words = Retry::Later { after_seconds: Some(SECONDS) }.in_words().to_string();
    match words.split_once(&SECONDS.to_string()) {
        Some((before, behind)) => (before.to_owned(), behind.to_owned()),
        None => (words, String::new()),
    }
}

/// What the reader of any catalog says of an empty body with each status that is an error.
fn statuses(set: &CatalogSet) -> Vec<(u16, u16, GrpcCode, Retry, Actor)> {
    let mut runs: Vec<(u16, u16, GrpcCode, Retry, Actor)> = Vec::new();
    let Some(catalog) = set.catalogs.first() else { return runs };
    for status in (400..=599).filter_map(HttpStatus::new) {
        let said = decode(set, catalog, &Input::new(b"").with_status(status));
        let answers = (said.grpc, said.retry, said.actor);
        match runs.last_mut() {
            Some((_, last, grpc, retry, actor)) if (*grpc, *retry, *actor) == answers => {
                *last = status.get();
            }
            _ => runs.push((status.get(), status.get(), said.grpc, said.retry, said.actor)),
        }
    }
    runs
}

/// A catalog as the interpreter wants it.
#[derive(Serialize)]
pub(super) struct CatalogData<'c> {
    pub(super) id: &'c str,
    envelopes: &'c [Envelope],
    statuses: Vec<(HttpStatus, &'c str)>,
    ranges: Vec<Range<'c>>,
    codes: Vec<CodeData<'c>>,
}

/// What a number is a kind of that may be no code.
#[derive(Serialize)]
struct Range<'c> {
    first: u32,
    last: u32,
    outcome: Outcome,
    answers: Answers<'c>,
}

/// What to answer.
#[derive(Serialize)]
struct Answers<'c> {
    http: HttpStatus,
    grpc: GrpcCode,
    retry: Retry,
    actor: Actor,
    concept: Option<&'c str>,
}

#[derive(Serialize)]
struct CodeData<'c> {
    code: &'c str,
    name: &'c str,
    outcome: Outcome,
    page: String,
    answers: Answers<'c>,
    history: Option<String>,
    elsewhere: Vec<Elsewhere<'c>>,
    cases: Vec<CaseData<'c>>,
}

#[derive(Serialize)]
struct CaseData<'c> {
    id: &'c str,
    name: &'c str,
    page: String,
    messages: Vec<MessageData<'c>>,
    params: Vec<ParamData<'c>>,
    operations: &'c [String],
    answers: Answers<'c>,
    cause: Option<&'c str>,
    action: Option<&'c str>,
    links: &'c [Link],
    elsewhere: Vec<Elsewhere<'c>>,
}

#[derive(Serialize)]
struct MessageData<'c> {
    parts: Vec<Part<'c>>,
}

/// A part of a message template.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'c> {
    Text(&'c str),
    Param { param: &'c str },
}

#[derive(Serialize)]
struct ParamData<'c> {
    name: &'c str,
    aliases: &'c [String],
    #[serde(rename = "type")]
    kind: ParamType,
    sensitive: bool,
}

/// What a code or case is in another catalog.
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

/// All catalogs.
pub(super) fn catalogs<'c>(facts: &Facts<'c>) -> impl Iterator<Item = CatalogData<'c>> {
    facts.set.catalogs.iter().map(|catalog| catalog_data(facts, catalog))
}

fn catalog_data<'c>(facts: &Facts<'c>, catalog: &'c Catalog) -> CatalogData<'c> {
    let range = |group: &'c errcat_model::Group| {
        let ((first, last), meaning) = (group.range?, group.kind_of.as_deref()?);
        let concept = facts.set.concept(meaning)?;
        let answers = Answers::of(joint::of_concept(concept));
        Some(Range { first, last, outcome: concept.outcome, answers })
    };
    let status =
        |status: &'c errcat_model::StatusMeaning| Some((status.http, status.code.as_deref()?));
    CatalogData {
        id: &catalog.id,
        envelopes: &catalog.envelopes,
        statuses: catalog.statuses.iter().filter_map(status).collect(),
        ranges: catalog.groups.iter().filter_map(range).collect(),
        codes: catalog.codes.iter().filter_map(|code| code_data(facts, catalog, code)).collect(),
    }
}

fn code_data<'c>(facts: &Facts<'c>, catalog: &'c Catalog, code: &'c Code) -> Option<CodeData<'c>> {
    Some(CodeData {
        code: &code.code,
        name: &code.name,
        outcome: code.outcome,
        page: rendered(&facts.places.code(catalog, code)),
        answers: Answers::of(joint::of_code(facts.set, code)?),
        history: code.lifecycle.as_ref().map(history),
        elsewhere: elsewhere(facts, catalog, code, None),
        cases: code.cases.iter().map(|case| case_data(facts, catalog, code, case)).collect(),
    })
}

fn case_data<'c>(
    facts: &Facts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
    case: &'c Case,
) -> CaseData<'c> {
    let messages = case.messages.iter().map(|message| MessageData { parts: parts(&message.text) });
    let param = |param: &'c Param| ParamData {
        name: &param.name,
        aliases: &param.aliases,
        kind: param.kind,
        sensitive: param.sensitive,
    };
    let guidance = case.guidance.as_ref();
    CaseData {
        id: &case.id,
        name: &case.name,
        page: place_of(facts, catalog, code, Some(case)),
        messages: messages.collect(),
        params: case.params.iter().map(param).collect(),
        operations: &case.operations,
        answers: Answers::of(joint::of_case(facts.set, case)),
        cause: guidance.map(|guidance| guidance.cause.as_str()),
        action: guidance.map(|guidance| guidance.action.as_str()),
        links: guidance.map_or(&[], |guidance| guidance.links.as_slice()),
        elsewhere: elsewhere(facts, catalog, code, Some(case)),
    }
}

impl<'c> Answers<'c> {
    fn of(answers: Joint<'c>) -> Self {
        let Joint { http, grpc, retry, actor, concept } = answers;
        Self { http, grpc, retry, actor, concept }
    }
}

fn parts(template: &str) -> Vec<Part<'_>> {
    let part = |piece| match piece {
        errcat_model::Piece::Literal(text) => Part::Text(text),
        errcat_model::Piece::Parameter(param) => Part::Param { param },
    };
    errcat::table::pieces(template).map(part).collect()
}

/// What a code or case is in each other catalog.
fn elsewhere<'c>(
    facts: &Facts<'c>,
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
    facts: &Facts<'c>,
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

/// Where a code stands, or one of its several cases.
fn place_of(facts: &Facts<'_>, catalog: &Catalog, code: &Code, case: Option<&Case>) -> String {
    rendered(&match case.filter(|_| code.cases.len() > 1) {
        Some(case) => facts.places.case(catalog, code, case),
        None => facts.places.code(catalog, code),
    })
}

/// The place in HTML, as it is seen from the page of this module.
fn rendered(place: &str) -> String {
    let place = relative(EXPLAIN, place);
    let (path, anchor) = place.split_at(place.find('#').unwrap_or(place.len()));
    format!("{}.html{anchor}", path.strip_suffix(".md").unwrap_or(path))
}
