//! `errcat check`

use errcat_model::{CatalogSet, render};

use crate::cli::{Check, CheckFormat};
use crate::input::Input;
use crate::output::{Done, Failure, Out, count};

pub(crate) fn run(arguments: &Check, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let folders = [input.folders, &arguments.folders].concat();
    let sources = Input { folders: &folders }.sources();
    let result = errcat_model::load(&sources);
    let findings = result.as_ref().err().map_or(&[][..], |findings| findings);
    let printed = match (arguments.format, &result) {
        (CheckFormat::Json, _) => out.print_json(&render::machine(findings, &sources)),
        (CheckFormat::Github, _) => out.print(&render::github(findings, &sources)),
        (CheckFormat::Human, Ok(set)) => out.print(&clean(set)),
        (CheckFormat::Human, Err(findings)) => {
            out.print(&render::human(findings, &sources, out.style()))
        }
    };
    match printed {
        // Whoever closed the pipe has read enough; the catalogs are as they are.
        Err(failure) if !failure.is_closed_pipe() => Err(failure),
        _ if findings.is_empty() => Ok(Done::Clean),
        _ => Ok(Done::Findings),
    }
}

/// What was checked and found clean.
fn clean(set: &CatalogSet) -> String {
    let lines = set.catalogs.iter().map(|catalog| {
        let cases: usize = catalog.codes.iter().map(|code| code.cases.len()).sum();
        let codes = count(catalog.codes.len(), "code");
        format!("{}: {codes}, {}", catalog.id, count(cases, "case"))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.push(format!("{}; no findings\n", count(set.meanings.len(), "meaning")));
    lines.join("\n")
}
