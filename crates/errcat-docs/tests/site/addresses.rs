//! The short address of every code and case.

use std::collections::BTreeMap;

use errcat_model::CatalogSet;

use crate::document::Document;
use crate::{MANY, OURS, Written, catalogs, many};

#[test]
fn of_our_catalogs_lead_to_their_codes() {
    check(&OURS, &catalogs());
}

#[test]
fn of_a_catalog_in_parts_lead_to_their_codes() {
    check(&MANY, &many());
}

fn check(site: &Written, set: &CatalogSet) {
    let pages = pages_by_address(site);
    let mut documents: BTreeMap<&str, Document> = BTreeMap::new();
    for catalog in &set.catalogs {
        for (code, case) in catalog.cases() {
            let anchors = [catalog.anchor_of_code(code), catalog.anchor_of_case(code, case)];
            for address in anchors.map(|anchor| anchor.to_string()) {
                let page =
                    pages.get(&address).unwrap_or_else(|| panic!("#{address} leads nowhere"));
                let document = documents.entry(page).or_insert_with(|| site.document(page));
                assert!(document.has_id(&address), "#{address} is not on {page}");
            }
        }
    }
}

/// Returns the page of each address, as the script of the site reads them.
fn pages_by_address(site: &Written) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let text = site.text("assets/codes.js");
    for line in text.lines().filter(|line| line.starts_with('[')) {
        let entry: (String, String, String, String, String) =
            serde_json::from_str(line.trim_end_matches(',')).unwrap();
        let (_, page, _, _, addresses) = entry;
        for address in addresses.split(' ') {
            let old = pages.insert(address.to_owned(), page.clone());
            assert_eq!(old, None, "{address} is there twice");
        }
    }
    pages
}
