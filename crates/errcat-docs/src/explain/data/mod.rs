//! What the interpreter knows: of each catalog what reading its responses takes, and what to say
//! about them.

mod catalog;
mod common;

use serde::Serialize;

use crate::places::{EXPLAIN, relative};

pub(super) use catalog::catalogs;
pub(super) use common::Common;

/// A value as a literal of JavaScript that means nothing to HTML.
pub(super) fn literal(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    // Outside of texts, none of these stands in JSON.
    let escapes =
        [('<', "\\u003c"), ('>', "\\u003e"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    escapes.iter().fold(text, |text, (character, escape)| text.replace(*character, escape))
}

/// The place in HTML, as it is seen from the page of this module.
fn rendered(place: &str) -> String {
    let place = relative(EXPLAIN, place);
    let (path, anchor) = place.split_at(place.find('#').unwrap_or(place.len()));
    format!("{}.html{anchor}", path.strip_suffix(".md").unwrap_or(path))
}
