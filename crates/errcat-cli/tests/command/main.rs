//! The `errcat` command as a user sees it: pages, findings, errors and exit codes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

mod check;
mod colors;
mod completions;
mod coverage;
mod decode;
mod diff;
mod docs;
mod drift;
mod explain;
mod export;
mod import;
mod list;
mod misses;
#[cfg(unix)]
mod names;
mod new;
mod newcomer;
mod schema;
mod site;
mod streams;
mod translate;
mod usage;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The result of a run.
#[derive(Debug)]
struct Run {
    /// The exit code; `None` if a signal ended the process.
    exit: Option<i32>,
    stdout: String,
    stderr: String,
}

/// Runs the command without input and without a terminal.
fn errcat<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    run(command().args(arguments))
}

/// The variables that affect colors and width; `CI` is one of them.
const TERMINAL_VARIABLES: [&str; 5] = ["CI", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"];

/// Returns the command, independent of the terminal that runs the tests.
fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    for variable in TERMINAL_VARIABLES {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the command starts");
    let run = Run {
        exit: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    };
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

impl Run {
    /// Returns the output of a successful run.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!(self.exit, Some(0), "{self:#?}");
        assert_eq!(self.stderr, "");
        self.stdout
    }

    /// Returns the output of a run with findings.
    #[track_caller]
    fn findings(self) -> String {
        assert_eq!(self.exit, Some(1), "{self:#?}");
        assert_eq!(self.stderr, "");
        self.stdout
    }

    /// Returns the error of a run that failed.
    #[track_caller]
    fn error(self, exit: i32) -> String {
        assert_eq!(self.exit, Some(exit), "{self:#?}");
        assert_eq!(self.stdout, "");
        assert!(self.stderr.starts_with("error: "), "{}", self.stderr);
        self.stderr
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

/// Copies the built-in catalogs to a temporary folder.
fn copied_catalogs() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in domain_errors_catalog::FILES {
        write(&folder.path().join(path), text);
    }
    folder
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Replaces text that occurs once in a file.
#[track_caller]
fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {}", path.display());
    fs::write(path, text.replace(from, to)).unwrap();
}

/// Replaces the path of the temporary folder by `[dir]`.
fn without_root(text: &str, folder: &Path) -> String {
    text.replace(folder.to_str().unwrap(), "[dir]")
}
