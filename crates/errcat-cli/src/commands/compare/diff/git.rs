//! Reads the files of a folder at a revision through `git`.

use std::io;
use std::path::Path;
use std::process::{Command, Output};

use errcat_model::Sources;
use errcat_model::render::one_line;

use crate::input::fill_in;
use crate::output::{Failure, shown};

/// Reads the catalogs of a folder, or of one provider, at a revision.
pub(super) fn read(revision: &str, folder: &Path) -> Result<Sources, Failure> {
    // A folder that no longer exists is looked up from the current one.
    let (start, rest) =
        if folder.is_dir() { (folder, None) } else { (Path::new("."), Some(folder)) };
    let git = Git { start };
    let mut below = git.line(&["rev-parse", "--show-prefix"])?;
    let commit = git.commit(revision)?;
    if let Some(rest) = rest {
        let rest = rest.to_string_lossy().replace('\\', "/");
        below = format!("{below}{}/", rest.trim_end_matches('/'));
    }
    let mut texts = Vec::new();
    for Entry { mode, blob, path } in git.entries(&commit, &below)? {
        if !is_of_catalog(path.strip_prefix(&below).unwrap_or(&path)) {
            continue;
        }
        let failed = |what| {
            let (path, revision) = (one_line(&path), shown(revision));
            Failure::Other(format!("`{path}` at `{revision}` is {what}"))
        };
        if mode == LINK {
            return Err(failed("a link, and links are not followed in a revision"));
        }
        let bytes = git.run(&["cat-file", "blob", &blob])?;
        let text = String::from_utf8(bytes).map_err(|_| failed("not UTF-8"))?;
        texts.push((format!("git:{revision}/{path}"), text));
    }
    if texts.is_empty() {
        let place = if below.is_empty() { "the repository" } else { below.trim_end_matches('/') };
        let (place, revision) = (one_line(place), shown(revision));
        return Err(Failure::Other(format!("`{place}` has no catalog at `{revision}`")));
    }
    Ok(fill_in(Sources::from_texts(texts), true))
}

/// Whether a file would be read from a folder on disk: YAML in it or in a subfolder, not hidden.
fn is_of_catalog(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let is_yaml = Path::new(path).extension().is_some_and(|ending| ending == "yaml");
    is_yaml && parts.len() <= 2 && !parts.iter().any(|part| part.starts_with('.'))
}

/// Something that a revision holds: a file, a link or a submodule, by its mode.
struct Entry {
    mode: String,
    blob: String,
    path: String,
}

const LINK: &str = "120000";
const SUBMODULE: &str = "160000";

/// Git, started in a folder.
struct Git<'a> {
    start: &'a Path,
}

impl Git<'_> {
    fn output(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.start).args(arguments);
        command.output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::Other("`git` is not installed".to_owned()),
            kind => Failure::Other(format!("cannot start `git`: {kind}")),
        })
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let output = self.output(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let message = String::from_utf8_lossy(&output.stderr);
        let message = shown(message.trim().trim_start_matches("fatal: "));
        Err(Failure::Other(format!("git failed: {message}")))
    }

    fn line(&self, arguments: &[&str]) -> Result<String, Failure> {
        let output = self.run(arguments)?;
        Ok(String::from_utf8_lossy(&output).trim_end_matches('\n').to_owned())
    }

    /// Returns the id of a revision, which may look like an option.
    fn commit(&self, revision: &str) -> Result<String, Failure> {
        let named = format!("{revision}^{{commit}}");
        let output =
            self.output(&["rev-parse", "--verify", "--quiet", "--end-of-options", &named])?;
        if !output.status.success() {
            return Err(Failure::Other(format!("there is no revision `{}`", shown(revision))));
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Lists the files and links below a folder of the repository.
    fn entries(&self, commit: &str, below: &str) -> Result<Vec<Entry>, Failure> {
        let below = if below.is_empty() { "." } else { below };
        let listed = self.run(&["ls-tree", "-r", "-z", "--full-tree", commit, "--", below])?;
        let listed = String::from_utf8_lossy(&listed);
        let entries = listed.split('\0').filter_map(|entry| {
            let (facts, path) = entry.split_once('\t')?;
            let mut facts = facts.split(' ').map(str::to_owned);
            let (mode, blob) = (facts.next()?, facts.nth(1)?);
            Some(Entry { mode, blob, path: path.to_owned() })
        });
        Ok(entries.filter(|entry| entry.mode != SUBMODULE).collect())
    }
}
