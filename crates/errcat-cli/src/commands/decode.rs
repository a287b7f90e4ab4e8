//! `errcat decode`

mod page;

use std::io::{self, Read as _};

use errcat::{HttpStatus, Input as Response};

use super::subject;
use crate::cli::{Decode, Format};
use crate::input::Input;
use crate::output::{Done, Failure, Out};

/// The longest body that is read: none of an error comes near.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

pub(crate) fn run(arguments: &Decode, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let catalog = subject::catalog(&set, &arguments.catalog_id)?;
    let body = body()?;
    let headers: Vec<(&str, &str)> =
        arguments.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut response = Response::new(&body).with_headers(&headers);
    if let Some(status) = arguments.status.and_then(HttpStatus::new) {
        response = response.with_status(status);
    }
    if let Some(operation) = &arguments.operation {
        response = response.with_operation(operation);
    }
    let decoded = errcat_model::decode::decode(&set, catalog, &response);
    match arguments.format {
        Format::Human => out.print(&page::decoded(&set, catalog, &decoded, out.width))?,
        Format::Json => out.print_json(&decoded)?,
    }
    Ok(Done::Clean)
}

/// Standard input to its end.
fn body() -> Result<Vec<u8>, Failure> {
    let mut body = Vec::new();
    let read = io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut body);
    if read.map_err(Failure::Body)? as u64 > MOST_BYTES {
        return Err(Failure::LongBody { most: MOST_BYTES });
    }
    Ok(body)
}
