//! The catalogs of other crates that a build translates into.

use std::collections::BTreeSet;

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
        self.check(&self.texts.iter().filter_map(|(path, _)| folder(path)).collect())?;
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

    /// Returns an error for each id without a catalog.
    fn check(&self, known: &BTreeSet<String>) -> Result<(), BuildError> {
        let missing = self.ids.iter().filter(|id| !known.contains(*id));
        let listed = known.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let errors = missing
            .map(|id| format!("`join` names `{}`, and the catalogs are {listed}", printable(id)));
        let errors: Vec<String> = errors.collect();
        if errors.is_empty() { Ok(()) } else { Err(BuildError::new(errors.join("\n"))) }
    }
}
