#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod catalog;
mod code;
mod explain;
mod hub;
mod markdown;

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

use crate::markdown::Page;

/// All pages, with paths relative to the folder that they are written to.
pub fn pages(set: &CatalogSet) -> Vec<Artifact> {
    let mut pages = vec![start(set), hub::page(set), explain::page(set)];
    pages.extend(explain::assets(set));
    for catalog in &set.catalogs {
        pages.push(catalog::page(catalog));
        pages.extend(catalog.groups.iter().map(|group| code::group_page(set, catalog, group)));
    }
    pages
}

fn start(set: &CatalogSet) -> Artifact {
    let mut page = Page::new("Error codes");
    page.paragraph(
        "What each provider answers when something goes wrong, and what to do about it.",
    );
    page.table_head(&["Catalog", "Provider", "Codes"]);
    for catalog in &set.catalogs {
        page.row(&[
            markdown::link(&catalog.id, &format!("{}/index.md", catalog.id)),
            markdown::escape(&catalog.title),
            catalog.codes.len().to_string(),
        ]);
    }
    page.line(&format!(
        "The [hub](concepts.md) lists the meanings that the codes share; `errcat explain {}` prints \
         one code in a terminal.",
        example(set)
    ));
    page.into_artifact("index.md")
}

/// A reference to show how one is written.
fn example(set: &CatalogSet) -> String {
    let catalog = set.catalogs.first();
    let code = catalog.and_then(|catalog| catalog.codes.first());
    match (catalog, code) {
        (Some(catalog), Some(code)) => format!("{}:{}", catalog.id, code.code),
        _ => "CATALOG:CODE".to_owned(),
    }
}
