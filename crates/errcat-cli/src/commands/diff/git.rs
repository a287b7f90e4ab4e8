//! The files of a folder as they were at a revision, asked of `git`.

use std::io;
use std::path::Path;
use std::process::{Command, Output};

use errcat_model::Sources;

use crate::output::Failure;

/// Reads the catalogs of a folder, or of one provider, at a revision.
pub(super) fn read(revision: &str, folder: &Path) -> Result<Sources, Failure> {
    // A folder that is gone by now is looked for from here.
    let (start, rest) =
        if folder.is_dir() { (folder, None) } else { (Path::new("."), Some(folder)) };
    let git = Git { start };
    let prefix = git.line(&["rev-parse", "--show-prefix"])?;
    let commit = git.commit(revision)?;
    let below = match rest {
        None => prefix,
        Some(rest) => {
            format!("{prefix}{}/", rest.to_string_lossy().replace('\\', "/").trim_end_matches('/'))
        }
    };
    let mut texts = Vec::new();
    for (blob, path) in git.files(&commit, &below)? {
        if is_of_catalog(path.strip_prefix(&below).unwrap_or(&path)) {
            let bytes = git.run(&["cat-file", "blob", &blob])?;
            let text = String::from_utf8(bytes)
                .map_err(|_| Failure::Git(format!("`{path}` at `{revision}` is not UTF-8")))?;
            texts.push((format!("git:{revision}/{path}"), text));
        }
    }
    if texts.is_empty() {
        let shown = if below.is_empty() { "the repository" } else { below.trim_end_matches('/') };
        return Err(Failure::Git(format!("`{shown}` holds no catalog at `{revision}`")));
    }
    let hub = domain_errors_catalog::HUB;
    Ok(Sources::from_texts(texts).with_fallback_hub("meanings.yaml (built in)", hub))
}

/// What is read of a folder on a disk: YAML in it and in its subfolders, and nothing hidden.
fn is_of_catalog(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let is_yaml = Path::new(path).extension().is_some_and(|ending| ending == "yaml");
    is_yaml && parts.len() <= 2 && !parts.iter().any(|part| part.starts_with('.'))
}

/// Git in a folder.
struct Git<'a> {
    start: &'a Path,
}

impl Git<'_> {
    fn output(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.start).args(arguments);
        command.output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::Git("there is no `git` on this machine".to_owned()),
            kind => Failure::Git(format!("cannot start `git`: {kind}")),
        })
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let output = self.output(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim().trim_start_matches("fatal: ");
        Err(Failure::Git(format!("git says: {}", crate::output::shown(said))))
    }

    fn line(&self, arguments: &[&str]) -> Result<String, Failure> {
        let output = self.run(arguments)?;
        Ok(String::from_utf8_lossy(&output).trim_end_matches('\n').to_owned())
    }

    /// The id of a revision, whatever its name looks like.
    fn commit(&self, revision: &str) -> Result<String, Failure> {
        let named = format!("{revision}^{{commit}}");
        let output =
            self.output(&["rev-parse", "--verify", "--quiet", "--end-of-options", &named])?;
        if !output.status.success() {
            let revision = crate::output::shown(revision);
            return Err(Failure::Git(format!("there is no revision `{revision}`")));
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The regular files below a folder of the repository: the id of the content, and the path.
    fn files(&self, commit: &str, below: &str) -> Result<Vec<(String, String)>, Failure> {
        let listed =
            self.run(&["ls-tree", "-r", "-z", "--full-tree", commit, "--", below_or_all(below)])?;
        let entries = String::from_utf8_lossy(&listed).into_owned();
        let files = entries.split('\0').filter_map(|entry| {
            let (facts, path) = entry.split_once('\t')?;
            let mut facts = facts.split(' ');
            let is_file = facts.next()?.starts_with("100");
            let blob = facts.nth(1)?;
            is_file.then(|| (blob.to_owned(), path.to_owned()))
        });
        Ok(files.collect())
    }
}

fn below_or_all(below: &str) -> &str {
    if below.is_empty() { "." } else { below }
}
