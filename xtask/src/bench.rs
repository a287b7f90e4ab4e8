//! `cargo xtask bench`

use crate::Result;
use crate::run::{cargo, run, run_and_read};

/// The benchmarks of the crate `errcat-bench`.
const PARTS: [&str; 7] = ["reading", "lookup", "decode", "compile", "pairs", "site", "size"];

pub(crate) fn run_task() -> Result {
    run_parts(&PARTS)
}

pub(crate) fn run_part(name: &str) -> Result {
    if !PARTS.contains(&name) {
        return Err(format!("there is no benchmark `{name}`: there are {}", parts()));
    }
    run_parts(&[name])
}

/// Runs benchmarks, and repeats all goals that were missed.
fn run_parts(names: &[&str]) -> Result {
    let mut missed = Vec::new();
    for name in names {
        println!("\n== {name}");
        let lines = run_and_read(cargo(&["bench", "--package", "errcat-bench", "--bench", name]))?;
        let lines = lines.lines().filter(|line| line.contains("NOT MET"));
        missed.extend(lines.map(|line| format!("{name}: {line}")));
    }
    println!("\n{} goals missed", missed.len());
    for line in missed {
        println!("{line}");
    }
    Ok(())
}

/// The names of all parts.
pub(crate) fn parts() -> String {
    PARTS.join(", ")
}

/// Compiles the benchmarks without the features that the rest of the workspace turns on.
pub(crate) fn check() -> Result {
    run(cargo(&["check", "--package", "errcat-bench", "--all-targets"]))
}
