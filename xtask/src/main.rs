//! `cargo xtask`: the tasks of this workspace. The work is done by the crates and their commands.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "tasks print to the terminal")]

mod bench;
mod browser;
mod docs;
mod generate;
mod lines;
mod package;
mod run;
mod test;
mod users;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// The tasks of the errcat workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Check the catalogs, write the sources, the schemas and the documentation, and print where they
    /// are.
    Docs,
    /// Run every check that a submission must pass.
    Test,
    /// Measure everything, or one part, as ratios within one run.
    Bench {
        #[arg(value_parser = bench::PARTS)]
        part: Option<String>,
    },
    /// Write the sources of `domain-errors`.
    Generate,
    /// Write catalog/schema.
    Schema,
    /// Keep the catalogs of this release, to compare the next one with.
    Baseline,
}

/// The result of a task; the error is a message for the terminal.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let result = match Task::parse() {
        Task::Docs => docs::run_task(),
        Task::Test => test::run_task(),
        Task::Bench { part } => bench::run_task(part.as_deref()),
        Task::Generate => generate::write_sources(),
        Task::Schema => docs::write_schemas(),
        Task::Baseline => generate::write_baseline(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Returns cargo's target folder.
fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Returns the root of the workspace.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}
