//! Findings for people, for programs and for a code review.

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::source::char_boundary_before;
use crate::{Finding, Label, SourceFile, Sources, Span};

/// A line longer than this is named and not shown.
const LONGEST_LINE: usize = 500;

/// Labels further apart than this stand in snippets of their own.
const LONGEST_SNIPPET: usize = 2_000;

/// How findings look on a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether to use ANSI colors.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// How many findings to print; the rest are counted.
    pub limit: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
            limit: 50,
        }
    }
}

/// Findings as rustc would print them, and a last line that counts them.
pub fn human(findings: &[Finding], sources: &Sources, style: Style) -> String {
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(style.width);
    let mut out = String::new();
    for finding in findings.iter().take(style.limit) {
        out.push_str(&renderer.render(&[report(finding, sources)]));
        out.push_str("\n\n");
    }
    let _ = writeln!(out, "{}", summary(findings, style.limit));
    out
}

fn summary(findings: &[Finding], limit: usize) -> String {
    let mut files: Vec<_> = findings
        .iter()
        .map(|finding| finding.primary.place.file)
        .collect();
    files.sort_unstable();
    files.dedup();
    let plural = |number: usize, word: &str| match number {
        1 => format!("1 {word}"),
        _ => format!("{number} {word}s"),
    };
    let total = format!(
        "{} in {}",
        plural(findings.len(), "finding"),
        plural(files.len(), "file")
    );
    match findings.len().checked_sub(limit) {
        None | Some(0) => total,
        Some(hidden) => format!("{total}; {hidden} of them are not shown"),
    }
}

fn report<'a>(finding: &'a Finding, sources: &'a Sources) -> Group<'a> {
    let title = Level::ERROR
        .primary_title(finding.message.as_str())
        .id(finding.law.id());
    let mut group = title.elements(places(finding, sources));
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(finding.help.as_str()));
    }
    group
}

/// The primary place and the related ones; those near to each other share a snippet.
fn places<'a>(finding: &'a Finding, sources: &'a Sources) -> Vec<Element<'a>> {
    let mut elements = Vec::new();
    let mut rest: Vec<(AnnotationKind, &Label)> = vec![(AnnotationKind::Primary, &finding.primary)];
    rest.extend(
        finding
            .related
            .iter()
            .map(|label| (AnnotationKind::Context, label)),
    );
    while let Some((_, first)) = rest.first() {
        let (here, there): (Vec<_>, Vec<_>) =
            rest.iter().partition(|(_, label)| is_near(first, label));
        if let Some(file) = sources.file(first.place.file) {
            elements.push(snippet(file, &here));
        }
        rest = there;
    }
    elements
}

fn is_near(a: &Label, b: &Label) -> bool {
    let distance = a.place.span.start.abs_diff(b.place.span.start);
    a.place.file == b.place.file && (distance as usize) < LONGEST_SNIPPET
}

fn snippet<'a>(file: &'a SourceFile, labels: &[(AnnotationKind, &'a Label)]) -> Element<'a> {
    let text = file.text();
    let spans: Vec<_> = labels
        .iter()
        .map(|(_, label)| first_line(text, label.place.span))
        .collect();
    let start = spans
        .iter()
        .map(|span| line_start(text, span.start))
        .min()
        .unwrap_or(0);
    let end = spans
        .iter()
        .map(|span| line_end(text, span.end))
        .max()
        .unwrap_or(0);
    let shown = text.get(start..end).unwrap_or_default();
    let first = labels
        .first()
        .map_or(0, |(_, label)| label.place.span.start);
    let position = file.line_column(first);
    if text.is_empty() {
        return Origin::path(file.path()).into();
    }
    if shown.lines().any(|line| line.len() > LONGEST_LINE) {
        let origin = Origin::path(file.path()).line(position.line);
        return origin.char_column(position.column).into();
    }
    // A byte order mark would shift the columns that the snippet counts.
    let mark = shown.len() - shown.trim_start_matches('\u{feff}').len();
    let (start, shown) = (start + mark, shown.get(mark..).unwrap_or_default());
    let line = file
        .line_column(u32::try_from(start).unwrap_or(u32::MAX))
        .line;
    let annotations = labels.iter().zip(spans).map(|((kind, label), span)| {
        let span = span.start.saturating_sub(start)..span.end.saturating_sub(start);
        let annotation = kind.span(span);
        if label.text.is_empty() {
            annotation
        } else {
            annotation.label(label.text.as_str())
        }
    });
    Snippet::source(shown)
        .path(file.path())
        .line_start(line)
        .annotations(annotations)
        .into()
}

/// A span within the text, ending with its first line.
fn first_line(text: &str, span: Span) -> std::ops::Range<usize> {
    let start = char_boundary_before(text, span.start as usize);
    let end = char_boundary_before(text, (span.end as usize).max(start));
    let inside = text.get(start..end).unwrap_or_default();
    let length = inside.find(['\n', '\r']).unwrap_or(inside.len());
    start..start + length
}

fn line_start(text: &str, byte: usize) -> usize {
    text.get(..byte)
        .unwrap_or_default()
        .rfind('\n')
        .map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, byte: usize) -> usize {
    let rest = text.get(byte..).unwrap_or_default();
    byte + rest.find('\n').unwrap_or(rest.len())
}

/// All findings for a program.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct MachineReport<'a> {
    /// How many there are.
    pub count: usize,
    /// All of them, in the order of their places.
    pub findings: Vec<MachineFinding<'a>>,
}

/// A finding for a program.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct MachineFinding<'a> {
    /// The id of the law.
    pub law: &'static str,
    /// What is wrong.
    pub message: &'a str,
    /// The next step.
    pub help: &'a str,
    /// Where.
    #[serde(flatten)]
    pub place: MachinePlace<'a>,
    /// Other places that are part of it.
    pub related: Vec<MachinePlace<'a>>,
}

/// A place for a program: lines and columns count from 1, columns count characters.
#[derive(Debug, Serialize)]
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
    /// The column behind the last one.
    pub end_column: usize,
    /// What there is to say about it.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub label: &'a str,
}

/// Findings for a program, to be serialized.
pub fn machine<'a>(findings: &'a [Finding], sources: &'a Sources) -> MachineReport<'a> {
    let findings = findings.iter().map(|finding| MachineFinding {
        law: finding.law.id(),
        message: &finding.message,
        help: &finding.help,
        place: machine_place(&finding.primary, sources),
        related: finding
            .related
            .iter()
            .map(|label| machine_place(label, sources))
            .collect(),
    });
    let findings: Vec<_> = findings.collect();
    MachineReport {
        count: findings.len(),
        findings,
    }
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
        let MachinePlace {
            file,
            line,
            column,
            end_line,
            end_column,
            ..
        } = finding.place;
        let file = escape_property(file);
        let message = escape_data(&format!("{}\nhelp: {}", finding.message, finding.help));
        let _ = write!(
            out,
            "::error file={file},line={line},endLine={end_line},col={column}"
        );
        // GitHub shows a column range only within one line.
        if end_line == line {
            let _ = write!(out, ",endColumn={end_column}");
        }
        let _ = writeln!(out, ",title=errcat {}::{message}", finding.law);
    }
    out
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
