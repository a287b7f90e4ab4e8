//! Markdown in which catalog text is only ever text.

use errcat_model::artifact::Artifact;

/// A page that grows from top to bottom.
pub(crate) struct Page {
    text: String,
}

impl Page {
    pub(crate) fn new(title: &str) -> Self {
        Self { text: format!("# {}\n", escape(title)) }
    }

    /// A line of Markdown as it is, in a paragraph of its own.
    pub(crate) fn line(&mut self, markdown: &str) {
        self.text.push('\n');
        self.text.push_str(markdown);
        self.text.push('\n');
    }

    /// A paragraph of catalog text.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.line(&prose(text));
    }

    pub(crate) fn heading(&mut self, text: &str) {
        self.line(&format!("## {}", escape(text)));
    }

    /// A heading that links lead to.
    pub(crate) fn anchored_heading(&mut self, anchor: &str, text: &str) {
        self.line(&format!("## <a id=\"{anchor}\"></a>{}", escape(text)));
    }

    pub(crate) fn table_head(&mut self, cells: &[&str]) {
        let rule = vec!["---"; cells.len()].join(" | ");
        self.line(&format!("| {} |\n| {rule} |", cells.join(" | ")));
    }

    /// A row of a table, its cells in Markdown.
    pub(crate) fn row(&mut self, cells: &[String]) {
        for cell in cells {
            self.text.push_str("| ");
            self.text.push_str(cell);
            self.text.push(' ');
        }
        self.text.push_str("|\n");
    }

    pub(crate) fn into_artifact(self, path: &str) -> Artifact {
        Artifact { path: path.into(), text: self.text }
    }
}

/// Text in which no character has a meaning to Markdown or HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.chars().enumerate() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => escaped.extend(['\\', character]),
            // These make lists and headings, at the start of a line only.
            '#' | '-' | '+' | '=' if index == 0 => escaped.extend(['\\', character]),
            '.' | ')' if is_list_number(&escaped) => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}

fn is_list_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
}

/// Our own sentences: back-ticks around names stay code, everything else is text.
pub(crate) fn prose(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd back-tick closes nothing and is text itself.
    let closed = pieces.len() % 2 == 1;
    let pieces = pieces.iter().enumerate().map(|(index, piece)| match (index % 2, closed) {
        (0, _) => escape(piece),
        (_, true) => code(piece),
        (_, false) => format!("\\`{}", escape(piece)),
    });
    pieces.collect()
}

/// A text as code, whatever back-ticks it holds.
pub(crate) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    // In a table, a bar ends a cell even within code.
    let text = text.replace(['\n', '\r'], " ").replace('|', "\\|");
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A link with catalog text as its label.
pub(crate) fn link(label: &str, target: &str) -> String {
    format!("[{}](<{}>)", escape(label), target.replace(['<', '>', '\n'], ""))
}

/// The short address of a code or case: `wapi-3201`.
pub(crate) fn anchor(parts: &[&str]) -> String {
    let joined = parts.join("-").to_lowercase();
    joined.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalog_text_is_never_markup() {
        assert_eq!(escape("<b> *x* [y](z) | #"), "&lt;b&gt; \\*x\\* \\[y\\](z) \\| #");
        assert_eq!(escape("# x - y"), "\\# x - y");
        assert_eq!(escape("1. x"), "1\\. x");
        assert_eq!(prose("Set `a|b` to <x>."), "Set `a\\|b` to &lt;x&gt;.");
        assert_eq!(prose("One ` alone"), "One \\` alone");
        assert_eq!(code("a `` b"), "```a `` b```");
        assert_eq!(anchor(&["wix", "Invalid domain"]), "wix-invalid-domain");
    }
}
