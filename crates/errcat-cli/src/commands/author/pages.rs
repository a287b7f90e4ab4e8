//! Reads a provider's page for `errcat import` and `errcat drift`.

use errcat_import::{Import, Options};
use errcat_model::render::one_line;

use crate::cli::Page;
use crate::input;
use crate::output::Failure;

/// Reads the page that the command line names.
pub(super) fn read(page: &Page) -> Result<Import, Failure> {
    let shown = one_line(&page.path);
    let text = String::from_utf8(input::read_file(&page.path)?).map_err(|error| {
        let (before, rest) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let line = before.split(|byte| *byte == b'\n').count();
        let byte = rest.first().copied().unwrap_or_default();
        let place = format!("byte {byte:#04x} in line {line}");
        Failure::Other(format!("`{shown}` is not UTF-8 ({place}); save the page as UTF-8"))
    })?;
    let mut options = Options::default();
    options.format = page.from;
    options.columns.clone_from(&page.columns);
    Import::new(&text, &options).map_err(|error| {
        Failure::Other(format!("cannot import `{shown}`: {error}{}", hint(&error)))
    })
}

/// The options that add what the page does not say.
fn hint(error: &errcat_import::ImportError) -> &'static str {
    match error {
        errcat_import::ImportError::NoCodes { .. } => {
            "\nfor example `--column code=1`, or a heading instead of the number"
        }
        errcat_import::ImportError::NoTable { .. } => "\nuse `--from FORM` to read another format",
        _ => "",
    }
}
