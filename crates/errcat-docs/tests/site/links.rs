//! Every link of every page, without a network.

use std::collections::{BTreeSet, HashMap};

use errcat_model::CatalogSet;

use crate::document::Document;
use crate::{HOSTILE, MANY, OURS, Written, catalogs, many, with_hostile};

#[test]
fn of_our_catalogs_lead_somewhere() {
    let count = check(&OURS, &catalogs());
    assert!(count > 8_000, "only {count} links");
}

#[test]
fn of_a_catalog_full_of_markup_lead_somewhere() {
    check(&HOSTILE, &with_hostile());
}

#[test]
fn of_a_catalog_in_parts_lead_somewhere() {
    check(&MANY, &many());
}

/// Follows all links, and returns their number.
fn check(site: &Written, set: &CatalogSet) -> usize {
    let documents = site.documents();
    let by_path: HashMap<&str, &Document> =
        documents.iter().map(|(path, document)| (path.as_str(), document)).collect();
    let sources = documented(set);
    let mut dead = Vec::new();
    let mut count = 0;
    for (path, document) in &documents {
        for element in &document.elements {
            for attribute in ["href", "src"] {
                let Some(target) = element.get(attribute) else {
                    continue;
                };
                count += 1;
                let is_good = if is_outside(target) {
                    element.name == "a" && sources.contains(&decoded(target))
                } else {
                    leads_somewhere(site, &by_path, path, target)
                };
                if !is_good {
                    dead.push(format!("{path}: {} {target}", element.name));
                }
            }
        }
    }
    dead.truncate(20);
    assert!(dead.is_empty(), "{dead:#?}");
    count
}

fn is_outside(target: &str) -> bool {
    let scheme = target.split(['/', '#', '?']).next().unwrap_or_default();
    scheme.contains(':') || target.starts_with("//")
}

fn leads_somewhere(
    site: &Written,
    by_path: &HashMap<&str, &Document>,
    page: &str,
    target: &str,
) -> bool {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let path = joined(page, path);
    if !path.ends_with(".html") {
        return fragment.is_empty() && site.folder.join(&path).is_file();
    }
    let Some(document) = by_path.get(path.as_str()) else {
        return false;
    };
    match fragment.strip_prefix('!') {
        // The state of a filter.
        Some(_) => document.has_class("filtered"),
        None => fragment.is_empty() || document.has_id(&decoded(fragment)),
    }
}

/// Returns the path of a link within the site.
fn joined(page: &str, target: &str) -> String {
    if target.is_empty() {
        return page.to_owned();
    }
    let mut names: Vec<&str> = page.split('/').collect();
    names.pop();
    for name in target.split('/') {
        match name {
            "." => {}
            ".." => assert!(names.pop().is_some(), "{page}: {target} leaves the site"),
            name => names.push(name),
        }
    }
    names.join("/")
}

/// Returns the addresses that the catalogs name.
fn documented(set: &CatalogSet) -> BTreeSet<String> {
    let mut urls = BTreeSet::new();
    for catalog in &set.catalogs {
        urls.extend(catalog.sources.iter().filter_map(|source| source.url.clone()));
        urls.extend(catalog.operations.iter().filter_map(|operation| operation.url.clone()));
        let guidance = catalog.cases().filter_map(|(_, case)| case.guidance.as_ref());
        urls.extend(guidance.flat_map(|guidance| &guidance.links).map(|link| link.url.clone()));
    }
    urls.iter().map(|url| decoded(url)).collect()
}

/// Removes the escapes of a URL.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let digits = others.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &others[2..];
            }
            _ => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let site = &*OURS;
    for path in crate::files(&site.folder).iter().filter(|path| path.ends_with(".css")) {
        let text = site.text(path);
        let loads =
            text.contains("@import") || text.contains("url(http") || text.contains("url(//");
        assert!(!loads, "{path}");
    }
}
