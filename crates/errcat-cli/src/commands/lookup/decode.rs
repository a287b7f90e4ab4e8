//! `errcat decode`

mod page;

use errcat::{HttpStatus, Input as Response};
use errcat_model::translate::Translator;

use crate::cli::{Decode, Format};
use crate::commands::subject;
use crate::input::{self, Input};
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Decode, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let catalog = subject::catalog(&set, &arguments.catalog_id)?;
    let body = input::read_stdin()?;
    let headers: Vec<(&str, &str)> =
        arguments.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut response = Response::new(&body).with_headers(&headers);
    if let Some(status) = arguments.status.and_then(HttpStatus::new) {
        response = response.with_status(status);
    }
    if let Some(operation) = &arguments.operation {
        response = response.with_operation(operation);
    }
    let decoded = errcat_model::decode::decode(&set, catalog, &response)?;
    match arguments.format {
        Format::Human => {
            let translator = Translator::new(&set)?;
            out.print(&page::decoded(&translator, (&set, catalog), &decoded, out.width)?)?;
        }
        Format::Json => out.print_json(&decoded)?,
    }
    Ok(Done::Clean)
}
