//! Takes the text of a page through all layers, from the page to the files of a catalog.

use errcat_model::artifact::Artifact;

use crate::draft::{self, Draft};
use crate::error::ImportError;
use crate::page::{Format, Page};
use crate::reading::{self, ColumnChoice, TablePreview};
use crate::write;

/// The way to read a page; everything that is not set is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The format of the page.
    pub format: Option<Format>,
    /// The kinds of columns.
    pub columns: Vec<ColumnChoice>,
}

/// The findings on a page, for a person or a program to check before the catalog is written.
///
/// # Examples
///
/// ```
/// use errcat_import::{Import, Options};
///
/// let page = "# Acme errors\n\n| Code | Message |\n|---|---|\n| 17 | Domain {name} is taken |\n";
/// let import = Import::new(page, &Options::default())?;
/// assert_eq!(import.draft.groups[0].codes[0].name, "DomainNameIsTaken");
/// let files = import.files("acme", None);
/// assert_eq!(files[0].path.to_str(), Some("provider.yaml"));
/// assert!(files[1].text.contains("message: Domain <name> is taken"));
/// # Ok::<(), errcat_import::ImportError>(())
/// ```
#[derive(Debug, Clone, serde::Serialize)]
#[non_exhaustive]
pub struct Import {
    /// The format that the page was read in.
    pub format: Format,
    /// The tables of the page.
    pub tables: Vec<TablePreview>,
    /// The catalog that would be made of it.
    #[serde(flatten)]
    pub draft: Draft,
    /// The number of values that are left to be written.
    pub gaps: usize,
}

impl Import {
    /// Reads the codes of a page.
    pub fn new(text: &str, options: &Options) -> Result<Self, ImportError> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err(ImportError::Empty);
        }
        let likeliest = options.format.unwrap_or_else(|| Format::from_text(text));
        // Any text can be read as CSV, so that format is never tried in place of another.
        let is_other = |format: &Format| ![likeliest, Format::Csv].contains(format);
        let others = Format::ALL.iter().copied().filter(is_other);
        let others = others.filter(|_| options.format.is_none());
        let mut pages =
            [likeliest].into_iter().chain(others).map(|format| (format, Page::new(text, format)));
        let (format, page) = pages.find(|(_, page)| page.has_tables()).ok_or_else(|| {
            ImportError::NoTable { format: likeliest, lines: text.lines().count() }
        })?;
        let reading = reading::read(page, &options.columns)?;
        let draft = draft::draft(&reading);
        let gaps = write::count_gaps(&draft);
        Ok(Self { format, tables: reading.tables, draft, gaps })
    }

    /// Returns the files of a catalog with everything the page says, and marks for the rest. The
    /// catalog gets the id `id`; `url` is the address of the page.
    pub fn files(&self, id: &str, url: Option<&str>) -> Vec<Artifact> {
        write::files(&self.draft, id, url)
    }

    /// Proposes an id for a catalog made from this page.
    pub fn proposed_id(&self) -> String {
        let id = draft::kebab(self.draft.title.as_deref().unwrap_or_default());
        id.split('-').find(|word| !word.is_empty()).unwrap_or("catalog").to_owned()
    }
}
