//! The README is true: its catalog passes the check, and its diagnostic is the real one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it cannot go on")]

use std::fs;

use errcat_model::render::{Style, human};
use errcat_model::{Sources, check, load};
use errcat_tests::catalog_dir;

fn readme() -> String {
    fs::read_to_string(catalog_dir().join("../README.md")).unwrap()
}

/// Returns the fenced blocks of a language, in order.
fn blocks(language: &str) -> Vec<String> {
    let text = readme();
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1).filter_map(|rest| rest.split("```").next());
    blocks.map(str::to_owned).collect()
}

fn own_catalog(codes: &str) -> Sources {
    let [provider, _] = blocks("yaml").try_into().expect("two YAML files");
    Sources::from_texts([("acme/provider.yaml", provider), ("acme/domains.yaml", codes.to_owned())])
        .with_fallback_hub("meanings.yaml", domain_errors_catalog::HUB)
}

#[test]
fn the_example_catalog_passes_the_check() {
    let codes = blocks("yaml").remove(1);
    let set = check(&own_catalog(&codes)).expect("the catalog in the README is clean");
    assert_eq!(set.catalogs.len(), 1);
    let said = format!("{} meanings; no findings", set.meanings.len());
    assert!(readme().contains(&said), "the README does not say `{said}`");
}

#[test]
fn the_example_diagnostic_is_real() {
    let codes = blocks("yaml").remove(1);
    let sources = own_catalog(&codes.replace("    message:", "    mesage:"));
    let findings = load(&sources).expect_err("there is a typing error");
    let printed = human(&findings, &sources, Style::default());
    let shown = blocks("text").remove(0);
    assert!(printed.starts_with(shown.trim_end()), "{printed}");
}

#[test]
fn the_changelog_and_the_readme_of_the_catalogs_count_correctly() {
    let set = errcat_tests::embedded();
    let codes = |id| set.catalog(id).unwrap().codes.len();
    let (wapi, wix, domains) = (codes("wapi"), codes("wix"), codes("domains"));
    let changelog = format!(
        "WAPI ({wapi} codes), Wix ({wix} codes) and the Domains Service ({domains} codes), with \
         guidance for every failure and a hub of {} meanings",
        set.meanings.len()
    );
    let readme = format!("{wapi} WAPI codes, {wix} Wix codes and {domains} codes of the Domains");
    for (path, said) in [("../CHANGELOG.md", changelog), ("README.md", readme)] {
        let text = fs::read_to_string(catalog_dir().join(path)).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&said), "catalog/{path} does not say `{said}`");
    }
}
