//! Changes for a terminal, grouped by rule, breaking ones first.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use errcat_model::Sources;
use errcat_model::diff::{Diff, Level, ReportedChange, Rule, report};
use errcat_model::render::{one_line, printable};

use crate::output::{FAINT, count, wrap};

pub(super) fn of(diff: &Diff, sources: &Sources, width: usize) -> String {
    let report = report(diff, sources);
    if report.changes.is_empty() {
        return "no changes\n".to_owned();
    }
    let mut text = String::new();
    for same in report.changes.chunk_by(|a, b| a.rule == b.rule) {
        let Some(rule) = same.first().and_then(|change| rule(change)) else {
            continue;
        };
        let (level, style) = (rule.level(), style(rule.level()));
        let _ = writeln!(text, "{style}{level}{style:#} {}", rule.id());
        let _ = writeln!(text, "{}", wrap(rule.summary(), "  ", width));
        for change in same {
            let place = change.place.as_ref();
            let place =
                place.map(|at| format!("  {}:{}:{}", one_line(at.file), at.line, at.column));
            let place = place.unwrap_or_default();
            let reference = printable(change.reference);
            let _ = writeln!(text, "  {reference}{FAINT}{place}{FAINT:#}");
            let _ = writeln!(text, "{}", wrap(change.message, "    ", width));
        }
        let _ = writeln!(text, "{}\n", wrap(&format!("help: {}", rule.help()), "  ", width));
    }
    text + &counts(&report.changes) + "\n"
}

fn rule(change: &ReportedChange<'_>) -> Option<Rule> {
    Rule::ALL.iter().find(|rule| rule.id() == change.rule).copied()
}

fn style(level: Level) -> Style {
    let color = match level {
        Level::Major => AnsiColor::BrightRed,
        Level::Minor => AnsiColor::Yellow,
        Level::None | Level::Patch => AnsiColor::Green,
    };
    color.on_default().bold()
}

/// Counts changes: `3 changes: 1 major, 2 minor`.
fn counts(changes: &[ReportedChange<'_>]) -> String {
    let levels = [Level::Major, Level::Minor, Level::Patch].into_iter().filter_map(|level| {
        let count = changes.iter().filter(|change| change.level == level).count();
        (count > 0).then(|| format!("{count} {level}"))
    });
    let levels: Vec<String> = levels.collect();
    format!("{}: {}", count(changes.len(), "change"), levels.join(", "))
}
