//! Catalog text is text on every page.

use crate::HOSTILE;

/// The page of the first code of the hostile catalog.
const CODE: &str = "hostile/script-script-window-hacked-1-script.html";

/// Texts of the hostile catalog, each with a page that shows it.
const TEXTS: [(&str, &str); 10] = [
    ("index.html", "<script>window.hacked = 1</script> {{#include ../secret}} & \"Co\""),
    (
        "hostile/index.html",
        "{{title}} {{{content}}} <b>code</b> &amp; <!-- comment --> ]]> ' \" --- | table |",
    ),
    ("hostile/index.html", "# Manual <svg onload=window.hacked=1>"),
    ("hostile/index.html", "</td></table><script>window.hacked = 1</script>"),
    ("hostile/groups/codes.html", "<h1>Group</h1> {{group}} `a` | b"),
    ("hostile/groups/codes.html", "{{#each codes}} `x` *y* _z_ [a](b) | \\ ~s~ &lt; 'q'"),
    (CODE, "</script><script>window.hacked = 1</script> Closed script"),
    (
        CODE,
        "There is no domain <b>of</b> this {{name}} & </textarea> \" ' [x](javascript:window.hacked=1).",
    ),
    ("hostile/operations.html", "\"><img src=x onerror=window.hacked=1>"),
    (
        "translations.html",
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
        // Each kind of page loads the same scripts, one of them in the page.
        let expected = match path.as_str() {
            "explain.html" => 3,
            _ if document.has_class("filtered") => 3,
            _ => 2,
        };
        assert_eq!(document.named("script").count(), expected, "{path}");
        assert_eq!(document.errors, Vec::<String>::new(), "{path}");
    }
}

#[test]
fn makes_no_markup_in_the_scripts_of_the_site() {
    let site = &*HOSTILE;
    for name in ["codes.js", "explain-hostile.js", "search-index.js"] {
        let text = site.text(&format!("assets/{name}"));
        assert!(!text.contains('<'), "{name}");
    }
}
