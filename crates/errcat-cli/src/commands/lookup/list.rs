//! `errcat list`

use std::slice;

use errcat::Facts;
use errcat::rt::to_client;
use errcat_model::{Case, Catalog, Code, Meaning, Reference, replies};

use crate::cli::{Format, List};
use crate::commands::subject;
use crate::input::Input;
use crate::output::{self, Done, Failure, Out, align_until_last, cut};

pub(crate) fn run(arguments: &List, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let mut set = input.load()?;
    if matches!(arguments.format, Format::Json) {
        set = replies::add(set)?;
    }
    let catalogs: Vec<&Catalog> = match &arguments.catalog_id {
        None => set.catalogs.iter().collect(),
        Some(id) => vec![subject::catalog(&set, id)?],
    };
    let filter = &arguments.filter;
    let below = filter.meaning.as_deref().map(|id| subject::meaning(&set, id)).transpose()?;
    let has = |facts: Facts, meanings: &[String]| {
        let mut up = meanings.iter().flat_map(|id| set.way_up(id));
        below.is_none_or(|wanted| up.any(|meaning| meaning.id == wanted.id)) && filter.fits(facts)
    };
    let of_case = |case: &Case| has(case.facts, &case.meanings);
    let mut meanings: Vec<&Meaning> = Vec::new();
    if arguments.meanings {
        meanings.extend(set.meanings.iter().filter(|one| has(one.facts, slice::from_ref(&one.id))));
    }
    let codes =
        catalogs.iter().flat_map(|catalog| catalog.codes.iter().map(|code| (*catalog, code)));
    let codes = codes.filter(|(_, code)| !arguments.meanings && code.cases.iter().any(of_case));
    if matches!(arguments.format, Format::Json) && arguments.meanings {
        out.print_json(&meanings)?;
    } else if matches!(arguments.format, Format::Json) {
        let entries = codes.map(|(catalog, code)| Entry { catalog: &catalog.id, code });
        out.print_json(&entries.collect::<Vec<_>>())?;
    } else {
        let cases = codes.flat_map(|(catalog, code)| {
            let cases = code.cases.iter().filter(|case| of_case(case));
            cases.map(move |case| case_row(catalog, code, case))
        });
        let rows: Vec<Row> = meanings.into_iter().map(meaning_row).chain(cases).collect();
        if rows.is_empty() {
            output::note("nothing has these facts; `errcat list` lists everything");
        }
        out.print(&table(arguments.meanings, rows, out.columns))?;
    }
    Ok(Done::Clean)
}

/// A reference, the facts, a name and a text.
type Row = [String; 7];

/// Aligns rows below their headings and cuts what the terminal has no room for, least important last.
fn table(is_of_meanings: bool, mut rows: Vec<Row>, width: usize) -> String {
    /// With less room, the names matter more than the codes of gRPC, which mostly follow from HTTP.
    const MIN_WIDTH: usize = 120;
    let [name, text] = if is_of_meanings { ["", "TITLE"] } else { ["NAME", "MESSAGE"] };
    let heading = ["REFERENCE", "ANSWER", "GRPC", "RETRY", "WHO ACTS", name, text];
    rows.insert(0, heading.map(str::to_owned));
    if width < MIN_WIDTH {
        for [_, _, grpc, ..] in &mut rows {
            grpc.clear();
        }
    }
    let limit = (width / 5 * 2).clamp(16, 40);
    align_until_last(&rows, limit, |start, last| cut((start + last).trim_end(), width - 1))
}

/// A code and the id of its catalog.
#[derive(serde::Serialize)]
struct Entry<'a> {
    catalog: &'a str,
    #[serde(flatten)]
    code: &'a Code,
}

fn meaning_row(meaning: &Meaning) -> Row {
    row(meaning.id.clone(), meaning.facts, ["", &meaning.title])
}

fn case_row(catalog: &Catalog, code: &Code, case: &Case) -> Row {
    let message = case.messages.first().map_or("", |message| &message.text);
    row(Reference::of_case(catalog, code, case).to_string(), case.facts, [&case.name, message])
}

fn row(reference: String, facts: Facts, texts: [&str; 2]) -> Row {
    let (Facts { http, grpc, .. }, Facts { retry, actor, .. }) = (to_client(facts), facts);
    let [name, text] = texts.map(str::to_owned);
    [
        reference,
        http.to_string(),
        grpc.to_string(),
        retry.to_string(),
        actor.to_string(),
        name,
        text,
    ]
}
