//! Replaces the folder of the site as a whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::SiteError;

/// The file that marks a folder as a site of ours.
pub(super) const MARK: &str = ".errcat-site";

/// A folder next to the output, which is removed when this is dropped.
pub(crate) struct Staging {
    path: PathBuf,
    /// The previous site during the swap: outside, so that it survives a failure.
    old: PathBuf,
    output: PathBuf,
}

impl Staging {
    /// Creates one, if the output may be replaced.
    pub(crate) fn next_to(output: &Path) -> Result<Self, SiteError> {
        refuse_foreign(output)?;
        let absolute =
            std::path::absolute(output).map_err(|error| SiteError::disk(output, error))?;
        let parent = absolute.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(|error| SiteError::disk(&parent, error))?;
        let name = absolute.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let next_to = |what| parent.join(format!(".{name}.{}.{what}", std::process::id()));
        let (path, old) = (next_to("new"), next_to("old"));
        // A killed run with the same process id can have left one.
        remove(&path).map_err(|error| SiteError::disk(&path, error))?;
        fs::create_dir(&path).map_err(|error| SiteError::disk(&path, error))?;
        Ok(Self { path, old, output: absolute })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Replaces the output with a folder of the staging.
    pub(crate) fn swap(self, site: &Path) -> Result<(), SiteError> {
        let has_old = self.output.exists();
        if has_old {
            fs::rename(&self.output, &self.old)
                .map_err(|error| SiteError::disk(&self.output, error))?;
        }
        fs::rename(site, &self.output).map_err(|error| {
            if has_old {
                // Puts the previous site back.
                let _ = fs::rename(&self.old, &self.output);
            }
            SiteError::disk(&self.output, error)
        })?;
        remove(&self.old).map_err(|error| SiteError::disk(&self.old, error))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = remove(&self.path);
    }
}

/// Refuses to replace a folder that holds anything other than a site.
fn refuse_foreign(output: &Path) -> Result<(), SiteError> {
    let entries = match fs::read_dir(output) {
        Ok(mut entries) => entries.next(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(SiteError::disk(output, error)),
    };
    if entries.is_none() || output.join(MARK).is_file() {
        return Ok(());
    }
    Err(SiteError::Foreign(output.to_owned()))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_previous_site_stays_if_the_new_one_cannot_replace_it() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        fs::create_dir(&output).unwrap();
        fs::write(output.join(MARK), "").unwrap();
        let staging = Staging::next_to(&output).unwrap();
        let missing = staging.path().join("missing");
        assert!(matches!(staging.swap(&missing), Err(SiteError::Disk { .. })));
        assert!(output.join(MARK).is_file());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left next to it");
    }
}
