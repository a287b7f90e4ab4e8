//! How pages look: in light and dark, on a desk and on a phone, and on paper.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// A page of each kind.
const PAGES: [&str; 6] = [
    "index.html",
    "catalogs/wapi/index.html",
    "catalogs/domains/groups/quota-payment.html",
    "concepts/domain.already-registered.html",
    "explain.html",
    "translate/wapi/wix.html",
];

const SCREENS: [(&str, u32, u32); 2] = [("desk", 1280, 900), ("phone", 390, 844)];

/// Shows an answer, so that it is looked at too.
fn explained(page: &Page) {
    let body = json!(r#"{"response":{"code":3201,"result":"Domain is already registered"}}"#);
    page.value(&format!("document.getElementById('explain-body').value = {body}"));
    page.value("document.querySelector('#explain-form [type=submit]').click()");
    page.wait_until("document.querySelector('.explain-result')");
}

/// What axe-core says is wrong with a page, by the rules of WCAG 2 up to AA.
fn violations(page: &Page) -> String {
    let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/axe/axe.min.js");
    page.value(&std::fs::read_to_string(axe).unwrap());
    page.text(
        "axe.run({ preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(({ violations }) =>
            violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) =>
                `${id}: ${help}\\n${html}\\n${failureSummary}`)).join('\\n\\n'))",
    )
}

#[test]
fn every_page_can_be_read_by_everybody() {
    let page = Page::of_site(Site::shipped().folder());
    let mut found = Vec::new();
    for (screen, width, height) in SCREENS {
        for scheme in ["light", "dark"] {
            page.resize(width, height);
            page.prefer(scheme);
            for path in PAGES {
                page.open(path);
                if path == "explain.html" {
                    explained(&page);
                }
                let name = path.trim_end_matches(".html").replace('/', "-");
                page.picture(&format!("{name}-{screen}-{scheme}"));
                let told = violations(&page);
                if !told.is_empty() {
                    found.push(format!("{path}, {screen}, {scheme}\n{told}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    page.is_clean();
}
