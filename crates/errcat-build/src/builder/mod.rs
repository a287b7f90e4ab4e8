//! From a folder of catalogs to `OUT_DIR`, with instructions for cargo.

mod join;
mod watched;

use std::env;
use std::fmt;
use std::path::PathBuf;
use std::process;

use errcat_model::artifact::replace_all;
use errcat_model::render::{self, Style, one_line, printable};
use errcat_model::{Sources, load};

use crate::Options;
use crate::emit::MARK;
use join::Join;
use watched::watched;

/// Generates the code of catalogs in a `build.rs`.
///
/// # Examples
///
/// The whole `main` of a `build.rs` next to a folder `catalog`:
///
/// ```no_run
/// errcat_build::Builder::new("catalog").build();
/// ```
///
/// In the crate, where the generated modules belong:
///
/// ```rs
/// errcat::include_catalogs!();
/// ```
#[derive(Debug, Clone)]
pub struct Builder {
    input: Input,
    out_dir: Option<PathBuf>,
    has_features: bool,
    hub: String,
    joins: Vec<Join>,
}

#[derive(Debug, Clone)]
enum Input {
    Folder(PathBuf),
    Texts(Vec<(String, String)>),
}

impl Builder {
    /// Reads a folder: one with `meanings.yaml` and a folder for each catalog, or one catalog.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self::with_input(Input::Folder(folder.into()))
    }

    /// Takes texts that are in memory, with paths such as `acme/provider.yaml`: those of a crate
    /// that embeds its catalogs.
    pub fn texts<P: Into<String>, T: Into<String>>(
        texts: impl IntoIterator<Item = (P, T)>,
    ) -> Self {
        let texts = texts.into_iter().map(|(path, text)| (path.into(), text.into()));
        Self::with_input(Input::Texts(texts.collect()))
    }

    fn with_input(input: Input) -> Self {
        let hub = domain_errors_catalog::HUB.to_owned();
        Self { input, out_dir: None, has_features: false, hub, joins: Vec::new() }
    }

    /// Writes to this folder and not to `OUT_DIR`. A file in it that was not generated is never
    /// replaced.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Puts each catalog behind a feature of the crate, with the id of the catalog as its name.
    #[must_use]
    pub fn features(mut self) -> Self {
        self.has_features = true;
        self
    }

    /// Uses this text as the hub of meanings instead of the one that errcat ships. A
    /// `meanings.yaml` of the catalogs takes precedence.
    #[must_use]
    pub fn hub(mut self, meanings: impl Into<String>) -> Self {
        self.hub = meanings.into();
        self
    }

    /// Adds translations into these catalogs of the crate `domain-errors`, and back. The crate must
    /// be a dependency, with their features on.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// errcat_build::Builder::new("acme").join(["wapi", "wix"]).build();
    /// ```
    #[must_use]
    pub fn join<I: Into<String>>(self, ids: impl IntoIterator<Item = I>) -> Self {
        self.join_crate("::domain_errors", domain_errors_catalog::FILES.iter().copied(), ids)
    }

    /// Adds translations into catalogs of any crate that was generated from these texts.
    #[must_use]
    pub fn join_crate<P: Into<String>, T: Into<String>, I: Into<String>>(
        mut self,
        module: impl Into<String>,
        texts: impl IntoIterator<Item = (P, T)>,
        ids: impl IntoIterator<Item = I>,
    ) -> Self {
        let texts = texts.into_iter().map(|(path, text)| (path.into(), text.into()));
        self.joins.push(Join {
            module: module.into(),
            texts: texts.collect(),
            ids: ids.into_iter().map(Into::into).collect(),
        });
        self
    }

    /// Generates, tells cargo what the output depends on, and stops the build with all findings
    /// if the catalogs break a law.
    #[allow(clippy::print_stdout, reason = "cargo listens on the standard output")]
    pub fn build(self) {
        let (instructions, result) = self.instruct();
        for instruction in instructions {
            println!("cargo::{instruction}");
        }
        if result.is_err() {
            process::exit(1);
        }
    }

    /// Generates, and returns the instructions for cargo.
    fn instruct(self) -> (Vec<String>, Result<(), ()>) {
        let watched = match &self.input {
            Input::Folder(folder) => watched(folder),
            // Without this line, cargo would watch every file of the crate.
            Input::Texts(_) => Ok(vec![PathBuf::from("build.rs")]),
        };
        let mut instructions = Vec::new();
        let result = watched.and_then(|paths| {
            let paths =
                paths.iter().map(|path| format!("rerun-if-changed={}", path.to_string_lossy()));
            instructions.extend(paths);
            self.run().map(drop)
        });
        let result = result.map_err(|error| {
            instructions.extend(error.lines().map(|line| format!("error={line}")));
        });
        (instructions, result)
    }

    /// Generates without talking to cargo, and returns the paths that were written.
    pub fn run(self) -> Result<Vec<PathBuf>, BuildError> {
        let folder = match self.out_dir {
            Some(folder) => folder,
            None => env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| {
                BuildError::new("OUT_DIR is not set: call this from a build.rs, or set `.out_dir`")
            })?,
        };
        let sources = match self.input {
            Input::Folder(folder) => Sources::read(&[folder]),
            Input::Texts(texts) => Sources::from_texts(texts),
        };
        let mut sources = sources.with_fallback_hub("meanings.yaml (built in)", self.hub);
        for join in &self.joins {
            sources = sources.with_texts(join.texts()?);
        }
        let set = load(&sources).map_err(|findings| {
            BuildError::new(render::human(&findings, &sources, Style::default()))
        })?;
        let foreign = self.joins.iter().map(|join| join.foreign(&set));
        let foreign = foreign.collect::<Result<Vec<_>, _>>()?.concat();
        let options = Options { foreign, has_features: self.has_features };
        let artifacts =
            crate::emit_with(&set, options).map_err(|error| BuildError::new(error.to_string()))?;
        replace_all(&folder, &artifacts, MARK).map_err(|(path, error)| {
            BuildError::new(format!("cannot write `{}`: {error}", one_line(path)))
        })?;
        Ok(artifacts.iter().map(|artifact| folder.join(&artifact.path)).collect())
    }
}

/// The reason why catalogs were not generated: all findings, or what kept the files from being
/// written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError(String);

impl BuildError {
    fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the lines for a protocol in which a line break would end the message.
    fn lines(&self) -> impl Iterator<Item = String> {
        let lines = self.0.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| printable(line).into_owned())
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.trim_end())
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests {
    use super::*;

    const PROVIDER: &str = "id: acme\ntitle: Acme\nabout: It is a test.\n\
                            domain: acme.example\ncode-type: integer\n\
                            sources: [{ id: s, title: S }]\n";
    const GROUP: &str = "group: { title: All, about: All of them., source: s, outcome: success }\n\
                         codes: [{ code: 1, name: Done, message: Done, is: success }]\n";

    fn instructions(group: &str) -> (Vec<String>, bool) {
        instructions_for("acme", "all.yaml", group)
    }

    fn instructions_for(folder: &str, name: &str, group: &str) -> (Vec<String>, bool) {
        let root = tempfile::tempdir().unwrap();
        let acme = root.path().join(folder);
        std::fs::create_dir(&acme).unwrap();
        std::fs::write(acme.join("provider.yaml"), PROVIDER).unwrap();
        std::fs::write(acme.join(name), group).unwrap();
        let builder = Builder::new(&acme).out_dir(root.path().join("out"));
        let (instructions, result) = builder.instruct();
        let root = format!("{}/", root.path().display());
        (instructions.iter().map(|line| line.replace(&root, "")).collect(), result.is_ok())
    }

    #[test]
    fn cargo_watches_the_script_the_folder_and_its_files() {
        let (lines, is_ok) = instructions(GROUP);
        let watched = ["acme", "acme/all.yaml", "acme/provider.yaml", "build.rs"];
        let mut lines: Vec<&str> =
            lines.iter().filter_map(|line| line.strip_prefix("rerun-if-changed=")).collect();
        lines.sort_unstable();
        assert_eq!((lines.as_slice(), is_ok), (watched.as_slice(), true));
    }

    #[test]
    fn every_line_of_a_finding_is_an_error_of_cargo() {
        let (lines, is_ok) = instructions(&GROUP.replace("message:", "mesage:"));
        assert!(!is_ok);
        let errors: Vec<&str> =
            lines.iter().filter_map(|line| line.strip_prefix("error=")).collect();
        assert!(
            errors.iter().any(|line| line.contains("a code has no key `mesage`")),
            "{errors:#?}"
        );
        assert!(errors.iter().any(|line| line.contains("acme/all.yaml:2:")), "{errors:#?}");
        assert!(lines.iter().all(|line| !line.contains('\n')));
    }

    #[test]
    fn a_name_cannot_be_an_instruction() {
        let name = "x\ncargo::rustc-env=PWNED=1\n.yaml";
        let (lines, is_ok) = instructions_for("acme", name, GROUP);
        assert!(!is_ok);
        assert!(lines.iter().all(|line| !line.contains('\n')), "{lines:#?}");
        assert!(lines.iter().any(|line| line.contains("file-name")), "{lines:#?}");

        let (lines, is_ok) = instructions_for("ac\nme", "all.yaml", GROUP);
        let refused =
            "error=`ac\\u{a}me`: cargo cannot watch a path with a line break; rename the folder";
        assert_eq!((lines.as_slice(), is_ok), ([refused.to_owned()].as_slice(), false));
    }
}
