//! A preview of the catalog, for a person or a program to check before it is written.

use errcat_model::artifact::Artifact;

use super::yaml::GAP;
use crate::draft::{Draft, DraftCode, DraftGroup, Renamed};
use crate::page::{Format, Origin};
use crate::reading::{Column, Note, Reading, Seen, Use};

/// The findings on a page, and the catalog that would be made of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Preview {
    /// The format that the page was read in.
    pub format: Format,
    /// The title of the page.
    pub title: Option<String>,
    /// The tables of the page.
    pub tables: Vec<TablePreview>,
    /// Whether codes are whole numbers.
    pub integer_codes: bool,
    /// The endpoints that it names.
    pub operations: Vec<String>,
    /// The HTTP statuses that it explains.
    pub statuses: Vec<u16>,
    /// The groups of codes.
    pub groups: Vec<GroupPreview>,
    /// Names that are not the derived ones.
    pub renamed: Vec<Renamed>,
    /// Things to check.
    pub notes: Vec<Note>,
    /// The number of values that are left to be written.
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
    /// The form that it has on the page.
    pub origin: Origin,
    /// The use that is made of it.
    #[serde(rename = "use")]
    pub use_: Use,
    /// The columns.
    pub columns: Vec<ColumnPreview>,
    /// The number of rows.
    pub rows: usize,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ColumnPreview {
    /// The number, from 1.
    pub number: usize,
    /// The head, if the table has heads.
    pub head: Option<String>,
    /// The kind, unless the column is left out.
    pub kind: Option<Column>,
}

/// A group of codes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct GroupPreview {
    /// The name of its file.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The outcome of its codes.
    pub outcome: errcat::Outcome,
    /// The codes.
    pub codes: Vec<CodePreview>,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct CodePreview {
    /// The code on the wire.
    pub code: String,
    /// The name in Rust.
    pub name: String,
    /// The line of the page.
    pub line: usize,
    /// The number of cases.
    pub cases: usize,
    /// The texts, with parameters as in catalogs.
    pub messages: Vec<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct FilePreview {
    /// The path in the folder of the catalog.
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
    let ends_in_gap = |line: &&str| line.strip_suffix(GAP).is_some_and(|key| key.ends_with(": "));
    let files = files.iter().map(|file| FilePreview {
        path: file.path.to_string_lossy().into_owned(),
        text: file.text.clone(),
    });
    let files: Vec<FilePreview> = files.collect();
    Preview {
        format,
        title: draft.title.clone(),
        tables: reading.tables.iter().map(table).collect(),
        integer_codes: draft.is_integer,
        operations: draft.operations.iter().map(|operation| operation.text.clone()).collect(),
        statuses: draft.statuses.iter().map(|status| status.http).collect(),
        groups: draft.groups.iter().map(group).collect(),
        renamed: draft.renamed.clone(),
        notes: draft.notes.clone(),
        gaps: files.iter().flat_map(|file| file.text.lines()).filter(ends_in_gap).count(),
        files,
    }
}

fn table(Seen { heading, table, columns, use_ }: &Seen) -> TablePreview {
    const MAX_SAMPLE: usize = 3;
    let columns = columns.iter().enumerate().map(|(index, kind)| ColumnPreview {
        number: index + 1,
        head: table.header.get(index).cloned(),
        kind: *kind,
    });
    TablePreview {
        line: table.line,
        heading: heading.clone(),
        origin: table.origin,
        use_: *use_,
        columns: columns.collect(),
        rows: table.rows.len(),
        sample: table.rows.iter().take(MAX_SAMPLE).map(|row| row.cells.clone()).collect(),
    }
}

fn group(group: &DraftGroup) -> GroupPreview {
    let code = |code: &DraftCode| CodePreview {
        code: code.code.clone(),
        name: code.name.clone(),
        line: code.line,
        cases: if code.has_cases { code.answers.len() } else { 1 },
        messages: code.answers.iter().filter_map(|answer| answer.text.clone()).collect(),
    };
    GroupPreview {
        id: group.id.clone(),
        title: group.title.clone(),
        outcome: group.outcome,
        codes: group.codes.iter().map(code).collect(),
    }
}
