//! The size of our own source code.

use std::path::Path;

use crate::package::{entries, read};
use crate::{Result, root};

/// The limit. Raise it for a feature, not for a copy.
const MAX_LINES: usize = 41_280;

/// Counts the Rust and JavaScript below `src` folders, without vendored and generated code, and
/// writes the number as `31,000`.
pub(crate) fn count_within_limit() -> Result<String> {
    let mut lines = 0;
    for folder in ["catalog", "crates", "xtask"] {
        lines += count(&root().join(folder), false)?;
    }
    if lines > MAX_LINES {
        return Err(format!("{lines} lines of Rust and JavaScript under src; at most {MAX_LINES}"));
    }
    Ok(format!("{},{:03}", lines / 1000, lines % 1000))
}

fn count(folder: &Path, is_src: bool) -> Result<usize> {
    let mut lines = 0;
    for path in entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !matches!(&*name, "generated" | "target" | "vendor") {
                lines += count(&path, is_src || name == "src")?;
            }
        } else if is_src && is_ours(&name) {
            lines += read(&path)?.matches('\n').count();
        }
    }
    Ok(lines)
}

fn is_ours(file: &str) -> bool {
    let ending = Path::new(file).extension().unwrap_or_default();
    (ending == "rs" || ending == "js") && !file.ends_with(".min.js")
}
