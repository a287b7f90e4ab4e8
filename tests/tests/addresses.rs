//! The addresses in the generated crate point to entries of the reference site.
#![allow(clippy::expect_used, reason = "a test stops where it cannot go on")]

use domain_errors::{CatalogCode, DocsUrl, domains, wapi, wix};
use errcat_model::CatalogSet;
use errcat_tests::embedded;

#[test]
fn generated_addresses_exist_on_the_site() {
    let set = embedded();
    let pages = errcat_docs::Site::new(&set).pages().unwrap();
    let html: String = pages.iter().map(|page| page.text.as_str()).collect();
    compare::<domains::Code>(&set, "domains", &html);
    compare::<wapi::Code>(&set, "wapi", &html);
    compare::<wix::Code>(&set, "wix", &html);
}

/// Compares the addresses of all codes and cases with those of the catalog and the pages.
fn compare<C: CatalogCode>(set: &CatalogSet, id: &str, html: &str) {
    let catalog = set.catalog(id).expect("it is embedded");
    let base = catalog.docs.as_deref().expect("our catalogs have pages");
    for code in C::ALL {
        let listed = catalog.code(code.as_str()).expect("the crate is generated from it");
        let anchor = catalog.anchor_of_code(listed).to_string();
        assert_eq!(address(code.docs()), format!("{base}#{anchor}"));
        assert!(html.contains(&format!(" id=\"{anchor}\"")), "{anchor} has no entry");
        for (case, listed_case) in code.cases().zip(&listed.cases) {
            assert_eq!(case.name(), listed_case.name);
            let anchor = catalog.anchor_of_case(listed, listed_case).to_string();
            assert_eq!(address(case.docs()), format!("{base}#{anchor}"));
            assert!(html.contains(&format!(" id=\"{anchor}\"")), "{anchor} has no entry");
        }
    }
}

fn address(docs: Option<DocsUrl>) -> String {
    docs.expect("our catalogs have pages").to_string()
}
