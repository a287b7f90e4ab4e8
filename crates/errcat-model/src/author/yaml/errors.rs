//! Errors of the YAML reader, in words for an author.

use serde_yaml::budget::BudgetBreach;
use serde_yaml::{DefaultMessageFormatter, Error, MessageFormatter};

use super::{MAX_DEPTH, MAX_NODES, tags};
use crate::text::SourceFile;
use crate::text::char_boundary_before;
use crate::{FileId, Finding, Law, Place, Span};

pub(super) fn finding(file: FileId, source: &SourceFile, error: &Error) -> Finding {
    let start = error.location().map_or(0, |location| {
        let index = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        match location.span().byte_offset() {
            Some(byte) => u32::try_from(byte).unwrap_or(u32::MAX),
            // Errors of the scanner have no byte offset.
            None => source.byte_at(index(location.line()), index(location.column())),
        }
    });
    let place = Place { file, span: character_at(source.text(), start) };
    match error {
        Error::Budget {
            breach: BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. },
            ..
        }
        | Error::UnknownAnchor { .. } => {
            let place = word_before(source.text(), place, '&');
            let help = "write the value out: each entry of a catalog is read by itself";
            Finding::new(Law::YamlFeature, place, "a catalog uses no anchors and aliases", help)
        }
        Error::Budget { breach: BudgetBreach::Documents { .. }, .. }
        | Error::MultipleDocuments { .. } => {
            let help = "put it into a file of its own";
            Finding::new(Law::YamlFeature, place, "a second YAML document begins here", help)
        }
        Error::Budget { breach: BudgetBreach::Nodes { .. }, .. } => {
            let message = format!("up to here, the catalogs have more than {MAX_NODES} values");
            let help = "remove what does not belong here, or split the catalogs into several runs";
            Finding::new(Law::TooLarge, place, message, help)
        }
        Error::Budget { breach: BudgetBreach::Depth { .. }, .. } => too_deep(place),
        Error::UnsupportedTag { .. } => tags::finding(word_before(source.text(), place, '!')),
        other => match DefaultMessageFormatter.format_message(other) {
            message if message.contains("recursion limit") => too_deep(place),
            message if message.contains("tab") => {
                syntax_error(at_tab(source.text(), place), &message)
            }
            message => syntax_error(place, &message),
        },
    }
}

/// Returns the tab that an error is about, which the scanner reports at the end of the line above
/// or after it.
fn at_tab(text: &str, place: Place) -> Place {
    let (before, after) = text.split_at_checked(place.span.start as usize).unwrap_or_default();
    let start = match before.trim_end_matches('\t').len() {
        start if start < before.len() => start,
        _ => before.len() + after.find('\t').unwrap_or(0),
    };
    Place { span: Span::new(start, start + 1), ..place }
}

/// Returns the character at a byte, or the last one if something is missing at the end.
fn character_at(text: &str, byte: u32) -> Span {
    let last = text.trim_end().len().saturating_sub(1);
    let start = char_boundary_before(text, (byte as usize).min(last));
    let character = text.get(start..).and_then(|rest| rest.chars().next());
    Span::new(start, start + character.map_or(0, char::len_utf8))
}

fn syntax_error(place: Place, message: &str) -> Finding {
    let help = if message.contains("tab") {
        "indent with spaces: YAML does not take tabs"
    } else if message.contains("quote") {
        "close the quote, or leave both out if the text needs none"
    } else if message.contains("bracket") || message.contains("illegal placement") {
        "close the bracket on the line where the list or mapping ends"
    } else if message.contains("mapping values are not allowed") {
        "put a text that holds `: ` into double quotes, and check the indentation"
    } else if message.contains("unexpected character") {
        "put a text that begins with a special character into double quotes"
    } else {
        "check the indentation here and the line above"
    };
    Finding::new(Law::YamlSyntax, place, message, help)
}

fn too_deep(place: Place) -> Finding {
    let help = "no part of a catalog is nested like this: check brackets, dashes and indentation";
    Finding::new(Law::TooLarge, place, format!("nested more than {MAX_DEPTH} levels deep"), help)
}

/// Returns the word before a value that begins with `mark`, or the value itself.
fn word_before(text: &str, value: Place, mark: char) -> Place {
    let before = text.get(..value.span.start as usize).unwrap_or_default();
    // At most the header of a block text is between them.
    let words = before.rsplit([' ', '\t', '\r', '\n', '[', ',']).filter(|word| !word.is_empty());
    let Some(word) = words.take(2).find(|word| word.starts_with(mark)) else {
        return value;
    };
    let start = word.as_ptr() as usize - text.as_ptr() as usize;
    Place { span: Span::new(start, start + word.len()), ..value }
}
