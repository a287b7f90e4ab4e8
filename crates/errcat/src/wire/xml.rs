//! One pass over an XML body: the text at the paths is kept, everything else is skipped.

use alloc::borrow::Cow;
use alloc::string::String;

use super::leaf::{Found, Leaf, Seen};
use super::markup::{Markup, Scanner, Tag};
use super::reference::resolved;
use super::spec::{Node, Paths};

/// Reads a body; nothing if it is not one element from its start to its end.
pub(super) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut scanner = Scanner::new(body);
    let root = scanner.root()?;
    let mut walk = Walk { body, scanner, prefix: root.prefix(), paths, found };
    walk.child(root, paths.root()?, None, &mut Seen::default())?;
    walk.scanner.end()
}

struct Walk<'a, 'b> {
    body: &'b str,
    scanner: Scanner<'b>,
    /// What stands before the names of the sender's own namespace, which is that of the root.
    prefix: &'b str,
    paths: Paths<'a>,
    found: &'a mut Found<'b>,
}

impl<'b> Walk<'_, 'b> {
    /// Reads an element in one on a path. It calls itself no deeper than the paths go.
    fn child(
        &mut self,
        tag: Tag<'b>,
        parent: &Node<'_>,
        item: Option<u16>,
        seen: &mut Seen,
    ) -> Option<()> {
        let name = tag.name.strip_prefix(self.prefix);
        let place = name.and_then(|name| self.paths.child(parent, name.as_bytes()));
        if let Some((number, node)) = place {
            if seen.is_again(number) {
                self.found.forget_below(self.paths, node, item);
            }
            return self.element(tag, node, item);
        }
        let each = self.paths.each(parent).and_then(|each| Some((each, self.found.next_item()?)));
        match each {
            Some((each, item)) => self.element(tag, each, Some(item)),
            None => self.scanner.skip(tag),
        }
    }

    fn element(&mut self, tag: Tag<'b>, node: &Node<'_>, item: Option<u16>) -> Option<()> {
        self.attributes(tag, node, item);
        let leaf = if tag.is_empty { Leaf::Text("") } else { self.content(tag, node, item)? };
        if let Some(path) = node.path() {
            self.found.insert(item, path, leaf);
        }
        Some(())
    }

    /// Reads what stands between the tags of an element.
    fn content(&mut self, tag: Tag<'b>, node: &Node<'_>, item: Option<u16>) -> Option<Leaf<'b>> {
        let start = self.scanner.position();
        let (mut seen, mut has_elements) = (Seen::default(), false);
        loop {
            let end = self.scanner.position();
            match self.scanner.next()? {
                Markup::Start(child) => {
                    has_elements = true;
                    self.child(child, node, item, &mut seen)?;
                }
                Markup::End { name } if name == tag.name => {
                    let content = self.body.get(start..end)?;
                    return Some(if has_elements { Leaf::Raw(content) } else { leaf(content) });
                }
                Markup::End { .. } | Markup::Nothing => return None,
                Markup::Text(_) | Markup::Verbatim(_) | Markup::Silent => {}
            }
        }
    }

    fn attributes(&mut self, tag: Tag<'b>, node: &Node<'_>, item: Option<u16>) {
        let children = self.paths.children(node).iter();
        let wanted = children.filter_map(|child| Some((child.name.strip_prefix('@')?, child)));
        for (wanted, child) in wanted {
            let values = tag.attributes().filter(|(name, _)| *name == wanted);
            if let (Some((_, value)), Some(path)) = (values.last(), child.path()) {
                self.found.insert(item, path, leaf(value));
            }
        }
    }
}

/// Text, as it was written. White space around it is layout.
fn leaf(written: &str) -> Leaf<'_> {
    if written.bytes().any(|byte| matches!(byte, b'<' | b'&' | b'\r')) {
        Leaf::Markup(written)
    } else {
        Leaf::Text(written.trim())
    }
}

/// What text with references, comments and the like says.
pub(super) fn text_of(written: &str) -> Cow<'_, str> {
    let mut scanner = Scanner::new(written);
    let mut all = String::new();
    loop {
        match scanner.next() {
            Some(Markup::Text(text)) => all.push_str(&resolved(text)),
            Some(Markup::Verbatim(text)) => all.push_str(text),
            Some(Markup::Silent) => {}
            // It was read once already, so there is nothing else in it.
            _ => break,
        }
    }
    if all.contains('\r') {
        all = all.replace("\r\n", "\n").replace('\r', "\n");
    }
    Cow::Owned(all.trim().into())
}
