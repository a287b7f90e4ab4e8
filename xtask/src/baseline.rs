//! `cargo xtask baseline`: the catalogs as they are released, for comparing what comes after.

use std::fs;

use errcat_model::artifact::{Artifact, write_all};
use errcat_model::export::Export;

use crate::package::{entries, told};
use crate::{Result, docs, root};

pub(crate) fn run_task() -> Result {
    let set = docs::load()?;
    let mut export = Export::new(&set).map_err(|error| error.to_string())?;
    // They follow from the rest, and are most of its length.
    export.translations.clear();
    let text = serde_json::to_string_pretty(&export)
        .map_err(|error| format!("cannot write the export: {error}"))?;
    let folder = root().join("tests/baseline");
    let path = format!("{}.json", env!("CARGO_PKG_VERSION"));
    for old in entries(&folder).unwrap_or_default() {
        if !old.ends_with(&path) {
            fs::remove_file(&old).map_err(|error| told(&old, &error))?;
        }
    }
    let baseline = Artifact { path: path.into(), text: text + "\n" };
    write_all(&folder, std::slice::from_ref(&baseline))
        .map_err(|(path, error)| told(&path, &error))?;
    println!("baseline: {}", folder.join(baseline.path).display());
    Ok(())
}
