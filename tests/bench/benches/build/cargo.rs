//! Building packages with cargo, from nothing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

use tempfile::TempDir;

/// A package outside of the workspace that uses our crates as a user does.
pub(crate) struct Package {
    folder: TempDir,
}

/// The time that a build from nothing took, and the crates that it compiled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Wall time.
    pub(crate) seconds: f64,
    /// Processor time of all processes, where the system reports it.
    pub(crate) processor: Option<f64>,
    /// The packages that were compiled, without the one that was built.
    pub(crate) crates: usize,
}

impl Cost {
    fn least(self, other: Self) -> Self {
        let processor = self.processor.zip(other.processor).map(|(one, two)| one.min(two));
        Self { seconds: self.seconds.min(other.seconds), processor, crates: other.crates }
    }
}

impl Package {
    /// Writes a package with sections for its manifest, and its files. Its dependencies are
    /// downloaded, with the versions of our workspace where it has them.
    pub(crate) fn new(sections: &str, files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("there is room for files");
        let this = Self { folder };
        let crates = workspace().join("crates").display().to_string();
        let sections = sections.replace("CRATES", &crates);
        let head = "[package]\nname = \"user\"\nedition = \"2024\"\n\n[workspace]\n\n\
                    [profile.release]\nlto = \"thin\"\nstrip = \"symbols\"\n\n";
        this.write("Cargo.toml", &format!("{head}{sections}"));
        for (path, text) in files {
            this.write(path, text);
        }
        fs::copy(workspace().join("Cargo.lock"), this.path("Cargo.lock")).expect("it is a file");
        this.cargo(&["fetch"]);
        this
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("a file can be written");
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let cargo = cargo.args(arguments).current_dir(self.folder.path());
        let output = cargo.env("CARGO_TARGET_DIR", self.path("target")).output();
        let output = output.expect("cargo can be started");
        let printed = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "cargo {}: {printed}", arguments.join(" "));
        output
    }

    /// Builds the package and everything that it depends on.
    pub(crate) fn cost(&self) -> Cost {
        if self.path("target").exists() {
            fs::remove_dir_all(self.path("target")).expect("the folder is ours");
        }
        let (start, before) = (Instant::now(), processor_seconds());
        let output = self.cargo(&["build", "--offline", "--locked"]);
        let seconds = start.elapsed().as_secs_f64();
        let processor = before.zip(processor_seconds()).map(|(before, after)| after - before);
        let printed = String::from_utf8_lossy(&output.stderr);
        let crates = printed.matches(" Compiling ").count() - 1;
        Cost { seconds, processor, crates }
    }

    /// Returns the kilobytes of the program as it is released.
    pub(crate) fn kilobytes(&self) -> f64 {
        self.cargo(&["build", "--release", "--offline", "--locked"]);
        let program = fs::metadata(self.path("target/release/user")).expect("it was built");
        program.len() as f64 / 1e3
    }

    /// Returns a command that runs the build script, which was built before.
    pub(crate) fn build_script(&self) -> Command {
        let folders = fs::read_dir(self.path("target/debug/build")).expect("it was built");
        let programs = folders.map(|folder| folder.expect("it can be read").path());
        let is_ours = |path: &PathBuf| path.to_string_lossy().contains("/user-");
        let mut programs = programs.filter(is_ours).map(|path| path.join("build-script-build"));
        let program = programs.find(|path| path.is_file()).expect("there is a build script");
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env("OUT_DIR", self.path("out"));
        command
    }
}

/// Returns the least cost of each package, built in turns.
pub(crate) fn least<const PACKAGES: usize>(packages: [&Package; PACKAGES]) -> [Cost; PACKAGES] {
    let first = packages.map(Package::cost);
    (0..2).fold(first, |least, _| {
        let mut turn = packages.map(Package::cost).into_iter();
        least.map(|cost| turn.next().map_or(cost, |next| cost.least(next)))
    })
}

/// Returns the processor time of the processes that were waited for, where the system reports it.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name in parentheses may contain spaces; the times are in hundredths of a second.
    let (_, fields) = stat.rsplit_once(')')?;
    let times = fields.split_whitespace().skip(13).take(2).map(str::parse::<f64>);
    Some(times.sum::<Result<f64, _>>().ok()? / 100.0)
}

fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
