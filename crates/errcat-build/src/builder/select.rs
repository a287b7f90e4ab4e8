//! The catalogs of a build: its own, and those of other crates.

use errcat_model::CatalogSet;
use errcat_model::render::printable;

use super::BuildError;
use crate::Foreign;

/// Catalogs that another crate was generated from.
#[derive(Debug, Clone)]
pub(super) struct Join {
    /// The path of the crate, such as `::domain_errors`.
    pub(super) module: String,
    pub(super) texts: Vec<(String, String)>,
    pub(super) ids: Vec<String>,
}

impl Join {
    /// Returns the files of the joined catalogs, which are in folders with their ids.
    pub(super) fn texts(&self) -> Result<Vec<(String, String)>, BuildError> {
        let folder = |path: &str| path.rsplit('/').nth(1).map(str::to_owned);
        let folders: Vec<String> = self.texts.iter().filter_map(|(path, _)| folder(path)).collect();
        unknown("join", &self.ids, folders.iter().map(String::as_str))?;
        let is_joined =
            |(path, _): &&(String, String)| folder(path).is_some_and(|id| self.ids.contains(&id));
        let shown = |(path, text): &(String, String)| {
            (format!("{}/{path}", self.module.trim_start_matches("::")), text.clone())
        };
        Ok(self.texts.iter().filter(is_joined).map(shown).collect())
    }

    pub(super) fn foreign(&self, set: &CatalogSet) -> Result<Vec<Foreign>, BuildError> {
        let foreign = |id: &String| {
            let catalog = set.catalog(id).ok_or_else(|| {
                BuildError::new(format!(
                    "the folder `{id}` has a catalog of another name: write `id: {id}`"
                ))
            })?;
            let module = format!("{}::{}", self.module, catalog.module);
            Ok(Foreign { id: id.clone(), module })
        };
        self.ids.iter().map(foreign).collect()
    }
}

/// Keeps the catalogs with these ids, and those of other crates.
pub(super) fn select(
    set: &mut CatalogSet,
    only: &[String],
    foreign: &[Foreign],
) -> Result<(), BuildError> {
    let is_foreign = |id: &str| foreign.iter().any(|foreign| foreign.id == id);
    let own = set.catalogs.iter().map(|catalog| catalog.id.as_str());
    unknown("only", only, own.filter(|id| !is_foreign(id)))?;
    set.catalogs.retain(|catalog| only.contains(&catalog.id) || is_foreign(&catalog.id));
    Ok(())
}

/// Returns an error for each selected id without a catalog.
fn unknown<'a>(
    selector: &str,
    ids: &[String],
    known: impl Iterator<Item = &'a str>,
) -> Result<(), BuildError> {
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    let missing = ids.iter().filter(|id| !known.contains(&id.as_str()));
    let errors = missing.map(|id| {
        format!("`{selector}` names `{}`, and the catalogs are {}", printable(id), known.join(", "))
    });
    let errors: Vec<String> = errors.collect();
    if errors.is_empty() { Ok(()) } else { Err(BuildError::new(errors.join("\n"))) }
}
