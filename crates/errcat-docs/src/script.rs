//! JavaScript in which catalog text is only ever text, inside HTML too.

use serde::Serialize;

/// Writes a value as a literal.
pub(crate) fn literal(value: &impl Serialize) -> String {
    // Outside of strings, JSON has none of these characters.
    let escapes =
        [('<', "\\u003c"), ('>', "\\u003e"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    escapes.iter().fold(json(value), |text, (character, escape)| text.replace(*character, escape))
}

/// Writes a value as an expression that parses it, which is faster than a large literal.
pub(crate) fn parsed(value: &impl Serialize) -> String {
    format!("JSON.parse('{}')", literal(value).replace('\\', "\\\\").replace('\'', "\\'"))
}

#[allow(clippy::expect_used, reason = "no value of a site can fail")]
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a value of texts, numbers, lists and maps is JSON")
}
