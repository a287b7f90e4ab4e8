//! The short addresses: which page `#wapi-3201` stands on.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use errcat_model::artifact::Artifact;

use super::catalog::quoted;
use crate::site::Facts;

/// As many addresses are loaded to find one.
const ADDRESSES_A_FILE: usize = 500;

/// Files that the script of the site loads one of: which one follows from the address.
pub(super) fn assets(facts: &Facts<'_>) -> Vec<Artifact> {
    let addresses = addresses(facts);
    let count = count_files(addresses.len());
    let mut files: Vec<BTreeMap<&str, Vec<&str>>> = vec![BTreeMap::new(); count];
    for (address, page) in &addresses {
        let number = hash(address) as usize % count;
        if let Some(file) = files.get_mut(number) {
            file.entry(page).or_default().push(address);
        }
    }
    let files = files.iter().enumerate().map(|(number, pages)| Artifact {
        path: format!("addresses/{number}.js").into(),
        text: file(pages),
    });
    files.collect()
}

/// How many files the addresses of a site are in.
pub(crate) fn count_address_files(facts: &Facts<'_>) -> usize {
    count_files(addresses(facts).len())
}

fn count_files(addresses: usize) -> usize {
    addresses.div_ceil(ADDRESSES_A_FILE).max(1)
}

fn file(pages: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut text = "errcatAddresses({\n".to_owned();
    for (page, addresses) in pages {
        let page = page.strip_suffix(".md").unwrap_or(page);
        let _ = writeln!(
            text,
            "{}: {},",
            quoted(&format!("{page}.html")),
            quoted(&addresses.join(" "))
        );
    }
    text.push_str("});\n");
    text
}

/// Every code, and every case of a code with several.
fn addresses<'f>(facts: &'f Facts<'_>) -> BTreeMap<String, &'f str> {
    let mut addresses = BTreeMap::new();
    for catalog in &facts.set.catalogs {
        for (code, case) in catalog.cases() {
            let page = facts.places.page_of(catalog, code);
            addresses.insert(catalog.anchor_of_code(code).to_string(), page);
            addresses.insert(catalog.anchor_of_case(code, case).to_string(), page);
            let earlier = catalog.earlier_anchors(code, case);
            addresses.extend(earlier.map(|anchor| (anchor.to_string(), page)));
        }
    }
    addresses
}

/// FNV-1a, which the script knows too.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
