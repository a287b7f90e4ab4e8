//! Running rustc on a crate.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use errcat_bench::peak_megabytes;
use errcat_model::artifact::{Artifact, write_all};
use tempfile::TempDir;

/// A kind of compilation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    /// The same as `cargo check`.
    Check,
    /// The same as `cargo build --release`.
    Release,
}

/// A folder with the runtime, and with a folder for each crate that is compiled.
pub(crate) struct Workshop {
    folder: TempDir,
}

/// A crate that can be compiled again and again.
pub(crate) struct Crate {
    folder: PathBuf,
    root: PathBuf,
    runtime: PathBuf,
}

impl Workshop {
    /// Compiles the runtime once, with cargo and its default features.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for files");
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--package", "errcat", "--release", "--quiet", "--target-dir"]);
        build.arg(folder.path().join("runtime")).current_dir(env!("CARGO_MANIFEST_DIR"));
        assert!(build.status().is_ok_and(|status| status.success()), "errcat does not compile");
        Self { folder }
    }

    /// A crate of emitted files.
    pub(crate) fn emitted(&self, name: &str, artifacts: &[Artifact]) -> Crate {
        let root = "#![no_std]\n#![forbid(unsafe_code)]\ninclude!(\"errcat.rs\");\n";
        let emitted = self.written(name, root);
        write_all(&emitted.folder, artifacts).expect("files can be written");
        emitted
    }

    /// A crate of one file.
    pub(crate) fn written(&self, name: &str, text: &str) -> Crate {
        let folder = self.folder.path().join(name);
        fs::create_dir_all(&folder).expect("a folder can be made");
        let root = folder.join("lib.rs");
        fs::write(&root, text).expect("a file can be written");
        Crate { folder, root, runtime: self.folder.path().join("runtime/release") }
    }
}

impl Crate {
    fn rustc(&self, goal: Goal) -> Command {
        let program = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut command = Command::new(program);
        command.args(["--edition=2024", "--crate-type=rlib", "--cap-lints=allow", "--out-dir"]);
        command.arg(&self.folder).arg("-L").arg(dependencies(&self.runtime));
        command.arg("--extern").arg(extern_errcat(&self.runtime)).arg(&self.root);
        command.args(match goal {
            Goal::Check => ["--emit=metadata", "-Copt-level=0"],
            Goal::Release => ["--emit=link", "-Copt-level=3"],
        });
        command.stderr(Stdio::inherit());
        command
    }

    fn run(&self, goal: Goal) {
        let status = self.rustc(goal).status().expect("rustc can be started");
        assert!(status.success(), "{} does not compile", self.root.display());
    }

    /// Returns the peak memory of one run in MB, where the system reports it.
    pub(crate) fn memory(&self, goal: Goal) -> Option<u64> {
        let mut child = self.rustc(goal).spawn().expect("rustc can be started");
        let mut peak = None;
        let status = loop {
            // It only grows, so the last value seen is the peak.
            peak = peak_megabytes(&child.id().to_string()).or(peak);
            if let Some(status) = child.try_wait().expect("rustc can be waited for") {
                break status;
            }
            sleep(Duration::from_millis(5));
        };
        assert!(status.success(), "{} does not compile", self.root.display());
        peak
    }
}

/// Returns the least seconds of each crate.
pub(crate) fn fastest<const CRATES: usize>(
    turns: usize,
    goal: Goal,
    crates: [&Crate; CRATES],
) -> [f64; CRATES] {
    let works = crates.map(|one| move || one.run(goal));
    errcat_bench::fastest(turns, works.each_ref().map(|work| work as &dyn Fn()))
}

fn dependencies(runtime: &Path) -> OsString {
    let mut argument = OsString::from("dependency=");
    argument.push(runtime.join("deps"));
    argument
}

fn extern_errcat(runtime: &Path) -> OsString {
    let mut argument = OsString::from("errcat=");
    argument.push(runtime.join("liberrcat.rlib"));
    argument
}
