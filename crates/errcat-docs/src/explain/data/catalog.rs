//! A catalog as the interpreter wants it.

use errcat::rt::wire::Template;
use errcat::{Actor, GrpcCode, HttpStatus, Outcome, Relation, Retry};
use errcat_model::answers::{self, Answer};
use errcat_model::translate::{Entry, Translation};
use errcat_model::{
    BrokenLaw, Case, Catalog, Code, Envelope, Link, Message, Param, ParamType, Reference,
};
use serde::Serialize;

use super::rendered;
use crate::site::Facts;

/// A catalog as the interpreter wants it.
#[derive(Serialize)]
pub(in crate::explain) struct CatalogData<'c> {
    pub(in crate::explain) id: &'c str,
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
    meaning: Option<&'c str>,
}

#[derive(Serialize)]
struct CodeData<'c> {
    code: &'c str,
    name: &'c str,
    outcome: Outcome,
    page: String,
    answers: Answers<'c>,
    history: Option<String>,
    /// Of a code with several cases; that of the only one says it else.
    elsewhere: Option<Vec<Elsewhere<'c>>>,
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

/// A text of the provider, taken apart.
#[derive(Serialize)]
struct MessageData<'c> {
    start: &'c str,
    /// The names of the parameters, each with what stands behind it.
    params: Vec<(&'c str, &'c str)>,
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
pub(in crate::explain) fn catalogs<'c>(
    facts: &Facts<'c>,
) -> impl Iterator<Item = Result<CatalogData<'c>, BrokenLaw>> {
    facts.set.catalogs.iter().map(|catalog| catalog_data(facts, catalog))
}

fn catalog_data<'c>(facts: &Facts<'c>, catalog: &'c Catalog) -> Result<CatalogData<'c>, BrokenLaw> {
    let ranges = catalog.ranges().into_iter().map(|(_, (first, last), meaning)| {
        let answer = answers::of_meaning(facts.set, meaning)?;
        Ok(Range { first, last, outcome: answer.facts.outcome, answers: Answers::of(answer) })
    });
    let status =
        |status: &'c errcat_model::KnownStatus| Some((status.http, status.code.as_deref()?));
    let codes = catalog.codes.iter().map(|code| code_data(facts, catalog, code));
    Ok(CatalogData {
        id: &catalog.id,
        envelopes: &catalog.envelopes,
        statuses: catalog.statuses.iter().filter_map(status).collect(),
        ranges: ranges.collect::<Result<_, _>>()?,
        codes: codes.collect::<Result<_, _>>()?,
    })
}

fn code_data<'c>(
    facts: &Facts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
) -> Result<CodeData<'c>, BrokenLaw> {
    let has_several = code.cases.len() > 1;
    let cases = code.cases.iter().map(|case| case_data(facts, catalog, code, case));
    Ok(CodeData {
        code: &code.code,
        name: &code.name,
        outcome: code.outcome,
        page: rendered(&facts.places.code(catalog, code)),
        answers: Answers::of(answers::of_code(facts.set, code)?),
        history: code.lifecycle.as_ref().map(|life| life.sentences(str::to_owned, str::to_owned)),
        elsewhere: has_several.then(|| elsewhere(facts, catalog, code, None)),
        cases: cases.collect::<Result<_, _>>()?,
    })
}

fn case_data<'c>(
    facts: &Facts<'c>,
    catalog: &'c Catalog,
    code: &'c Code,
    case: &'c Case,
) -> Result<CaseData<'c>, BrokenLaw> {
    let param = |param: &'c Param| ParamData {
        name: &param.name,
        aliases: &param.aliases,
        kind: param.kind,
        sensitive: param.sensitive,
    };
    let guidance = case.guidance.as_ref();
    Ok(CaseData {
        id: &case.id,
        name: &case.name,
        page: place_of(facts, catalog, code, Some(case)),
        messages: case.messages.iter().map(message_data).collect(),
        params: case.params.iter().map(param).collect(),
        operations: &case.operations,
        answers: Answers::of(answers::of_case(facts.set, case)?),
        cause: guidance.map(|guidance| guidance.cause.as_str()),
        action: guidance.map(|guidance| guidance.action.as_str()),
        links: guidance.map_or(&[], |guidance| guidance.links.as_slice()),
        elsewhere: elsewhere(facts, catalog, code, Some(case)),
    })
}

impl<'c> Answers<'c> {
    fn of(answer: Answer<'c>) -> Self {
        let Answer { facts, meaning } = answer;
        let errcat::Facts { outcome: _, http, grpc, retry, actor } = facts;
        Self { http, grpc, retry, actor, meaning }
    }
}

fn message_data(message: &Message) -> MessageData<'_> {
    let Template { start, params } = Template::of(&message.text);
    MessageData { start, params: params.collect() }
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

/// Where a code stands, or one of its several cases.
fn place_of(facts: &Facts<'_>, catalog: &Catalog, code: &Code, case: Option<&Case>) -> String {
    rendered(&match case.filter(|_| code.cases.len() > 1) {
        Some(case) => facts.places.case(catalog, code, case),
        None => facts.places.code(catalog, code),
    })
}
