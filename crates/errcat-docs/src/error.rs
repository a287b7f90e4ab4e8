//! Why a site cannot be written.

use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// The folder holds something else.
    #[error("`{}` holds something other than a reference site: name another folder, or remove it", .0.display())]
    Foreign(PathBuf),
    /// A file or folder could not be written.
    #[error("cannot write `{}`: {error}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
    /// The catalogs break a law, which no set does that was loaded.
    #[error("{0}; please report it")]
    BrokenLaw(#[from] errcat_model::BrokenLaw),
    /// The pages could not be rendered.
    #[error("the pages could not be rendered: {0}")]
    Book(String),
}

impl SiteError {
    pub(crate) fn disk(path: &Path, error: io::Error) -> Self {
        Self::Disk { path: path.to_owned(), error }
    }
}
