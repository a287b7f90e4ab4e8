//! Catalog text is text on every page.

use crate::{HOSTILE, OURS, Written};

/// Texts of the hostile catalog, each with a page that shows it.
const TEXTS: [(&str, &str); 9] = [
    ("index.html", "<script>window.hacked = 1</script> {{#include ../secret}} & \"Co\""),
    (
        "catalogs/hostile/index.html",
        "{{title}} {{{content}}} <b>code</b> &amp; <!-- comment --> ]]> ' \" --- | table |",
    ),
    ("catalogs/hostile/index.html", "# Manual <svg onload=window.hacked=1>"),
    ("catalogs/hostile/index.html", "</td></table><script>window.hacked = 1</script>"),
    ("catalogs/hostile/groups/codes.html", "<h1>Group</h1> {{group}} `a` | b"),
    (
        "catalogs/hostile/groups/codes.html",
        "{{#each codes}} `x` *y* _z_ [a](b) | \\ ~s~ &lt; 'q' Markup",
    ),
    (
        "catalogs/hostile/groups/codes.html",
        "There is no domain <b>of</b> this {{name}} & </textarea> \" ' [x](javascript:window.hacked=1).",
    ),
    ("catalogs/hostile/operations.html", "\"><img src=x onerror=window.hacked=1>"),
    (
        "coverage.html",
        "<script>window.hacked = 1</script> {{#include ../secret}} & \"Co\" into Domains Service",
    ),
];

#[test]
fn is_shown_as_written() {
    let site = &*HOSTILE;
    for (page, text) in TEXTS {
        let shown = site.document(page).text;
        assert!(shown.contains(text), "{text:?} is not on {page}");
    }
}

#[test]
fn makes_no_element_and_no_attribute() {
    let site = &*HOSTILE;
    let count = |site: &Written, path: &str| site.document(path).named("script").count();
    for (path, document) in site.documents() {
        for element in &document.elements {
            let handlers = element.attributes.keys().filter(|name| name.starts_with("on"));
            assert_eq!(handlers.collect::<Vec<_>>(), Vec::<&String>::new(), "{path}: {element:?}");
            let links = ["href", "src"].iter().filter_map(|name| element.get(name));
            for link in links.map(str::to_lowercase) {
                let is_script = link.starts_with("javascript:") || link.starts_with("data:");
                assert!(!is_script, "{path}: {element:?}");
            }
        }
        // All pages load the same scripts.
        let expected = match path.as_str() {
            "toc.html" => 0,
            "explain.html" | "print.html" => count(&OURS, &path),
            _ => count(&OURS, "meanings.html"),
        };
        assert_eq!(document.named("script").count(), expected, "{path}");
        assert_eq!(document.errors, Vec::<String>::new(), "{path}");
    }
}

#[test]
fn makes_no_markup_in_the_scripts_of_the_site() {
    let site = &*HOSTILE;
    let table_of_contents = site.text("toc.js");
    assert!(!table_of_contents.contains("<script>window"), "a title is markup");
    for path in crate::files(&site.folder) {
        if path.starts_with("addresses/") || path.starts_with("rows/") || path == "searchindex.js" {
            assert!(!site.text(&path).contains('<'), "{path}");
        }
    }
}
