//! `errcat drift`

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use errcat_import::drift::{
    Change, ChangeTag, Drift as Found, Kind, UnknownSource, compare, edits,
};
use errcat_model::render::printable;

use super::pages;
use crate::cli::{Drift, Format};
use crate::commands::subject;
use crate::input::Input;
use crate::output::{Done, Failure, Out, TITLE, count, fill};

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();

pub(crate) fn run(arguments: &Drift, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let catalog = subject::catalog(&set, &arguments.catalog_id)?;
    let import = pages::read(&arguments.page)?;
    let source = arguments.source.as_deref().map(|id| {
        let mut sources = catalog.sources.iter().map(|one| one.id.as_str());
        sources.find(|known| known.eq_ignore_ascii_case(id)).unwrap_or(id)
    });
    let found = compare(&import, catalog, source).map_err(|UnknownSource(id)| {
        let known: Vec<&str> = catalog.sources.iter().map(|one| one.id.as_str()).collect();
        let known = known.join(", ");
        Failure::Other(format!("`{}` has no source `{id}`; choose {known}", catalog.id))
    })?;
    match arguments.format {
        Format::Human => out.print(&page(&found, out.width))?,
        Format::Json => out.print_json(&found)?,
    }
    Ok(if found.changes.is_empty() { Done::Clean } else { Done::Findings })
}

fn page(found: &Found, width: usize) -> String {
    let mut text = String::new();
    for change in &found.changes {
        text.push_str(&entry(change, width));
    }
    let source = found.source.as_deref().map(|source| format!(", source `{source}`"));
    let differences = match found.changes.len() {
        0 => "no differences".to_owned(),
        number => count(number, "difference"),
    };
    let _ = writeln!(text, "{}{}: {differences}", found.catalog, source.unwrap_or_default());
    if found.changes.iter().any(|change| change.kind == Kind::CodeVanished) {
        text.push_str(
            "if a code is no longer sent, mark it `retired:`, because it may still occur in logs\n",
        );
    }
    text
}

/// Formats a difference: its kind and place, then the texts.
fn entry(change: &Change, width: usize) -> String {
    let mut text =
        format!("{TITLE}{}{TITLE:#}  {}", description(change.kind), printable(&change.reference));
    if let Some(line) = change.line {
        let _ = write!(text, "  (line {line})");
    }
    if !change.operations.is_empty() {
        let _ = write!(text, "  in {}", printable(&change.operations.join(", ")));
    }
    let text = fill(&text, "", "  ", width) + "\n";
    let texts = (change.before.as_deref(), change.after.as_deref());
    let shown = match texts {
        (Some(before), Some(after)) => difference(before, after),
        (Some(before), None) => format!("{REMOVED}{}{REMOVED:#}", printable(before)),
        (None, Some(after)) => format!("{ADDED}{}{ADDED:#}", printable(after)),
        (None, None) => return text + "\n",
    };
    text + &fill(&shown, "  ", "  ", width) + "\n\n"
}

/// Formats two texts as one: removed words in `[-…-]`, added words in `{+…+}`.
fn difference(before: &str, after: &str) -> String {
    let words = edits(before, after).into_iter().map(|(tag, text)| {
        let text = printable(&text).into_owned();
        match tag {
            ChangeTag::Equal => text,
            ChangeTag::Delete => format!("{REMOVED}[-{text}-]{REMOVED:#}"),
            ChangeTag::Insert => format!("{ADDED}{{+{text}+}}{ADDED:#}"),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn description(kind: Kind) -> &'static str {
    match kind {
        Kind::CodeAdded => "new code",
        Kind::CodeVanished => "code vanished",
        Kind::CodeReturned => "retired code returned",
        Kind::MessageChanged => "message changed",
        Kind::MessageAdded => "new message",
        Kind::MessageVanished => "message vanished",
        Kind::OperationAdded => "new operation",
        Kind::OperationVanished => "operation vanished",
        Kind::HttpChanged => "HTTP status changed",
        Kind::GrpcChanged => "gRPC code changed",
        Kind::NameChanged => "name changed",
        Kind::StatusAdded => "new HTTP status",
        Kind::StatusVanished => "HTTP status vanished",
        Kind::StatusChanged => "HTTP status renamed",
        _ => "changed",
    }
}
