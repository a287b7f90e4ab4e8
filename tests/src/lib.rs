//! Helpers for the end-to-end tests of this workspace: the embedded catalogs, their JSON export as
//! a script reads it, and tables of facts.
#![forbid(unsafe_code)]
#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a test that cannot get what it needs should stop there, with the reason"
)]

pub mod release;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use errcat_model::export::Export;
use errcat_model::render::{Style, human};
use errcat_model::{CatalogSet, Sources, load};
use serde_json::Value;

/// Returns the folder `catalog` of this workspace.
pub fn catalog_dir() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog"))
}

/// Returns the checked catalogs of some sources. Findings stop the test and are printed.
pub fn checked(sources: &Sources) -> CatalogSet {
    load(sources).unwrap_or_else(|findings| {
        panic!("{}", human(&findings, sources, Style::default()));
    })
}

/// Returns the embedded catalogs.
pub fn embedded() -> CatalogSet {
    checked(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied()))
}

/// Returns the export of the embedded catalogs, written to JSON and read back.
pub fn export() -> Value {
    let set = embedded();
    let json = serde_json::to_string(&Export::new(&set).expect("the laws hold"))
        .expect("an export serializes");
    serde_json::from_str(&json).expect("an export is JSON")
}

/// Returns the catalog with an id.
pub fn catalog<'a>(export: &'a Value, id: &str) -> &'a Value {
    list(export, "catalogs")
        .iter()
        .find(|catalog| text(catalog, "id") == id)
        .unwrap_or_else(|| panic!("the export has no catalog `{id}`"))
}

/// Returns all cases of a catalog, each with its code.
pub fn cases(catalog: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    list(catalog, "codes")
        .iter()
        .flat_map(|code| list(code, "cases").iter().map(move |case| (code, case)))
}

/// Returns the title of the group of a code.
pub fn group_title<'a>(catalog: &'a Value, code: &Value) -> &'a str {
    let id = text(code, "group");
    let group = list(catalog, "groups").iter().find(|group| text(group, "id") == id);
    text(group.unwrap_or_else(|| panic!("there is no group `{id}`")), "title")
}

/// Returns a member that is a text.
pub fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    let found = value.get(member).and_then(Value::as_str);
    found.unwrap_or_else(|| panic!("`{member}` is not a text in {value:#}"))
}

/// Returns a member that is a number, as text.
pub fn number(value: &Value, member: &str) -> String {
    let found = value.get(member).and_then(Value::as_u64);
    let number = found.unwrap_or_else(|| panic!("`{member}` is not a number in {value:#}"));
    number.to_string()
}

/// Returns a member that is a list.
pub fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    let found = value.get(member).and_then(Value::as_array);
    found.unwrap_or_else(|| panic!("`{member}` is not a list in {value:#}"))
}

/// Returns a member that is a list of texts.
pub fn texts<'a>(value: &'a Value, member: &str) -> Vec<&'a str> {
    let items = list(value, member).iter().map(|item| {
        item.as_str().unwrap_or_else(|| panic!("`{member}` holds {item}, which is not a text"))
    });
    items.collect()
}

/// Compares with snapshots. If one is out of date, the message names the commands that update it.
pub fn review(compare: impl FnOnce()) {
    // The difference is already printed.
    let result = catch_unwind(AssertUnwindSafe(compare));
    assert!(result.is_ok(), "{UPDATE}");
}

/// The commands that update a snapshot.
pub const UPDATE: &str = "a snapshot is out of date. Read the difference, and accept it if it \
    is right:\n    cargo insta test -p errcat-tests --review\nor without cargo-insta:\n    \
    INSTA_UPDATE=always cargo test -p errcat-tests --no-fail-fast && git diff tests/tests/snapshots";

/// Returns the rows of a tab-separated table, without its first line, which names the columns.
pub fn table<const COLUMNS: usize>(
    text: &'static str,
    columns: [&str; COLUMNS],
) -> Vec<[&'static str; COLUMNS]> {
    let mut lines = text.lines().map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        <[&str; COLUMNS]>::try_from(cells)
            .unwrap_or_else(|cells| panic!("{} cells in `{line}`, not {COLUMNS}", cells.len()))
    });
    assert_eq!(lines.next(), Some(columns), "the columns of the table");
    lines.collect()
}

/// Formats rows as a table with aligned columns.
pub fn align(rows: &[impl AsRef<[String]>]) -> String {
    let mut widths = vec![0; rows.first().map_or(0, |row| row.as_ref().len())];
    for row in rows.iter().map(AsRef::as_ref) {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut table = String::new();
    for row in rows.iter().map(AsRef::as_ref) {
        let cells = row.iter().zip(&widths);
        let cells: Vec<String> = cells.map(|(cell, &width)| format!("{cell:width$}")).collect();
        table.push_str(cells.join("  ").trim_end());
        table.push('\n');
    }
    table
}

/// Checks that the sources and the export have the same rows.
pub fn assert_same_rows<const COLUMNS: usize>(
    what: &str,
    facts: &[[&str; COLUMNS]],
    exported: &[[String; COLUMNS]],
) {
    let show = |row: Vec<&str>| row.join(" | ");
    let mut facts: Vec<String> = facts.iter().map(|row| show(row.to_vec())).collect();
    let exported = exported.iter().map(|row| show(row.iter().map(String::as_str).collect()));
    let mut extra = Vec::new();
    for row in exported {
        match facts.iter().position(|fact| *fact == row) {
            Some(index) => drop(facts.swap_remove(index)),
            None => extra.push(row),
        }
    }
    assert!(
        facts.is_empty() && extra.is_empty(),
        "{what}\nin the sources and not in the export:\n{}\nin the export and not in the sources:\n{}",
        facts.join("\n"),
        extra.join("\n"),
    );
}

/// Runs the example of the workspace's README as a documentation test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
