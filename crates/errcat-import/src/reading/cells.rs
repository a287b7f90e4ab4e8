//! Reads the cells of columns whose kind is known.

use errcat::GrpcCode;

/// Cells that say that there is no text.
const NO_TEXT: &[&str] = &["-", "–", "—", "n/a", "N/A", "N/a"];

/// Splits a cell into words of letters, digits and underscores.
fn identifiers(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
}

/// Returns the HTTP status of a cell: `404`, `HTTP 404`, `404 - Not Found`, `NOT_FOUND (404)`.
pub(super) fn http_status(cell: &str) -> Option<u16> {
    let words = identifiers(cell).filter(|word| word.len() == 3);
    let mut statuses =
        words.filter_map(|word| word.parse().ok()).filter(|n| (100..600).contains(n));
    let first = statuses.next();
    first.filter(|_| statuses.next().is_none())
}

/// Returns the gRPC code of a cell, in capitals: `NOT_FOUND (404)`.
pub(super) fn grpc(cell: &str) -> Option<GrpcCode> {
    // `OK` is a word of many cells.
    identifiers(cell).find_map(|word| word.parse().ok().filter(|code| *code != GrpcCode::Ok))
}

/// Returns the text after the status in a cell: `Not Found` in `404 - Not Found`.
pub(super) fn status_title(cell: &str) -> Option<String> {
    let (_, rest) = cell.split_once(|c: char| c.is_ascii_digit())?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let title = rest.trim_matches(|c: char| c.is_whitespace() || "-–—:()`".contains(c));
    (!title.is_empty()).then(|| title.to_owned())
}

/// Returns the text of a cell, unless the cell says that there is none.
pub(super) fn text(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    (!cell.is_empty() && !NO_TEXT.contains(&cell)).then_some(cell)
}

/// Returns the text of a cell without back-ticks.
pub(super) fn unmarked(cell: &str) -> Option<String> {
    text(&cell.replace('`', "")).map(str::to_owned)
}
