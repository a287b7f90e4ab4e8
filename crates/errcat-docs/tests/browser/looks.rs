//! How pages look: light and dark, on a desktop, on a phone and on paper.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// A page of each kind.
const PAGES: [&str; 7] = [
    "index.html",
    "catalogs/domains/index.html",
    "catalogs/domains/groups/quota-payment.html",
    "meanings/domain.already-registered.html",
    "explain.html",
    "translate/domains/wapi.html",
    "coverage.html",
];

const SCREENS: [(&str, u32, u32); 2] = [("desk", 1280, 900), ("phone", 390, 844)];

/// Shows an answer, so that it is checked too.
fn explained(page: &Page) {
    let body = json!(r#"{"response":{"code":3201,"result":"Domain is already registered"}}"#);
    page.value(&format!("document.getElementById('explain-body').value = {body}"));
    page.value("document.querySelector('#explain-form [type=submit]').click()");
    page.wait_until("document.querySelector('.explain-result')");
}

/// Returns the problems that axe-core finds, by the rules of WCAG 2 up to AA.
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
fn every_page_is_accessible() {
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
                let violations = violations(&page);
                if !violations.is_empty() {
                    found.push(format!("{path}, {screen}, {scheme}\n{violations}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    page.is_clean();
}

#[test]
fn a_phone_never_scrolls_sideways() {
    let page = Page::of_site(Site::shipped().folder());
    page.resize(390, 844);
    for path in PAGES.iter().chain(&["catalogs/wapi/index.html", "statuses.html"]) {
        page.open(path);
        let (content, window) =
            (page.number("document.documentElement.scrollWidth"), page.number("innerWidth"));
        assert!(content <= window, "{path} is {content} wide");
    }
    page.is_clean();
}

#[test]
fn a_theme_is_chosen_and_kept() {
    let page = Page::of_site(Site::shipped().folder());
    let background = || page.text("getComputedStyle(document.documentElement).backgroundColor");
    let is_dark = || page.value("document.documentElement.matches('.coal, .navy, .ayu')") == true;
    page.prefer("light");
    page.open("index.html");
    let light = background();
    assert!(!is_dark());
    page.prefer("dark");
    page.wait_until("document.documentElement.matches('.coal, .navy, .ayu')");
    assert_ne!(background(), light);
    page.prefer("light");
    page.wait_until("!document.documentElement.matches('.coal, .navy, .ayu')");
    page.value("document.getElementById('mdbook-theme-toggle').click()");
    page.value("document.getElementById('mdbook-theme-coal').click()");
    let coal = background();
    assert_ne!(coal, light);
    // It stays on another page, and after a reload.
    page.open("catalogs/wix/index.html");
    assert_eq!(background(), coal);
    page.reload();
    assert_eq!(background(), coal);
    page.is_clean();
}

#[test]
fn a_page_can_be_printed() {
    let page = Site::shipped().open("catalogs/domains/groups/quota-payment.html");
    let pdf = page.print();
    assert!(pdf.starts_with("JVBERi0") && pdf.len() > 10_000, "{} letters", pdf.len());
    page.open("print.html");
    let codes = page.number("document.querySelectorAll('main h2').length");
    assert!(codes > 300.0, "{codes}");
    page.is_clean();
}

#[test]
fn the_keyboard_reaches_the_text_first() {
    let page = Site::shipped().open("index.html");
    page.press("Tab");
    let first = page.text("document.activeElement.outerHTML");
    assert!(first.contains("Skip to the text"), "{first}");
    page.press("Enter");
    assert_eq!(page.text("document.activeElement.tagName"), "MAIN");
    for landmark in ["main", "nav[aria-label]", "html[lang]"] {
        assert!(
            page.number(&format!("document.querySelectorAll('{landmark}').length")) > 0.0,
            "{landmark}"
        );
    }
    page.is_clean();
}
