//! Code shared by the commands that read a provider's page.

use errcat_import::{Format, Headings, Import, Options};

use crate::cli::{HeadingsOf, Page, PageForm};
use crate::input;
use crate::output::Failure;

/// Reads the page named on the command line.
pub(super) fn read(page: &Page) -> Result<Import, Failure> {
    let path = page.path.clone();
    let text = String::from_utf8(input::read_file(&path)?).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = bytes.iter().take(valid);
        Failure::PageNotUtf8 {
            path: path.clone(),
            line: before.filter(|byte| **byte == b'\n').count() + 1,
            byte: bytes.get(valid).copied().unwrap_or_default(),
        }
    })?;
    let mut options = Options::default();
    options.format = page.from.map(|form| match form {
        PageForm::Markdown => Format::Markdown,
        PageForm::Html => Format::Html,
        PageForm::Csv => Format::Csv,
        PageForm::Text => Format::Text,
    });
    options.columns.clone_from(&page.columns);
    options.headings = match page.headings {
        HeadingsOf::Guess => Headings::Guess,
        HeadingsOf::Groups => Headings::Groups,
        HeadingsOf::Operations => Headings::Operations,
    };
    Import::new(&text, &options).map_err(|error| Failure::Import { path, error })
}
