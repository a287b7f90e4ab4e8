//! The short address of every code and case.

use std::collections::BTreeMap;

use errcat_model::CatalogSet;

use crate::document::Document;
use crate::{MANY, OURS, Written, catalogs, files, many};

#[test]
fn of_our_catalogs_lead_to_their_codes() {
    check(&OURS, &catalogs(), 1);
}

#[test]
fn of_a_catalog_in_parts_lead_to_their_codes() {
    check(&MANY, &many(), 3);
}

fn check(site: &Written, set: &CatalogSet, files_of_addresses: usize) {
    let pages = pages_by_address(site);
    let mut documents: BTreeMap<&str, Document> = BTreeMap::new();
    for catalog in &set.catalogs {
        for (code, case) in catalog.cases() {
            let anchors = [catalog.anchor_of_code(code), catalog.anchor_of_case(code, case)];
            for address in anchors.map(|anchor| anchor.to_string()) {
                let page =
                    &pages.get(&address).unwrap_or_else(|| panic!("#{address} leads nowhere")).0;
                let document = documents.entry(page).or_insert_with(|| site.document(page));
                assert!(document.has_id(&address), "#{address} is not on {page}");
            }
        }
    }
    let start = site.document("index.html");
    let meta = start.named("meta").find(|one| one.get("name") == Some("errcat-address-files"));
    assert_eq!(meta.unwrap().get("content"), Some(files_of_addresses.to_string().as_str()));
    // The script looks in one file only.
    for (address, (_, file)) in &pages {
        assert_eq!(*file, hash(address) as usize % files_of_addresses, "{address}");
    }
}

/// Returns the page and the file of each address, as the script of the site reads them.
fn pages_by_address(site: &Written) -> BTreeMap<String, (String, usize)> {
    let mut pages = BTreeMap::new();
    for path in files(&site.folder).iter().filter(|path| path.starts_with("addresses/")) {
        let name = path.trim_start_matches("addresses/").trim_end_matches(".js");
        let number: usize = name.parse().unwrap();
        let text = site.text(path);
        for line in text.lines().filter(|line| line.starts_with('"')) {
            let (page, addresses) = line.trim_end_matches(',').split_once(": ").unwrap();
            let page: String = serde_json::from_str(page).unwrap();
            let addresses: String = serde_json::from_str(addresses).unwrap();
            for address in addresses.split(' ') {
                let old = pages.insert(address.to_owned(), (page.clone(), number));
                assert_eq!(old, None, "{address} is there twice");
            }
        }
    }
    pages
}

fn hash(text: &str) -> u32 {
    text.bytes().fold(2_166_136_261, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619))
}
