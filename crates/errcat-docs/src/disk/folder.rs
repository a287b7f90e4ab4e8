//! Replaces the folder of the site as a whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::refuse_foreign;
use super::workplace::Workplace;
use crate::error::SiteError;

/// A place to work in, next to the output; emptied when this is dropped.
pub(crate) struct Staging {
    place: Workplace,
    /// The output, without links and `..`.
    output: PathBuf,
}

impl Staging {
    /// Prepares to replace an output, if that is allowed, after cleaning up what a killed run left.
    pub(crate) fn next_to(output: &Path, report: &mut dyn FnMut(&str)) -> Result<Self, SiteError> {
        let output = resolve(output)?;
        if output.file_name().is_none() {
            return Err(SiteError::disk(&output, io::ErrorKind::InvalidInput.into()));
        }
        let place = Workplace::next_to(&output, report)?;
        let staging = Self { place, output };
        staging.recover()?;
        refuse_foreign(&staging.output, &staging.output)?;
        Ok(staging)
    }

    /// Returns the folder in which the site is made. It can be removed at any time.
    fn work(&self) -> PathBuf {
        self.place.join("work")
    }

    /// Returns the folder to write the site into.
    pub(crate) fn site(&self) -> PathBuf {
        self.work().join(super::SITE)
    }

    /// Returns the path of the complete site, and of the previous one after the exchange.
    fn next(&self) -> PathBuf {
        self.place.join("next")
    }

    /// Returns the path of the previous site while two renames replace it.
    fn between(&self) -> PathBuf {
        self.place.join("previous")
    }

    /// Replaces the output with the site, and returns the path of its folder.
    pub(crate) fn swap(self) -> Result<PathBuf, SiteError> {
        let (next, output) = (self.next(), self.output.clone());
        let failed = |error| SiteError::disk(&output, error);
        fs::rename(self.site(), &next).map_err(failed)?;
        if !output.exists() {
            fs::rename(next, &output).map_err(failed)?;
            return Ok(output);
        }
        exchange(&next, &output, &self.between()).map_err(failed)?;
        // Something may have been added since the first look.
        if let Err(foreign) = refuse_foreign(&next, &output) {
            exchange(&next, &output, &self.between()).map_err(failed)?;
            return Err(foreign);
        }
        self.remove(&next)?;
        Ok(output)
    }

    /// Puts the previous site back if a run ended between two renames, and removes the rest of what
    /// it left.
    fn recover(&self) -> Result<(), SiteError> {
        if self.between().exists() && !self.output.exists() {
            fs::rename(self.between(), &self.output)
                .map_err(|error| SiteError::disk(&self.output, error))?;
        }
        self.clean()
    }

    /// Removes everything, unless something was added to a site.
    fn clean(&self) -> Result<(), SiteError> {
        for site in [self.between(), self.next()] {
            if site.exists() {
                refuse_foreign(&site, &site)?;
                self.remove(&site)?;
            }
        }
        remove(&self.work())
    }

    /// Removes a site. If the run is killed, the rest of it is no longer where a site would be.
    fn remove(&self, site: &Path) -> Result<(), SiteError> {
        remove(&self.work())?;
        fs::rename(site, self.work()).map_err(|error| SiteError::disk(site, error))?;
        remove(&self.work())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = self.recover();
    }
}

/// Returns the path of the output without links and `..`, which mean something else once the
/// folder is replaced. Creates the folders above it.
fn resolve(output: &Path) -> Result<PathBuf, SiteError> {
    let failed = |error| SiteError::disk(output, error);
    let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    if !output.exists() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    match fs::canonicalize(output) {
        // A link that leads nowhere is not replaced.
        Err(error) if error.kind() == io::ErrorKind::NotFound && !output.is_symlink() => {
            let parent = fs::canonicalize(parent).map_err(failed)?;
            Ok(parent.join(output.file_name().unwrap_or_default()))
        }
        result => result.map_err(failed),
    }
}

/// Exchanges two folders: at once if the system can, and otherwise with two renames.
fn exchange(next: &Path, output: &Path, between: &Path) -> io::Result<()> {
    exchange_at_once(next, output).or_else(|_| rename_twice(next, output, between))
}

fn rename_twice(next: &Path, output: &Path, between: &Path) -> io::Result<()> {
    fs::rename(output, between)?;
    fs::rename(next, output).inspect_err(|_| {
        // Puts the previous site back.
        let _ = fs::rename(between, output);
    })?;
    fs::rename(between, next)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_at_once(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn remove(folder: &Path) -> Result<(), SiteError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(SiteError::disk(folder, error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_previous_site_is_put_back_if_both_renames_fail() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        let staging = Staging::next_to(&output, &mut |_| {}).unwrap();
        fs::create_dir(staging.between()).unwrap();
        drop(staging);
        assert!(output.is_dir());
    }

    #[test]
    fn two_renames_exchange_folders_or_change_nothing() {
        let root = tempfile::tempdir().unwrap();
        let [next, output, between] =
            ["next", "site", "between"].map(|name| root.path().join(name));
        for folder in [&next, &output] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("name"), folder.to_str().unwrap()).unwrap();
        }
        let name = |folder: &Path| PathBuf::from(fs::read_to_string(folder.join("name")).unwrap());
        rename_twice(&next, &output, &between).unwrap();
        assert_eq!((name(&next), name(&output)), (output.clone(), next.clone()));
        rename_twice(&root.path().join("missing"), &output, &between).unwrap_err();
        assert_eq!(name(&output), next);
    }
}
