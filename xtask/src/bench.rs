//! `cargo xtask bench`

mod build_script;
mod clean_build;

use crate::Result;
use crate::run::{cargo, run};

type Part = fn() -> Result;

/// What is measured, in this order.
const PARTS: &[(&str, Part)] = &[
    ("reading", || bench("errcat-model", "reading")),
    ("lookup", || bench("domain-errors", "lookup")),
    ("counts", || bench("domain-errors", "counts")),
    ("decode", decode),
    ("compile", || bench("errcat-build", "compile")),
    ("pairs", || bench("errcat-build", "pairs")),
    ("build", build),
];

pub(crate) fn run_task() -> Result {
    PARTS.iter().try_for_each(|(_, part)| part())
}

pub(crate) fn run_part(name: &str) -> Result {
    let found = PARTS.iter().find(|(part, _)| *part == name);
    let (_, part) = found.ok_or_else(|| {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        format!("there is no benchmark `{name}`: there are {}", names.join(", "))
    })?;
    part()
}

fn bench(package: &str, target: &str) -> Result {
    run(cargo(&["bench", "--package", package, "--bench", target]))
}

/// The readers of responses are behind features.
fn decode() -> Result {
    let bench = ["bench", "--package", "domain-errors", "--bench", "reading"];
    let mut command = cargo(&bench);
    command.args(["--features", "json,xml"]);
    run(command)
}

fn build() -> Result {
    build_script::run_part()?;
    clean_build::run_part()
}

/// A line of the table.
fn row(what: &str, value: f64, unit: &str, most: f64) {
    let verdict = if value <= most { "met" } else { "NOT MET" };
    println!("{what:<62} {value:>8.2}{unit}  goal {most:.2}{unit}  {verdict}");
}
