//! Which catalogs a command works on, and what else it reads.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use errcat_model::{CatalogSet, Sources};

use crate::output::Failure;

/// Folders, or the built-in catalogs where there are none.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) folders: &'a [PathBuf],
}

impl Input<'_> {
    pub(crate) fn sources(self) -> Sources {
        if self.folders.is_empty() {
            return Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
        }
        let hub = domain_errors_catalog::HUB;
        Sources::read(self.folders).with_fallback_hub("meanings.yaml (built in)", hub)
    }

    pub(crate) fn load(self) -> Result<CatalogSet, Failure> {
        let sources = self.sources();
        errcat_model::load(&sources).map_err(|findings| Failure::findings(&findings, &sources))
    }
}

/// The most that is read of a body or a page: none that means anything comes near.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Standard input to its end.
pub(crate) fn read_stdin() -> Result<Vec<u8>, Failure> {
    read_bounded(io::stdin().lock())
        .map_err(Failure::Body)?
        .ok_or(Failure::LongBody { most: MOST_BYTES })
}

/// A file, or standard input where it is called `-`.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        return read_stdin();
    }
    let told = |error| Failure::Page { path: path.to_owned(), error };
    // A pipe is as good as a file: the page may come from `<(curl …)`.
    let bytes = File::open(path).and_then(read_bounded).map_err(told)?;
    bytes.ok_or(Failure::LongBody { most: MOST_BYTES })
}

/// Everything, or nothing if it is too much.
fn read_bounded(source: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MOST_BYTES).then_some(bytes))
}
