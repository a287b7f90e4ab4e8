//! The two versions of catalogs that the command line names.

use std::fs::File;
use std::path::{Path, PathBuf};

use errcat_model::render::one_line;
use errcat_model::{CatalogSet, Sources, export};

use super::git;
use crate::input::{self, Input};
use crate::output::{Failure, shown};

/// Where a version is.
pub(super) enum Side {
    /// A folder of catalogs, or of one provider.
    Folder(PathBuf),
    /// A file written by `errcat export`.
    Export(PathBuf),
    /// A folder at a revision; the folder of the other side if none is given.
    Revision { revision: String, folder: Option<PathBuf> },
}

impl Side {
    pub(super) fn parse(text: &Path) -> Self {
        let Some(named) = text.to_str().and_then(|text| text.strip_prefix("git:")) else {
            // A missing path is reported as a missing folder: most sides are folders.
            let kind = if text.is_file() { Self::Export } else { Self::Folder };
            return kind(text.to_owned());
        };
        match named.split_once(':') {
            Some((revision, folder)) => {
                Self::Revision { revision: revision.to_owned(), folder: Some(folder.into()) }
            }
            None => Self::Revision { revision: named.to_owned(), folder: None },
        }
    }

    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Revision { folder, .. } => folder.as_deref(),
            Self::Export(_) => None,
        }
    }

    /// Reads and checks a version. An export has no sources.
    pub(super) fn read(&self, other: &Self) -> Result<(CatalogSet, Sources), Failure> {
        let sources = match self {
            Self::Folder(folder) => {
                Input { folders: std::slice::from_ref(folder), only: true }.sources()?
            }
            Self::Export(path) => return Ok((read_export(path)?, Sources::default())),
            Self::Revision { revision, .. } => {
                let folder = self.folder().or_else(|| other.folder()).ok_or_else(|| {
                    let revision = shown(revision);
                    let text = format!("`git:{revision}` needs a folder: `git:{revision}:FOLDER`");
                    Failure::Other(text)
                })?;
                git::read(revision, folder)?
            }
        };
        Ok((input::load(&sources)?, sources))
    }
}

fn read_export(path: &Path) -> Result<CatalogSet, Failure> {
    const MAX_MIB: u64 = 1024;
    let bytes = File::open(path).and_then(|file| input::read_bounded(file, MAX_MIB));
    let text = bytes.map(String::from_utf8).map_err(|error| error.to_string());
    let set = text.and_then(|text| {
        let text = text.map_err(|_| "it is not UTF-8".to_owned())?;
        export::import(&text).map_err(|error| error.to_string())
    });
    set.map_err(|reason| {
        let path = one_line(path);
        Failure::Other(format!("cannot read the export `{path}`: {reason}"))
    })
}
