//! Findings for programs.

use std::fmt::Write as _;

use super::printable;
use crate::findings::{Finding, Label, left_out, more};
use crate::text::{SourceFile, Sources};

/// All findings for a program.
#[derive(Debug, serde::Serialize)]
#[non_exhaustive]
pub struct MachineReport<'a> {
    /// The number of findings, with those that were left out.
    pub count: usize,
    /// The findings, in the order of their places.
    pub findings: Vec<MachineFinding<'a>>,
}

/// A finding for a program.
#[derive(Debug, serde::Serialize)]
#[non_exhaustive]
pub struct MachineFinding<'a> {
    /// The id of the law.
    pub law: &'static str,
    /// The problem.
    pub message: &'a str,
    /// The next step.
    pub help: &'a str,
    /// The place.
    #[serde(flatten)]
    pub place: MachinePlace<'a>,
    /// Related places.
    pub related: Vec<MachinePlace<'a>>,
    /// The number of further findings of this law in this file, which were left out.
    #[serde(skip_serializing_if = "is_zero")]
    pub more: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// A place for a program: lines and columns count from 1, columns count characters.
#[derive(Debug, serde::Serialize)]
#[non_exhaustive]
pub struct MachinePlace<'a> {
    /// The path of the file.
    pub file: &'a str,
    /// The first line.
    pub line: usize,
    /// The first column.
    pub column: usize,
    /// The last line.
    pub end_line: usize,
    /// The column after the last one.
    pub end_column: usize,
    /// A few words about it.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub label: &'a str,
}

/// Findings for a program, to be serialized.
pub fn machine<'a>(findings: &'a [Finding], sources: &'a Sources) -> MachineReport<'a> {
    let count = findings.len() + left_out(findings);
    let findings = findings.iter().map(|finding| MachineFinding {
        law: finding.law.id(),
        message: &finding.message,
        help: &finding.help,
        place: machine_place(&finding.primary, sources),
        related: finding.related.iter().map(|label| machine_place(label, sources)).collect(),
        more: finding.more,
    });
    MachineReport { count, findings: findings.collect() }
}

fn machine_place<'a>(label: &'a Label, sources: &'a Sources) -> MachinePlace<'a> {
    let file = sources.file(label.place.file);
    let position = |byte| file.map(|file| file.line_column(byte));
    let start = position(label.place.span.start);
    let end = position(label.place.span.end);
    MachinePlace {
        file: file.map_or("", SourceFile::path),
        line: start.map_or(1, |start| start.line),
        column: start.map_or(1, |start| start.column),
        end_line: end.map_or(1, |end| end.line),
        end_column: end.map_or(1, |end| end.column),
        label: &label.text,
    }
}

/// Findings as annotations of a workflow on GitHub.
pub fn github(findings: &[Finding], sources: &Sources) -> String {
    let mut out = String::new();
    for finding in &machine(findings, sources).findings {
        let MachinePlace { file, line, column, end_line, end_column, .. } = finding.place;
        let file = escape_property(file);
        let label = match finding.place.label {
            "" => String::new(),
            label => format!(" ({label})"),
        };
        let mut message = format!("{}{label}\nhelp: {}", finding.message, finding.help);
        if finding.more > 0 {
            let _ = write!(message, "\nnote: {}", more(finding.more));
        }
        let message = escape_data(&message);
        let _ = write!(out, "::error file={file},line={line},endLine={end_line},col={column}");
        // GitHub shows a column range only within one line.
        if end_line == line {
            let _ = write!(out, ",endColumn={end_column}");
        }
        let _ = writeln!(out, ",title=errcat {}::{message}", finding.law);
    }
    out
}

pub(crate) fn escape_data(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

pub(crate) fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
