//! The site on the disk: its links, its addresses, and the catalog text in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test stops where it cannot go on, and knows the names of the files"
)]

mod addresses;
mod document;
mod folder;
mod links;
mod markup;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use document::Document;
use errcat_docs::Site;
use errcat_model::{CatalogSet, Sources, load};

fn catalogs() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

/// Our catalogs, and one with markup in its texts.
fn with_hostile() -> CatalogSet {
    let hostile = [
        ("hostile/provider.yaml", include_str!("../browser/hostile/provider.yaml")),
        ("hostile/codes.yaml", include_str!("../browser/hostile/codes.yaml")),
        ("hostile/links.yaml", include_str!("links.yaml")),
    ];
    let files = domain_errors_catalog::FILES.iter().copied().chain(hostile);
    load(&Sources::from_texts(files)).unwrap()
}

/// A catalog with more codes than fit on a page or into a table.
fn many() -> CatalogSet {
    let provider = "id: big\ntitle: Big\nabout: It has many codes.\ndomain: big.example\n\
                    code-type: integer\nsources: [{ id: list, title: The list }]\n";
    let codes = (1..=1_050).map(|code| {
        format!(
            "  - code: {code}\n    name: Number{code}\n    message: \"Number {code} is '<wrong>'\"\n    \
             kind-of: request.invalid\n    params: {{ wrong: {{}} }}\n    guidance:\n      \
             cause: The provider did not take the number {code}.\n      \
             action: Send another number than {code}, one that it takes.\n"
        )
    });
    let group = "group: { title: All, about: All of them., source: list }\ncodes:\n".to_owned();
    let files = [
        ("meanings.yaml", domain_errors_catalog::HUB.to_owned()),
        ("big/provider.yaml", provider.to_owned()),
        ("big/all.yaml", group + &codes.collect::<String>()),
    ];
    load(&Sources::from_texts(files)).unwrap()
}

/// A site on the disk.
struct Written {
    folder: PathBuf,
}

/// The sites that tests only read, written once for all of them.
static OURS: LazyLock<Written> = LazyLock::new(|| Written::named("ours", &catalogs()));
static HOSTILE: LazyLock<Written> = LazyLock::new(|| Written::named("hostile", &with_hostile()));
static MANY: LazyLock<Written> = LazyLock::new(|| Written::named("many", &many()));

impl Written {
    fn named(name: &str, set: &CatalogSet) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site").join(name);
        // A site of an earlier version may be there.
        let _ = fs::remove_dir_all(&folder);
        Site::new(set).write(&folder, &mut |_| {}).unwrap();
        Self { folder }
    }

    /// Returns all pages of HTML, by their paths within the site.
    fn documents(&self) -> Vec<(String, Document)> {
        let pages = files(&self.folder).into_iter().filter(|path| path.ends_with(".html"));
        pages.map(|path| (path.clone(), Document::parse(&self.text(&path)))).collect()
    }

    fn document(&self, path: &str) -> Document {
        Document::parse(&self.text(path))
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// Returns the paths of all files below a folder, sorted.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap().map(|entry| entry.unwrap()) {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort_unstable();
    found
}
