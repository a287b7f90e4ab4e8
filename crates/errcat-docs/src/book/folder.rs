//! Replaces the folder of the site as a whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{self, refuse_foreign};
use super::workplace::Workplace;
use crate::error::SiteError;

/// A place to render in, next to the output; emptied when this is dropped.
pub(crate) struct Staging {
    place: Workplace,
    /// The output, without links and `..`.
    output: PathBuf,
}

impl Staging {
    /// Creates one, if the output may be replaced, and finishes what a killed run left.
    pub(crate) fn next_to(output: &Path, report: &mut dyn FnMut(&str)) -> Result<Self, SiteError> {
        let output = resolve(output)?;
        if output.file_name().is_none() {
            return Err(SiteError::disk(&output, io::ErrorKind::InvalidInput.into()));
        }
        let place = Workplace::next_to(&output, report)?;
        let staging = Self { place, output };
        staging.recover()?;
        refuse_foreign(&staging.output)?;
        Ok(staging)
    }

    /// Returns the folder of the book, which contains the site.
    pub(crate) fn book(&self) -> PathBuf {
        self.place.join("book")
    }

    fn site(&self) -> PathBuf {
        self.book().join(super::SITE)
    }

    /// Returns the path of the previous site while two renames replace it.
    fn between(&self) -> PathBuf {
        self.place.join("previous")
    }

    /// Replaces the output with the site, and returns the path of its folder.
    pub(crate) fn swap(self) -> Result<PathBuf, SiteError> {
        let (site, output) = (self.site(), self.output.clone());
        let failed = |error| SiteError::disk(&output, error);
        if !output.exists() {
            fs::rename(site, &output).map_err(failed)?;
            return Ok(output);
        }
        exchange(&site, &output, &self.between()).map_err(failed)?;
        // Something may have been added since the first look.
        if let Err(foreign) = refuse_foreign(&site) {
            exchange(&site, &output, &self.between()).map_err(failed)?;
            return Err(foreign.moved_to(&output));
        }
        remove(&site)?;
        Ok(output)
    }

    /// Puts the previous site back if a run was killed between two renames, and removes the rest of
    /// what it left.
    fn recover(&self) -> Result<(), SiteError> {
        if self.between().exists() && !self.output.exists() {
            fs::rename(self.between(), &self.output)
                .map_err(|error| SiteError::disk(&self.output, error))?;
        }
        self.clean()
    }

    fn clean(&self) -> Result<(), SiteError> {
        discard(&self.between())?;
        discard(&self.site())?;
        remove(&self.book())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = self.clean();
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
fn exchange(site: &Path, output: &Path, between: &Path) -> io::Result<()> {
    exchange_at_once(site, output).or_else(|_| rename_twice(site, output, between))
}

fn rename_twice(site: &Path, output: &Path, between: &Path) -> io::Result<()> {
    fs::rename(output, between)?;
    fs::rename(site, output).inspect_err(|_| {
        // Puts the previous site back.
        let _ = fs::rename(between, output);
    })?;
    fs::rename(between, site)
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

/// Removes a site that was replaced, unless something was added to it, or a part of a site.
fn discard(site: &Path) -> Result<(), SiteError> {
    if manifest::is_in(site) {
        refuse_foreign(site)?;
    }
    remove(site)
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

    fn site(folder: &Path, start: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("index.html"), start).unwrap();
        manifest::write(folder).unwrap();
    }

    fn start(folder: &Path) -> String {
        fs::read_to_string(folder.join("index.html")).unwrap()
    }

    fn staging(output: &Path) -> Result<Staging, SiteError> {
        Staging::next_to(output, &mut |_| {})
    }

    #[test]
    fn the_previous_site_stays_if_the_new_one_cannot_replace_it() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        site(&output, "previous");
        let error = staging(&output).unwrap().swap().unwrap_err();
        assert!(matches!(error, SiteError::Disk { .. }), "{error}");
        assert_eq!(start(&output), "previous");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left next to it");
    }

    #[test]
    fn what_is_added_during_the_run_is_kept() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        site(&output, "previous");
        let staging = staging(&output).unwrap();
        site(&staging.site(), "next");
        fs::write(output.join("CNAME"), "errors.example").unwrap();
        let error = staging.swap().unwrap_err();
        assert!(matches!(error, SiteError::Foreign { .. }), "{error}");
        assert_eq!(start(&output), "previous");
        assert!(output.join("CNAME").is_file());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left next to it");
    }

    /// Where folders cannot be exchanged at once, a run can be killed between two renames.
    #[test]
    fn a_site_that_was_moved_aside_is_put_back() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        site(&root.path().join(".site.errcat/previous"), "previous");
        site(&root.path().join(".site.errcat/book/site"), "next");
        drop(staging(&output).unwrap());
        assert_eq!(start(&output), "previous");

        site(&root.path().join("next"), "next");
        rename_twice(&root.path().join("next"), &output, &root.path().join("between")).unwrap();
        assert_eq!(start(&output), "next");
        assert_eq!(start(&root.path().join("next")), "previous");
        let missing = root.path().join("missing");
        rename_twice(&missing, &output, &root.path().join("between")).unwrap_err();
        assert_eq!(start(&output), "next");
    }

    #[test]
    fn a_leftover_with_something_else_in_it_is_not_removed() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("site");
        let leftover = root.path().join(".site.errcat/book/site");
        site(&leftover, "previous");
        fs::write(leftover.join("notes.txt"), "keep me").unwrap();
        let error = staging(&output).err().unwrap();
        assert!(matches!(error, SiteError::Foreign { .. }), "{error}");
        assert!(leftover.join("notes.txt").is_file());
    }
}
