//! Finds the code in a body of WAPI with readers that have nothing in common with ours: `serde_json`
//! and `roxmltree`.

use std::collections::HashMap;

use roxmltree::{Document, Node};
use serde_json::value::RawValue;

/// The members of an object, as they are written. The last of repeated members counts.
type Members<'t> = HashMap<String, &'t RawValue>;

/// Returns the code of a body.
pub(crate) fn code(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if is_markup(text) { xml(text) } else { json(&without_surrogates(text)) }
}

/// Returns whether a text can only be XML.
pub(crate) fn is_markup(text: &str) -> bool {
    text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('<')
}

/// Returns the code of the response, or else of the notification. A code that cannot be read ends the
/// search.
fn json(text: &str) -> Option<String> {
    let members: Members<'_> = serde_json::from_str(text).ok()?;
    let inside = |name| serde_json::from_str::<Members<'_>>(members.get(name)?.get()).ok();
    let code = ["response", "notify"].into_iter().find_map(|name| inside(name)?.remove("code"))?;
    match code.get().as_bytes().first()? {
        b'"' => serde_json::from_str(code.get()).ok(),
        b'-' | b'0'..=b'9' => Some(code.get().to_owned()),
        _ => None,
    }
}

/// Replaces surrogates, because a map cannot hold half a pair. No code has one.
fn without_surrogates(text: &str) -> String {
    let mut pieces = text.split("\\u");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| match piece.as_bytes() {
        [b'd' | b'D', b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..] => all + "\\uE" + &piece[1..],
        _ => all + "\\u" + piece,
    })
}

/// Returns whether a text is JSON.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

/// Returns whether a text is XML without a document type.
pub(crate) fn is_xml(text: &str) -> bool {
    Document::parse(text).is_ok()
}

/// Returns the text of the last `code` in the root element, if it is in the same namespace.
fn xml(text: &str) -> Option<String> {
    // As the specification of XML says; `roxmltree` misses a return before a reference.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let document = Document::parse(&text).ok()?;
    let root = document.root_element();
    let name = root.tag_name();
    let namespace =
        |node: &Node<'_, '_>| node.tag_name().namespace().unwrap_or_default().to_owned();
    let is_code = |node: &Node<'_, '_>| {
        node.tag_name().name() == "code" && namespace(node) == namespace(&root)
    };
    let code = root.children().filter(Node::is_element).rfind(is_code)?;
    let is_text = code.children().all(|child| !child.is_element());
    let text: String = code.children().filter(Node::is_text).filter_map(|one| one.text()).collect();
    let text = text.trim_matches([' ', '\t', '\r', '\n']).to_owned();
    (is_text && matches!(name.name(), "response" | "notify")).then_some(text)
}
