//! What the cells of known columns say.

use errcat::GrpcCode;

/// What stands where a provider sends no text.
const NOTHING: &[&str] = &["-", "–", "—", "n/a", "N/A", "N/a"];

/// The HTTP status of a cell: `404`, `HTTP 404`, `404 - Not Found`, `NOT_FOUND (404)`.
pub(crate) fn http_status(cell: &str) -> Option<u16> {
    let mut numbers = cell
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| word.len() == 3)
        .filter_map(|word| word.parse::<u16>().ok())
        .filter(|number| (100..600).contains(number));
    let first = numbers.next()?;
    numbers.next().is_none().then_some(first)
}

/// The gRPC code of a cell, in capitals: `NOT_FOUND (404)`.
pub(crate) fn grpc(cell: &str) -> Option<GrpcCode> {
    cell.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').find_map(|word| {
        let word = if word == "CANCELED" { "CANCELLED" } else { word };
        // `OK` is a word of many cells.
        word.parse().ok().filter(|code| *code != GrpcCode::Ok)
    })
}

pub(crate) fn is_grpc(cell: &str) -> bool {
    grpc(cell).is_some()
}

/// What stands behind the status in a cell: `Not Found` in `404 - Not Found`.
pub(crate) fn status_title(cell: &str) -> Option<String> {
    let (_, rest) = cell.split_once(|c: char| c.is_ascii_digit())?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let title = rest.trim_matches(|c: char| c.is_whitespace() || "-–—:()`".contains(c));
    (!title.is_empty()).then(|| title.to_owned())
}

/// A text, or nothing where the cell says that there is none.
pub(crate) fn text(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    (!cell.is_empty() && !NOTHING.contains(&cell)).then_some(cell)
}

/// A text without the back-ticks around its code, if anything is left.
pub(crate) fn unmarked(cell: &str) -> Option<String> {
    text(&cell.replace('`', "")).map(str::to_owned)
}

/// The words of a cell that lists some.
pub(crate) fn words(cell: &str) -> Vec<String> {
    let words = cell.split([',', ';', '\n']).map(|word| word.trim_matches([' ', '`']));
    words.filter(|word| text(word).is_some()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_found_in_their_cells() {
        for (cell, http, code, title) in [
            ("404", Some(404), None, None),
            ("404 - Not found", Some(404), None, Some("Not found")),
            ("`NOT_FOUND (404)`", Some(404), Some(GrpcCode::NotFound), None),
            ("HTTP 503", Some(503), None, None),
            ("CANCELED (499)", Some(499), Some(GrpcCode::Cancelled), None),
            ("4xx", None, None, Some("xx")),
            ("1404", None, None, None),
            ("400 or 404", None, None, Some("or 404")),
            ("OK", None, None, None),
        ] {
            assert_eq!(http_status(cell), http, "{cell}");
            assert_eq!(grpc(cell), code, "{cell}");
            assert_eq!(status_title(cell).as_deref(), title, "{cell}");
        }
    }
}
