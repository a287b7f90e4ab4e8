//! Compiling what was emitted, with nothing but rustc and the source of the runtime.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use errcat_model::artifact::{Artifact, write_all};
use errcat_model::render::{Style, human};
use errcat_model::{CatalogSet, Sources, load};
use tempfile::TempDir;

/// The checked catalogs of some sources on top of the shipped hub.
pub(crate) fn checked(sources: Sources) -> CatalogSet {
    let sources = sources.with_fallback_hub("meanings.yaml", domain_errors_catalog::HUB);
    load(&sources).unwrap_or_else(|findings| {
        panic!("{}", human(&findings, &sources, Style::default()));
    })
}

const ROOT: &str = "//! Emitted.\n#![no_std]\n#![forbid(unsafe_code)]\n#![warn(missing_docs)]\n\
                    include!(\"errcat.rs\");\n";

/// A crate of emitted files, and the runtime that it links with.
pub(crate) struct Crate {
    folder: TempDir,
}

impl Crate {
    /// A crate in which every warning of rustc is an error.
    pub(crate) fn new(artifacts: &[Artifact]) -> Self {
        Self::with_runtime(artifacts, &["--cfg=feature=\"alloc\""])
    }

    /// The same without an allocator.
    pub(crate) fn without_alloc(artifacts: &[Artifact]) -> Self {
        Self::with_runtime(artifacts, &[])
    }

    fn with_runtime(artifacts: &[Artifact], features: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_all(folder.path(), artifacts).unwrap();
        std::fs::write(folder.path().join("lib.rs"), ROOT).unwrap();
        let this = Self { folder };
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../errcat/src/lib.rs");
        succeed(this.rustc("errcat", "rlib", &runtime).arg("--cap-lints=allow").args(features));
        this
    }

    /// Compiles the crate.
    pub(crate) fn compile(&self) {
        let mut rustc = self.rustc("emitted", "rlib", &self.path("lib.rs"));
        succeed(rustc.args(["-Dwarnings", "--extern=errcat"]));
    }

    /// Compiles another crate that uses this one, with some features.
    pub(crate) fn compile_another(&self, name: &str, artifacts: &[Artifact], features: &[&str]) {
        let features = features.iter().map(|feature| format!("--cfg=feature={feature:?}"));
        succeed(self.another(name, artifacts).args(features));
    }

    /// Returns the errors of rustc for a crate that does not compile.
    pub(crate) fn refuse_another(&self, name: &str, artifacts: &[Artifact]) -> String {
        let output = self.another(name, artifacts).output().unwrap();
        assert!(!output.status.success(), "`{name}` compiles");
        String::from_utf8(output.stderr).unwrap()
    }

    fn another(&self, name: &str, artifacts: &[Artifact]) -> Command {
        let folder = self.path(name);
        write_all(&folder, artifacts).unwrap();
        std::fs::write(folder.join("lib.rs"), ROOT).unwrap();
        let mut rustc = self.rustc(name, "rlib", &folder.join("lib.rs"));
        rustc.args(["-Dwarnings", "--extern=errcat", "--extern=emitted"]);
        rustc
    }

    /// Compiles a program that uses the crates, runs it, and returns what it prints.
    pub(crate) fn run(&self, program: &str) -> String {
        let main = self.path("main.rs");
        std::fs::write(&main, program).unwrap();
        succeed(
            self.rustc("main", "bin", &main)
                .args(["--extern=emitted", "--extern=errcat"])
                .args(self.others()),
        );
        let output = succeed(&mut Command::new(self.path("main")));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Compiles a program that must not compile, and returns what rustc says, as JSON.
    pub(crate) fn refuse(&self, program: &Path) -> String {
        let mut rustc = self.rustc("refused", "bin", program);
        rustc.args([
            "--emit=metadata",
            "--error-format=json",
            "--extern=emitted",
            "--extern=errcat",
        ]);
        let output = rustc.output().unwrap();
        assert!(!output.status.success(), "{} compiles", program.display());
        String::from_utf8(output.stderr).unwrap()
    }

    /// Returns the arguments that link the crates compiled here.
    fn others(&self) -> Vec<String> {
        let has_other = self.path("libdownstream.rlib").exists();
        has_other.then(|| "--extern=downstream".to_owned()).into_iter().collect()
    }

    /// The program that was run last.
    pub(crate) fn program(&self) -> Vec<u8> {
        std::fs::read(self.path("main")).unwrap()
    }

    /// Compiles and runs a program that has no standard library.
    pub(crate) fn link_bare(&self, program: &str) {
        let main = self.path("bare.rs");
        std::fs::write(&main, program).unwrap();
        let mut rustc = self.rustc("bare", "bin", &main);
        succeed(rustc.args([
            "-Cpanic=abort",
            "-Copt-level=1",
            "-Clink-arg=-lc",
            "--extern=emitted",
        ]));
        succeed(&mut Command::new(self.path("bare")));
    }

    /// Runs the examples that rustdoc finds in the crate, and returns what it prints.
    pub(crate) fn doctests(&self) -> String {
        let output = succeed(self.rustdoc().arg("--test"));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Writes the documentation, in which every warning of rustdoc is an error.
    pub(crate) fn document(&self) -> PathBuf {
        let folder = self.path("doc");
        succeed(self.rustdoc().args(["-Dwarnings", "--out-dir"]).arg(&folder));
        folder.join("emitted")
    }

    fn rustc(&self, name: &str, kind: &str, source: &Path) -> Command {
        let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()));
        command.args(["--edition=2024", "-Cpanic=abort", "--crate-name", name]);
        command.args(["--crate-type", kind, "--out-dir"]).arg(self.folder.path());
        command.arg("-L").arg(self.folder.path()).arg(source);
        command
    }

    fn rustdoc(&self) -> Command {
        let mut command = Command::new(std::env::var_os("RUSTDOC").unwrap_or("rustdoc".into()));
        command.args([
            "--edition=2024",
            "-Cpanic=abort",
            "--crate-name",
            "emitted",
            "--extern=errcat",
            "-L",
        ]);
        command.arg(self.folder.path()).arg(self.path("lib.rs"));
        command
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{told}", String::from_utf8_lossy(&output.stdout));
    output
}
