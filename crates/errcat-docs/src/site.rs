//! What all pages are made from.

use std::collections::HashMap;
use std::path::Path;

use errcat_model::artifact::Artifact;
use errcat_model::translate::Translator;
use errcat_model::{Case, Catalog, CatalogSet, Code};

use crate::places::Places;
use crate::{book, folder, pages};

/// The reference site of a set of catalogs.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    set: &'a CatalogSet,
    crate_name: Option<&'a str>,
}

impl<'a> Site<'a> {
    /// The site of some catalogs.
    pub fn of(set: &'a CatalogSet) -> Self {
        Self { set, crate_name: None }
    }

    /// Names the crate in which the enums of the catalogs are, so that their paths are whole.
    #[must_use]
    pub fn in_crate(self, name: &'a str) -> Self {
        Self { crate_name: Some(name), ..self }
    }

    /// All pages in Markdown, with `SUMMARY.md` as their table of contents.
    ///
    /// # Errors
    ///
    /// If the set breaks a law, which no set does that was loaded.
    pub fn pages(&self) -> Result<Vec<Artifact>, SiteError> {
        Ok(pages::all(&self.facts()?)?)
    }

    /// Writes the site into a folder, and its pages in Markdown into `markdown` below it.
    ///
    /// What is there is replaced once the new site is whole: after an error, the last good site is
    /// still there. A folder that holds something else than a site is left alone. `tell` hears
    /// what is being done.
    pub fn write(&self, folder: &Path, tell: &mut dyn FnMut(&str)) -> Result<Written, SiteError> {
        let staging = folder::Staging::beside(folder)?;
        let facts = self.facts()?;
        let pages = pages::all(&facts)?;
        let assets = pages::assets(&facts)?;
        let count = pages.len();
        tell(&format!("rendering {count} pages"));
        let site = book::render(&facts, staging.path(), &pages, &assets)?;
        staging.swap(&site)?;
        Ok(Written { pages: count })
    }

    fn facts(&self) -> Result<Facts<'a>, SiteError> {
        Facts::of(self.set, self.crate_name)
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// How many pages the site has.
    pub pages: usize,
}

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// The folder holds something else.
    #[error("`{}` holds something that is no reference site: name another folder, or remove it", .0.display())]
    Foreign(std::path::PathBuf),
    /// A file or folder could not be written.
    #[error("cannot write `{}`: {error}", path.display())]
    Disk {
        /// The file or folder.
        path: std::path::PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The book could not be rendered.
    #[error("the pages could not be rendered: {0}")]
    Book(String),
    /// The catalogs break a law.
    #[error(transparent)]
    BrokenLaw(#[from] errcat_model::BrokenLaw),
}

/// A set of catalogs and everything that several pages ask of it.
pub(crate) struct Facts<'a> {
    pub(crate) set: &'a CatalogSet,
    pub(crate) crate_name: Option<&'a str>,
    pub(crate) places: Places<'a>,
    pub(crate) translator: Translator<'a>,
    /// The cases that stand for each meaning, by its id.
    mapped: HashMap<&'a str, Vec<Entry<'a>>>,
}

/// A case and what it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) code: &'a Code,
    pub(crate) case: &'a Case,
}

impl<'a> Facts<'a> {
    fn of(set: &'a CatalogSet, crate_name: Option<&'a str>) -> Result<Self, SiteError> {
        let mut mapped: HashMap<&str, Vec<Entry<'a>>> = HashMap::new();
        for catalog in &set.catalogs {
            for (code, case) in catalog.cases() {
                for meaning in &case.meanings {
                    mapped.entry(meaning).or_default().push(Entry { catalog, code, case });
                }
            }
        }
        let places = Places::of(set);
        Ok(Self { set, crate_name, places, translator: Translator::new(set)?, mapped })
    }

    /// The cases that stand for a meaning, catalog by catalog.
    pub(crate) fn mapped(&self, meaning: &str) -> &[Entry<'a>] {
        self.mapped.get(meaning).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn count_codes(&self) -> usize {
        self.set.catalogs.iter().map(|catalog| catalog.codes.len()).sum()
    }
}
