//! From pages and assets to a folder, which replaces the previous one when it is complete.

mod folder;
mod manifest;
mod workplace;

use std::path::Path;

use errcat_model::artifact::{Artifact, write_all};

pub(crate) use folder::Staging;
pub(crate) use manifest::write as complete;

use crate::error::SiteError;

/// The folder of the site in that of the work.
const SITE: &str = "site";

/// Writes files into a folder.
pub(crate) fn write(folder: &Path, artifacts: &[Artifact]) -> Result<(), SiteError> {
    write_all(folder, artifacts).map(|_| ()).map_err(|(path, error)| SiteError::disk(&path, error))
}
