//! What translations add to generating many catalogs.
//!
//! `cargo xtask bench pairs` runs it.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark stops where it cannot measure, and prints what it measured"
)]

use std::fmt::Write as _;
use std::time::Instant;

use errcat_build::emit;
use errcat_model::{CatalogSet, Sources, load};

const CATALOGS: usize = 20;
const TURNS: usize = 5;

/// Meanings that the catalogs share: the first codes are them, the others are kinds of them.
const MEANINGS: [&str; 10] = [
    "auth.permission-denied",
    "domain.not-found",
    "domain.unavailable",
    "limit.quota",
    "provider.internal",
    "provider.unavailable",
    "request.invalid",
    "request.parameter-missing",
    "resource.not-found",
    "state",
];

fn main() {
    let small = seconds(500);
    let large = seconds(1_000);
    let pairs = CATALOGS * (CATALOGS - 1);
    println!(
        "{CATALOGS} catalogs of 1,000 codes: {:.2} s each for itself, {:.2} s with {pairs} pairs",
        large.0, large.1
    );
    row("with translations / without", large.1 / large.0, 2.0);
    row("1,000 codes / 500 codes (linear is 2)", large.1 / small.1, 2.2);
}

/// What it takes to generate catalogs apart, and together with all translations.
fn seconds(codes: usize) -> (f64, f64) {
    let apart: Vec<CatalogSet> = (0..CATALOGS).map(|id| set(id..id + 1, codes)).collect();
    let together = set(0..CATALOGS, codes);
    // In turns, so that a busy machine is busy for both.
    let turns = (0..TURNS)
        .map(|_| (time(|| apart.iter().for_each(generate)), time(|| generate(&together))));
    turns.fold((f64::MAX, f64::MAX), |least, turn| (least.0.min(turn.0), least.1.min(turn.1)))
}

fn generate(set: &CatalogSet) {
    std::hint::black_box(emit(set).expect("the catalogs can be generated"));
}

fn time(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

fn set(ids: std::ops::Range<usize>, codes: usize) -> CatalogSet {
    let files = ids.flat_map(|id| files(&format!("catalog{id}"), codes));
    let sources = Sources::from_texts(files);
    let sources = sources.with_fallback_hub("meanings.yaml", domain_errors_catalog::HUB);
    load(&sources).expect("the catalogs are clean")
}

fn files(id: &str, codes: usize) -> [(String, String); 2] {
    let provider = format!(
        "id: {id}\ntitle: {id}\nabout: It is a benchmark.\ndomain: {id}.example\n\
         code-type: integer\nsources: [{{ id: s, title: S }}]\n"
    );
    let mut group = "group: { title: All, about: All of them., source: s }\ncodes:\n".to_owned();
    for (code, meaning) in (0..codes).zip(MEANINGS.iter().cycle()) {
        let relation = if code < MEANINGS.len() { "is" } else { "kind-of" };
        write!(
            group,
            "- code: {code}\n  name: Code{code}\n  message: It is {code} of {id}\n  \
             {relation}: {meaning}\n  guidance:\n    \
             cause: The request was not right in the {id} way of {code} as the manual has it.\n    \
             action: Mend what {code} of {id} is about, then send it again to the same place.\n",
        )
        .expect("a text takes texts");
    }
    [(format!("{id}/provider.yaml"), provider), (format!("{id}/all.yaml"), group)]
}

fn row(what: &str, value: f64, most: f64) {
    let verdict = if value <= most { "met" } else { "NOT MET" };
    println!("{what:<62} {value:>8.2}  goal {most:.2}  {verdict}");
}
