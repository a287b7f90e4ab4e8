//! `errcat list`

use errcat_model::{Case, Catalog, Code, Meaning, Reference};

use crate::cli::{Format, List};
use crate::commands::subject;
use crate::input::Input;
use crate::output::{Done, Failure, Out, align};

pub(crate) fn run(arguments: &List, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let catalogs: Vec<&Catalog> = match &arguments.catalog_id {
        None => set.catalogs.iter().collect(),
        Some(id) => vec![subject::catalog(&set, id)?],
    };
    match (arguments.format, arguments.meanings) {
        (Format::Human, true) => {
            out.print(&align(set.meanings.iter().map(meaning_row).collect()))?;
        }
        (Format::Json, true) => out.print_json(&set.meanings)?,
        (Format::Human, false) => {
            let cases = catalogs.iter().flat_map(|catalog| {
                catalog.cases().map(move |(code, case)| case_row(catalog, code, case))
            });
            out.print(&align(cases.collect()))?;
        }
        (Format::Json, false) => {
            let codes = catalogs.iter().flat_map(|catalog| {
                catalog.codes.iter().map(|code| Entry { catalog: &catalog.id, code })
            });
            out.print_json(&codes.collect::<Vec<_>>())?;
        }
    }
    Ok(Done::Clean)
}

/// A code and the id of its catalog.
#[derive(serde::Serialize)]
struct Entry<'a> {
    catalog: &'a str,
    #[serde(flatten)]
    code: &'a Code,
}

fn meaning_row(meaning: &Meaning) -> [String; 6] {
    [
        meaning.id.clone(),
        meaning.facts.http.to_string(),
        meaning.facts.grpc.to_string(),
        meaning.facts.retry.to_string(),
        meaning.facts.actor.to_string(),
        meaning.title.clone(),
    ]
}

fn case_row(catalog: &Catalog, code: &Code, case: &Case) -> [String; 6] {
    let message = case.messages.first().map(|message| message.text.clone()).unwrap_or_default();
    [
        Reference::of_case(catalog, code, case).to_string(),
        case.name.clone(),
        case.facts.http.to_string(),
        case.facts.grpc.to_string(),
        case.facts.retry.to_string(),
        message,
    ]
}
