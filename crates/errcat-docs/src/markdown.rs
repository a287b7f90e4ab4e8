//! Markdown in which catalog text is only ever text, never markup.

use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
pub(crate) use errcat_model::markdown::escape;

use crate::facts::places::relative;

/// A page that grows from top to bottom.
pub(crate) struct Page {
    path: String,
    text: String,
    /// Whether the last line was an item of a list, so that the next one joins it.
    in_list: bool,
}

impl Page {
    pub(crate) fn new(path: &str, title: &str) -> Self {
        Self { path: path.to_owned(), text: format!("# {}\n", escape(title)), in_list: false }
    }

    /// Adds a paragraph of Markdown.
    pub(crate) fn line(&mut self, markdown: &str) {
        self.text.extend(["\n", markdown, "\n"]);
        self.in_list = false;
    }

    /// Adds a paragraph of catalog text.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.line(&prose(text.trim()));
    }

    pub(crate) fn heading(&mut self, text: &str) {
        self.line(&format!("## {}", escape(text)));
    }

    /// Adds a heading without an id, which is no target of links.
    pub(crate) fn inner_heading(&mut self, text: &str) {
        self.line(&format!("<h2>{}</h2>", escape_html(text)));
    }

    /// Adds a heading with an id.
    pub(crate) fn heading_at(&mut self, level: usize, anchor: &str, text: &str) {
        self.line(&format!("{} {} {{#{anchor}}}", "#".repeat(level), escape(text)));
    }

    /// Adds an item of a list, in Markdown.
    pub(crate) fn item(&mut self, markdown: &str) {
        if !self.in_list {
            self.text.push('\n');
        }
        self.text.extend(["- ", markdown, "\n"]);
        self.in_list = true;
    }

    /// Adds an item of a nested list.
    pub(crate) fn nested_item(&mut self, depth: usize, markdown: &str) {
        if depth > 0 {
            self.text.push_str(&"  ".repeat(depth));
            self.in_list = true;
        }
        self.item(markdown);
    }

    /// Adds an item with a label.
    pub(crate) fn fact(&mut self, name: &str, markdown: &str) {
        self.item(&format!("**{name}** {markdown}"));
    }

    pub(crate) fn table_head(&mut self, cells: &[&str]) {
        let rule = vec!["---"; cells.len()].join(" | ");
        self.line(&format!("| {} |\n| {rule} |", cells.join(" | ")));
    }

    /// Adds a row of a table, with its cells in Markdown.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        for cell in cells {
            self.text.extend(["| ", cell.as_ref(), " "]);
        }
        self.text.push_str("|\n");
    }

    /// Adds links to the other parts of a table, if it has several.
    pub(crate) fn parts(
        &mut self,
        number: usize,
        count: usize,
        filtered: &str,
        place: impl Fn(usize) -> String,
    ) {
        if count < 2 {
            return;
        }
        let links = (0..count).map(|other| match (other + 1).to_string() {
            label if other == number => format!("**{label}**"),
            label => self.link(&label, &place(other)),
        });
        let links = links.collect::<Vec<_>>().join(" · ");
        self.line(&format!("Part {links}; the filter looks through {filtered}."));
    }

    /// Adds a block of code.
    pub(crate) fn block(&mut self, language: &str, text: &str) {
        let fence = "`".repeat(longest_run(text).max(2) + 1);
        self.line(&format!("{fence}{language}\n{text}\n{fence}"));
    }

    /// Makes a link to a page of the site, or to an anchor on it.
    pub(crate) fn link(&self, label: &str, target: &str) -> String {
        format!("[{}](<{}>)", escape(label), relative(&self.path, target))
    }

    pub(crate) fn into_artifact(self) -> Artifact {
        Artifact { path: self.path.into(), text: self.text }
    }
}

/// Escapes a text for a line of HTML in Markdown.
pub(crate) fn escape_html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace(['\n', '\r'], " ")
}

/// Writes our own sentences: back-ticks around names stay code, everything else is text.
pub(crate) fn prose(text: &str) -> String {
    let last = text.matches('`').count();
    let mut prose = String::with_capacity(text.len());
    for (index, piece) in text.split('`').enumerate() {
        let is_within = index % 2 == 1;
        match (is_within, index == last) {
            (false, _) => prose.push_str(&escape(piece)),
            // It closes nothing, so it is text.
            (true, true) => prose.extend(["\\`", &escape(piece)]),
            (true, false) if piece.trim().is_empty() => {
                prose.extend(["\\`", piece, "\\`"]);
            }
            (true, false) => prose.push_str(&code(piece)),
        }
    }
    prose
}

/// Writes a text as code, even with back-ticks in it.
pub(crate) fn code(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    // In a table, a bar ends a cell even in code; elsewhere, it must not be escaped.
    if text.contains('|') {
        return format!("<code>{}</code>", escape(text).replace("\\|", "&#124;"));
    }
    let fence = "`".repeat(longest_run(text) + 1);
    let text = text.replace(['\n', '\r'], " ");
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Returns the length of the longest run of back-ticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Makes a link to another site, or only a text if a click would do anything but open a page or a
/// letter.
pub(crate) fn link_out(label: &str, url: &str) -> String {
    let url = url.trim();
    let is_safe = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if !is_safe {
        return format!("{} ({})", escape(label), code(url));
    }
    format!("[{}](<{}>)", escape(label), url_text(url))
}

/// Escapes a URL between angle brackets.
fn url_text(url: &str) -> String {
    url.bytes().fold(String::with_capacity(url.len()), |mut text, byte| {
        if byte == b'&' {
            text.push_str("&amp;");
        } else if !byte.is_ascii_graphic() || br#"<>"'\`|{}*"#.contains(&byte) {
            let _ = write!(text, "%{byte:02X}");
        } else {
            text.push(char::from(byte));
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalog_text_is_never_markup() {
        assert_eq!(prose("Set `a|b` to <x>."), "Set <code>a&#124;b</code> to \\<x\\>.");
        assert_eq!(prose("One ` alone"), "One \\` alone");
        assert_eq!(prose("`a` and ` alone"), "`a` and \\` alone");
        assert_eq!(prose("Two `` alone"), "Two \\`\\` alone");
        assert_eq!(code("a `` b"), "```a `` b```");
        assert_eq!(code(" a"), "`  a `");
    }
}
