//! Takes the files of an emitter; writes them to a disk, whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write as _};
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

/// Writes artifacts like [`write_all`], but replaces only files that contain a text that marks ours.
/// If any other file is in the way, nothing is written.
pub fn replace_all(
    folder: &Path,
    artifacts: &[Artifact],
    mark: &str,
) -> Result<usize, (PathBuf, io::Error)> {
    for path in artifacts.iter().map(|artifact| folder.join(&artifact.path)) {
        let Ok(found) = path.symlink_metadata() else {
            continue;
        };
        let is_ours = found.is_file()
            && fs::read(&path).is_ok_and(|text| String::from_utf8_lossy(&text).contains(mark));
        if !is_ours {
            let reason = "it is there already, and something else wrote it; move it, or choose \
                          another folder";
            return Err((path, io::Error::other(reason)));
        }
    }
    write_all(folder, artifacts)
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
    let parent = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|error| match error.kind() {
        // It is not the folder that exists already.
        io::ErrorKind::AlreadyExists => failed(io::ErrorKind::NotADirectory.into()),
        _ => failed(error),
    })?;
    let (temporary, ()) = exclusive(folder, |path| fs::create_dir(path)).map_err(failed)?;
    let result = write_all(&temporary, artifacts)
        .and_then(|_| fs::rename(&temporary, folder).map_err(failed));
    if result.is_err() {
        let _ = fs::remove_dir_all(&temporary);
    }
    result
}

fn write(path: &Path, text: &str) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    let (temporary, mut file) = exclusive(path, |path| File::create_new(path))?;
    let result = file.write_all(text.as_bytes()).and_then(|()| fs::rename(&temporary, path));
    if result.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    result.map(|()| true)
}

/// Creates something next to a path, under a name that nobody else has. Process ids would not do:
/// two containers that share a volume can have the same ones.
fn exclusive<T>(path: &Path, create: impl Fn(&Path) -> io::Result<T>) -> io::Result<(PathBuf, T)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    loop {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{:016x}.tmp", RandomState::new().hash_one(name)));
        let temporary = path.with_file_name(hidden);
        match create(&temporary) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => return Ok((temporary, result?)),
        }
    }
}
