//! The site on a disk.

use std::path::PathBuf;

use errcat_model::artifact::{Artifact, write_all};
use errcat_model::{CatalogSet, Sources, load};

use crate::page::Page;

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
        let mut artifacts = errcat_docs::pages(set);
        let page = artifacts.iter().find(|one| one.path.ends_with("explain.md")).unwrap();
        let text = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Explain</title><main>{}</main>",
            page.text
        );
        artifacts.push(Artifact { path: "explain.html".into(), text });
        write_all(folder.path(), &artifacts).unwrap();
        Self { folder }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    pub(crate) fn open(&self, path: &str) -> Page {
        let page = Page::of_site(&self.folder());
        page.open(path);
        page
    }
}
