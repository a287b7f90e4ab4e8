//! Findings about a file that is not YAML, or more of YAML than a catalog uses, in words for an
//! author.

use granit_parser::{ErrorKind, ScanError};

use super::{MAX_DEPTH, MAX_NODES};
use crate::text::char_boundary_before;
use crate::{Finding, Law, Place, Span};

/// Returns the finding for an error of the library at a place.
pub(super) fn finding(text: &str, place: Place, error: &ScanError) -> Finding {
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(place),
        ErrorKind::DirectiveDisallowed => {
            let help = "remove the lines that begin with `%`";
            let message = "a catalog uses no YAML directives";
            Finding::new(Law::YamlFeature, place, message, help)
        }
        kind => {
            let message = kind.to_string();
            let place = if message.contains("tab") { at_tab(text, place) } else { place };
            syntax_error(place, &message)
        }
    }
}

pub(super) fn anchor(place: Place) -> Finding {
    let help = "write the value out: each entry of a catalog is read by itself";
    let message = "a catalog uses no anchors and aliases";
    Finding::new(Law::YamlFeature, place, message, help)
}

pub(super) fn tag(place: Place) -> Finding {
    let help = "remove the tag; put the value into double quotes if it is a text";
    Finding::new(Law::YamlFeature, place, "a catalog uses no YAML tags", help)
}

pub(super) fn second_document(place: Place) -> Finding {
    let help = "put it into a file of its own";
    Finding::new(Law::YamlFeature, place, "a second YAML document begins here", help)
}

pub(super) fn too_many(place: Place) -> Finding {
    let message = format!("up to here, the catalogs have more than {MAX_NODES} values");
    let help = "remove what does not belong here, or split the catalogs into several runs";
    Finding::new(Law::TooLarge, place, message, help)
}

pub(super) fn too_deep(place: Place) -> Finding {
    let message = format!("nested more than {MAX_DEPTH} levels deep");
    let help = "no part of a catalog is nested like this: check brackets, dashes and indentation";
    Finding::new(Law::TooLarge, place, message, help)
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
pub(super) fn character_at(text: &str, byte: u32) -> Span {
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
