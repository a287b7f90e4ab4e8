//! What an emitter returns, and the one writer that puts it on a disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A text and the path that it goes to, within the folder of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The path, relative to the folder of the output.
    pub path: PathBuf,
    /// The whole content of the file.
    pub text: String,
}

/// Writes artifacts below a folder: a file that is the same already is left alone, any other is
/// replaced at once, so that nobody sees half of it. Returns how many were written.
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
