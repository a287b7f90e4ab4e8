//! Lists the files of a site, and finds out whether a folder still holds these files and no others.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use errcat_model::artifact::Artifact;
use sha2::{Digest as _, Sha256};

use crate::error::SiteError;

/// The file in a site that lists all others with their hashes, as `sha256sum` does.
pub(super) const MANIFEST: &str = ".errcat-site";

const HEADER: &str = "\
# What `errcat docs` wrote. It replaces all of it, unless a file was added or changed.
# To find out: sha256sum --check .errcat-site
";

/// Lists the files of a complete site in its manifest.
pub(crate) fn write(site: &Path) -> Result<(), SiteError> {
    let mut text = HEADER.to_owned();
    for path in entries(site).map_err(|error| SiteError::disk(site, error))? {
        let hash = hash(&site.join(&path)).map_err(|error| SiteError::disk(site, error))?;
        let _ = writeln!(text, "{hash}  {path}");
    }
    // Whole or not at all: it says that the site is complete.
    super::write(site, &[Artifact { path: MANIFEST.into(), text }])
}

/// Refuses a folder that holds anything other than what its manifest lists. The error names the
/// folder by its usual path.
pub(super) fn refuse_foreign(site: &Path, usual: &Path) -> Result<(), SiteError> {
    let manifest = site.join(MANIFEST);
    let has_manifest = manifest.symlink_metadata().is_ok_and(|file| file.is_file());
    let text = if has_manifest { fs::read(&manifest) } else { Ok(Vec::new()) };
    let text = text.map_err(|error| SiteError::disk(site, error))?;
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    let listed: Listed<'_> = lines.map(|(hash, path)| (path, hash)).collect();
    let found = match entries(site) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        found => found.map_err(|error| SiteError::disk(site, error))?,
    };
    let is_ours = |path: &str| {
        let then = listed.get(path);
        then.is_some_and(|then| hash(&site.join(path)).is_ok_and(|now| now == *then))
            || path == MANIFEST && has_manifest
    };
    let foreign = found.iter().filter(|path| !is_ours(path));
    let mut paths: Vec<String> = foreign.map(|path| outermost(path, &listed).to_owned()).collect();
    paths.dedup();
    if paths.is_empty() {
        return Ok(());
    }
    Err(SiteError::Foreign { folder: usual.to_owned(), paths })
}

/// The hash of each listed file, by its path.
type Listed<'a> = BTreeMap<&'a str, &'a str>;

/// Returns the outermost folder around a path that has no file of the site, or the path.
fn outermost<'p>(path: &'p str, listed: &Listed<'_>) -> &'p str {
    let mut folders = path.match_indices('/').filter_map(|(end, _)| path.get(..=end));
    let is_foreign = |folder: &&str| {
        let mut after = listed.range(*folder..);
        after.next().is_none_or(|(path, _)| !path.starts_with(*folder))
    };
    folders.find(is_foreign).unwrap_or(path)
}

/// Returns the paths of all files, links and empty folders in a folder and below, sorted. The path
/// of a folder ends in `/`.
fn entries(site: &Path) -> io::Result<Vec<String>> {
    let (mut found, mut open) = (Vec::new(), vec![String::new()]);
    while let Some(folder) = open.pop() {
        let before = (found.len(), open.len());
        for entry in fs::read_dir(site.join(&folder))? {
            let entry = entry?;
            let path = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() { open.push(path + "/") } else { found.push(path) }
        }
        if before == (found.len(), open.len()) && !folder.is_empty() {
            found.push(folder);
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// Returns the hash of a file. A link has none.
fn hash(path: &Path) -> io::Result<String> {
    if !path.symlink_metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let hash = Sha256::digest(fs::read(path)?);
    Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat())
}
