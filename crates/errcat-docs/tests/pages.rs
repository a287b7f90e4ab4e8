//! The pages of the shipped catalogs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

use errcat_docs::Site;
use errcat_model::{Sources, load};

/// Returns the main part of a page, with a line for each element with text.
fn main_of(path: &str) -> String {
    let set = load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap();
    let pages = Site::new(&set).in_crate("domain_errors").pages().unwrap();
    let page = pages.into_iter().find(|page| page.path == std::path::Path::new(path));
    let html = page.unwrap_or_else(|| panic!("there is no page {path}")).text;
    let (head, rest) = html.split_once("<main").unwrap();
    let (main, _) = rest.split_once("</main>").unwrap();
    let title = head.split_inclusive("</title>").next().unwrap();
    let (_, title) = title.split_once("<title>").unwrap();
    let inline = ["a ", "b>", "code", "span", "wbr", "/", "i>", "q>", "kbd"];
    let mut lines = format!("<title>{title}\n<main");
    for piece in main.split_inclusive('>').flat_map(|piece| piece.split_inclusive('<')) {
        let is_block = !inline.iter().any(|name| piece.starts_with(name));
        if is_block && piece.ends_with('>') && lines.ends_with('<') {
            lines.insert(lines.len() - 1, '\n');
        }
        lines.push_str(piece);
    }
    lines
}

#[test]
fn a_code_reads_well() {
    insta::assert_snapshot!(main_of("wapi/3204.html"));
}

#[test]
fn a_code_with_several_cases_reads_well() {
    insta::assert_snapshot!(main_of("wix/invalid-domain.html"));
}

#[test]
fn the_start_page_reads_well() {
    insta::assert_snapshot!(main_of("index.html"));
}

#[test]
fn the_path_in_rust_of_an_own_catalog_begins_with_its_module() {
    let set = load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap();
    let pages = Site::new(&set).pages().unwrap();
    let holds = |text: &str| pages.iter().any(|page| page.text.contains(text));
    assert!(holds("<code>wapi::Code::DomainRegistered</code>"));
    assert!(!holds("domain_errors::"));
}

#[test]
fn a_table_says_what_the_provider_sends_where_it_is_known() {
    assert!(!main_of("domains/index.html").contains(">unknown<"));
    assert!(main_of("wix/index.html").contains(">unknown<"));
}

#[test]
fn several_codes_that_are_as_close_are_not_called_none() {
    let page = main_of("wix/not-found.html");
    let (_, tied) = page.split_once("None of these is better than the others").unwrap();
    assert!(tied.contains("relation close"), "{tied}");
}
