//! What the build script of `domain-errors` takes when cargo runs it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::row;
use crate::run::{cargo, read, run};
use crate::{Result, target};

const RUNS: usize = 60;

pub(crate) fn run_part() -> Result {
    let program = program()?;
    let mut milliseconds = (0..RUNS).map(|_| time(&program)).collect::<Result<Vec<f64>>>()?;
    milliseconds.sort_unstable_by(f64::total_cmp);
    let least = milliseconds.first().copied().unwrap_or_default();
    let median = milliseconds.get(RUNS / 2).copied().unwrap_or_default();
    println!("build.rs of domain-errors, not optimized: median {median:.0} ms of {RUNS} runs");
    row("build.rs of domain-errors, fastest run", least, " ms", 60.0);
    Ok(())
}

/// The build script as cargo compiles it for whoever depends on `domain-errors`.
fn program() -> Result<PathBuf> {
    let mut build = cargo(&["build", "--package", "domain-errors", "--all-features", "--quiet"]);
    build.arg("--message-format=json-render-diagnostics");
    build.arg("--target-dir").arg(target().join("bench/build-script"));
    let messages = read(build)?;
    let messages = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
    let program = messages
        .filter(|message: &serde_json::Value| {
            let is_script = |kind: &serde_json::Value| kind == "custom-build";
            let package = message.pointer("/package_id").and_then(serde_json::Value::as_str);
            let kinds = message.pointer("/target/kind").and_then(serde_json::Value::as_array);
            package.is_some_and(|id| id.contains("/domain-errors#"))
                && kinds.is_some_and(|kinds| kinds.iter().any(is_script))
        })
        .find_map(|message| Some(PathBuf::from(message.pointer("/filenames/0")?.as_str()?)));
    program.ok_or_else(|| "cargo does not tell where the build script is".to_owned())
}

/// Milliseconds of a run into an empty folder.
fn time(program: &PathBuf) -> Result<f64> {
    let folder = target().join("bench/out");
    let told = |error: std::io::Error| format!("cannot empty `{}`: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(told)?;
    }
    fs::create_dir_all(&folder).map_err(told)?;
    let mut command = Command::new(program);
    command.env("OUT_DIR", &folder).stdout(Stdio::null());
    for feature in ["DOMAINS", "WAPI", "WIX", "SERDE"] {
        command.env(format!("CARGO_FEATURE_{feature}"), "1");
    }
    let start = Instant::now();
    run(command)?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}
