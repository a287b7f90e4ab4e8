//! Changes for a terminal: by rule, those that break something first.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use errcat_model::Sources;
use errcat_model::diff::{Diff, Level, ReportedChange, Rule, report};
use errcat_model::render::printable;

const MAJOR: Style = AnsiColor::BrightRed.on_default().bold();
const MINOR: Style = AnsiColor::Yellow.on_default().bold();
const PATCH: Style = AnsiColor::Green.on_default().bold();
const FAINT: Style = Style::new().dimmed();

pub(super) fn of(diff: &Diff, sources: &Sources, width: usize) -> String {
    let report = report(diff, sources);
    if report.changes.is_empty() {
        return "no change\n".to_owned();
    }
    let mut text = String::new();
    for same in report.changes.chunk_by(|a, b| a.rule == b.rule) {
        let Some(rule) = same.first().and_then(|change| rule(change)) else {
            continue;
        };
        let (level, style) = (rule.level(), style(rule.level()));
        let _ = writeln!(text, "{style}{level}{style:#} {}", rule.id());
        let _ = writeln!(text, "{}", wrapped(rule.summary(), "  ", width));
        for change in same {
            let place = change.place.as_ref();
            let place = place.map(|at| format!("  {}:{}:{}", at.file, at.line, at.column));
            let place = place.unwrap_or_default();
            let (reference, place) = (printable(change.reference), printable(&place));
            let _ = writeln!(text, "  {reference}{FAINT}{place}{FAINT:#}");
            let _ = writeln!(text, "{}", wrapped(&printable(change.message), "    ", width));
        }
        let _ = writeln!(text, "{}\n", wrapped(&format!("help: {}", rule.help()), "  ", width));
    }
    text + &counts(&report.changes) + "\n"
}

fn rule(change: &ReportedChange<'_>) -> Option<Rule> {
    Rule::ALL.iter().find(|rule| rule.id() == change.rule).copied()
}

fn style(level: Level) -> Style {
    match level {
        Level::Major => MAJOR,
        Level::Minor => MINOR,
        Level::None | Level::Patch => PATCH,
    }
}

fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(indent)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, &options)
}

/// `3 changes: 1 major, 2 minor`
fn counts(changes: &[ReportedChange<'_>]) -> String {
    let levels = [Level::Major, Level::Minor, Level::Patch].map(|level| {
        let count = changes.iter().filter(|change| change.level == level).count();
        (count > 0).then(|| format!("{count} {level}"))
    });
    let levels: Vec<String> = levels.into_iter().flatten().collect();
    let plural = if changes.len() == 1 { "" } else { "s" };
    format!("{} change{plural}: {}", changes.len(), levels.join(", "))
}
