//! What would be written, for a person or a program to look at before it is.

use errcat_model::artifact::Artifact;

use crate::columns::Column;
use crate::draft::{Draft, Renamed};
use crate::page::Origin;
use crate::rows::{Reading, Use};
use crate::{Format, Note, Placeholder};

/// What was found on a page, and what would be made of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Preview {
    /// What the page was read as.
    pub format: Format,
    /// Its title.
    pub title: Option<String>,
    /// Its tables.
    pub tables: Vec<TablePreview>,
    /// Whether codes are whole numbers.
    pub integer_codes: bool,
    /// How parameters are marked in its texts.
    pub placeholders: Option<Placeholder>,
    /// The endpoints that it names.
    pub operations: Vec<String>,
    /// The HTTP statuses that it explains.
    pub statuses: Vec<u16>,
    /// The groups of codes.
    pub groups: Vec<GroupPreview>,
    /// Names that differ from what their text gives.
    pub renamed: Vec<Renamed>,
    /// What to look at.
    pub notes: Vec<Note>,
    /// How many values are left to be written.
    pub gaps: usize,
    /// The files.
    pub files: Vec<FilePreview>,
}

/// A table of the page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct TablePreview {
    /// The line that it begins in.
    pub line: usize,
    /// The heading above it.
    pub heading: Option<String>,
    /// What it was on the page.
    pub origin: Origin,
    /// What it is good for.
    #[serde(rename = "use")]
    pub use_: Use,
    /// Its columns.
    pub columns: Vec<ColumnPreview>,
    /// How many rows it has.
    pub rows: usize,
    /// The first of them.
    pub sample: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ColumnPreview {
    /// Its number, from 1.
    pub number: usize,
    /// Its head, where the table has any.
    pub head: Option<String>,
    /// What it is; nothing if it is left out.
    pub kind: Option<Column>,
}

/// A group of codes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct GroupPreview {
    /// The name of its file.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What its codes say.
    pub outcome: errcat::Outcome,
    /// The codes.
    pub codes: Vec<CodePreview>,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct CodePreview {
    /// As it is on the wire.
    pub code: String,
    /// Its name in Rust.
    pub name: String,
    /// The line of the page that it was found in.
    pub line: usize,
    /// How many cases it has.
    pub cases: usize,
    /// Its texts, with parameters as catalogs write them.
    pub messages: Vec<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct FilePreview {
    /// Its path in the folder of the catalog.
    pub path: String,
    /// The whole text.
    pub text: String,
}

pub(crate) fn preview(
    format: Format,
    reading: &Reading,
    draft: &Draft,
    files: &[Artifact],
) -> Preview {
    const SAMPLE: usize = 3;
    let tables = reading.tables.iter().map(|seen| TablePreview {
        line: seen.table.line,
        heading: seen.heading.clone(),
        origin: seen.table.origin,
        use_: seen.use_,
        columns: (0..seen.table.width())
            .map(|index| ColumnPreview {
                number: index + 1,
                head: seen.table.header.get(index).cloned(),
                kind: seen.columns.get(index).copied().flatten(),
            })
            .collect(),
        rows: seen.table.rows.len(),
        sample: seen.table.rows.iter().take(SAMPLE).map(|row| row.cells.clone()).collect(),
    });
    let groups = draft.groups.iter().map(|group| GroupPreview {
        id: group.id.clone(),
        title: group.title.clone(),
        outcome: group.outcome,
        codes: group
            .codes
            .iter()
            .map(|code| CodePreview {
                code: code.code.clone(),
                name: code.name.clone(),
                line: code.line,
                cases: if code.has_cases { code.answers.len() } else { 1 },
                messages: code.answers.iter().filter_map(|answer| answer.text.clone()).collect(),
            })
            .collect(),
    });
    let is_gap = |line: &&str| line.ends_with(": TODO");
    Preview {
        format,
        title: draft.title.clone(),
        tables: tables.collect(),
        integer_codes: draft.is_integer,
        placeholders: draft.placeholder,
        operations: draft.operations.iter().map(|operation| operation.name.clone()).collect(),
        statuses: draft.statuses.iter().map(|status| status.http).collect(),
        groups: groups.collect(),
        renamed: draft.renamed.clone(),
        notes: draft.notes.clone(),
        gaps: files.iter().flat_map(|file| file.text.lines()).filter(is_gap).count(),
        files: files
            .iter()
            .map(|file| FilePreview {
                path: file.path.to_string_lossy().into_owned(),
                text: file.text.clone(),
            })
            .collect(),
    }
}
