//! From catalogs to a folder with the site.

use std::path::{Path, PathBuf};

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

use crate::disk::{self, Staging};
use crate::error::SiteError;
use crate::facts::SiteFacts;
use crate::{explain, html, pages, search};

/// The reference site of a set of catalogs.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    set: &'a CatalogSet,
    crate_name: Option<&'a str>,
}

impl<'a> Site<'a> {
    /// Describes the site of some catalogs.
    pub fn new(set: &'a CatalogSet) -> Self {
        Self { set, crate_name: None }
    }

    /// Names the crate that contains the enums of the catalogs, so that their paths are complete.
    #[must_use]
    pub fn in_crate(self, name: &'a str) -> Self {
        Self { crate_name: Some(name), ..self }
    }

    /// Returns all pages in HTML, with their paths relative to the folder of the site.
    pub fn pages(&self) -> Result<Vec<Artifact>, SiteError> {
        let mut all = Vec::new();
        pages::all(&self.facts()?, &mut |page| {
            all.push(page);
            Ok::<_, SiteError>(())
        })?;
        Ok(all)
    }

    /// Writes the site into a folder.
    ///
    /// The new site replaces the previous one when it is complete: after an error, the previous
    /// one is still there. A folder is replaced only if it is empty or a site in which nothing was
    /// added or changed, according to the list of files `.errcat-site` in it. If another process
    /// writes the same site, this one waits. `report` is called with each step.
    pub fn write(&self, folder: &Path, report: &mut dyn FnMut(&str)) -> Result<Written, SiteError> {
        let facts = self.facts()?;
        let staging = Staging::next_to(folder, report)?;
        report("writing the pages");
        let site = staging.site();
        let mut count = 0;
        pages::all(&facts, &mut |page| {
            count += 1;
            disk::write(&site, &[page])
        })?;
        let assets = html::assets().chain(pages::assets(&facts)).chain(explain::assets(&facts)?);
        let assets = assets.chain(search::assets(&facts));
        disk::write(&site, &assets.collect::<Vec<_>>())?;
        disk::complete(&site)?;
        Ok(Written { pages: count, folder: staging.swap()? })
    }

    fn facts(&self) -> Result<SiteFacts<'a>, SiteError> {
        Ok(SiteFacts::new(self.set, self.crate_name)?)
    }
}

/// The result of writing a site.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The number of pages.
    pub pages: usize,
    /// The folder of the site, without links and `..` in its path.
    pub folder: PathBuf,
}
