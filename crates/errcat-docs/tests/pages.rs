//! The pages of the shipped catalogs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::collections::{HashMap, HashSet};

use errcat_model::artifact::Artifact;
use errcat_model::{Sources, load};

fn pages() -> Vec<Artifact> {
    let sources = Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
    errcat_docs::pages(&load(&sources).unwrap())
}

fn page(path: &str) -> String {
    let page = pages().into_iter().find(|page| page.path == std::path::Path::new(path));
    page.unwrap_or_else(|| panic!("there is no page {path}")).text
}

#[test]
fn a_group_page_reads_well() {
    insta::assert_snapshot!(page("domains/quota-payment.md"));
}

#[test]
fn the_start_page_reads_well() {
    insta::assert_snapshot!(page("index.md"));
}

#[test]
fn a_code_with_several_cases_reads_well() {
    let text = page("wix/connected-domains.md");
    let start = text.find("## <a id=\"wix-invalid-domain\">").unwrap();
    let end = start + text[start + 3..].find("\n## ").unwrap();
    insta::assert_snapshot!(&text[start..end]);
}

#[test]
fn every_link_between_pages_leads_to_an_anchor() {
    let pages = pages();
    let anchors: HashMap<String, HashSet<String>> = pages
        .iter()
        .map(|page| {
            let found =
                page.text.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next());
            (page.path.to_string_lossy().into_owned(), found.map(str::to_owned).collect())
        })
        .collect();
    let mut dead = Vec::new();
    let mut links = 0;
    for page in &pages {
        let folder = page.path.parent().unwrap();
        for target in page.text.split("](<").skip(1).filter_map(|rest| rest.split(">)").next()) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            links += 1;
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = match file {
                "" => page.path.to_string_lossy().into_owned(),
                file => match file.strip_prefix("../") {
                    Some(file) => file.to_owned(),
                    None => folder.join(file).to_string_lossy().into_owned(),
                },
            };
            let found = anchors
                .get(&path)
                .is_some_and(|anchors| anchor.is_empty() || anchors.contains(anchor));
            if !found {
                dead.push(format!("{}: {target}", page.path.display()));
            }
        }
    }
    assert!(links > 500, "only {links} links were looked at");
    assert!(dead.is_empty(), "{dead:#?}");
}
