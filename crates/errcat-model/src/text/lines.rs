//! Converts between bytes and lines and columns, without reading the whole text each time.

use super::span::LineColumn;

/// The distance in bytes between two counts of characters.
const STEP: usize = 1024;

/// The starts of the lines of a text, and the number of characters before every [`STEP`] bytes.
#[derive(Debug, Clone)]
pub(crate) struct LineIndex {
    starts: Vec<usize>,
    characters: Vec<usize>,
}

impl LineIndex {
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(index, byte)| match byte {
            b'\n' => true,
            // A carriage return alone is a line break to YAML too.
            b'\r' => bytes.get(index + 1) != Some(&b'\n'),
            _ => false,
        });
        let mut starts = vec![0];
        starts.extend(ends.map(|(index, _)| index + 1));
        let mut characters = vec![0];
        let mut counted = 0;
        for step in bytes.chunks(STEP) {
            counted += step.iter().filter(|byte| is_first_of_character(**byte)).count();
            characters.push(counted);
        }
        Self { starts, characters }
    }

    pub(crate) fn line_column(&self, text: &str, byte: usize) -> LineColumn {
        let byte = char_boundary_before(text, byte);
        let line = self.line_of(byte);
        let start = self.starts.get(line).copied().unwrap_or_default();
        // A byte order mark takes no column.
        let mark = usize::from(start == 0 && byte > 0 && text.starts_with('\u{feff}'));
        let column = self.characters_before(text, byte) - self.characters_before(text, start);
        LineColumn { line: line + 1, column: column - mark + 1 }
    }

    /// Returns the byte at a line and column, which both count from 1.
    pub(crate) fn byte_at(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let line = text.get(start..).unwrap_or_default();
        let mark =
            if start == 0 { line.len() - line.trim_start_matches('\u{feff}').len() } else { 0 };
        let line = line.get(mark..).unwrap_or_default();
        let inside: usize = line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        start + mark + inside
    }

    /// Returns the first byte of the line that holds a byte, and the byte after its text.
    pub(crate) fn line_around(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.line_of(byte);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let next = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let whole = text.get(start..next).unwrap_or_default();
        (start, start + whole.trim_end_matches(['\n', '\r']).len())
    }

    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let step = byte / STEP;
        let rest = text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        let counted = self.characters.get(step).copied().unwrap_or_default();
        counted + rest.iter().filter(|byte| is_first_of_character(**byte)).count()
    }
}

fn is_first_of_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// Returns the byte itself, or the nearest byte before it at which a character begins.
pub(crate) fn char_boundary_before(text: &str, byte: usize) -> usize {
    // The standard library has this since Rust 1.91.
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_byte_is_where_its_line_and_column_say(
            mark in "\u{feff}?",
            lines in "[aé–😀\r\n ]{0,60}",
            // Enough for several steps.
            times in 1_usize..30,
        ) {
            let text = format!("{mark}{}", lines.repeat(times));
            let index = LineIndex::new(&text);
            for (byte, character) in text.char_indices() {
                if character == '\u{feff}' {
                    continue;
                }
                let LineColumn { line, column } = index.line_column(&text, byte);
                prop_assert_eq!(index.byte_at(&text, line, column), byte);
            }
        }
    }
}
