//! The two states of catalogs that each rule has.

#[path = "../laws/texts.rs"]
mod texts;

use std::path::{Path, PathBuf};

use errcat_model::diff::Rule;
use errcat_model::render::{Style, human};
use errcat_model::{CatalogSet, Sources, load};
use texts::texts_in;

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

pub(crate) fn checked(sources: &Sources) -> CatalogSet {
    load(sources).unwrap_or_else(|found| panic!("{}", human(&found, sources, Style::default())))
}
