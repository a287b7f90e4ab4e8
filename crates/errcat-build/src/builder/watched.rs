//! The paths that cargo watches.

use std::path::{Path, PathBuf};

use errcat_model::render::one_line;
use errcat_model::{SourceFile, Sources};

use super::BuildError;

/// Returns the paths that cargo watches: the build script, the folder (for files that come and
/// go), its subfolders and its files.
pub(super) fn watched(folder: &Path) -> Result<Vec<PathBuf>, BuildError> {
    if has_line_break(folder) {
        let folder = one_line(folder);
        let message = "cargo cannot watch a path with a line break; rename the folder";
        return Err(BuildError::new(format!("`{folder}`: {message}")));
    }
    let mut paths = vec![PathBuf::from("build.rs"), folder.to_owned()];
    let sources = Sources::read(&[folder]);
    for file in sources.files().map(SourceFile::path).map(PathBuf::from) {
        let parent = file.parent().map(Path::to_owned);
        paths.extend(parent);
        paths.push(file);
    }
    // The law `file-name` has a finding for such a file. Here, it would be an instruction.
    paths.retain(|path| !has_line_break(path));
    paths.sort_unstable();
    paths.dedup();
    Ok(paths)
}

fn has_line_break(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().iter().any(|byte| matches!(byte, b'\n' | b'\r'))
}
