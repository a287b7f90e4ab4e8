//! Why a site cannot be written.

use std::io;
use std::path::{Path, PathBuf};

use errcat_model::render::one_line;

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// The folder holds something that no run wrote, or that has changed since.
    #[error(
        "cannot replace `{}`, because it holds files that `errcat docs` did not write or that have \
         changed since: {}\nmove them elsewhere, or write the site to another folder and copy it from there",
        one_line(folder),
        list(paths)
    )]
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The files and folders, as paths within it. The path of a folder ends in `/`.
        paths: Vec<String>,
    },
    /// A file or folder could not be written.
    #[error("cannot write `{}`: {error}", one_line(path))]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
    /// The catalogs break a law, which no set does that was loaded.
    #[error("{0}; please report it")]
    BrokenLaw(#[from] errcat_model::BrokenLaw),
}

impl SiteError {
    pub(crate) fn disk(path: &Path, error: io::Error) -> Self {
        Self::Disk { path: path.to_owned(), error }
    }
}

/// Lists the first few paths.
fn list(paths: &[String]) -> String {
    const MAX_SHOWN: usize = 5;
    let shown = paths.iter().take(MAX_SHOWN).map(|path| format!("`{}`", one_line(path)));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(MAX_SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
