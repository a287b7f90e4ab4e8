//! `cargo xtask bench`

mod build_script;
mod clean_build;

use crate::Result;
use crate::run::{cargo, run};

/// Benchmarks of packages: name, package, target, features that it needs.
const TARGETS: &[(&str, &str, &str, &str)] = &[
    ("reading", "errcat-model", "reading", ""),
    ("lookup", "domain-errors", "lookup", ""),
    ("counts", "domain-errors", "counts", ""),
    ("decode", "domain-errors", "reading", "json,xml"),
    ("compile", "errcat-build", "compile", ""),
    ("pairs", "errcat-build", "pairs", ""),
    ("site", "errcat-docs", "site", ""),
];

/// What no package has: the build script, and clean builds.
const BUILD: &str = "build";

pub(crate) fn run_task() -> Result {
    TARGETS.iter().try_for_each(|(name, ..)| run_part(name))?;
    build()
}

pub(crate) fn run_part(name: &str) -> Result {
    if name == BUILD {
        return build();
    }
    let found = TARGETS.iter().find(|(part, ..)| *part == name);
    let (_, package, target, features) =
        found.ok_or_else(|| format!("there is no benchmark `{name}`: there are {}", parts()))?;
    on_target("bench", package, target, features)
}

/// The names of all parts.
pub(crate) fn parts() -> String {
    let names: Vec<&str> = TARGETS.iter().map(|(name, ..)| *name).chain([BUILD]).collect();
    names.join(", ")
}

/// Compiles each as it would be run, alone: with all features, one can hide what another lacks.
pub(crate) fn check() -> Result {
    let mut targets = TARGETS.iter();
    targets.try_for_each(|(_, package, target, features)| {
        on_target("check", package, target, features)
    })
}

fn on_target(task: &str, package: &str, target: &str, features: &str) -> Result {
    run(cargo(&[task, "--package", package, "--bench", target, "--features", features]))
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
