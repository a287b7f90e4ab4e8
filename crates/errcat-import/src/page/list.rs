//! Lists of codes: items that begin with one.

use super::{Origin, Table, TableRow};

/// The maximum length of a code, in bytes.
const MAX_CODE: usize = 80;
/// The maximum number of digits of a code.
const MAX_DIGITS: usize = 10;

/// An item of a list, and its line.
pub(super) struct Item {
    pub(super) line: usize,
    pub(super) text: String,
}

/// Makes a table of codes and texts of a list, if most of its items begin with a code.
pub(super) fn table(items: &[Item]) -> Option<Table> {
    let mut table = Table { origin: Origin::List, ..Table::new(items.first()?.line) };
    for Item { line, text } in items {
        match split(text) {
            Some((code, text)) => {
                let cells = vec![code.to_owned(), text.to_owned()];
                table.rows.push(TableRow { line: *line, cells });
            }
            None => table.left_out.push(*line),
        }
    }
    (table.rows.len() > table.left_out.len()).then_some(table)
}

/// Splits an item into the code at its beginning and the text after it: `1000 OK`,
/// `2276 – No TLD`, `` `NOT_FOUND`: Nothing there ``.
fn split(item: &str) -> Option<(&str, &str)> {
    let item = item.trim();
    let (code, rest) = match item.strip_prefix('`') {
        Some(rest) => rest.split_once('`')?,
        None => item.split_at(item.find(char::is_whitespace).unwrap_or(item.len())),
    };
    let code = code.trim_end_matches([':', '.', ')']);
    let rest = rest.trim_start_matches([':', ')']).trim_start();
    // A dash between code and text separates them and is part of neither.
    let dashed = rest.strip_prefix(['-', '–', '—', ':']);
    let text = dashed.filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    is_code(code).then(|| (code, text.unwrap_or(rest).trim_start()))
}

/// Returns whether a text can only be a code: a number, or a word with an underscore or digit or in
/// capitals.
fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.len() <= MAX_DIGITS;
    }
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    let shouts = text.len() > 2 && !has(u8::is_ascii_lowercase);
    let is_dotted = text.contains('.')
        && text.split('.').all(|part| part.len() > 1)
        && !has(u8::is_ascii_uppercase);
    let is_numbered = has(u8::is_ascii_digit) && !text.contains('.');
    is_identifier(text) && (shouts || text.contains('_') || is_numbered || is_dotted)
}

/// Returns whether a text is a word of letters, digits and characters that join them.
fn is_identifier(text: &str) -> bool {
    text.len() <= MAX_CODE
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
}

/// Returns whether a table cell can only be a code, which may be in camel case: `invalidName`.
pub(crate) fn is_code_cell(cell: &str) -> bool {
    let cell = cell.trim_matches('`');
    let mut pairs = cell.bytes().zip(cell.bytes().skip(1));
    let mut is_camel = || pairs.any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    is_code(cell) || is_identifier(cell) && is_camel()
}
