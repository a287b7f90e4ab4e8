//! `errcat list`

use std::fmt::Write as _;

use errcat_model::render::printable;
use errcat_model::{Case, Catalog, CatalogSet, Code, Concept};

use crate::cli::{Format, List};
use crate::input::Input;
use crate::output::{self, Done, Failure, Out};

pub(crate) fn run(arguments: &List, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    if arguments.concepts {
        match arguments.format {
            Format::Human => out.print(&align(set.concepts.iter().map(concept_row).collect()))?,
            Format::Json => out.print_json(&set.concepts)?,
        }
        return Ok(Done::Clean);
    }
    let catalogs: Vec<&Catalog> = match &arguments.catalog_id {
        None => set.catalogs.iter().collect(),
        Some(id) => vec![set.catalog(id).ok_or_else(|| unknown(&set, id))?],
    };
    match arguments.format {
        Format::Human => out.print(&table(&catalogs))?,
        Format::Json => out.print_json(&entries(&catalogs))?,
    }
    Ok(Done::Clean)
}

fn unknown(set: &CatalogSet, id: &str) -> Failure {
    let known = set.catalogs.iter().map(|catalog| catalog.id.clone()).collect();
    Failure::UnknownCatalog { id: output::shown(id), known }
}

/// A code with the catalog that it is of.
#[derive(serde::Serialize)]
struct Entry<'a> {
    catalog: &'a str,
    #[serde(flatten)]
    code: &'a Code,
}

fn entries<'a>(catalogs: &[&'a Catalog]) -> Vec<Entry<'a>> {
    let codes =
        catalogs.iter().flat_map(|catalog| catalog.codes.iter().map(move |code| (catalog, code)));
    codes.map(|(catalog, code)| Entry { catalog: &catalog.id, code }).collect()
}

fn table(catalogs: &[&Catalog]) -> String {
    let rows = catalogs
        .iter()
        .flat_map(|catalog| catalog.cases().map(move |(code, case)| row(catalog, code, case)));
    align(rows.collect())
}

/// Aligned columns; the text comes last because it has any length.
fn align(rows: Vec<[String; 6]>) -> String {
    let mut widths = [0; 5];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for [cells @ .., last] in rows {
        for (cell, width) in cells.iter().zip(widths) {
            let _ = write!(text, "{cell:width$}  ");
        }
        text.push_str(&last);
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    printable(&text).into_owned()
}

fn concept_row(concept: &Concept) -> [String; 6] {
    [
        concept.id.clone(),
        concept.http.to_string(),
        concept.grpc.to_string(),
        concept.retry.to_string(),
        concept.actor.to_string(),
        concept.title.clone(),
    ]
}

fn row(catalog: &Catalog, code: &Code, case: &Case) -> [String; 6] {
    let reference = if code.cases.len() > 1 {
        format!("{}:{}#{}", catalog.id, code.code, case.id)
    } else {
        format!("{}:{}", catalog.id, code.code)
    };
    let message = case.messages.first().map(|message| message.text.clone()).unwrap_or_default();
    [
        reference,
        case.name.clone(),
        case.http.to_string(),
        case.grpc.to_string(),
        case.retry.to_string(),
        message,
    ]
}
