//! One pass over an XML body: the text at the paths is kept, everything else is skipped.
//!
//! Nothing is expanded but the five entities that XML itself defines and characters by number: a
//! document type says nothing here, and an entity of its own stays as it was written.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::leaf::{Found, Leaf, Seen};
use super::spec::Paths;

/// Reads a body; nothing if it is not one element from its start to its end.
pub(super) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut reader = Reader::from_str(body);
    let mut walk = Walk { body, paths, found, open: Vec::new(), skipped: 0 };
    let mut has_root = false;
    loop {
        let before = position(&reader);
        match reader.read_event().ok()? {
            // Another element behind the first one is no XML.
            Event::Start(_) | Event::Empty(_) if has_root && walk.is_outside() => return None,
            Event::Start(tag) => {
                has_root = true;
                walk.enter(&tag, position(&reader));
            }
            Event::Empty(tag) => {
                has_root = true;
                walk.enter(&tag, position(&reader));
                walk.leave(position(&reader));
            }
            Event::End(_) => walk.leave(before),
            Event::Text(text) => walk.text(text.xml10_content()),
            Event::CData(text) => walk.text(text.xml10_content()),
            Event::GeneralRef(entity) => walk.text(resolved(&entity)),
            Event::Eof => return (has_root && walk.is_outside()).then_some(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// What an entity stands for, or the entity as it was written.
fn resolved<'b>(entity: &BytesRef<'b>) -> Cow<'b, str> {
    let name = entity.borrow().into_inner();
    match (entity.resolve_char_ref(), resolve_xml_entity(&name)) {
        (Ok(Some(character)), _) => Cow::Owned(character.into()),
        (_, Some(text)) => Cow::Borrowed(text),
        _ => Cow::Owned(alloc::format!("&{name};")),
    }
}

/// An element on a path.
struct Open<'b> {
    node: u16,
    item: Option<usize>,
    /// Where its content starts.
    start: usize,
    text: Cow<'b, str>,
    has_elements: bool,
    seen: Seen,
}

struct Walk<'a, 'b> {
    body: &'b str,
    paths: Paths<'a>,
    found: &'a mut Found<'b>,
    open: Vec<Open<'b>>,
    /// How many elements are open that are on no path.
    skipped: usize,
}

impl<'b> Walk<'_, 'b> {
    fn is_outside(&self) -> bool {
        self.open.is_empty() && self.skipped == 0
    }

    fn enter(&mut self, tag: &BytesStart<'_>, start: usize) {
        if let Some(parent) = self.open.last_mut() {
            parent.has_elements = true;
        }
        let place = if self.skipped == 0 { self.place(tag.local_name().as_ref()) } else { None };
        let Some((node, item)) = place else {
            self.skipped += 1;
            return;
        };
        self.attributes(tag, node, item);
        let text = Cow::Borrowed("");
        self.open.push(Open {
            node,
            item,
            start,
            text,
            has_elements: false,
            seen: Seen::default(),
        });
    }

    /// The node of an element, and the item that it is or lies in.
    fn place(&mut self, name: &str) -> Option<(u16, Option<usize>)> {
        let (parent, item) = self.open.last().map_or((0, None), |open| (open.node, open.item));
        if let Some(node) = self.paths.child(parent, name) {
            let seen = self.open.last_mut().map(|open| &mut open.seen);
            if seen.is_some_and(|seen| seen.is_again(self.paths, parent, node)) {
                self.found.forget_below(self.paths, node, item);
            }
            return Some((node, item));
        }
        let each = self.paths.child(parent, "*")?;
        Some((each, Some(self.found.next_item()?)))
    }

    fn attributes(&mut self, tag: &BytesStart<'_>, node: u16, item: Option<usize>) {
        if !self.paths.has_children(node) {
            return;
        }
        // The check for doubles compares each with each: a body could make that take for ever.
        for attribute in tag.attributes().with_checks(false).filter_map(Result::ok) {
            let name = alloc::format!("@{}", attribute.key.local_name().as_ref());
            let path = self.paths.child(node, &name).and_then(|node| self.paths.path(node));
            if let (Some(path), Ok(value)) =
                (path, attribute.normalized_value(XmlVersion::Implicit1_0))
            {
                self.found.keep(item, path, Leaf::Text(Cow::Owned(value.into_owned())));
            }
        }
    }

    fn text(&mut self, text: Cow<'b, str>) {
        let Some(open) = self.open.last_mut().filter(|_| self.skipped == 0) else { return };
        // Only a leaf is kept, so white space between elements is not collected.
        if self.paths.path(open.node).is_none() || open.has_elements {
            return;
        }
        if open.text.is_empty() {
            open.text = text;
        } else {
            open.text.to_mut().push_str(&text);
        }
    }

    fn leave(&mut self, end: usize) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(open) = self.open.pop() else { return };
        let Some(path) = self.paths.path(open.node) else { return };
        let leaf = if open.has_elements {
            Leaf::Raw(self.body.get(open.start..end).unwrap_or_default())
        } else {
            Leaf::Text(trimmed(open.text))
        };
        self.found.keep(open.item, path, leaf);
    }
}

/// White space around a value is layout.
fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().into()),
    }
}
