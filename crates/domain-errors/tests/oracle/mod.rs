//! The codes in a body of WAPI, found by readers that have nothing in common with ours: `serde_json` builds
//! a tree, and `quick-xml` tells events.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};
use serde_json::Value;

/// The codes that a body may be read as: of several at one place the last.
pub(crate) fn codes(body: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(body) else { return Vec::new() };
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('<') {
        return xml(text).into_iter().collect();
    }
    let Ok(tree) = serde_json::from_str::<Value>(&without_surrogates(text)) else {
        return Vec::new();
    };
    let codes = ["/response/code", "/notify/code"].map(|pointer| match tree.pointer(pointer) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    });
    codes.into_iter().flatten().collect()
}

/// Half a surrogate pair is JSON, but no text that a tree could hold: no code has one anyway.
fn without_surrogates(text: &str) -> String {
    let mut pieces = text.split("\\u");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| match piece.as_bytes() {
        [b'd' | b'D', b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..] => all + "\\uE" + &piece[1..],
        _ => all + "\\u" + piece,
    })
}

/// Whether a text is JSON, whatever it says.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok()
}

/// The text of the last `code` in the root element of a whole document without a document type.
fn xml(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut open: Vec<String> = Vec::new();
    let mut roots = 0;
    let mut code = None;
    loop {
        let event = reader.read_event().ok()?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                roots += usize::from(open.is_empty());
                open.push(tag.name().as_ref().to_owned());
                if is_code(&open) {
                    code = Some(String::new());
                }
                // An element within it: it is no text then.
                if open.len() > 2 && is_code(&open[..2]) {
                    code = None;
                }
                if is_empty {
                    open.pop();
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => add(&text, &open, &mut code)?,
            Event::CData(_) if open.is_empty() => return None,
            Event::CData(text) => add(&text, &open, &mut code)?,
            Event::GeneralRef(entity) => add(&resolved(&entity)?, &open, &mut code)?,
            Event::Eof => break,
            Event::DocType(_) => return None,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    code.filter(|_| roots == 1 && open.is_empty()).map(|code| code.trim().to_owned())
}

/// Both names have the same prefix, or none.
fn is_code(open: &[String]) -> bool {
    let [root, code] = open else { return false };
    let (of_root, root) = parted(root);
    matches!(root, "response" | "notify") && (of_root, "code") == parted(code)
}

fn parted(name: &str) -> (Option<&str>, &str) {
    name.split_once(':').map_or((None, name), |(prefix, local)| (Some(prefix), local))
}

/// Adds text to a code; nothing if it stands where none may be.
fn add(text: &str, open: &[String], code: &mut Option<String>) -> Option<()> {
    if open.is_empty() && !text.trim().is_empty() {
        return None;
    }
    if is_code(open)
        && let Some(code) = code
    {
        code.push_str(text);
    }
    Some(())
}

/// Returns the text of a character reference, or of one of the five entities that XML defines.
fn resolved(entity: &BytesRef<'_>) -> Option<String> {
    match entity.resolve_char_ref().ok()? {
        Some(character) => Some(character.into()),
        None => resolve_xml_entity(entity).map(str::to_owned),
    }
}
