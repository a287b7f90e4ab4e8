//! `errcat decode`

mod choice;
mod page;
mod pasted;
mod why;

use std::path::Path;

use errcat::{HttpStatus, Input as Response};
use errcat_model::CatalogSet;
use errcat_model::decode::Decoded;
use errcat_model::translate::Translator;

use crate::cli::{Decode, Format};
use crate::commands::lookup::explain::page::Page;
use crate::commands::subject;
use crate::input::{self, Input};
use crate::output::{self, Done, Failure, Out};

pub(crate) fn run(arguments: &Decode, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let (id, file) = places(arguments, &set);
    let chosen = id.map(|id| subject::catalog(&set, id)).transpose()?;
    let body = input::read_file(file)?;
    let pasted = pasted::take_apart(&body);
    pasted.says.iter().for_each(|done| output::note(done));
    // The command line counts.
    let mut headers: Vec<(&str, &str)> =
        arguments.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let is_given =
        |name: &str| arguments.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
    headers.extend(pasted.headers.into_iter().filter(|(name, _)| !is_given(name)));
    let response = Response::new(pasted.body).with_headers(&headers);
    let status = arguments.status.and_then(HttpStatus::new).or(pasted.status);
    let response = status.into_iter().fold(response, Response::with_status);
    let operation = arguments.operation.iter();
    let response = operation.fold(response, |one, operation| one.with_operation(operation));
    let readings = choice::readings(&set, &response)?;
    let others = choice::recognizing(&readings).map(|one| one.catalog.id.as_str()).collect();
    let choice::Reading { catalog, decoded, .. } = choice::choose(chosen, readings)?;
    if !decoded.recognized && !arguments.why {
        output::note("`--why` shows what each envelope lacks");
    }
    let why =
        arguments.why.then(|| why::Why::new(&set, &decoded, &response, others)).transpose()?;
    let printed = match arguments.format {
        Format::Human => {
            let translator = Translator::new(&set)?;
            let page = Page::new(out.width, &arguments.language);
            let page = page::decoded(&translator, (&set, catalog), &decoded, page)?;
            let why = why.map(|why| why.page(&decoded, out.width)).unwrap_or_default();
            out.print(&(page + &why))
        }
        Format::Json => out.print_json(&Document { decoded: &decoded, why }),
    };
    Done::after(printed, !decoded.recognized)
}

#[derive(serde::Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    decoded: &'a Decoded<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<why::Why<'a>>,
}

/// Returns the id of the catalog, if there is one, and the file. A file can be the only argument.
fn places<'a>(arguments: &'a Decode, set: &CatalogSet) -> (Option<&'a str>, &'a Path) {
    let id = arguments.catalog_id.as_deref();
    let is_file = |one: &str| one == "-" || set.catalog(one).is_none() && Path::new(one).is_file();
    match (id, &arguments.file) {
        (Some(one), None) if is_file(one) => (None, Path::new(one)),
        (_, file) => (id, file.as_deref().unwrap_or(Path::new("-"))),
    }
}
