//! What the end-to-end tests of this workspace share: the embedded catalogs, their JSON
//! export read as a script would read it, and tables of facts.
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

/// The folder `catalog` of this workspace.
pub fn catalog_dir() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog"))
}

/// The checked catalogs of some sources; findings stop the test and are shown as on a terminal.
pub fn checked(sources: &Sources) -> CatalogSet {
    load(sources).unwrap_or_else(|findings| {
        panic!("{}", human(&findings, sources, Style::default()));
    })
}

/// The embedded catalogs.
pub fn embedded() -> CatalogSet {
    checked(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied()))
}

/// The export of the embedded catalogs, written to JSON and read back.
pub fn export() -> Value {
    let set = embedded();
    let json = serde_json::to_string(&Export::new(&set).expect("the laws hold"))
        .expect("an export serializes");
    serde_json::from_str(&json).expect("an export is JSON")
}

/// The catalog with this id.
pub fn catalog<'a>(export: &'a Value, id: &str) -> &'a Value {
    list(export, "catalogs")
        .iter()
        .find(|catalog| text(catalog, "id") == id)
        .unwrap_or_else(|| panic!("the export has no catalog `{id}`"))
}

/// All cases of a catalog, each behind its code.
pub fn cases(catalog: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    list(catalog, "codes")
        .iter()
        .flat_map(|code| list(code, "cases").iter().map(move |case| (code, case)))
}

/// The title of the group that a code stands in.
pub fn group_title<'a>(catalog: &'a Value, code: &Value) -> &'a str {
    let id = text(code, "group");
    let group = list(catalog, "groups").iter().find(|group| text(group, "id") == id);
    text(group.unwrap_or_else(|| panic!("there is no group `{id}`")), "title")
}

/// A member that is a text.
pub fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    let found = value.get(member).and_then(Value::as_str);
    found.unwrap_or_else(|| panic!("`{member}` is not a text in {value:#}"))
}

/// A member that is a number, written out.
pub fn number(value: &Value, member: &str) -> String {
    let found = value.get(member).and_then(Value::as_u64);
    let number = found.unwrap_or_else(|| panic!("`{member}` is not a number in {value:#}"));
    number.to_string()
}

/// A member that is a list.
pub fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    let found = value.get(member).and_then(Value::as_array);
    found.unwrap_or_else(|| panic!("`{member}` is not a list in {value:#}"))
}

/// A member that is a list of texts.
pub fn texts<'a>(value: &'a Value, member: &str) -> Vec<&'a str> {
    let items = list(value, member).iter().map(|item| {
        item.as_str().unwrap_or_else(|| panic!("`{member}` holds {item}, which is not a text"))
    });
    items.collect()
}

/// Compares with snapshots; if one is out of date, says how to mend it.
pub fn review(compare: impl FnOnce()) {
    // What differs is printed already.
    let result = catch_unwind(AssertUnwindSafe(compare));
    assert!(result.is_ok(), "{MEND}");
}

/// The commands that mend a snapshot that is out of date.
pub const MEND: &str = "a snapshot is out of date. Read what your change does, and take it if it \
    is right:\n    cargo insta test -p errcat-tests --review\nor without cargo-insta:\n    \
    INSTA_UPDATE=always cargo test -p errcat-tests --no-fail-fast && git diff tests/tests/snapshots";

/// The rows of a table with tabs between its columns, without its first line, which names them.
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

/// Rows as a table with aligned columns.
pub fn align<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let mut widths = [0; COLUMNS];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut table = String::new();
    for row in rows {
        let cells = row.iter().zip(widths);
        let cells: Vec<String> = cells.map(|(cell, width)| format!("{cell:width$}")).collect();
        table.push_str(cells.join("  ").trim_end());
        table.push('\n');
    }
    table
}

/// Compares what the sources say with what the catalogs say, in both directions.
pub fn assert_same_rows<const COLUMNS: usize>(
    what: &str,
    facts: &[[&str; COLUMNS]],
    exported: &[[String; COLUMNS]],
) {
    let show = |row: Vec<&str>| row.join(" | ");
    let mut facts: Vec<String> = facts.iter().map(|row| show(row.to_vec())).collect();
    let exported = exported.iter().map(|row| show(row.iter().map(String::as_str).collect()));
    let mut beyond = Vec::new();
    for row in exported {
        match facts.iter().position(|fact| *fact == row) {
            Some(index) => drop(facts.swap_remove(index)),
            None => beyond.push(row),
        }
    }
    assert!(
        facts.is_empty() && beyond.is_empty(),
        "{what}\nin the sources and not in the export:\n{}\nin the export and not in the sources:\n{}",
        facts.join("\n"),
        beyond.join("\n"),
    );
}

/// The example of the workspace's README, as a documentation test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
