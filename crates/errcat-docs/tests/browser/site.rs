//! The site on a disk.

use std::path::PathBuf;

use errcat_model::{CatalogSet, Sources, load};

use crate::page::Page;

/// The folder that it is in: an address has to escape some of its letters.
const NAME: &str = "error codes";

pub(crate) fn catalogs() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

/// The catalogs, and one whose texts try to be markup and whose envelopes say all that one can say.
pub(crate) fn with_hostile() -> CatalogSet {
    let hostile = [
        ("hostile/provider.yaml", include_str!("hostile/provider.yaml")),
        ("hostile/codes.yaml", include_str!("hostile/codes.yaml")),
    ];
    let files = domain_errors_catalog::FILES.iter().copied().chain(hostile);
    load(&Sources::from_texts(files)).unwrap()
}

/// A site in a folder that goes away.
pub(crate) struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    pub(crate) fn of(set: &CatalogSet) -> Self {
        let folder = tempfile::tempdir().unwrap();
        errcat_docs::Site::of(set).write(&folder.path().join(NAME), &mut |_| {}).unwrap();
        Self { folder }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(NAME)
    }

    /// A browser that shows a page of it.
    pub(crate) fn open(&self, path: &str) -> Page {
        let page = Page::of_site(&self.folder());
        page.open(path);
        page
    }
}
