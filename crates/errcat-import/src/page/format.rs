//! What a page is written in.

use std::fmt;
use std::str::FromStr;

/// The form of a provider's page.
///
/// # Examples
///
/// ```
/// use errcat_import::Format;
///
/// assert_eq!(Format::sniff("| Code | Message |\n|---|---|\n| 1 | No |\n"), Format::Markdown);
/// assert_eq!(Format::sniff("<table><tr><td>1</td><td>No</td></tr></table>"), Format::Html);
/// assert_eq!(Format::sniff("code,message\n1,No\n2,Never\n"), Format::Csv);
/// assert_eq!(Format::sniff("Errors\n\n  • 1 No\n  • 2 Never\n"), Format::Text);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Markdown with tables or lists, and HTML in it.
    Markdown,
    /// HTML with tables or lists.
    Html,
    /// Cells with commas, semicolons or tabs between them.
    Csv,
    /// Text as it comes out of a page that was copied: bulleted lists, and tables without borders.
    Text,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Html, Self::Csv, Self::Text];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Text => "text",
        }
    }

    /// What a text looks like; [`Format::Text`] where nothing else fits.
    pub fn sniff(text: &str) -> Self {
        if is_html(text) {
            return Self::Html;
        }
        if text.lines().any(is_delimiter_row) || text.lines().any(|line| line.starts_with("# ")) {
            return Self::Markdown;
        }
        if super::delimited::delimiter(text).is_some() {
            return Self::Csv;
        }
        let is_item = |line: &str| {
            let line = line.trim_start();
            ["- ", "* ", "+ "].iter().any(|bullet| line.starts_with(bullet))
        };
        if text.lines().any(is_item) { Self::Markdown } else { Self::Text }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|format| format.as_str() == text).ok_or(UnknownFormat)
    }
}

/// No [`Format`] is called so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a page is one of markdown, html, csv, text")]
pub struct UnknownFormat;

/// A page of HTML begins with a tag; Markdown may hold tags too.
fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    let begins = start.starts_with('<')
        && start
            .get(1..2)
            .is_some_and(|next| next.starts_with(|c: char| c == '!' || c.is_ascii_alphabetic()));
    begins && !text.lines().any(is_delimiter_row)
}

/// The line between the header and the rows of a Markdown table.
fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.contains("--")
        && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}
