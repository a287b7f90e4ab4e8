//! `errcat decode`

mod page;
mod pasted;

use errcat::{HttpStatus, Input as Response};
use errcat_model::decode::{Decoded, decode, decode_code};
use errcat_model::translate::Translator;
use errcat_model::{BrokenLaw, Catalog, CatalogSet};

use crate::cli::{Decode, Format};
use crate::commands::subject;
use crate::input::{self, Input};
use crate::output::{self, Done, Failure, Out};

pub(crate) fn run(arguments: &Decode, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let catalog = subject::catalog(&set, &arguments.catalog_id)?;
    let body = input::read_stdin()?;
    let pasted = pasted::take_apart(&body);
    pasted.says.iter().for_each(|done| output::note(done));
    // The command line counts.
    let mut headers: Vec<(&str, &str)> =
        arguments.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let is_given =
        |name: &str| arguments.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
    headers.extend(pasted.headers.into_iter().filter(|(name, _)| !is_given(name)));
    let mut response = Response::new(pasted.body).with_headers(&headers);
    if let Some(status) = arguments.status.and_then(HttpStatus::new).or(pasted.status) {
        response = response.with_status(status);
    }
    if let Some(operation) = &arguments.operation {
        response = response.with_operation(operation);
    }
    let mut decoded = decode(&set, catalog, &response)?;
    if !decoded.recognized
        && let Some(of_code) = decode_code(&set, catalog, &response)?
    {
        output::note("read the text as a code");
        decoded = of_code;
    }
    if !decoded.recognized {
        suggest(&set, catalog, &decoded, &response)?;
    }
    let printed = match arguments.format {
        Format::Human => {
            let translator = Translator::new(&set)?;
            out.print(&page::decoded(&translator, (&set, catalog), &decoded, out.width)?)
        }
        Format::Json => out.print_json(&decoded),
    };
    Done::after(printed, !decoded.recognized)
}

/// Says that a body is not recognized, and what to try next.
fn suggest(
    set: &CatalogSet,
    catalog: &Catalog,
    decoded: &Decoded<'_>,
    response: &Response<'_>,
) -> Result<(), BrokenLaw> {
    let title = &catalog.title;
    output::note(&format!(
        "not recognized as a response of {title}: it may come from a proxy, or be cut off"
    ));
    for other in set.catalogs.iter().filter(|other| other.id != catalog.id) {
        if decode(set, other, response)?.recognized {
            output::note(&format!("{} uses this form: try `errcat decode {0}`", other.id));
        }
    }
    if !decoded.has_advice() {
        output::note("with `--status`, there is advice by the HTTP status");
    }
    Ok(())
}
