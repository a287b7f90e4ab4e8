//! Takes findings; renders them for people, for programs and for a code review.

#[cfg(feature = "tools")]
mod machine;

use std::fmt::Write as _;
use std::ops::Range;

use crate::findings::{Finding, Label, left_out, more};
use crate::text::{SourceFile, Sources, Span};
use crate::text::{char_boundary_before, of_same_length};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

pub use crate::text::{one_line, printable};
#[cfg(feature = "tools")]
pub use machine::{MachineFinding, MachinePlace, MachineReport, github, machine};
#[cfg(feature = "tools")]
pub(crate) use machine::{escape_data, escape_property};

/// A longer line is named but not shown.
const MAX_LINE: usize = 500;

/// Labels further apart get snippets of their own.
const MAX_SNIPPET: usize = 2_000;

/// The appearance of findings on a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether to use ANSI colors.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// The number of findings to print; the rest are counted.
    pub limit: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 100, limit: 50 }
    }
}

/// Renders findings as rustc does, with a last line that counts them.
pub fn human(findings: &[Finding], sources: &Sources, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(style.width);
    let mut out = String::new();
    for finding in findings.iter().take(style.limit) {
        out.push_str(&renderer.render(&[report(finding, sources)]));
        out.push_str("\n\n");
    }
    let _ = writeln!(out, "{}", summary(findings, style.limit));
    out
}

fn summary(findings: &[Finding], limit: usize) -> String {
    let mut files: Vec<_> = findings.iter().map(|finding| finding.primary.place.file).collect();
    files.sort_unstable();
    files.dedup();
    let plural = |number: usize, word: &str| match number {
        1 => format!("1 {word}"),
        _ => format!("{number} {word}s"),
    };
    let left_out = left_out(findings);
    let count = plural(findings.len() + left_out, "finding");
    let total = format!("{count} in {}", plural(files.len(), "file"));
    match findings.len().saturating_sub(limit) + left_out {
        0 => total,
        hidden => format!("{total}; {hidden} of them are not shown"),
    }
}

fn report<'a>(finding: &'a Finding, sources: &'a Sources) -> Group<'a> {
    let title = Level::ERROR.primary_title(printable(&finding.message)).id(finding.law.id());
    let mut group = title.elements(places(finding, sources));
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(printable(&finding.help)));
    }
    if finding.more > 0 {
        group = group.element(Level::NOTE.message(more(finding.more)));
    }
    group
}

/// Returns snippets of the primary and related places; places close together share a snippet.
fn places<'a>(finding: &'a Finding, sources: &'a Sources) -> Vec<Element<'a>> {
    let mut elements = Vec::new();
    let mut rest: Vec<(AnnotationKind, &Label)> = vec![(AnnotationKind::Primary, &finding.primary)];
    rest.extend(finding.related.iter().map(|label| (AnnotationKind::Context, label)));
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
    a.place.file == b.place.file && (distance as usize) < MAX_SNIPPET
}

fn snippet<'a>(file: &'a SourceFile, labels: &[(AnnotationKind, &'a Label)]) -> Element<'a> {
    let path = one_line(file.path());
    if file.text().is_empty() {
        return Origin::path(path).into();
    }
    let spans = labels.iter().map(|(_, label)| first_line(file, label.place.span));
    let spans: Vec<Range<usize>> = spans.collect();
    let Range { start, end } = lines(file, &spans);
    let shown = file.text().get(start..end).unwrap_or_default();
    if shown.lines().any(|line| line.len() > MAX_LINE) {
        let first = labels.first().map_or(0, |(_, label)| label.place.span.start);
        let position = file.line_column(first);
        return Origin::path(path).line(position.line).char_column(position.column).into();
    }
    let line = file.line_column(u32::try_from(start).unwrap_or(u32::MAX)).line;
    let annotations = labels.iter().zip(spans).map(|((kind, label), span)| {
        let span = span.start.saturating_sub(start)..span.end.saturating_sub(start);
        let annotation = kind.span(span);
        match label.text.as_str() {
            "" => annotation,
            text => annotation.label(printable(text)),
        }
    });
    let shown = of_same_length(shown);
    Snippet::source(shown).path(path).line_start(line).annotations(annotations).into()
}

/// Returns all lines that the spans touch.
fn lines(file: &SourceFile, spans: &[Range<usize>]) -> Range<usize> {
    let around = |byte| file.line_around(byte);
    let start = spans.iter().map(|span| around(span.start).0).min().unwrap_or(0);
    let end = spans.iter().map(|span| around(span.end).1).max().unwrap_or(0);
    // A byte order mark would shift the columns that the snippet counts.
    let mark = if file.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    start.max(mark)..end
}

/// Returns the part of a span on its first line.
fn first_line(file: &SourceFile, span: Span) -> Range<usize> {
    let start = char_boundary_before(file.text(), span.start as usize);
    let end = char_boundary_before(file.text(), (span.end as usize).max(start));
    start..end.min(file.line_around(start).1.max(start))
}
