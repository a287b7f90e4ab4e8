//! The files made from the catalogs and checked in: `cargo xtask generate` writes the sources of
//! `domain-errors`, and `cargo xtask baseline` the catalogs of a release.

use std::fs;
use std::path::PathBuf;

use errcat_build::{Options, emit_with};
use errcat_model::artifact::{Artifact, write_all};
use errcat_model::export::Export;
use errcat_model::render::{self, Style};
use errcat_model::{CatalogSet, Sources};

use crate::package::{clear, failed, files, read, write};
use crate::{Result, root};

pub(crate) fn write_sources() -> Result {
    let generated = generated()?;
    for path in leftovers(&generated)? {
        fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
    }
    write_all(&folder(), &generated).map_err(|(path, error)| failed(&path, &error))?;
    println!("generated: {}", folder().display());
    Ok(())
}

/// Checks that the sources are those of the catalogs. Stale ones would be errors of rustc.
pub(crate) fn check_sources() -> Result {
    let generated = generated()?;
    let stale = generated.iter().map(|file| (folder().join(&file.path), &file.text));
    let stale = stale.filter(|(path, text)| read(path).as_ref() != Ok(text)).map(|(path, _)| path);
    match stale.chain(leftovers(&generated)?).next() {
        Some(path) => Err(format!(
            "`{}` is not generated from the catalogs as they are now: run `cargo xtask generate`, \
             and review the difference",
            path.display()
        )),
        None => Ok(()),
    }
}

/// Generates all catalogs, each behind a feature.
fn generated() -> Result<Vec<Artifact>> {
    let options = Options { has_features: true, ..Options::default() };
    emit_with(&load()?, options).map_err(|error| error.to_string())
}

/// Returns the files of a catalog that is gone.
fn leftovers(generated: &[Artifact]) -> Result<Vec<PathBuf>> {
    let is_generated =
        |path: &PathBuf| generated.iter().any(|file| folder().join(&file.path) == *path);
    Ok(files(&folder())?.into_iter().filter(|path| !is_generated(path)).collect())
}

fn folder() -> PathBuf {
    root().join("crates/domain-errors/src/generated")
}

/// Stores the catalogs of this release, to compare later versions with.
pub(crate) fn write_baseline() -> Result {
    let set = load()?;
    let mut export = Export::new(&set).map_err(|error| error.to_string())?;
    // They follow from the rest and make up most of the file.
    export.translations.clear();
    let codes = export.catalogs.iter_mut().flat_map(|catalog| &mut catalog.codes);
    codes.flat_map(|code| &mut code.cases).for_each(|case| case.reply = None);
    let text = serde_json::to_string_pretty(&export)
        .map_err(|error| format!("cannot write the export: {error}"))?;
    let folder = root().join("tests/baseline");
    let file = folder.join(concat!(env!("CARGO_PKG_VERSION"), ".json"));
    clear(&folder)?;
    write(&file, &(text + "\n"))?;
    println!("baseline: {}", file.display());
    Ok(())
}

/// Reads and checks the catalogs of this workspace.
fn load() -> Result<CatalogSet> {
    let sources = Sources::read(&[root().join("catalog")]);
    errcat_model::load(&sources).map_err(|findings| {
        let findings = render::human(&findings, &sources, Style::default());
        format!("the catalogs do not pass the check\n\n{findings}")
    })
}
