//! From pages in Markdown to a folder of HTML, by mdBook.

mod folder;
mod manifest;
mod workplace;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use errcat_model::CatalogSet;
use errcat_model::artifact::{Artifact, write_all};
use mdbook_driver::MDBook;
use mdbook_driver::config::{BuildConfig, Config, HtmlConfig, Search, SearchChapterSettings};

pub(crate) use folder::Staging;

use crate::error::SiteError;

/// The folder of the site in that of the book.
const SITE: &str = "site";

/// With more codes, the page with everything to print would be too large.
const MAX_PRINTED: usize = 2000;

/// Replaces parts of mdBook's theme: fonts and highlighting, which every page would load.
const THEME: [(&str, &str); 2] = [
    ("theme/fonts/fonts.css", include_str!("assets/fonts.css")),
    ("theme/highlight.js", include_str!("assets/highlight.js")),
];

const STYLE: (&str, &str) = ("site.css", include_str!("assets/site.css"));

const SCRIPTS: [(&str, &str); 4] = [
    ("addresses.js", include_str!("assets/addresses.js")),
    ("filter.js", include_str!("assets/filter.js")),
    ("reading.js", include_str!("assets/reading.js")),
    ("tell.js", include_str!("assets/tell.js")),
];

/// Renders pages into the folder of a book.
pub(crate) fn render(
    set: &CatalogSet,
    folder: &Path,
    pages: &[Artifact],
    assets: &[Artifact],
) -> Result<(), SiteError> {
    let source = folder.join("src");
    write(&source, pages)?;
    let fixed = THEME.into_iter().chain([STYLE]).chain(SCRIPTS);
    let fixed = fixed.map(|(path, text)| Artifact { path: path.into(), text: text.to_owned() });
    write(folder, &fixed.collect::<Vec<_>>())?;
    build(set, folder).map_err(|error| SiteError::Book(format!("{error:#}")))?;

    let site = folder.join(SITE);
    write(&site, assets)?;
    let markdown = site.join("markdown");
    fs::rename(source, &markdown).map_err(|error| SiteError::disk(&markdown, error))?;
    manifest::write(&site)
}

fn write(folder: &Path, artifacts: &[Artifact]) -> Result<(), SiteError> {
    write_all(folder, artifacts).map(|_| ()).map_err(|(path, error)| SiteError::disk(&path, error))
}

fn build(set: &CatalogSet, folder: &Path) -> Result<(), mdbook_driver::errors::Error> {
    let mut config = Config::default();
    config.book.title = Some("Error codes".to_owned());
    config.book.description = Some("What each provider sends, and what to do about it".to_owned());
    // No preprocessor: what looks like an instruction in catalog text is text.
    let mut build = BuildConfig::default();
    build.build_dir = SITE.into();
    build.create_missing = false;
    build.use_default_preprocessors = false;
    config.build = build;
    config.set("output.html", html(set))?;
    MDBook::load_with_config(folder, config)?.build()
}

fn html(set: &CatalogSet) -> HtmlConfig {
    let mut html = HtmlConfig::default();
    html.preferred_dark_theme = Some("navy".to_owned());
    // Texts of providers are verbatim.
    html.smart_punctuation = false;
    html.definition_lists = false;
    html.admonitions = false;
    html.additional_css = vec![STYLE.0.into()];
    html.additional_js = SCRIPTS.iter().map(|(path, _)| path.into()).collect();
    html.no_section_label = true;
    html.input_404 = Some(String::new());
    html.fold.enable = true;
    let codes = set.catalogs.iter().map(|catalog| catalog.codes.len());
    html.print.enable = codes.sum::<usize>() <= MAX_PRINTED;
    html.search = Some(without_pages());
    // Stable names, so that our index can replace mdBook's.
    html.hash_files = false;
    html
}

/// Turns on mdBook's search with an empty index, which ours replaces.
fn without_pages() -> Search {
    let mut search = Search::default();
    let mut off = SearchChapterSettings::default();
    off.enable = Some(false);
    // Every path is below this one.
    search.chapter = HashMap::from([(String::new(), off)]);
    search
}
