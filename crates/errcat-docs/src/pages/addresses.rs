//! The short addresses: which page has `#wapi-3201`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use errcat_model::artifact::Artifact;

use crate::facts::SiteFacts;
use crate::facts::places::to_html;
use crate::script::literal;

/// How many addresses are loaded to find one.
const ADDRESSES_PER_FILE: usize = 500;

/// Returns the files with all addresses. The script of the site computes from an address which file
/// to load.
pub(super) fn assets(facts: &SiteFacts<'_>) -> Vec<Artifact> {
    let addresses = addresses(facts);
    let count = addresses.len().div_ceil(ADDRESSES_PER_FILE).max(1);
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

fn file(pages: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut text = "errcatAddresses({\n".to_owned();
    for (page, addresses) in pages {
        let _ = writeln!(text, "{}: {},", literal(&to_html(page)), literal(&addresses.join(" ")));
    }
    text.push_str("});\n");
    text
}

/// Returns the page of every code and case, by address.
fn addresses<'f>(facts: &'f SiteFacts<'_>) -> BTreeMap<String, &'f str> {
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

/// Computes FNV-1a, as the script does.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
