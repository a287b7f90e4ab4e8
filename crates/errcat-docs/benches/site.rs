//! Writes the reference site of our catalogs, and of catalogs larger than any that exist.
//!
//! `cargo xtask bench site` runs it. With a folder as its argument it writes the large site there
//! and stops, for a look at it in a browser.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark stops where it cannot measure, and prints what it measured"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use errcat_docs::Site;
use errcat_model::{CatalogSet, Sources, load};

const ENTRIES: usize = 20_000;

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

/// The words of texts, so that no two texts are the same and words repeat.
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

/// Makes codes in groups of a thousand, with guidance as long as ours.
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
                 Look up the form of {one} {code} in the manual of the provider, fix the\n        \
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

/// Measures the seconds that a site takes: the minimum of some runs, since a busy machine only adds.
fn seconds(set: &CatalogSet, folder: &Path, runs: usize) -> f64 {
    let time = |_| {
        let start = Instant::now();
        Site::new(set).write(folder, &mut |_| {}).unwrap();
        start.elapsed().as_secs_f64()
    };
    (0..runs).map(time).fold(f64::INFINITY, f64::min)
}

/// Returns the kilobytes of a page with everything that it loads.
fn weight(folder: &Path, page: &str) -> f64 {
    let text = fs::read_to_string(folder.join(page)).unwrap();
    let loaded = text.split(['"', '\'']).filter(|name| {
        [".js", ".css", ".png", ".svg"].iter().any(|end| name.ends_with(end))
            && !name.contains("searchindex")
    });
    let bytes: u64 = loaded.map(|name| fs::metadata(folder.join(name)).unwrap().len()).sum();
    (bytes + text.len() as u64) as f64 / 1e3
}

fn megabytes(folder: &Path, start: &str) -> f64 {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let found = files.filter(|entry| entry.file_name().to_string_lossy().starts_with(start));
    found.map(|entry| entry.metadata().unwrap().len()).sum::<u64>() as f64 / 1e6
}

fn row(what: &str, value: f64, goal: f64, unit: &str) {
    let verdict = if value <= goal { "met" } else { "NOT MET" };
    println!("{what:<62} {value:>8.2}{unit}  goal {goal:.2}{unit}  {verdict}");
}

fn main() {
    let argument = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    if let Some(folder) = argument {
        Site::new(&large(ENTRIES)).write(Path::new(&folder), &mut |_| {}).unwrap();
        return;
    }
    let folder = std::env::temp_dir().join(format!("errcat-bench-site-{}", std::process::id()));
    row("the site of our catalogs", seconds(&ours(), &folder, 5), 3.0, " s");
    row("its start page with all that it loads", weight(&folder, "index.html"), 300.0, " kB");
    row("its search index", megabytes(&folder, "searchindex"), 2.0, " MB");

    let half = seconds(&large(ENTRIES / 2), &folder, 2);
    let whole = seconds(&large(ENTRIES), &folder, 2);
    println!("{ENTRIES} codes: {whole:.1} s");
    row("20,000 codes / 10,000 codes (linear is 2)", whole / half, 2.3, "");
    row("the start page of 20,000 codes", weight(&folder, "index.html"), 300.0, " kB");
    row("the search index of 20,000 codes", megabytes(&folder, "searchindex"), 30.0, " MB");
    fs::remove_dir_all(&folder).unwrap();
}
