//! `cargo xtask bench`

use crate::Result;
use crate::run::{cargo, run, run_and_read};

/// The benchmarks of the crate `errcat-bench`.
pub(crate) const PARTS: [&str; 6] = ["reading", "lookup", "decode", "build", "pairs", "site"];

/// Runs one benchmark or all of them, and repeats all goals that were missed.
pub(crate) fn run_task(part: Option<&str>) -> Result {
    let mut missed = Vec::new();
    for name in PARTS.iter().filter(|name| part.is_none_or(|part| part == **name)) {
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

/// Compiles the benchmarks without the features that the rest of the workspace turns on.
pub(crate) fn check() -> Result {
    run(cargo(&["check", "--package", "errcat-bench", "--all-targets"]))
}
