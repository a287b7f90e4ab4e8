//! `errcat check`

use errcat_model::{CatalogSet, render};

use crate::cli::{Check, CheckFormat};
use crate::input::Input;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Check, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let input =
        if arguments.folders.is_empty() { input } else { Input { folders: &arguments.folders } };
    let sources = input.sources();
    let result = errcat_model::load(&sources);
    let findings = result.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    match arguments.format {
        CheckFormat::Json => out.print_json(&render::machine(findings, &sources))?,
        CheckFormat::Github => out.print(&render::github(findings, &sources))?,
        CheckFormat::Human => match &result {
            Ok(set) => out.print(&clean(set))?,
            Err(findings) => out.print(&render::human(findings, &sources, out.style()))?,
        },
    }
    Ok(if findings.is_empty() { Done::Clean } else { Done::Findings })
}

/// What was checked and found clean.
fn clean(set: &CatalogSet) -> String {
    let lines = set.catalogs.iter().map(|catalog| {
        let cases: usize = catalog.codes.iter().map(|code| code.cases.len()).sum();
        let codes = count(catalog.codes.len(), "code");
        format!("{}: {codes}, {}", catalog.id, count(cases, "case"))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.push(format!("{}; no findings\n", count(set.concepts.len(), "concept")));
    lines.join("\n")
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
