//! Text gathered from markup.

/// A text being built: whitespace is collapsed as in a browser, code is put in back-ticks.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    /// The number of open elements of code.
    depth: usize,
    /// The number of pieces of code.
    pieces: usize,
    /// Whether there is text outside of code.
    outside: bool,
}

impl Inline {
    /// Adds a piece of text. Each run of whitespace and no-break spaces becomes one space.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space();
            } else {
                self.outside |= self.depth == 0;
                self.text.push(c);
            }
        }
    }

    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    pub(super) fn open_code(&mut self) {
        if self.depth == 0 {
            self.text.push('`');
            self.pieces += 1;
        }
        self.depth += 1;
    }

    pub(super) fn close_code(&mut self) {
        if self.depth == 1 {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('`');
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Returns the text; without its back-ticks if it is a single piece of code.
    pub(super) fn take(&mut self) -> String {
        self.depth = self.depth.min(1);
        self.close_code();
        let Self { text, pieces, outside, .. } = std::mem::take(self);
        let text = text.trim();
        match text.strip_prefix('`').and_then(|text| text.strip_suffix('`')) {
            Some(code) if pieces == 1 && !outside => code.trim().to_owned(),
            _ => text.to_owned(),
        }
    }
}
