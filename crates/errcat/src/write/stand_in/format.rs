//! Bodies as JSON and XML.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use serde::{Serialize, Serializer};

use super::tree::{TEXT, Tree};

/// The layout of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Without white space, as programs send it.
    Compact,
    /// A line for every member, as people read it.
    Lines,
}

pub(super) fn json(tree: &Tree<'_>, layout: Layout) -> String {
    let text = match layout {
        Layout::Compact => serde_json::to_string(tree),
        Layout::Lines => serde_json::to_string_pretty(tree),
    };
    // Names, texts and numbers can always be written.
    text.unwrap_or_default()
}

impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Plain(plain) => match serde_json::from_str::<serde_json::Value>(plain) {
                Ok(value) if serde_json::to_string(&value).is_ok_and(|text| text == *plain) => {
                    value.serialize(serializer)
                }
                // As a number, it would be written in another way.
                _ => serializer.serialize_str(plain),
            },
            Self::Members(members) => {
                serializer.collect_map(members.iter().map(|(name, member)| (name, member)))
            }
            Self::Items(items) => serializer.collect_seq(items),
        }
    }
}

impl Tree<'_> {
    /// Returns the text of a value that is no structure.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => Some(Cow::Owned(number.to_string())),
            Self::Plain(plain) => Some(Cow::Borrowed(plain)),
            Self::Members(_) | Self::Items(_) => None,
        }
    }
}

/// Returns the tree as XML, unless it has several elements at its root, which can be in a namespace.
pub(super) fn xml(tree: &Tree<'_>, layout: Layout, namespace: Option<&str>) -> Option<String> {
    let Tree::Members(members) = tree else { return None };
    let [(name, root)] = members.as_slice() else { return None };
    let mut out = String::new();
    write_element(name, root, layout, 0, &mut out);
    if let Some(namespace) = namespace {
        let mut declaration = String::from(" xmlns=\"");
        push_escaped(namespace, &mut declaration);
        declaration.push('"');
        out.insert_str(1 + name.len(), &declaration);
    }
    Some(out)
}

fn write_element(name: &str, tree: &Tree<'_>, layout: Layout, depth: usize, out: &mut String) {
    out.extend(["<", name]);
    let (members, items) = match tree {
        Tree::Members(members) => (members.as_slice(), [].as_slice()),
        Tree::Items(items) => ([].as_slice(), items.as_slice()),
        Tree::Text(_) | Tree::Number(_) | Tree::Plain(_) => ([].as_slice(), [].as_slice()),
    };
    for (name, member) in members {
        if let (Some(name), Some(text)) = (name.strip_prefix('@'), member.text()) {
            out.extend([" ", name, "=\""]);
            push_escaped(&text, out);
            out.push('"');
        }
    }
    out.push('>');
    let beside = members.iter().find(|(name, _)| *name == TEXT);
    let text = tree.text().or_else(|| beside?.1.text());
    push_escaped(&text.unwrap_or_default(), out);
    let elements = members.iter().filter(|(name, _)| !name.starts_with('@') && *name != TEXT);
    let elements = elements.map(|(name, member)| (*name, member));
    let mut is_empty = true;
    for (name, element) in elements.chain(items.iter().map(|item| ("item", item))) {
        start_line(layout, depth + 1, out);
        write_element(name, element, layout, depth + 1, out);
        is_empty = false;
    }
    if !is_empty {
        start_line(layout, depth, out);
    }
    out.extend(["</", name, ">"]);
}

fn start_line(layout: Layout, depth: usize, out: &mut String) {
    if layout == Layout::Lines {
        out.push('\n');
        out.extend(core::iter::repeat_n("  ", depth));
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
