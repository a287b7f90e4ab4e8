//! `errcat check`

use errcat_model::{CatalogSet, render};

use crate::cli::{Check, CheckFormat};
use crate::input::Input;
use crate::output::{Done, Failure, Out, count};

pub(crate) fn run(arguments: &Check, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let folders = [input.folders, &arguments.folders].concat();
    let sources = Input { folders: &folders }.sources();
    let result = errcat_model::check(&sources);
    let findings = result.as_ref().err().map_or(&[][..], |findings| findings);
    let printed = match (arguments.format, &result) {
        (CheckFormat::Json, _) => out.print_json(&render::machine(findings, &sources)),
        (CheckFormat::Github, _) => out.print(&render::github(findings, &sources)),
        (CheckFormat::Human, Ok(set)) => out.print(&clean(set)),
        (CheckFormat::Human, Err(findings)) => {
            out.print(&render::human(findings, &sources, out.style()))
        }
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
