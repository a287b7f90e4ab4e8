#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod cells;
mod columns;
mod draft;
pub mod drift;
mod error;
mod page;
mod placeholder;
mod preview;
mod rows;
pub mod scaffold;
mod skeleton;
mod yaml;

use errcat_model::artifact::Artifact;

pub use columns::{BadColumnChoice, Column, ColumnChoice};
pub use draft::Renamed;
pub use error::ImportError;
pub use page::{Format, Origin, UnknownFormat};
pub use placeholder::Placeholder;
pub use preview::{CodePreview, ColumnPreview, FilePreview, GroupPreview, Preview, TablePreview};
pub use rows::Use;
pub use skeleton::About;

use draft::Draft;
use page::Page;
use rows::Reading;

/// How to read a page; everything is guessed where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// What the page is written in.
    pub format: Option<Format>,
    /// What columns are.
    pub columns: Vec<ColumnChoice>,
    /// The lines of the tables to read; all of them where it is empty.
    pub tables: Vec<usize>,
    /// What headings name.
    pub headings: Headings,
}

/// What the headings above tables name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Headings {
    /// Operations if the page links them or if codes stand under several headings, else groups.
    #[default]
    Guess,
    /// Groups of codes, a file each.
    Groups,
    /// The endpoints or commands that answer with the codes.
    Operations,
}

/// Something to look at, and the line of the page that it is about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Note {
    /// The line, from 1.
    pub line: usize,
    /// What is to be looked at.
    pub text: String,
}

/// A page that was read.
///
/// # Examples
///
/// ```
/// use errcat_import::{About, Import, Options};
///
/// let page = "# Acme errors\n\n| Code | Message |\n|---|---|\n| 17 | Domain {name} is taken |\n";
/// let import = Import::read(page, &Options::default())?;
/// let files = import.files(&About::new("acme"));
/// assert_eq!(files[0].path.to_str(), Some("provider.yaml"));
/// assert!(files[1].text.contains("message: Domain <name> is taken"));
/// # Ok::<(), errcat_import::ImportError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Import {
    format: Format,
    reading: Reading,
    draft: Draft,
}

impl Import {
    /// Reads the codes of a page.
    pub fn read(text: &str, options: &Options) -> Result<Self, ImportError> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err(ImportError::Empty);
        }
        let format = options.format.unwrap_or_else(|| Format::sniff(text));
        let page = Page::parse(text, format);
        if !page.has_tables() {
            return Err(ImportError::NoTable { format, lines: text.lines().count() });
        }
        let reading = rows::read(page, options)?;
        let draft = draft::draft(&reading, options.headings);
        Ok(Self { format, reading, draft })
    }

    /// The files of a catalog with everything that the page says, and marks for the rest.
    pub fn files(&self, about: &About) -> Vec<Artifact> {
        skeleton::files(&self.draft, about)
    }

    /// What was found, and what would be written.
    pub fn preview(&self, about: &About) -> Preview {
        preview::preview(self.format, &self.reading, &self.draft, &self.files(about))
    }

    /// The title of the page.
    pub fn title(&self) -> Option<&str> {
        self.draft.title.as_deref()
    }

    /// An id for a catalog of this page.
    pub fn proposed_id(&self) -> String {
        let id = draft::kebab(self.title().unwrap_or_default());
        let first = id.split('-').next().unwrap_or_default();
        if first.is_empty() { "catalog".to_owned() } else { first.to_owned() }
    }
}
