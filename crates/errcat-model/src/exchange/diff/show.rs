//! Changes for programs, for a code review and for a changelog.

use std::fmt::Write as _;

use serde::Serialize;

use super::change::{Change, Diff};
use super::rule::Level;
use crate::findings::render::{escape_data, escape_property, printable};
use crate::text::{SourceFile, Sources};

/// All changes for a program, to be serialized.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Report<'a> {
    /// The highest level of all changes.
    pub level: Level,
    /// All of them.
    pub changes: Vec<ReportedChange<'a>>,
}

/// A change for a program.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct ReportedChange<'a> {
    /// The id of the rule.
    pub rule: &'static str,
    /// The family of the rule.
    pub family: &'static str,
    /// Its level.
    pub level: Level,
    /// The code, case, catalog or meaning that it is about.
    #[serde(rename = "ref")]
    pub reference: &'a str,
    /// The change.
    pub message: &'a str,
    /// The next step.
    pub help: &'static str,
    /// The place in the files of the new state, if it was read from files.
    pub place: Option<ReportedPlace<'a>>,
}

/// A place for a program: both numbers count from 1, columns count characters.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct ReportedPlace<'a> {
    /// The path of the file.
    pub file: &'a str,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The changes for a program, with places in the files of the new state.
pub fn report<'a>(diff: &'a Diff, sources: &'a Sources) -> Report<'a> {
    let changes = diff.changes.iter().map(|change| ReportedChange {
        rule: change.rule.id(),
        family: change.rule.family().as_str(),
        level: change.rule.level(),
        reference: &change.reference,
        message: &change.message,
        help: change.rule.help(),
        place: place(change, sources),
    });
    Report { level: diff.level(), changes: changes.collect() }
}

fn place<'a>(change: &Change, sources: &'a Sources) -> Option<ReportedPlace<'a>> {
    let place = change.place?;
    let file: &SourceFile = sources.file(place.file)?;
    let start = file.line_column(place.span.start);
    Some(ReportedPlace { file: file.path(), line: start.line, column: start.column })
}

/// The changes as annotations of a workflow on GitHub: errors, warnings and notices.
pub fn github(diff: &Diff, sources: &Sources) -> String {
    let mut out = String::new();
    for change in &report(diff, sources).changes {
        let kind = match change.level {
            Level::Major => "error",
            Level::Minor => "warning",
            Level::None | Level::Patch => "notice",
        };
        let place = change.place.as_ref().map(|place| {
            let file = escape_property(place.file);
            format!("file={file},line={},col={},", place.line, place.column)
        });
        let text = format!("{}: {}\nhelp: {}", change.reference, change.message, change.help);
        let _ = writeln!(
            out,
            "::{kind} {}title=errcat {} ({})::{}",
            place.unwrap_or_default(),
            change.rule,
            change.level,
            escape_data(&text)
        );
    }
    out
}

/// The changes as a section of a changelog.
///
/// # Examples
///
/// ```
/// use errcat_model::diff::{Diff, markdown};
///
/// assert_eq!(markdown(&Diff::default()), "No change of the catalogs.\n");
/// ```
pub fn markdown(diff: &Diff) -> String {
    let headings = [
        (Level::Major, "### Breaking changes of the catalogs"),
        (Level::Minor, "### Changes of the catalogs"),
        (Level::Patch, "### Texts of the catalogs"),
    ];
    let mut out = String::new();
    for (level, heading) in headings {
        let changes = diff.changes.iter().filter(|change| change.rule.level() == level);
        let lines = changes.map(|change| {
            let message = printable(&change.message).replace('\n', " ");
            let reference = printable(&change.reference).replace('\n', " ");
            format!("- `{reference}`: {message} (`{}`).\n", change.rule.id())
        });
        let lines: String = lines.collect();
        if !lines.is_empty() {
            let gap = if out.is_empty() { "" } else { "\n" };
            let _ = write!(out, "{gap}{heading}\n\n{lines}");
        }
    }
    if out.is_empty() { "No change of the catalogs.\n".to_owned() } else { out }
}
