//! Writes the reference site of our catalogs, and of catalogs larger than any that exist.
//!
//! With a folder as its argument it writes the large site there and stops, for a look at it in a
//! browser.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot be made should stop"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use errcat_bench::{fastest, ratio, value};
use errcat_docs::Site;
use errcat_model::{CatalogSet, Sources, load};

const ENTRIES: usize = 20_000;

const INDEX: &str = "assets/search-index.js";

const HUB: &str = domain_errors_catalog::HUB;

const PROVIDER: &str = "
id: big
title: Big
about: A catalog that is larger than anyone would write.
domain: big.example
code-type: integer
sources: [{ id: list, title: The list }]
envelopes:
  - id: error
    format: json
    about: The body of an error.
    slots: { code: [/error/code], message: [/error/text] }
";

/// The words of the texts: no two texts are alike, and words repeat.
const WORDS: [&str; 16] = [
    "account",
    "address",
    "balance",
    "certificate",
    "contact",
    "domain",
    "holder",
    "invoice",
    "nameserver",
    "order",
    "owner",
    "record",
    "registry",
    "request",
    "transfer",
    "zone",
];

fn word(number: usize) -> &'static str {
    WORDS.get(number % WORDS.len()).unwrap()
}

/// Makes up codes in groups of a thousand, with guidance as long as ours.
fn large(entries: usize) -> CatalogSet {
    let mut files = vec![
        ("meanings.yaml".to_owned(), HUB.to_owned()),
        ("big/provider.yaml".to_owned(), PROVIDER.to_owned()),
    ];
    for group in 0..entries / 1000 {
        let (first, last) = (group * 1000, group * 1000 + 999);
        let mut text = format!(
            "group: {{ title: Codes of {first}, about: Some of them., source: list, range: {first}-{last} }}\ncodes:\n"
        );
        for code in first..=last {
            let (one, two) = (word(code), word(code / 16));
            write!(
                text,
                "  - code: {code}\n    name: {one}{two}{code}\n    \
                 message: \"Invalid {one} – the {two} number {code} is wrong\"\n    \
                 kind-of: request.parameter-invalid\n    guidance:\n      \
                 cause: >-\n        The provider did not take the {one} that has the number {code},\n        \
                 because the {two} is not in the form that the provider asks for.\n      action: >-\n        \
                 Look up the form of {one} {code} in the manual of the provider, correct the\n        \
                 {two}, and send the request again in that form.\n"
            )
            .unwrap();
        }
        files.push((format!("big/g{group}.yaml"), text));
    }
    load(&Sources::from_texts(files)).unwrap()
}

fn ours() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

fn write(set: &CatalogSet, folder: &Path) {
    Site::new(set).write(folder, &mut |_| {}).unwrap();
}

/// Returns the kilobytes of a page with everything that it loads.
fn weight(folder: &Path, page: &str) -> f64 {
    let text = fs::read_to_string(folder.join(page)).unwrap();
    let loaded = text
        .split(['"', '\''])
        .filter(|name| [".js", ".css", ".png", ".svg"].iter().any(|end| name.ends_with(end)));
    let bytes: u64 = loaded.map(|name| fs::metadata(folder.join(name)).unwrap().len()).sum();
    (bytes + text.len() as u64) as f64 / 1e3
}

/// Returns the kilobytes of a file.
fn kilobytes(folder: &Path, path: &str) -> f64 {
    fs::metadata(folder.join(path)).unwrap().len() as f64 / 1e3
}

/// Returns the kilobytes of the largest page of a code.
fn largest(folder: &Path, catalog: &str) -> f64 {
    let files = fs::read_dir(folder.join(catalog)).unwrap().map(|entry| entry.unwrap());
    let is_code = |entry: &fs::DirEntry| {
        let is_table = entry.file_name().to_string_lossy().starts_with("index");
        !is_table && entry.file_type().unwrap().is_file()
    };
    let pages = files.filter(is_code);
    pages.map(|entry| entry.metadata().unwrap().len()).max().unwrap() as f64 / 1e3
}

fn main() {
    let argument = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    if let Some(folder) = argument {
        Site::new(&large(ENTRIES)).write(Path::new(&folder), &mut |_| {}).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let ours = ours();
    let [seconds] = fastest(5, [&|| write(&ours, folder)]);
    value("the site of our catalogs", seconds, " s", 3.0);
    value("its start page with all that it loads", weight(folder, "index.html"), " kB", 120.0);
    value("its largest page of a WAPI code", largest(folder, "wapi"), " kB", 60.0);
    value("its search index", kilobytes(folder, INDEX) / 1e3, " MB", 1.0);

    let (half, whole) = (large(ENTRIES / 2), large(ENTRIES));
    let works: [&dyn Fn(); 2] = [&|| write(&half, folder), &|| write(&whole, folder)];
    let [half, whole] = fastest(3, works);
    value("the site of 20,000 codes, with a page for each", whole, " s", 10.0);
    ratio("20,000 codes / 10,000 codes (linear is 2)", (whole, half), " s", 2.3);
    value("the start page of 20,000 codes", weight(folder, "index.html"), " kB", 120.0);
    value("the largest page of a code of 20,000", largest(folder, "big"), " kB", 60.0);
    value("the search index of 20,000 codes", kilobytes(folder, INDEX) / 1e3, " MB", 30.0);
}
