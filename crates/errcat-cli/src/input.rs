//! The catalogs and files that a command reads.

use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};

use errcat_model::render::one_line;
use errcat_model::{CatalogSet, Sources};

use crate::output::{Failure, note, slow};

/// The folders of `--catalog`, and the built-in catalogs unless they are left out.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) folders: &'a [PathBuf],
    pub(crate) only: bool,
}

impl Input<'_> {
    pub(crate) fn sources(self) -> Result<Sources, Failure> {
        if self.only && self.folders.is_empty() {
            let message = "`--only` leaves no catalog; name a folder with `--catalog DIR`";
            return Err(Failure::Other(message.to_owned()));
        }
        self.folders.iter().try_for_each(|folder| look_into(folder))?;
        Ok(fill_in(Sources::read(self.folders), self.only))
    }

    pub(crate) fn load(self) -> Result<CatalogSet, Failure> {
        let set = load(&self.sources()?)?;
        let files = domain_errors_catalog::FILES.iter();
        let mut built_in = files.filter_map(|(path, _)| path.strip_suffix("/provider.yaml"));
        if !self.only && built_in.any(|id| set.catalog(id).is_none()) {
            note("`--catalog` has a hub of its own, so the built-in catalogs are left out");
        }
        Ok(set)
    }
}

/// Fills in the built-in hub, and the built-in catalogs unless they are left out.
pub(crate) fn fill_in(sources: Sources, only: bool) -> Sources {
    let files = domain_errors_catalog::FILES.iter();
    let files = files.filter(|(path, _)| !only || *path == "meanings.yaml");
    sources.with_fallback(files.map(|(path, text)| (format!("built-in/{path}"), *text)))
}

/// Returns an error if a folder cannot be read or has no catalog.
pub(crate) fn look_into(folder: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|error| Failure::Other(Failure::io("read", folder, &error)))?;
    let has = |folder: &Path, name| folder.join(name).is_file();
    let is_catalog = has(folder, "provider.yaml")
        || has(folder, "meanings.yaml")
        || entries.iter().any(|entry| has(&entry.path(), "provider.yaml"));
    if is_catalog {
        return Ok(());
    }
    let folder = one_line(folder);
    Err(Failure::Other(format!(
        "there is no catalog in `{folder}`: neither it nor a folder in it has a `provider.yaml`"
    )))
}

/// Checks sources and returns their catalogs.
pub(crate) fn load(sources: &Sources) -> Result<CatalogSet, Failure> {
    let loaded = slow("reading the catalogs", || errcat_model::load(sources));
    loaded.map_err(|findings| Failure::from_findings(&findings, sources))
}

/// The size limit for bodies and pages; real ones are far smaller.
const MAX_MIB: u64 = 64;

/// Reads standard input to its end.
pub(crate) fn read_stdin() -> Result<Vec<u8>, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        note("reading standard input; end it with Ctrl-D");
    }
    read_bounded(stdin.lock(), MAX_MIB)
        .map_err(|error| Failure::Other(format!("cannot read standard input: {error}")))
}

/// Reads a file, or standard input if the path is `-`.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        return read_stdin();
    }
    // The size of a pipe is unknown, and the page may come from `<(curl …)`.
    let bytes = File::open(path).and_then(|file| read_bounded(file, MAX_MIB));
    bytes.map_err(|error| Failure::Other(Failure::io("read", path, &error)))
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
