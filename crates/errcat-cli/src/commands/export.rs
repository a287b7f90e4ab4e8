//! `errcat export`

use crate::cli::{Export, ExportFormat};
use crate::input::Input;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Export, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    match arguments.format {
        ExportFormat::Json => out.print_json(&errcat_model::export::Export::new(&set)?)?,
    }
    Ok(Done::Clean)
}
