//! `errcat check`

use std::fmt::Write as _;
use std::path::PathBuf;

use errcat_model::render::{self, Style, one_line};
use errcat_model::{CatalogSet, Finding, Law, Sources};

use crate::cli::{Check, CheckFormat};
use crate::input::{Input, look_into};
use crate::output::{self, Done, Failure, Out, count, slow};

pub(crate) fn run(arguments: &Check, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let mut folders = [input.folders, &arguments.folders].concat();
    let only = !arguments.built_in;
    if folders.is_empty() && only {
        let here = PathBuf::from(".");
        look_into(&here).map_err(|failure| {
            Failure::Other(format!("{failure}\nname a folder, or check with `--built-in`"))
        })?;
        folders.push(here);
    }
    let sources = Input { folders: &folders, only }.sources()?;
    let result = slow("checking the catalogs", || errcat_model::check(&sources));
    let findings = result.as_ref().err().map_or(&[][..], |findings| findings);
    let printed = match (arguments.format, &result) {
        (CheckFormat::Json, _) => out.print_json(&render::machine(findings, &sources)),
        (CheckFormat::Github, _) => out.print(&render::github(findings, &sources)),
        (CheckFormat::Human, Ok(set)) => out.print(&clean(set)),
        (CheckFormat::Human, Err(findings)) => out.print(&human(findings, &sources, out.style())),
    };
    Done::after(printed, !findings.is_empty())
}

/// Counts what was checked.
fn clean(set: &CatalogSet) -> String {
    let lines = set.catalogs.iter().map(|catalog| {
        let codes = count(catalog.codes.len(), "code");
        format!("{}: {codes}, {}\n", catalog.id, count(catalog.cases().count(), "case"))
    });
    lines.collect::<String>() + &count(set.meanings.len(), "meaning") + "; no findings\n"
}

/// Renders findings. Gaps are what a new catalog is full of, so they are counted for each file.
fn human(findings: &[Finding], sources: &Sources, style: Style) -> String {
    /// So many are soon read.
    const MAX_GAPS: usize = 5;
    let (gaps, others): (Vec<Finding>, Vec<Finding>) =
        findings.iter().cloned().partition(|finding| finding.law == Law::Gap);
    if gaps.len() <= MAX_GAPS {
        return output::human(findings, sources, style);
    }
    let mut text = match others.as_slice() {
        [] => String::new(),
        others => output::human(others, sources, style) + "\n",
    };
    let mut total = 0;
    for file in gaps.chunk_by(|a, b| a.primary.place.file == b.primary.place.file) {
        let Some((first, source)) = file
            .first()
            .and_then(|first| Some((first.primary.place, sources.file(first.primary.place.file)?)))
        else {
            continue;
        };
        let number = file.iter().map(|gap| 1 + gap.more).sum();
        total += number;
        let line = source.line_column(first.span.start).line;
        let path = one_line(source.path());
        let _ = writeln!(text, "{path}:{line}: {} from here on", count(number, "gap"));
    }
    let total = count(total, "gap");
    text + &format!("\n{total}: write a value for each `TODO`; `--format json` has all of them\n")
}
