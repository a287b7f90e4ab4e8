//! From Markdown to HTML, by mdBook.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_model::artifact::{Artifact, write_all};
use mdbook_driver::MDBook;
use mdbook_driver::config::{
    BuildConfig, Config, Fold, HtmlConfig, Print, Search, SearchChapterSettings,
};

use crate::folder::{MARK, told};
use crate::search;
use crate::site::{Facts, SiteError};

/// All codes on one page to print are too many beyond this.
const MOST_PRINTED: usize = 2000;

/// What replaces parts of mdBook's theme: no fonts and no highlighting, which nothing here needs
/// and every page would load.
const THEME: [(&str, &str); 2] = [
    ("theme/fonts/fonts.css", include_str!("assets/fonts.css")),
    ("theme/highlight.js", include_str!("assets/highlight.js")),
];

const STYLES: [(&str, &str); 1] = [("site.css", include_str!("assets/site.css"))];

const SCRIPTS: [(&str, &str); 3] = [
    ("addresses.js", include_str!("assets/addresses.js")),
    ("filter.js", include_str!("assets/filter.js")),
    ("reading.js", include_str!("assets/reading.js")),
];

/// Renders a book into a folder, and returns the folder of the site within.
pub(crate) fn render(
    facts: &Facts<'_>,
    folder: &Path,
    pages: &[Artifact],
    assets: &[Artifact],
) -> Result<PathBuf, SiteError> {
    write(&folder.join("src"), pages)?;
    let fixed = THEME.iter().chain(&STYLES).chain(&SCRIPTS);
    let fixed: Vec<Artifact> = fixed
        .map(|(path, text)| Artifact { path: path.into(), text: (*text).to_owned() })
        .chain([head(facts)])
        .collect();
    write(folder, &fixed)?;
    build(facts, folder).map_err(|error| SiteError::Book(format!("{error:#}")))?;

    let site = folder.join("site");
    write(&site, assets)?;
    write(&site, &[search::index(facts)])?;
    let mark = "A site that `errcat docs` wrote, and replaces when it writes again.\n";
    write(&site, &[Artifact { path: MARK.into(), text: mark.to_owned() }])?;
    let markdown = site.join("markdown");
    fs::rename(folder.join("src"), &markdown).map_err(|error| told(&markdown, error))?;
    Ok(site)
}

fn write(folder: &Path, artifacts: &[Artifact]) -> Result<(), SiteError> {
    write_all(folder, artifacts).map(|_| ()).map_err(|(path, error)| told(&path, error))
}

/// What the scripts must know of the site before they load anything.
fn head(facts: &Facts<'_>) -> Artifact {
    let count = crate::pages::count_address_files(facts);
    let text = format!("<meta name=\"errcat-address-files\" content=\"{count}\">\n");
    Artifact { path: "theme/head.hbs".into(), text }
}

fn build(facts: &Facts<'_>, folder: &Path) -> Result<(), mdbook_driver::errors::Error> {
    let mut config = Config::default();
    config.book.title = Some("Error codes".to_owned());
    config.book.description =
        Some("What each provider answers, and what to do about it".to_owned());
    // No preprocessor: what looks like an instruction in catalog text is text.
    let mut build = BuildConfig::default();
    build.build_dir = "site".into();
    build.create_missing = false;
    build.use_default_preprocessors = false;
    config.build = build;
    config.set("output.html", html(facts))?;
    MDBook::load_with_config(folder, config)?.build()
}

fn html(facts: &Facts<'_>) -> HtmlConfig {
    let paths = |files: &[(&str, &str)]| files.iter().map(|(path, _)| path.into()).collect();
    let mut html = HtmlConfig::default();
    html.preferred_dark_theme = Some("navy".to_owned());
    // Texts of providers are verbatim.
    html.smart_punctuation = false;
    html.definition_lists = false;
    html.admonitions = false;
    html.additional_css = paths(&STYLES);
    html.additional_js = paths(&SCRIPTS);
    html.no_section_label = true;
    html.input_404 = Some(String::new());
    html.fold = Fold::default();
    html.fold.enable = true;
    html.print = Print::default();
    html.print.enable = facts.count_codes() <= MOST_PRINTED;
    html.search = Some(no_index());
    // Names that stay the same, so that our index can take the place of mdBook's.
    html.hash_files = false;
    html
}

/// The search of mdBook without its index: nothing of any page is in it, for ours takes its place.
fn no_index() -> Search {
    let mut search = Search::default();
    let mut off = SearchChapterSettings::default();
    off.enable = Some(false);
    // Every path lies below this one.
    search.chapter = HashMap::from([(String::new(), off)]);
    search
}
