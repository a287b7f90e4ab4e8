//! The texts of a hostile catalog are text everywhere, never markup.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// Returns the paths of the pages that show the hostile catalog.
fn pages(site: &Site) -> Vec<String> {
    let mut paths = Vec::new();
    collect(site.folder(), site.folder(), &mut paths);
    let is_of_it = |path: &&String| {
        let of_others = ["domains/", "wapi/", "wix/"];
        !of_others.iter().any(|other| path.starts_with(other))
            && (!path.starts_with("meanings/") || path.contains("domain"))
            && (!path.starts_with("translations/") || path.contains("hostile"))
    };
    paths.iter().filter(is_of_it).cloned().collect()
}

fn collect(root: &Path, folder: &Path, paths: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, paths);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            paths.push(path.strip_prefix(root).unwrap().to_string_lossy().into_owned());
        }
    }
    paths.sort();
}

/// Finds what is only there if a text of a catalog has become markup.
const MARKUP: &str = "Array.from(document.querySelectorAll(`
        [onerror], [onload], [onclick], main script:not([src]), main img, main svg,
        main iframe, b b, main i:not(p > i), body > h1, [href^='javascript:' i]
    `), (one) => one.outerHTML.slice(0, 200))";

#[test]
fn no_page_contains_markup_of_a_catalog() {
    let site = Site::hostile();
    let page = Page::of_site(site.folder());
    let pages = pages(site);
    assert!(pages.len() > 20, "{pages:?}");
    let mut seen = BTreeSet::new();
    for path in &pages {
        page.open(path);
        let found = page.value(MARKUP);
        assert_eq!(found, json!([]), "{path}");
        assert!(page.value("window.hacked").is_null(), "{path}");
        let text = page.text("document.body.textContent");
        for piece in [
            "<script>window.hacked = 1</script>",
            "{{#include ../secret}}",
            "{{#each codes}} `x` *y* _z_ [a](b) | \\ ~s~ &lt; 'q'",
            "<img src=x onerror=window.hacked=1>",
            "**bold** [link](javascript:window.hacked=1)",
            "{{{content}}}",
            "<h1>Group</h1>",
            "</main></body></html>",
        ] {
            if text.contains(piece) {
                seen.insert(piece);
            }
        }
        page.is_clean();
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}

#[test]
fn search_shows_text_as_text() {
    let page = Site::hostile().open("index.html");
    page.press("/");
    page.wait_until("document.activeElement.id === 'search' && errcat.find");
    page.type_text("ClosedScript");
    page.wait_until("document.querySelector('.results a')");
    let results = page.text("document.querySelector('.results').innerText");
    assert!(results.contains("<script"), "{results}");
    let made = page.value(
        "Array.from(document.querySelectorAll('.results :is(script, img)'), (one) => one.outerHTML)",
    );
    assert_eq!(made, json!([]));
    assert!(page.value("window.hacked").is_null());
    page.is_clean();
}
