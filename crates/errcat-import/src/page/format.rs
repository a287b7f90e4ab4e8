//! The formats a page can be written in.

use super::delimited;
use errcat::rt::words;

words! {
    /// The format of a provider's page.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat_import::Format;
    ///
    /// assert_eq!(Format::from_text("| Code | Text |\n|---|---|\n| 1 | No |\n"), Format::Markdown);
    /// assert_eq!(Format::from_text("<table><tr><td>1</td></tr></table>"), Format::Html);
    /// assert_eq!(Format::from_text("code,message\n1,No\n2,Never\n"), Format::Csv);
    /// assert_eq!(Format::from_text("Errors\n\n  • 1 No\n  • 2 Never\n"), Format::Text);
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Format {
        /// Markdown with tables or lists, and any HTML in it.
        Markdown = "markdown",
        /// HTML with tables or lists.
        Html = "html",
        /// Cells separated by commas, semicolons or tabs.
        Csv = "csv",
        /// Text copied from a page: bulleted lists, and tables without borders.
        Text = "text",
    }
}

impl Format {
    /// Guesses the format of a text; [`Format::Text`] if nothing else fits.
    pub fn from_text(text: &str) -> Self {
        let start = text.trim_start();
        let is_tag = |next: &str| next.starts_with(|c: char| c == '!' || c.is_ascii_alphabetic());
        let is_table = text.lines().any(is_delimiter_row);
        if start.strip_prefix('<').is_some_and(is_tag) && !is_table {
            return Self::Html;
        }
        if is_table || text.lines().any(|line| line.starts_with("# ")) {
            return Self::Markdown;
        }
        let has_item = |bullets: &[&str]| {
            let mut lines = text.lines().map(str::trim_start);
            lines.any(|line| bullets.iter().any(|bullet| line.starts_with(bullet)))
        };
        if has_item(&["•", "‣", "◦", "▪", "●"]) {
            Self::Text
        } else if delimited::delimiter(text).is_some() {
            Self::Csv
        } else if has_item(&["- ", "* ", "+ "]) {
            Self::Markdown
        } else {
            Self::Text
        }
    }

    /// Lists the things that are read as codes in this format.
    pub(crate) const fn looked_for(self) -> &'static str {
        match self {
            Self::Markdown => {
                "tables with `|`, tables and lists of HTML, and lists whose items begin with a code"
            }
            Self::Html => "`<table>`, and lists whose items begin with a code",
            Self::Csv => "lines of cells separated by commas, semicolons or tabs",
            Self::Text => {
                "lines that begin with a bullet and a code, and rows below a line such as `CodeMessage`"
            }
        }
    }
}

/// Returns whether a line separates the header of a Markdown table from its rows.
fn is_delimiter_row(line: &str) -> bool {
    let is_part = |byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t');
    line.contains('|') && line.contains("--") && line.trim().bytes().all(is_part)
}
