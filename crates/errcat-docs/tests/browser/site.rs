//! The site on a disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use errcat_model::{CatalogSet, Sources, load};

use crate::page::Page;

/// The name of the folder of the sites, which an address has to escape.
const FOLDER: &str = "error codes & all";

pub(crate) fn catalogs() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

/// The catalogs, and a hostile one: with markup in its texts, and every feature of envelopes.
pub(crate) fn with_hostile() -> CatalogSet {
    let hostile = [
        ("hostile/provider.yaml", include_str!("hostile/provider.yaml")),
        ("hostile/codes.yaml", include_str!("hostile/codes.yaml")),
    ];
    let files = domain_errors_catalog::FILES.iter().copied().chain(hostile);
    load(&Sources::from_texts(files)).unwrap()
}

/// A catalog with one envelope, and its site.
pub(crate) fn with_envelope(envelope: &str) -> (CatalogSet, Site) {
    let provider = include_str!("hostile/provider.yaml");
    let (head, _) = provider.split_once("envelopes:\n").unwrap();
    let provider = format!("{head}envelopes:\n{envelope}");
    let meanings = domain_errors_catalog::FILES.iter().filter(|(path, _)| *path == "meanings.yaml");
    let set = load(&Sources::from_texts(meanings.copied().chain([
        ("hostile/provider.yaml", provider.as_str()),
        ("hostile/codes.yaml", include_str!("hostile/codes.yaml")),
    ])));
    let set = set.unwrap();
    let site = Site::write("envelope", &set);
    (set, site)
}

/// The catalogs, and one with a code that WAPI has too.
fn with_twin() -> CatalogSet {
    let twin = [
        (
            "twin/provider.yaml",
            "id: twin\ntitle: Twin\nabout: It has a code of WAPI.\ndomain: twin.example\n\
             code-type: integer\nsources: [{ id: list, title: List }]\n",
        ),
        (
            "twin/codes.yaml",
            "group: { title: All, about: All of them., source: list }\ncodes:\n\
             - { code: 3204, message: Gone, is: domain.not-found, guidance: { cause: The twin has no \
             such domain any more., action: Ask the twin for another domain that it has. } }\n",
        ),
    ];
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied().chain(twin))).unwrap()
}

/// A site in a folder below that of the tests.
pub(crate) struct Site {
    folder: PathBuf,
}

impl Site {
    /// The site of the catalogs, written once.
    pub(crate) fn shipped() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Self::write("shipped", &catalogs()))
    }

    /// The site of the catalogs and the hostile one, written once.
    pub(crate) fn hostile() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Self::write("hostile", &with_hostile()))
    }

    pub(crate) fn twin() -> Self {
        Self::write("twin", &with_twin())
    }

    fn write(name: &str, set: &CatalogSet) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(FOLDER).join(name);
        // A site of an earlier version may be there.
        let _ = fs::remove_dir_all(&folder);
        errcat_docs::Site::new(set).write(&folder, &mut |_| {}).unwrap();
        Self { folder }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens a page of it in a new browser.
    pub(crate) fn open(&self, path: &str) -> Page {
        let page = Page::of_site(&self.folder);
        page.open(path);
        page
    }
}
