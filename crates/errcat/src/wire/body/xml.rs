//! Reads an XML body in one pass: keeps the text at the paths and skips everything else.

use super::leaf::{Found, Leaf, Seen};
use crate::table::{Node, Paths};
use crate::wire::syntax::tag::{Namespace, Tag};
use crate::wire::syntax::value::{is_plain, trim};
use crate::wire::syntax::xml::{Markup, Scanner};

/// Reads a body; `None` unless it is one well-formed element.
pub(crate) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut scanner = Scanner::new(body);
    let root = scanner.root()?;
    found.namespace = scanner.name_of(root.namespace);
    let mut walk = Walk { body, scanner, namespace: root.namespace, paths, found };
    walk.child(root, paths.root()?, None, &mut Seen::default())?;
    walk.scanner.end()
}

struct Walk<'a, 'b> {
    body: &'b str,
    scanner: Scanner<'b>,
    /// The namespace of the root: no path leads to an element in another one.
    namespace: Namespace,
    paths: Paths<'a>,
    found: &'a mut Found<'b>,
}

impl<'b> Walk<'_, 'b> {
    /// Reads an element in one on a path. The recursion is no deeper than the paths.
    fn child(
        &mut self,
        tag: Tag<'b>,
        parent: &Node<'_>,
        item: Option<u16>,
        seen: &mut Seen,
    ) -> Option<()> {
        if tag.namespace != self.namespace {
            return self.scanner.skip(tag);
        }
        if let Some((number, node)) = self.paths.child(parent, tag.local().as_bytes()) {
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

    /// Reads what is between the tags of an element.
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
            let mut values = tag.attributes().filter(|(name, _)| *name == wanted);
            if let (Some((_, written)), Some(path)) = (values.next(), child.path()) {
                self.found.insert(item, path, value(written));
            }
        }
    }
}

/// Returns the text of an element, as written if it needs no more than trimming.
fn leaf(written: &str) -> Leaf<'_> {
    if written.bytes().any(|byte| matches!(byte, b'<' | b'&' | b'\r')) {
        Leaf::Markup(written)
    } else {
        Leaf::Text(trim(written))
    }
}

/// Returns the value of an attribute, as written if it needs no more than trimming.
fn value(written: &str) -> Leaf<'_> {
    if is_plain(written) { Leaf::Text(trim(written)) } else { Leaf::Attribute(written) }
}
