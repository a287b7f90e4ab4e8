//! The short addresses: which page has `#wapi-3201`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use errcat_model::artifact::Artifact;

use crate::facts::SiteFacts;
use crate::facts::places::to_html;
use crate::script::literal;

/// Returns the file with the addresses of each page, which the script of the site loads to find one.
pub(super) fn asset(facts: &SiteFacts<'_>) -> Artifact {
    let mut pages: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for catalog in &facts.set.catalogs {
        for (code, case) in catalog.cases() {
            let addresses = pages.entry(facts.places.page_of(catalog, code)).or_default();
            let own = [catalog.anchor_of_code(code), catalog.anchor_of_case(code, case)];
            let all = own.into_iter().chain(catalog.earlier_anchors(code, case));
            addresses.extend(all.map(|anchor| anchor.to_string()));
        }
    }
    let mut text = "errcatAddresses({\n".to_owned();
    for (page, addresses) in pages {
        let addresses = addresses.into_iter().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{}: {},", literal(&to_html(page)), literal(&addresses));
    }
    text.push_str("});\n");
    Artifact { path: "addresses/pages.js".into(), text }
}
