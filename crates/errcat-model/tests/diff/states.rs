//! The two states of catalogs that each rule has.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_model::diff::Rule;
use errcat_model::render::{Style, human};
use errcat_model::{CatalogSet, Sources, load};

/// Texts by their path in a catalog folder.
type Texts = BTreeMap<String, String>;

/// The folder of a rule. The crate that generates code looks at the states too.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../errcat-model/tests/diff").join(name)
}

/// One state: the base with the files of a fixture laid over it.
pub(crate) fn state(rule: Rule, side: &str) -> Sources {
    let mut texts = texts_in(&folder("base"));
    texts.extend(texts_in(&folder(rule.id()).join(side)));
    Sources::from_texts(texts)
}

/// The files of a folder and its subfolders; none if there is no such folder.
fn texts_in(folder: &Path) -> Texts {
    let mut texts = Texts::new();
    for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            let inside = texts_in(&path).into_iter();
            texts.extend(inside.map(|(path, text)| (format!("{name}/{path}"), text)));
        } else {
            texts.insert(name.to_owned(), fs::read_to_string(&path).unwrap());
        }
    }
    texts
}

pub(crate) fn checked(sources: &Sources) -> CatalogSet {
    load(sources).unwrap_or_else(|found| panic!("{}", human(&found, sources, Style::default())))
}
