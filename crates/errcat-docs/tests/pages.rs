//! The pages of the shipped catalogs in Markdown.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

use errcat_docs::Site;
use errcat_model::{Sources, load};

fn page(path: &str) -> String {
    let set = load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap();
    let pages = Site::new(&set).in_crate("domain_errors").pages().unwrap();
    let page = pages.into_iter().find(|page| page.path == std::path::Path::new(path));
    page.unwrap_or_else(|| panic!("there is no page {path}")).text
}

#[test]
fn a_group_page_reads_well() {
    insta::assert_snapshot!(page("catalogs/domains/groups/quota-payment.md"));
}

#[test]
fn the_start_page_reads_well() {
    insta::assert_snapshot!(page("index.md"));
}

#[test]
fn a_code_with_several_cases_reads_well() {
    let text = page("catalogs/wix/groups/connected-domains.md");
    let end = text.find(" {#wix-invalid-domain}").unwrap();
    let start = text[..end].rfind("\n## ").unwrap() + 1;
    let end = start + text[start + 3..].find("\n## ").unwrap();
    insta::assert_snapshot!(&text[start..=end + 2]);
}

#[test]
fn the_path_in_rust_of_an_own_catalog_begins_with_its_module() {
    let set = load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap();
    let pages = Site::new(&set).pages().unwrap();
    let holds = |text: &str| pages.iter().any(|page| page.text.contains(text));
    assert!(holds("`wapi::Code::DomainRegistered`"));
    assert!(!holds("domain_errors::"));
}
