//! `cargo xtask generate`: the sources of `domain-errors`, from the catalogs.

use std::fs;
use std::path::PathBuf;

use errcat_build::{Options, emit_with};
use errcat_model::artifact::{Artifact, write_all};

use crate::package::{failed, files, read};
use crate::{Result, docs, root};

pub(crate) fn run_task() -> Result {
    let generated = generated()?;
    for path in leftovers(&generated)? {
        fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
    }
    write_all(&folder(), &generated).map_err(|(path, error)| failed(&path, &error))?;
    println!("generated: {}", folder().display());
    Ok(())
}

/// Checks that the sources are those of the catalogs: otherwise, rustc would report an error in code
/// that nobody has written.
pub(crate) fn check() -> Result {
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
    emit_with(&docs::load()?, options).map_err(|error| error.to_string())
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
