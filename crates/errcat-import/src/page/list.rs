//! Lists of codes: items that begin with one.

use super::{Origin, Table, TableRow};

/// An item of a list, and its line.
pub(super) struct Item {
    pub(super) line: usize,
    pub(super) text: String,
}

/// A list as a table of codes and texts, if most of its items begin with a code.
pub(super) fn table(line: usize, items: &[Item]) -> Option<Table> {
    let rows: Vec<TableRow> = items
        .iter()
        .filter_map(|item| {
            let (code, text) = split(&item.text)?;
            let cells = vec![code.to_owned(), text.to_owned()];
            Some(TableRow { line: item.line, cells })
        })
        .collect();
    let are_codes = !rows.is_empty() && rows.len() * 2 > items.len();
    let left_out = items.iter().filter(|item| split(&item.text).is_none());
    let left_out = left_out.map(|item| item.line).collect();
    are_codes.then(|| Table { origin: Origin::List, rows, left_out, ..Table::new(line) })
}

/// The code that an item begins with, and the text behind it: `1000 OK`, `2276 – No TLD`,
/// `` `NOT_FOUND`: Nothing there ``.
fn split(item: &str) -> Option<(&str, &str)> {
    let item = item.trim();
    let (code, rest) = if let Some(rest) = item.strip_prefix('`') {
        rest.split_once('`')?
    } else {
        item.split_at_checked(item.find(char::is_whitespace).unwrap_or(item.len()))?
    };
    let code = code.trim_end_matches([':', '.', ')']);
    let rest = rest.trim_start_matches([':', ')']).trim_start();
    is_code(code).then(|| (code, without_dash(rest)))
}

/// A dash between code and text parts them and belongs to neither.
fn without_dash(text: &str) -> &str {
    let dashed = text.strip_prefix(['-', '–', '—', ':']);
    let behind = dashed.filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    behind.unwrap_or(text).trim_start()
}

/// Whether a text can be nothing but a code: a number, or a word with an underscore or digit or
/// in capitals.
pub(crate) fn is_code(text: &str) -> bool {
    const LONGEST: usize = 80;
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.len() <= 10;
    }
    if is_class(text) {
        return false;
    }
    let shouts = text.len() > 2 && !text.bytes().any(|byte| byte.is_ascii_lowercase());
    let joined =
        text.contains('_') || text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains('.');
    let dotted = text.split('.').count() > 1
        && text.split('.').all(|part| part.len() > 1)
        && !text.bytes().any(|byte| byte.is_ascii_uppercase());
    is_identifier(text) && (shouts || joined || dotted)
}

/// `22xx`, which names a class of codes.
fn is_class(text: &str) -> bool {
    let stem = text.trim_end_matches('x');
    stem.len() < text.len() && stem.bytes().all(|byte| byte.is_ascii_digit())
}

/// A word of letters, digits and what joins them.
fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
}

/// A word with a capital within it, such as `invalidName`.
pub(crate) fn is_camel(text: &str) -> bool {
    let mut pairs = text.bytes().zip(text.bytes().skip(1));
    is_identifier(text) && pairs.any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_split_at_their_code() {
        for (item, expected) in [
            ("1000 OK", Some(("1000", "OK"))),
            ("2276 – Unsupported TLD", Some(("2276", "Unsupported TLD"))),
            ("2007 Invalid request – too large", Some(("2007", "Invalid request – too large"))),
            // A list of members, more likely than of codes.
            ("`invalidName` No such name", None),
            ("-5 Timeout", Some(("-5", "Timeout"))),
            ("`2xx` Fine", None),
            ("`NOT_FOUND`: Nothing there", Some(("NOT_FOUND", "Nothing there"))),
            ("NOT_FOUND - Nothing there", Some(("NOT_FOUND", "Nothing there"))),
            ("404: -1 is no size", Some(("404", "-1 is no size"))),
            ("card.declined", Some(("card.declined", ""))),
            ("E102 - Gone", Some(("E102", "Gone"))),
            ("2xx - Everything is OK.", None),
            ("Everything is OK", None),
            ("e.g. this", None),
            ("A", None),
            ("", None),
        ] {
            assert_eq!(split(item), expected, "{item}");
        }
    }
}
