//! Converts bytes to lines and columns, without reading the whole text each time.

use super::span::LineColumn;

/// The distance in bytes between two counts of characters.
const STEP: usize = 1024;

/// The line and the number of characters before every [`STEP`] bytes of a text. A list of all lines
/// would take eight times the memory of a text of empty lines.
#[derive(Debug, Clone)]
pub(crate) struct LineIndex {
    steps: Vec<Step>,
}

/// A count up to a byte.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    /// The number of line breaks before the byte.
    line: usize,
    /// The first byte of the line.
    start: usize,
    characters: usize,
}

impl LineIndex {
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut steps = vec![Step::default()];
        let mut step = Step::default();
        for index in 0..bytes.len() {
            step.pass(bytes, index);
            if (index + 1) % STEP == 0 {
                steps.push(step);
            }
        }
        Self { steps }
    }

    pub(crate) fn line_column(&self, text: &str, byte: usize) -> LineColumn {
        let byte = char_boundary_before(text, byte);
        let Step { line, start, characters } = self.step(text, byte);
        // A byte order mark takes no column.
        let mark = usize::from(start == 0 && byte > 0 && text.starts_with('\u{feff}'));
        let column = characters - self.step(text, start).characters;
        LineColumn { line: line + 1, column: column - mark + 1 }
    }

    /// Returns the first byte of the line that holds a byte, and the byte after its text.
    pub(crate) fn line_around(&self, text: &str, byte: usize) -> (usize, usize) {
        let Step { line, start, .. } = self.step(text, byte);
        let next = self.start_of(text, line + 1);
        let whole = text.get(start..next).unwrap_or_default();
        (start, start + whole.trim_end_matches(['\n', '\r']).len())
    }

    /// Returns the first byte of a line, which counts from 0, or the end of the text.
    fn start_of(&self, text: &str, line: usize) -> usize {
        let after = self.steps.partition_point(|step| step.line < line);
        let before = after.saturating_sub(1);
        let mut step = self.steps.get(before).copied().unwrap_or_default();
        let mut rest = before * STEP..text.len();
        while step.line < line {
            let Some(index) = rest.next() else { return text.len() };
            step.pass(text.as_bytes(), index);
        }
        step.start
    }

    /// Counts up to a byte, from the last step before it.
    fn step(&self, text: &str, byte: usize) -> Step {
        let bytes = text.as_bytes();
        let byte = byte.min(bytes.len());
        let before = byte / STEP;
        let mut step = self.steps.get(before).copied().unwrap_or_default();
        for index in before * STEP..byte {
            step.pass(bytes, index);
        }
        step
    }
}

impl Step {
    /// Counts a byte. A carriage return alone is a line break to YAML too.
    fn pass(&mut self, bytes: &[u8], index: usize) {
        let Some(byte) = bytes.get(index).copied() else { return };
        let is_first_of_character = byte & 0b1100_0000 != 0b1000_0000;
        self.characters += usize::from(is_first_of_character);
        if byte == b'\n' || byte == b'\r' && bytes.get(index + 1) != Some(&b'\n') {
            self.line += 1;
            self.start = index + 1;
        }
    }
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
                let before = text.get(..byte).unwrap().trim_start_matches('\u{feff}');
                if before.ends_with('\r') && character == '\n' {
                    continue;
                }
                let lines = before.replace("\r\n", "\n").replace('\r', "\n");
                let last = lines.rsplit('\n').next().unwrap();
                let expected =
                    LineColumn { line: lines.matches('\n').count() + 1, column: last.chars().count() + 1 };
                prop_assert_eq!(index.line_column(&text, byte), expected);
            }
        }
    }
}
