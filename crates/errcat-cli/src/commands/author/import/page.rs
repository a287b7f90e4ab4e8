//! The page that `errcat import` prints for a person.

use std::fmt::Write as _;
use std::path::Path;

use errcat_import::{DraftGroup, Import, Origin, TablePreview, Use};
use errcat_model::render::{one_line, printable};

use crate::output::{Out, TITLE, align, count, cut, wrap};

pub(super) fn page(import: &Import, id: &str, folder: Option<&Path>, out: &Out) -> String {
    let draft = &import.draft;
    let mut text = String::new();
    let title = draft.title.as_deref().unwrap_or("a page without a title");
    let _ = writeln!(text, "{TITLE}{}{TITLE:#}, read as {}\n", printable(title), import.format);
    for table in &import.tables {
        text.push_str(&found(table, out.columns));
    }
    let wrote = if folder.is_some() { "written" } else { "to be written" };
    let _ = writeln!(text, "{TITLE}{wrote}: the catalog `{id}`{TITLE:#}");
    text.push_str(&align(draft.groups.iter().map(group), out.columns));
    let also = |what: &str, names: Vec<String>| match names.len() {
        0 => String::new(),
        _ => wrap(&format!("{what}: {}", names.join(", ")), "", out.width) + "\n",
    };
    text.push_str(&also(
        "operations",
        draft.operations.iter().map(|one| one.text.clone()).collect(),
    ));
    text.push_str(&also(
        "statuses",
        draft.statuses.iter().map(|one| one.http.to_string()).collect(),
    ));
    let names = draft
        .renamed
        .iter()
        .map(|renamed| format!("`{}` is named `{}`: {}", renamed.code, renamed.name, renamed.why));
    text.push_str(&list("names", names, out.width));
    let notes = draft.notes.iter().map(|note| format!("line {}: {}", note.line, note.text));
    text.push_str(&list("to check", notes, out.width));
    text.push('\n');
    text.push_str(&next(import, folder));
    text
}

/// Describes a table and the kinds of its columns.
fn found(table: &TablePreview, width: usize) -> String {
    let what = match (table.origin, table.use_) {
        (_, Use::None) => "a table without codes, left out",
        (_, Use::Statuses) => "a table of HTTP statuses",
        (Origin::List, _) => "a list of codes",
        (Origin::Borderless, _) => "a table of codes without borders",
        (Origin::Table, _) => "a table of codes",
    };
    let heading =
        table.heading.as_deref().map(|heading| format!(", {heading}")).unwrap_or_default();
    let mut text = format!(
        "line {}{}: {what}, {}\n",
        table.line,
        printable(&heading),
        count(table.rows, "row")
    );
    let rows = table.columns.iter().map(|column| {
        let index = column.number - 1;
        let cells = table.sample.iter().filter_map(|row| row.get(index));
        let cells: Vec<String> = cells.map(|cell| short(cell)).collect();
        [
            format!("  {}", column.number),
            column.head.as_deref().map(short).unwrap_or_default(),
            column.kind.map_or("-", |kind| kind.as_str()).to_owned(),
            cells.join(" | "),
        ]
    });
    text.push_str(&align(rows, width));
    text.push('\n');
    text
}

fn group(group: &DraftGroup) -> [String; 4] {
    const MAX_SHOWN: usize = 3;
    let names: Vec<&str> =
        group.codes.iter().take(MAX_SHOWN).map(|code| code.name.as_str()).collect();
    let more = if group.codes.len() > MAX_SHOWN { ", …" } else { "" };
    [
        format!("  {}.yaml", group.id),
        count(group.codes.len(), group.outcome.as_str()),
        short(&group.title),
        format!("{}{more}", names.join(", ")),
    ]
}

fn list(what: &str, lines: impl Iterator<Item = String>, width: usize) -> String {
    const MAX_SHOWN: usize = 20;
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("{what}:\n");
    for line in lines.iter().take(MAX_SHOWN) {
        let _ = writeln!(text, "{}", wrap(line, "  ", width));
    }
    if lines.len() > MAX_SHOWN {
        let _ = writeln!(text, "  and {} more; `--format json` has all", lines.len() - MAX_SHOWN);
    }
    text
}

fn next(import: &Import, folder: Option<&Path>) -> String {
    let gaps = count(import.gaps, "value");
    match folder {
        Some(folder) => {
            format!("{gaps} marked TODO; `errcat check {}` says where\n", one_line(folder))
        }
        None => format!(
            "{gaps} marked TODO; `--out DIR` writes it, `--column KIND=COLUMN` corrects a guess\n"
        ),
    }
}

/// Returns enough of a cell to recognize it.
fn short(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), 32)
}
