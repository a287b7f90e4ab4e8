//! Bodies as JSON and XML.

use alloc::string::String;

use super::tree::Tree;

pub(super) fn json(tree: &Tree) -> String {
    let mut out = String::new();
    write_json(tree, &mut out);
    out
}

fn write_json(tree: &Tree, out: &mut String) {
    match tree {
        Tree::Text(text) => push_quoted(text, out),
        Tree::Number(digits) => out.push_str(digits),
        Tree::Members(members) => {
            out.push('{');
            for (index, (name, member)) in members.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                push_quoted(name, out);
                out.push(':');
                write_json(member, out);
            }
            out.push('}');
        }
        Tree::Items(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                write_json(item, out);
            }
            out.push(']');
        }
    }
}

fn push_quoted(text: &str, out: &mut String) {
    // No text can fail to be written.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// Nothing if there is no one element around everything.
pub(super) fn xml(tree: &Tree) -> Option<String> {
    let Tree::Members(members) = tree else { return None };
    let [(name, root)] = members.as_slice() else { return None };
    let mut out = String::new();
    write_element(name, root, &mut out);
    Some(out)
}

fn write_element(name: &str, tree: &Tree, out: &mut String) {
    out.push('<');
    out.push_str(name);
    if let Tree::Members(members) = tree {
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
    out.push('>');
    match tree {
        Tree::Text(text) | Tree::Number(text) => push_escaped(text, out),
        Tree::Members(members) => {
            let elements = members.iter().filter(|(name, _)| !name.starts_with('@'));
            elements.for_each(|(name, member)| write_element(name, member, out));
        }
        Tree::Items(items) => items.iter().for_each(|item| write_element("item", item, out)),
    }
    out.push_str("</");
    out.push_str(name);
    out.push('>');
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
