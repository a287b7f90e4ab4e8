//! Findings for a person.

use std::fmt::Write as _;

use errcat_model::render::{self, Style, one_line};
use errcat_model::{Finding, Law, Sources};

use super::{count, fill};

/// Renders findings. Gaps are what a new catalog is full of, so they are counted for each file.
pub(crate) fn human(findings: &[Finding], sources: &Sources, style: Style) -> String {
    /// So many are soon read.
    const MAX_GAPS: usize = 5;
    let (gaps, others): (Vec<Finding>, Vec<Finding>) =
        findings.iter().cloned().partition(|finding| finding.law == Law::Gap);
    if gaps.len() <= MAX_GAPS {
        return wrapped(&render::human(findings, sources, style), style.width);
    }
    let mut text = match others.as_slice() {
        [] => String::new(),
        others => wrapped(&render::human(others, sources, style), style.width) + "\n",
    };
    let mut total = 0;
    for file in gaps.chunk_by(|a, b| a.primary.place.file == b.primary.place.file) {
        let Some(place) = file.first().map(|gap| gap.primary.place) else { continue };
        let Some(source) = sources.file(place.file) else { continue };
        let number = file.iter().map(|gap| 1 + gap.more).sum();
        total += number;
        let (path, line) = (one_line(source.path()), source.line_column(place.span.start).line);
        let _ = writeln!(text, "{path}:{line}: {} from here on", count(number, "gap"));
    }
    let total = count(total, "gap");
    let next = "write a value for each `TODO`; `--format json` lists all of them";
    text + &fill(&format!("\n{total}: {next}"), "", "", style.width) + "\n"
}

/// Wraps messages, but not the lines of files.
fn wrapped(text: &str, width: usize) -> String {
    let lines = text.lines().map(|line| {
        let plain = anstream::adapter::strip_str(line).to_string();
        let plain = plain.trim_start();
        let is_message = plain.starts_with("error[") || plain.starts_with("= ");
        if is_message { fill(line, "", "        ", width) } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}
