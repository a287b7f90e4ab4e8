//! Pages as providers write them, and the catalogs made from them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

mod drift;
mod facts;
mod hostile;
mod pieces;
mod reading;
mod scaffold;
mod skeletons;

use errcat_import::{Import, Options};
use errcat_model::render::{Style, human};
use errcat_model::{Catalog, CatalogSet, Sources, load};

/// A page of the folder `pages`.
macro_rules! page {
    ($name:literal) => {
        include_str!(concat!("../pages/", $name))
    };
}
use page;

#[track_caller]
fn import(text: &str) -> Import {
    Import::new(text, &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// The built-in catalogs.
fn built_in() -> CatalogSet {
    checked(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied()))
}

#[track_caller]
fn checked(sources: &Sources) -> CatalogSet {
    load(sources)
        .unwrap_or_else(|findings| panic!("{}", human(&findings, sources, Style::default())))
}

/// The three roots of every hub.
const HUB: &str = "meanings:
  - { id: success, title: S, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
  - { id: notification, title: N, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
  - { id: failure, title: F, tell: { en: It is so. }, http: 500, grpc: UNKNOWN, retry: never, actor: operator }
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
";

#[track_caller]
fn filled(import: &Import) -> Catalog {
    filled_set(import).catalogs[0].clone()
}

/// Replaces each mark with the simplest value that passes the check.
#[track_caller]
fn filled_set(import: &Import) -> CatalogSet {
    let mut number = 0;
    let files = import.files("acme", None).into_iter().map(|file| {
        let outcome = file.text.lines().find_map(|line| line.strip_prefix("  outcome: "));
        let meaning = outcome.unwrap_or("failure").to_owned();
        let lines = file.text.lines().map(|line| {
            number += 1;
            let guidance = format!(
                "guidance: {{ cause: This is what number {number} is about., action: Do what helps with \
                 number {number} now. }}\nINDENTfacts-why: The page says so."
            );
            let indent = " ".repeat(line.len() - line.trim_start().len());
            line.replace("is: TODO", &format!("kind-of: {meaning}"))
                .replace("guidance: TODO", &guidance.replace("INDENT", &indent))
                .replace(": TODO", ": Something")
        });
        let lines: Vec<String> = lines.collect();
        (format!("acme/{}", file.path.display()), lines.join("\n"))
    });
    let files: Vec<(String, String)> = files.collect();
    let hub = ("meanings.yaml".to_owned(), HUB.to_owned());
    checked(&Sources::from_texts(files.into_iter().chain([hub])))
}
