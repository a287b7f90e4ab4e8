//! Which catalogs a command works on.

use std::path::PathBuf;

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
        Sources::read(self.folders).with_fallback_hub("concepts.yaml (built in)", hub)
    }

    pub(crate) fn load(self) -> Result<CatalogSet, Failure> {
        let sources = self.sources();
        errcat_model::load(&sources).map_err(|findings| Failure::findings(&findings, &sources))
    }
}
