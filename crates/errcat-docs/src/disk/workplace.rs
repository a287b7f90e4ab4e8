//! A folder in which one process at a time prepares an output.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use crate::error::SiteError;

const LOCK: &str = "lock";

/// The hidden folder `.NAME.errcat` next to an output, locked until this is dropped.
///
/// Its name is the same in every run, so that a run finds what a killed one left. The lock ends with
/// its process, so it tells whether another one still works there. Process ids are not used: two
/// containers that share a volume can have the same ones.
pub(super) struct Workplace {
    folder: PathBuf,
    /// The open lock, until it is released.
    lock: Option<File>,
}

impl Workplace {
    /// Creates and locks the workplace of an output, and reports if it waits for another process.
    pub(super) fn next_to(output: &Path, report: &mut dyn FnMut(&str)) -> Result<Self, SiteError> {
        let mut name = OsString::from(".");
        name.push(output.file_name().unwrap_or_default());
        name.push(".errcat");
        let folder = output.with_file_name(name);
        let failed = |error| SiteError::disk(&folder, error);
        loop {
            match fs::create_dir(&folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(failed(error));
                }
                _ if folder.is_symlink() => {
                    return Err(failed(io::ErrorKind::NotADirectory.into()));
                }
                _ => {}
            }
            let path = folder.join(LOCK);
            let lock = File::options().create(true).truncate(false).write(true).open(&path);
            let lock = match lock {
                // The previous process has just removed the folder.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                lock => lock.map_err(failed)?,
            };
            wait(&lock, report).map_err(failed)?;
            if is_at(&lock, &path) {
                return Ok(Self { folder, lock: Some(lock) });
            }
        }
    }

    pub(super) fn join(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn wait(lock: &File, report: &mut dyn FnMut(&str)) -> io::Result<()> {
    match lock.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
        Err(TryLockError::WouldBlock) => {
            report("waiting for another run that writes this site");
            lock.lock()
        }
    }
}

/// Returns whether an open file is still the one at a path. Another process may have replaced it,
/// and locked the new one.
fn is_at(file: &File, path: &Path) -> bool {
    let same =
        || Ok::<_, io::Error>(Handle::from_file(file.try_clone()?)? == Handle::from_path(path)?);
    same().unwrap_or(false)
}

impl Drop for Workplace {
    fn drop(&mut self) {
        // The file is removed while it is locked, so that a process that waits for it notices. The
        // folder stays if the next process already works in it.
        let _ = fs::remove_file(self.join(LOCK));
        self.lock = None;
        let _ = fs::remove_dir(&self.folder);
    }
}
