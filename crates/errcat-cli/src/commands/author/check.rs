//! `errcat check`

use std::path::PathBuf;

use errcat_model::{CatalogSet, render};

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
        (CheckFormat::Human, Err(findings)) => {
            out.print(&output::human(findings, &sources, out.style()))
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
