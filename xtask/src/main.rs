//! `cargo xtask …`: the tasks of this workspace. Thin: the work is in the crates.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task talks to whoever started it")]

mod baseline;
mod bench;
mod browser;
mod docs;
mod package;
mod run;
mod test;
mod users;

use std::path::PathBuf;
use std::process::ExitCode;

const TASKS: &str = "\
cargo xtask docs           check the catalogs, write schemas and reference pages, say where they are
cargo xtask test           run every check that a submission must pass
cargo xtask bench          measure everything, as ratios in one run
cargo xtask bench NAME     measure one part: {PARTS}
cargo xtask schema         write catalog/schema anew
cargo xtask baseline       keep the catalogs of this release, for comparing the next one
";

/// Why a task stopped: a text for whoever started it.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["docs"] => docs::run_task(),
        ["test"] => test::run_task(),
        ["bench"] => bench::run_task(),
        ["bench", part] => bench::run_part(part),
        ["baseline"] => baseline::run_task(),
        ["schema"] => docs::write_schemas(),
        [] | ["help" | "-h" | "--help"] => {
            print!("{}", usage());
            return ExitCode::SUCCESS;
        }
        other => {
            eprint!("there is no task `{}`\n\n{}", other.join(" "), usage());
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    TASKS.replace("{PARTS}", &bench::parts())
}

/// Where cargo builds.
fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}
