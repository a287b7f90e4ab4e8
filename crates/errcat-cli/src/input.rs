//! The catalogs and files that a command reads.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use errcat_model::{CatalogSet, Sources};

use crate::output::Failure;

/// The folders of `--catalog`, or the built-in catalogs if there are none.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) folders: &'a [PathBuf],
}

impl Input<'_> {
    pub(crate) fn sources(self) -> Sources {
        if self.folders.is_empty() {
            return Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
        }
        with_built_in_hub(Sources::read(self.folders))
    }

    pub(crate) fn load(self) -> Result<CatalogSet, Failure> {
        load(&self.sources())
    }
}

/// Lets providers that bring no hub use the built-in one.
pub(crate) fn with_built_in_hub(sources: Sources) -> Sources {
    sources.with_fallback_hub("meanings.yaml (built in)", domain_errors_catalog::HUB)
}

/// Checks sources and returns their catalogs.
pub(crate) fn load(sources: &Sources) -> Result<CatalogSet, Failure> {
    errcat_model::load(sources).map_err(|findings| Failure::from_findings(&findings, sources))
}

/// The size limit for bodies and pages; real ones are far smaller.
const MAX_MIB: u64 = 64;

/// Reads standard input to its end.
pub(crate) fn read_stdin() -> Result<Vec<u8>, Failure> {
    read_bounded(io::stdin().lock(), MAX_MIB)
        .map_err(|error| Failure::Other(format!("cannot read standard input: {error}")))
}

/// Reads a file, or standard input if the path is `-`.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        return read_stdin();
    }
    // The size of a pipe is unknown, and the page may come from `<(curl …)`.
    let bytes = File::open(path).and_then(|file| read_bounded(file, MAX_MIB));
    bytes.map_err(|error| Failure::Usage(Failure::io("read", path, &error)))
}

/// Reads to the end; input above the limit is an error.
pub(crate) fn read_bounded(source: impl Read, max_mib: u64) -> io::Result<Vec<u8>> {
    let limit = max_mib * 1024 * 1024;
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::other(format!("it is larger than {max_mib} MiB")));
    }
    Ok(bytes)
}
