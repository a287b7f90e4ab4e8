//! Generating many catalogs with all their translations, against each of them alone.
#![allow(
    missing_docs,
    clippy::expect_used,
    reason = "a measurement that cannot be made should stop"
)]

use errcat_bench::catalogs::{Kind, files};
use errcat_bench::{fastest, ratio};
use errcat_build::emit;
use errcat_model::{CatalogSet, Sources, load};

const CATALOGS: usize = 20;

fn main() {
    let alone: Vec<CatalogSet> = (0..CATALOGS).map(|id| set(id..id + 1, 1_000)).collect();
    let (small, large) = (set(0..CATALOGS, 500), set(0..CATALOGS, 1_000));
    let works: [&dyn Fn(); 3] =
        [&|| alone.iter().for_each(generate), &|| generate(&small), &|| generate(&large)];
    let [alone, small, large] = fastest(5, works);
    ratio("20 catalogs of 1,000 codes, with 380 pairs / without", (large, alone), " s", 2.0);
    ratio("1,000 codes / 500 codes (linear is 2)", (large, small), " s", 2.2);
}

fn generate(set: &CatalogSet) {
    std::hint::black_box(emit(set).expect("the catalogs can be generated"));
}

fn set(ids: std::ops::Range<usize>, codes: usize) -> CatalogSet {
    let codes = Kind::Numbers.codes(codes);
    let files = ids.flat_map(|id| files(&format!("catalog{id}"), Kind::Numbers, &codes));
    let sources = Sources::from_texts(files);
    let sources = sources.with_fallback_hub("meanings.yaml", domain_errors_catalog::HUB);
    load(&sources).expect("the catalogs are clean")
}
