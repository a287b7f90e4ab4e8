//! Rows of text in columns.

use errcat_model::render::printable;

use super::wrap;

/// Aligns rows of text in columns; the last one wraps at a width.
pub(crate) fn align<const COLUMNS: usize>(
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
    width: usize,
) -> String {
    /// A narrower last column goes below its row.
    const MIN_LAST: usize = 24;
    let rows: Vec<_> = rows.into_iter().collect();
    // A longer cell would leave too little room for the others.
    align_until_last(&rows, (width / 3).max(20), |start, last| {
        let column = start.chars().count();
        if column + last.chars().count() <= width {
            return start + last;
        }
        if column + MIN_LAST > width {
            return format!("{}\n{}", start.trim_end(), wrap(last, "      ", width));
        }
        let below = wrap(last, &" ".repeat(column), width);
        start + below.get(column..).unwrap_or_default()
    })
}

/// Aligns all columns but the last, without those that are empty. A cell that is longer than the
/// limit shifts the rest of its row.
pub(crate) fn align_until_last<const COLUMNS: usize>(
    rows: &[[String; COLUMNS]],
    max_column: usize,
    finish: impl Fn(String, &str) -> String,
) -> String {
    let mut widths = [0; COLUMNS];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            // A column of long cells is not empty.
            let length = Some(cell.chars().count()).filter(|length| *length <= max_column);
            *width = length.unwrap_or(1).max(*width);
        }
    }
    let lines = rows.iter().map(|row| {
        let columns = row.iter().zip(widths).filter(|(_, width)| *width > 0);
        let mut cells: Vec<String> =
            columns.map(|(cell, width)| format!("{:width$}", printable(cell))).collect();
        let last = cells.pop().unwrap_or_default();
        let start = cells.iter().flat_map(|cell| [cell, "  "]).collect();
        finish(start, last.trim_end()).trim_end().to_owned() + "\n"
    });
    lines.collect()
}
