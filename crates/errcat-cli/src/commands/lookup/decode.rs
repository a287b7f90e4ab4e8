//! `errcat decode`

mod choice;
mod page;
mod pasted;
mod why;

use std::path::Path;
use std::time::UNIX_EPOCH;

use errcat::Input as Response;
use errcat_model::decode::Decoded;
use errcat_model::{Catalog, CatalogSet, Found};

use crate::cli::{Decode, Format};
use crate::commands::lookup::explain::page::Page;
use crate::commands::subject;
use crate::input::{self, Input};
use crate::output::{self, Done, Failure, Out};

pub(crate) fn run(arguments: &Decode, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let (chosen, file) = places(arguments, &set)?;
    let operation = arguments.operation.as_deref().map(|name| operation(&set, chosen, name));
    let body = input::read_file(file)?;
    let pasted = pasted::take_apart(&body);
    pasted.says.iter().for_each(|done| output::note(done));
    // The command line counts.
    let given = arguments.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let is_given = |name: &str| given.clone().any(|(other, _)| other.eq_ignore_ascii_case(name));
    let others = pasted.headers.iter().copied().filter(|(name, _)| !is_given(name));
    let headers: Vec<(&str, &str)> = given.clone().chain(others).collect();
    let status = arguments.status.or(pasted.status);
    let now = UNIX_EPOCH.elapsed().map_or(0, |time| time.as_secs().cast_signed());
    let response = |body| {
        let response = Response::new(body).with_headers(&headers).with_time(now);
        let response = status.into_iter().fold(response, Response::with_status);
        operation.into_iter().fold(response, Response::with_operation)
    };
    let (response, readings) = choice::read(&set, chosen, response, &pasted)?;
    let recognizing = choice::recognizing(&readings);
    let is_sensitive = readings.iter().any(|one| page::is_sensitive(&one.decoded));
    let reading = choice::choose(chosen, readings);
    match &reading {
        Ok(reading) if !reading.decoded.recognized => {
            choice::suggest(reading, &recognizing, pasted.body);
            if !arguments.why {
                output::note("`--why` shows what each envelope lacks");
            }
        }
        Err(_) if !arguments.why => return reading.map(|_| Done::Clean),
        _ => {}
    }
    let decoded = reading.as_ref().ok().map(|one| &one.decoded);
    let catalog = decoded.and_then(|one| one.catalog);
    let why = arguments.why.then(|| why::Why::new(&set, catalog, &response, &recognizing));
    let why = why.transpose()?;
    let printed = match arguments.format {
        Format::Human => {
            let why = why.map(|why| why.page(catalog, is_sensitive, out.width)).unwrap_or_default();
            let page = Page::new(out.width, &arguments.language);
            let page = reading.as_ref().ok().map(|one| page::decoded(&set, one, page));
            out.print(&(page.transpose()?.unwrap_or_default() + &why))
        }
        Format::Json => out.print_json(&Document { decoded, why }),
    };
    Done::after(printed, !reading?.decoded.recognized)
}

#[derive(serde::Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    decoded: Option<&'a Decoded<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<why::Why<'a>>,
}

/// Returns the catalog, if there is one, and the file. A file can be the only argument.
fn places<'a>(
    arguments: &'a Decode,
    set: &'a CatalogSet,
) -> Result<(Option<&'a Catalog>, &'a Path), Failure> {
    let file = arguments.file.as_deref();
    let Some(id) = arguments.catalog_id.as_deref() else {
        return Ok((None, Path::new("-")));
    };
    match (subject::catalog(set, id), file) {
        (Ok(catalog), file) => Ok((Some(catalog), file.unwrap_or(Path::new("-")))),
        (Err(_), None) if id == "-" || Path::new(id).is_file() => Ok((None, Path::new(id))),
        (Err(failure), None) => {
            let help = match set.find(id) {
                Found::Nothing(_) => String::new(),
                _ => format!("; `errcat explain {}` explains a code", output::shown(id)),
            };
            Err(Failure::Other(format!("{failure}, or an existing file{help}")))
        }
        (Err(failure), Some(_)) => Err(failure),
    }
}

/// Returns the operation with this name, in any letter case. Notes that no code names it, if so.
fn operation<'a>(set: &'a CatalogSet, chosen: Option<&Catalog>, name: &'a str) -> &'a str {
    let catalogs =
        set.catalogs.iter().filter(|one| chosen.is_none_or(|chosen| chosen.id == one.id));
    let names = catalogs.flat_map(|one| &one.operations).map(|operation| operation.name.as_str());
    let names: Vec<&str> = names.collect();
    names.iter().find(|known| known.eq_ignore_ascii_case(name)).copied().unwrap_or_else(|| {
        let place = chosen.map_or("the catalogs", |chosen| &chosen.id);
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let (shown, known) = (output::shown(name), output::cut(&known, 1_000));
        output::note(&format!("no code of {place} names the operation `{shown}`; known: {known}"));
        name
    })
}
