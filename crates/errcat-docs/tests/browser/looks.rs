//! How pages look: light and dark, on a desktop, on a phone and on paper.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// A page of each kind.
const PAGES: [&str; 16] = [
    "index.html",
    "wapi/3204.html",
    "wapi/2006.html",
    "wix/invalid-domain.html",
    "wapi/index.html",
    "wix/index.html",
    "domains/groups/quota-payment.html",
    "wix/operations.html",
    "wix/operations/create-connected-domain.html",
    "meanings.html",
    "meanings/domain.already-registered.html",
    "explain.html",
    "translations.html",
    "translations/wapi/domains.html",
    "statuses.html",
    "glossary.html",
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
fn no_page_scrolls_sideways() {
    let page = Page::of_site(Site::shipped().folder());
    let mut found = Vec::new();
    for path in PAGES {
        page.open(path);
        if path == "explain.html" {
            explained(&page);
        }
        for width in [360, 768, 1280, 1920] {
            page.resize(width, 844);
            let (content, window) = (
                page.number("document.documentElement.scrollWidth"),
                page.number("document.documentElement.clientWidth"),
            );
            // What sticks out of a box that hides it cannot be read.
            let cut = page.text(
                "Array.from(document.querySelectorAll('main :is(p, dd, dt, li, h1, h2, td:not(.codes td:nth-child(3)))'))
                    .filter((one) => one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
                    .map((one) => one.outerHTML.slice(0, 120)).join('\\n')",
            );
            if content > window || !cut.is_empty() {
                found.push(format!("{path} at {width} is {content} wide\n{cut}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    page.is_clean();
}

#[test]
fn a_finger_hits_everything() {
    let page = Page::of_site(Site::shipped().folder());
    page.resize(390, 844);
    for path in PAGES {
        page.open(path);
        if path == "explain.html" {
            explained(&page);
        }
        // Links within sentences are exempt, as in WCAG.
        let small = page.text(
            "Array.from(document.querySelectorAll('button, select, textarea, input, summary, nav a, td:first-child > a, .groups a'))
                .filter((one) => one.offsetParent !== null)
                .map((one) => [one.closest('.groups li') ?? one, one])
                .filter(([box]) => { const { width, height } = box.getBoundingClientRect(); return width < 44 || height < 44; })
                .map(([, one]) => one.outerHTML.slice(0, 120)).join('\\n')",
        );
        assert_eq!(small, "", "{path}");
    }
    page.is_clean();
}

#[test]
fn an_answer_is_shown_on_a_phone() {
    let page = Page::of_site(Site::shipped().folder());
    page.resize(360, 640);
    page.open("explain.html");
    explained(&page);
    page.wait_until("document.activeElement.id === 'explain-answer'");
    page.wait_until(
        "(({ top }) => top >= 0 && top < innerHeight / 2)(document.querySelector('.explain-result').getBoundingClientRect())",
    );
    page.is_clean();
}

#[test]
fn a_theme_is_chosen_and_kept() {
    let page = Page::of_site(Site::shipped().folder());
    let background = || page.text("getComputedStyle(document.body).backgroundColor");
    page.prefer("light");
    page.open("index.html");
    let light = background();
    page.prefer("dark");
    let dark = background();
    assert_ne!(dark, light);
    page.value("document.querySelector('.theme').click()");
    assert_eq!(page.text("document.querySelector('.theme').ariaLabel"), "Theme: light");
    assert_eq!(background(), light);
    // It stays on another page, and after a reload.
    page.open("wix/index.html");
    assert_eq!(background(), light);
    page.value("document.querySelector('.theme').click()");
    page.prefer("light");
    page.reload();
    assert_eq!(background(), dark);
    page.value("document.querySelector('.theme').click()");
    assert_eq!(background(), light);
    page.is_clean();
}

#[test]
fn a_page_is_printed_without_what_surrounds_it() {
    let page = Site::shipped().open("wapi/3204.html");
    assert!(page.print().starts_with("JVBERi0"));
    page.print_media();
    let shown = page.text("document.body.innerText");
    for text in ["Tell the customer", "What to do", "Answer your client with"] {
        assert!(shown.contains(text), "{text} is not printed");
    }
    for text in ["Copy", "Explain", "Glossary"] {
        assert!(!shown.contains(text), "{text} is printed");
    }
    assert!(page.number("document.querySelector('.facts').offsetWidth") > 400.0);
    // A sheet is as narrow as a tablet, but has no cards.
    page.resize(794, 1123);
    page.open("wapi/index.html");
    assert_eq!(page.text("getComputedStyle(document.querySelector('td')).display"), "table-cell");
    page.is_clean();
}

#[test]
fn the_keyboard_reaches_the_text_first() {
    let page = Site::shipped().open("index.html");
    page.press("Tab");
    let first = page.text("document.activeElement.outerHTML");
    assert!(first.contains("Skip to the text"), "{first}");
    page.press("Enter");
    page.wait_until("document.activeElement.tagName === 'MAIN' || location.hash === '#main'");
    for landmark in ["main", "nav[aria-label]", "header", "footer", "html[lang]"] {
        assert!(
            page.number(&format!("document.querySelectorAll('{landmark}').length")) > 0.0,
            "{landmark}"
        );
    }
    page.is_clean();
}
