//! Bodies as JSON and XML.

use alloc::string::String;

use super::body::Layout;
use super::tree::Tree;

pub(super) fn json(tree: &Tree<'_>, layout: Layout) -> String {
    let mut out = String::new();
    write_json(tree, Lines { layout, depth: 0 }, &mut out);
    out
}

fn write_json(tree: &Tree<'_>, lines: Lines, out: &mut String) {
    match tree {
        Tree::Text(text) => push_quoted(text, out),
        Tree::Number(digits) => out.push_str(digits),
        Tree::Members(members) => {
            out.push('{');
            for (index, (name, member)) in members.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                lines.deeper().end_line(out);
                push_quoted(name, out);
                out.push_str(if lines.layout == Layout::Lines { ": " } else { ":" });
                write_json(member, lines.deeper(), out);
            }
            lines.end_last(members.len(), out);
            out.push('}');
        }
        Tree::Items(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                lines.deeper().end_line(out);
                write_json(item, lines.deeper(), out);
            }
            lines.end_last(items.len(), out);
            out.push(']');
        }
    }
}

fn push_quoted(text: &str, out: &mut String) {
    // No text can fail to be written.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// Where lines end, and how far the next one is indented.
#[derive(Clone, Copy)]
struct Lines {
    layout: Layout,
    depth: usize,
}

impl Lines {
    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn end_line(self, out: &mut String) {
        if self.layout == Layout::Lines {
            out.push('\n');
            out.extend(core::iter::repeat_n("  ", self.depth));
        }
    }

    /// The end of the last of some lines; nothing stays on the line that it began with.
    fn end_last(self, count: usize, out: &mut String) {
        if count > 0 {
            self.end_line(out);
        }
    }
}

/// Nothing if there is no one element around everything.
pub(super) fn xml(tree: &Tree<'_>, layout: Layout) -> Option<String> {
    let Tree::Members(members) = tree else { return None };
    let [(name, root)] = members.as_slice() else { return None };
    let mut out = String::new();
    write_element(name, root, Lines { layout, depth: 0 }, &mut out);
    Some(out)
}

fn write_element(name: &str, tree: &Tree<'_>, lines: Lines, out: &mut String) {
    out.push('<');
    out.push_str(name);
    write_attributes(tree, out);
    out.push('>');
    match tree {
        Tree::Text(text) | Tree::Number(text) => push_escaped(text, out),
        Tree::Members(members) => {
            let elements = members.iter().filter(|(name, _)| !name.starts_with('@'));
            let elements = elements.map(|(name, member)| (*name, member));
            write_elements(elements, lines, out);
        }
        Tree::Items(items) => write_elements(items.iter().map(|item| ("item", item)), lines, out),
    }
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn write_elements<'t, 'n: 't>(
    elements: impl Iterator<Item = (&'t str, &'t Tree<'n>)>,
    lines: Lines,
    out: &mut String,
) {
    let mut count = 0;
    for (name, element) in elements {
        lines.deeper().end_line(out);
        write_element(name, element, lines.deeper(), out);
        count += 1;
    }
    lines.end_last(count, out);
}

fn write_attributes(tree: &Tree<'_>, out: &mut String) {
    let Tree::Members(members) = tree else { return };
    for (attribute, value) in members {
        if let (Some(attribute), Tree::Text(text) | Tree::Number(text)) =
            (attribute.strip_prefix('@'), value)
        {
            out.push(' ');
            out.push_str(attribute);
            out.push_str("=\"");
            push_escaped(text, out);
            out.push('"');
        }
    }
}

fn push_escaped(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A bare one is read as a line feed.
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(letter),
            // XML has no way to write these.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
}
