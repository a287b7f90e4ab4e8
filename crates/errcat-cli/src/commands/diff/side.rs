//! The two states of catalogs that a command line names.

use std::fs;
use std::path::{Path, PathBuf};

use errcat_model::{CatalogSet, Sources, export};

use super::git;
use crate::input::Input;
use crate::output::Failure;

/// Where a state is.
pub(super) enum Side {
    /// A folder of catalogs, or of one provider.
    Folder(PathBuf),
    /// A file that `errcat export` wrote.
    Export(PathBuf),
    /// A folder as it was at a revision; without one, the folder of the other side.
    Revision { revision: String, folder: Option<PathBuf> },
}

/// A state of catalogs.
pub(super) struct State {
    pub(super) set: CatalogSet,
    /// The files that it was read from; none for an export.
    pub(super) sources: Sources,
}

/// Exports are read whole; a larger one is none.
const MOST_BYTES: u64 = 1 << 30;

impl Side {
    pub(super) fn parse(text: &Path) -> Self {
        let named = text.to_str().and_then(|text| text.strip_prefix("git:"));
        match named {
            Some(named) => {
                let (revision, folder) = match named.split_once(':') {
                    Some((revision, folder)) => (revision, Some(folder.into())),
                    None => (named, None),
                };
                Self::Revision { revision: revision.to_owned(), folder }
            }
            // What is not there is told as a folder: most of all, folders are compared.
            None if text.is_file() => Self::Export(text.to_owned()),
            None => Self::Folder(text.to_owned()),
        }
    }

    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Revision { folder, .. } => folder.as_deref(),
            Self::Export(_) => None,
        }
    }

    /// Reads and checks it.
    pub(super) fn read(&self, other: &Self) -> Result<State, Failure> {
        let sources = match self {
            Self::Folder(folder) => Input { folders: std::slice::from_ref(folder) }.sources(),
            Self::Export(path) => {
                let set = read_export(path)?;
                return Ok(State { set, sources: Sources::default() });
            }
            Self::Revision { revision, .. } => {
                let folder = self.folder().or_else(|| other.folder());
                let folder = folder.ok_or_else(|| Failure::NoFolder(revision.clone()))?;
                git::read(revision, folder)?
            }
        };
        match errcat_model::load(&sources) {
            Ok(set) => Ok(State { set, sources }),
            Err(findings) => Err(Failure::findings(&findings, &sources)),
        }
    }
}

fn read_export(path: &Path) -> Result<CatalogSet, Failure> {
    let told = |reason: String| Failure::Export { path: path.to_owned(), reason };
    let size = fs::metadata(path).map_err(|error| told(error.kind().to_string()))?.len();
    if size > MOST_BYTES {
        return Err(told("it is larger than 1 GiB".to_owned()));
    }
    let bytes = fs::read(path).map_err(|error| told(error.kind().to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| told("it is not UTF-8".to_owned()))?;
    export::import(&text).map_err(|error| told(error.to_string()))
}
