#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod book;
mod explain;
mod folder;
mod markdown;
mod pages;
mod places;
mod search;
mod site;

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

pub use site::{Site, SiteError, Written};

/// All pages in Markdown, with paths relative to the folder that they are written to.
///
/// # Errors
///
/// If the set breaks a law, which no set does that was loaded.
pub fn pages(set: &CatalogSet) -> Result<Vec<Artifact>, SiteError> {
    Site::of(set).pages()
}
