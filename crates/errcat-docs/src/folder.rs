//! The folder of the site: replaced as a whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::site::SiteError;

/// What a site of ours is known by.
pub(crate) const MARK: &str = ".errcat-site";

/// A folder beside the output, gone in the end whatever happens.
pub(crate) struct Staging {
    path: PathBuf,
    /// Where the site of before waits: not inside, so that it outlives whatever goes wrong.
    old: PathBuf,
    output: PathBuf,
}

impl Staging {
    /// Makes one, if the output may be replaced.
    pub(crate) fn beside(output: &Path) -> Result<Self, SiteError> {
        refuse_foreign(output)?;
        let absolute = std::path::absolute(output).map_err(|error| told(output, error))?;
        let parent = absolute.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(|error| told(&parent, error))?;
        let name = absolute.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let beside = |what| parent.join(format!(".{name}.{}.{what}", std::process::id()));
        let (path, old) = (beside("new"), beside("old"));
        // One that a killed run of the same number left behind.
        remove(&path).map_err(|error| told(&path, error))?;
        fs::create_dir(&path).map_err(|error| told(&path, error))?;
        Ok(Self { path, old, output: absolute })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts a folder of the staging in the place of the output.
    pub(crate) fn swap(self, site: &Path) -> Result<(), SiteError> {
        let has_old = self.output.exists();
        if has_old {
            fs::rename(&self.output, &self.old).map_err(|error| told(&self.output, error))?;
        }
        fs::rename(site, &self.output).map_err(|error| {
            if has_old {
                // The last good site goes back to where it was.
                let _ = fs::rename(&self.old, &self.output);
            }
            told(&self.output, error)
        })?;
        remove(&self.old).map_err(|error| told(&self.old, error))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = remove(&self.path);
    }
}

/// A folder that holds something else than a site must not be replaced.
fn refuse_foreign(output: &Path) -> Result<(), SiteError> {
    let entries = match fs::read_dir(output) {
        Ok(mut entries) => entries.next(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(told(output, error)),
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

pub(crate) fn told(path: &Path, error: io::Error) -> SiteError {
    SiteError::Disk { path: path.to_owned(), error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_stays_when_the_new_one_cannot_take_its_place() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        fs::create_dir(&output).unwrap();
        fs::write(output.join(MARK), "").unwrap();
        let staging = Staging::beside(&output).unwrap();
        let missing = staging.path().join("missing");
        assert!(matches!(staging.swap(&missing), Err(SiteError::Disk { .. })));
        assert!(output.join(MARK).is_file());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
