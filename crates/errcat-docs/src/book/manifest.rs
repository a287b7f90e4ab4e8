//! The list of what a run wrote, and whether a folder still holds that and nothing else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use errcat_model::artifact::Artifact;
use sha2::{Digest as _, Sha256};

use crate::error::SiteError;

/// The file that lists all other files of a site with their hashes, as `sha256sum` does.
pub(super) const MANIFEST: &str = ".errcat-site";

const HEADER: &str = "# The files that `errcat docs` wrote. It replaces them together, unless one of them was \
                      changed\n# or another one was added. To check them: sha256sum --check .errcat-site\n";

/// Lists the files of a complete site in its manifest.
pub(super) fn write(site: &Path) -> Result<(), SiteError> {
    let mut text = HEADER.to_owned();
    for path in files(site).map_err(|error| SiteError::disk(site, error))? {
        let hash = hash(&site.join(&path)).map_err(|error| SiteError::disk(site, error))?;
        let _ = writeln!(text, "{hash}  {path}");
    }
    // Whole or not at all: it says that the site is complete.
    super::write(site, &[Artifact { path: MANIFEST.into(), text }])
}

/// Refuses a folder that holds anything other than what its manifest lists.
pub(super) fn refuse_foreign(site: &Path) -> Result<(), SiteError> {
    let mut check = Check { site, listed: &listed(site), foreign: Vec::new() };
    match check.folder("") {
        Ok(()) if check.foreign.is_empty() => Ok(()),
        Ok(()) => {
            check.foreign.sort_unstable();
            Err(SiteError::Foreign { folder: site.to_owned(), paths: check.foreign })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(SiteError::disk(site, error)),
    }
}

/// Returns whether a folder has a manifest: a complete site has one, a part of one does not.
pub(super) fn is_in(site: &Path) -> bool {
    site.join(MANIFEST).symlink_metadata().is_ok_and(|file| file.is_file())
}

/// Returns the hash of each listed file, by its path.
fn listed(site: &Path) -> BTreeMap<String, String> {
    let text = if is_in(site) { fs::read(site.join(MANIFEST)) } else { Ok(Vec::new()) };
    let text = text.unwrap_or_default();
    let lines = String::from_utf8_lossy(&text).into_owned();
    let entries = lines.lines().filter_map(|line| line.split_once("  "));
    entries.map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()
}

/// A comparison of a folder with its manifest.
struct Check<'a> {
    site: &'a Path,
    listed: &'a BTreeMap<String, String>,
    /// What does not belong to the site.
    foreign: Vec<String>,
}

impl Check<'_> {
    /// Checks everything in a folder, whose path is empty or ends in `/`.
    fn folder(&mut self, below: &str) -> io::Result<()> {
        for entry in fs::read_dir(self.site.join(below))? {
            let entry = entry?;
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let inside = format!("{path}/");
                let mut after = self.listed.range(inside.clone()..);
                if after.next().is_some_and(|(path, _)| path.starts_with(&inside)) {
                    self.folder(&inside)?;
                } else {
                    self.foreign.push(inside);
                }
            } else if !(kind.is_file() && self.is_ours(&path)?) {
                self.foreign.push(path);
            }
        }
        Ok(())
    }

    fn is_ours(&self, path: &str) -> io::Result<bool> {
        if path == MANIFEST {
            return Ok(true);
        }
        let Some(hash_then) = self.listed.get(path) else {
            return Ok(false);
        };
        Ok(hash(&self.site.join(path))? == *hash_then)
    }
}

/// Returns the paths of all files in a folder and below, sorted.
fn files(site: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(site.join(&below))? {
            let entry = entry?;
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() { open.push(path + "/") } else { found.push(path) }
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn hash(path: &Path) -> io::Result<String> {
    let hash = Sha256::digest(fs::read(path)?);
    let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    Ok(digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect())
}
