//! Bodies by the checked catalogs, which must say the same as generated code.
#![no_main]

use std::sync::LazyLock;

use domain_errors::{Input, wapi};
use errcat_model::{CatalogSet, Sources};
use libfuzzer_sys::fuzz_target;

static SET: LazyLock<CatalogSet> = LazyLock::new(|| {
    let files = domain_errors_catalog::FILES.iter().copied();
    errcat_model::load(&Sources::from_texts(files)).expect("the shipped catalogs hold the laws")
});

fuzz_target!(|body: &[u8]| {
    let input = Input::new(body);
    for catalog in &SET.catalogs {
        let decoded = errcat_model::decode::decode(&SET, catalog, &input)
            .expect("the shipped catalogs hold the laws");
        if catalog.id == "wapi" {
            let typed = wapi::decode(&input);
            assert_eq!(decoded.known, typed.code().is_some());
            assert_eq!(decoded.message, typed.message().unwrap_or_default());
        }
    }
});
