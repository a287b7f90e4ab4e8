//! Reads a JSON body in one pass: values at the paths are kept as they were written, everything
//! else is skipped.

use alloc::string::String;

use super::leaf::{Found, Leaf, Seen};
use crate::table::{Node, Paths};
use crate::wire::syntax::json::{Name, Scanner, inside};

/// Reads a body. `None` if it is not JSON from its start to its end.
pub(crate) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut walk = Walk { scanner: Scanner::new(body), paths, found };
    walk.value(paths.root()?, None)?;
    walk.scanner.end()
}

struct Walk<'a, 'b> {
    scanner: Scanner<'b>,
    paths: Paths<'a>,
    found: &'a mut Found<'b>,
}

impl<'a> Walk<'a, '_> {
    /// Reads a value at a node. It recurses no deeper than the paths go.
    fn value(&mut self, node: &Node<'_>, item: Option<u16>) -> Option<()> {
        let first = self.scanner.peek()?;
        let start = self.scanner.position();
        let leaf = match first {
            b'{' | b'[' => {
                match first {
                    _ if node.count == 0 => self.scanner.skip()?,
                    b'{' => self.object(node, item)?,
                    _ => self.list(node)?,
                }
                Leaf::Raw(self.scanner.since(start))
            }
            _ => {
                let is_escaped = self.scanner.scalar()?;
                leaf(self.scanner.since(start), is_escaped)
            }
        };
        if let Some(path) = node.path() {
            self.found.insert(item, path, leaf);
        }
        Some(())
    }

    fn object(&mut self, node: &Node<'_>, item: Option<u16>) -> Option<()> {
        let mut seen = Seen::default();
        let mut has_next = self.scanner.open(b'}')?;
        while has_next {
            let name = self.scanner.name()?;
            match self.child(node, &name) {
                Some((number, child)) => {
                    if seen.is_again(number) {
                        self.found.forget_below(self.paths, child, item);
                    }
                    self.value(child, item)?;
                }
                None => self.scanner.skip()?,
            }
            has_next = self.scanner.next_is_comma(b'}')?;
        }
        Some(())
    }

    fn child(&self, node: &Node<'_>, name: &Name<'_>) -> Option<(usize, &'a Node<'a>)> {
        if name.is_escaped {
            let name = serde_json::from_slice::<String>(name.written).ok()?;
            return self.paths.child(node, name.as_bytes());
        }
        let (_, inside) = name.written.split_first()?;
        self.paths.child(node, inside.split_last()?.1)
    }

    fn list(&mut self, node: &Node<'_>) -> Option<()> {
        let Some(each) = self.paths.each(node) else { return self.scanner.skip() };
        let mut has_next = self.scanner.open(b']')?;
        while has_next {
            match self.found.next_item() {
                Some(item) => self.value(each, Some(item))?,
                None => self.scanner.skip()?,
            }
            has_next = self.scanner.next_is_comma(b']')?;
        }
        Some(())
    }
}

/// Returns the leaf of a value that is neither object nor list.
fn leaf(written: &str, is_escaped: bool) -> Leaf<'_> {
    match written.as_bytes().first() {
        Some(b'"') if is_escaped => Leaf::Escaped(written),
        Some(b'"') => Leaf::Text(inside(written)),
        Some(b'n') | None => Leaf::Null,
        _ => Leaf::Plain(written),
    }
}
