//! Breaking changes since the last release are announced; `tests/baseline` holds its catalogs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot get what it needs should stop there"
)]

use std::fs;
use std::path::PathBuf;

use errcat_model::diff::Diff;
use errcat_model::export::import;
use errcat_model::{CatalogSet, Sources};
use errcat_tests::release::{
    Version, baseline_dir, is_breaking_step, unannounced, version, workspace_version,
};
use errcat_tests::{catalog_dir, checked, embedded};

fn root_file(name: &str) -> String {
    fs::read_to_string(catalog_dir().join("..").join(name)).unwrap()
}

/// Returns the catalogs of the last release, its version and its file.
fn baseline() -> (CatalogSet, Version, PathBuf) {
    let files = fs::read_dir(baseline_dir()).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.collect();
    let [file] = files.as_slice() else {
        panic!("tests/baseline holds {} files: run `cargo xtask baseline`", files.len());
    };
    let name = file.file_stem().unwrap().to_str().unwrap();
    let version = version(name).unwrap_or_else(|| panic!("`{name}` is not a version"));
    let set = import(&fs::read_to_string(file).unwrap());
    (set.unwrap_or_else(|error| panic!("{}: {error}", file.display())), version, file.clone())
}

#[test]
fn breaking_changes_since_the_last_release_are_announced() {
    let (old, from, file) = baseline();
    let to = workspace_version(&root_file("Cargo.toml")).unwrap();
    let missing =
        unannounced(&Diff::new(&old, &embedded()).unwrap(), from, to, &root_file("CHANGELOG.md"));
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(
        missing.is_empty(),
        "the catalogs have unannounced breaking changes:\n- {}\n\
         Revert them, or announce them: `cargo run -p errcat-cli -- diff tests/baseline/{name} \
         catalog --format markdown` writes the section for CHANGELOG.md, below `## Unreleased`.",
        missing.join("\n- ")
    );
}

/// Returns what a change to the shipped catalogs would still have to announce.
fn missing(from: &str, to: &str, version_now: Version, changelog: &str) -> Vec<String> {
    let texts =
        domain_errors_catalog::FILES.iter().map(|(path, text)| (*path, text.replace(from, to)));
    let new = checked(&Sources::from_texts(texts));
    unannounced(&Diff::new(&embedded(), &new).unwrap(), [0, 1, 0], version_now, changelog)
}

#[test]
fn a_rename_needs_a_version_and_an_entry() {
    let rename = ["name: DomainInQuarantine", "name: DomainQuarantined"];
    let [old, new] = rename;
    let said = missing(old, new, [0, 1, 1], "# Changelog\n\n## Unreleased\n\n### Added\n");
    let version = "the version in Cargo.toml must be 0.2.0 or later";
    let entry = "CHANGELOG.md does not list `wapi:3204`: \
                 `Code::DomainInQuarantine` is `Code::DomainQuarantined` now";
    assert_eq!(said, [version, entry]);
    let announced =
        "# Changelog\n\n## Unreleased\n\n### Breaking changes\n\n- `wapi:3204`: renamed.\n";
    assert_eq!(missing(old, new, [0, 1, 1], announced), [version]);
    assert_eq!(missing(old, new, [0, 2, 0], announced), [""; 0]);
    // An entry under another heading or another version does not count.
    let added = announced.replace("Breaking changes", "Added");
    assert_eq!(missing(old, new, [0, 2, 0], &added), [entry]);
    let released = announced.replace("## Unreleased\n", "## Unreleased\n\n## 0.1.0\n");
    assert_eq!(missing(old, new, [0, 2, 0], &released), [entry]);
}

#[test]
fn a_compatible_change_needs_no_announcement() {
    assert_eq!(missing("title: Wix", "title: The Wix", [0, 1, 0], ""), [""; 0]);
}

#[test]
fn breaking_steps_follow_cargo() {
    for (from, to, is_breaking) in [
        ([0, 1, 0], [0, 1, 9], false),
        ([0, 1, 0], [0, 2, 0], true),
        ([0, 1, 0], [1, 0, 0], true),
        ([1, 4, 2], [1, 5, 0], false),
        ([1, 4, 2], [2, 0, 0], true),
        ([1, 4, 2], [0, 9, 0], false),
    ] {
        assert_eq!(is_breaking_step(from, to), is_breaking, "{from:?} to {to:?}");
    }
}
