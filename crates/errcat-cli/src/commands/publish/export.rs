//! `errcat export`

use crate::cli::ExportFormat;
use crate::input::Input;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(format: ExportFormat, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    match format {
        ExportFormat::Json => out.print_json(&errcat_model::export::Export::new(&set)?)?,
    }
    Ok(Done::Clean)
}
