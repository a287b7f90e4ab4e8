//! The short addresses: which page has `#wapi-3201`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use errcat_model::artifact::Artifact;

use crate::facts::SiteFacts;
use crate::html::asset;
use crate::script::literal;

/// Returns the file with the addresses of each page, which the script of the site loads to find one:
/// a line for each code, with its catalog, its page, its code and its addresses.
pub(super) fn asset_of(facts: &SiteFacts<'_>) -> Artifact {
    let mut text = "errcatAddresses([\n".to_owned();
    for catalog in &facts.set.catalogs {
        for code in &catalog.codes {
            let mut addresses = BTreeSet::new();
            for case in &code.cases {
                addresses.insert(catalog.anchor_of_case(code, case).to_string());
                addresses.extend(catalog.earlier_anchors(code, case).map(|one| one.to_string()));
            }
            let own = catalog.anchor_of_code(code).to_string();
            addresses.remove(&own);
            let addresses = std::iter::once(own).chain(addresses).collect::<Vec<_>>().join(" ");
            let page = facts.places.page_of(catalog, code);
            let entry = (&catalog.id, page, &code.code, &code.name, addresses);
            let _ = writeln!(text, "{},", literal(&entry));
        }
    }
    text.push_str("]);\n");
    asset("codes.js", text)
}
