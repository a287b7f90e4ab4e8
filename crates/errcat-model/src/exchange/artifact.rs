//! Takes the files of an emitter; writes them to a disk, whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file that an emitter returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The path, relative to the folder of the output.
    pub path: PathBuf,
    /// The whole content of the file.
    pub text: String,
}

/// Writes artifacts below a folder and returns how many it wrote. A file with the same text is left
/// alone; any other is replaced atomically.
///
/// The error names the path that could not be written.
pub fn write_all(folder: &Path, artifacts: &[Artifact]) -> Result<usize, (PathBuf, io::Error)> {
    let mut written = 0;
    for artifact in artifacts {
        let path = folder.join(&artifact.path);
        match write(&path, &artifact.text) {
            Ok(true) => written += 1,
            Ok(false) => {}
            Err(error) => return Err((path, error)),
        }
    }
    Ok(written)
}

/// Writes artifacts into a new folder, which appears with all of them or not at all. An existing
/// folder is never touched: that is an error of the kind `AlreadyExists`.
///
/// The error names the path that could not be written.
pub fn write_new(folder: &Path, artifacts: &[Artifact]) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    if folder.symlink_metadata().is_ok() {
        return Err(failed(io::ErrorKind::AlreadyExists.into()));
    }
    let Some(name) = folder.file_name() else {
        return Err(failed(io::ErrorKind::InvalidInput.into()));
    };
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.tmp", std::process::id()));
    let temporary = folder.with_file_name(hidden);
    let result = write_all(&temporary, artifacts)
        .map(|_| ())
        .and_then(|()| fs::rename(&temporary, folder).map_err(failed));
    if result.is_err() {
        let _ = fs::remove_dir_all(&temporary);
    }
    result
}

fn write(path: &Path, text: &str) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = folder.join(name);
    let result = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    if result.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    result.map(|()| true)
}
