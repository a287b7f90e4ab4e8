//! One pass over a JSON body: what stands at the paths is kept as it was written, everything else
//! is skipped.

use alloc::borrow::Cow;

use super::leaf::{Found, Leaf, Seen};
use super::scan::Scanner;
use super::spec::{Node, Paths};

/// Reads a body; nothing if it is not JSON from its start to its end.
pub(super) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut walk = Walk { scanner: Scanner::new(body), paths, found };
    walk.value(paths.root()?, None)?;
    walk.scanner.end()
}

struct Walk<'a, 'b> {
    scanner: Scanner<'b>,
    paths: Paths<'a>,
    found: &'a mut Found<'b>,
}

impl<'b> Walk<'_, 'b> {
    /// Reads a value at a place on a path. It calls itself no deeper than the paths go.
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
            _ => self.scanner.scalar()?,
        };
        if let Some(path) = node.path() {
            self.found.keep(item, path, leaf);
        }
        Some(())
    }

    fn object(&mut self, node: &Node<'_>, item: Option<u16>) -> Option<()> {
        let mut seen = Seen::default();
        let mut goes_on = self.scanner.open(b'}')?;
        while goes_on {
            let child = match self.scanner.name()? {
                Leaf::Text(name) => self.paths.child(node, name),
                escaped => escaped.any_text().and_then(|name| self.paths.child(node, &name)),
            };
            match child {
                Some((number, child)) => {
                    if seen.is_again(number) {
                        self.found.forget_below(self.paths, child, item);
                    }
                    self.value(child, item)?;
                }
                None => self.scanner.skip()?,
            }
            goes_on = self.scanner.goes_on(b'}')?;
        }
        Some(())
    }

    fn list(&mut self, node: &Node<'_>) -> Option<()> {
        let Some(each) = self.paths.each(node) else { return self.scanner.skip() };
        let mut goes_on = self.scanner.open(b']')?;
        while goes_on {
            match self.found.next_item() {
                Some(item) => self.value(each, Some(item))?,
                None => self.scanner.skip()?,
            }
            goes_on = self.scanner.goes_on(b']')?;
        }
        Some(())
    }
}

/// A string without its quotes; what it escapes is written out.
pub(super) fn unescaped(quoted: &str) -> Cow<'_, str> {
    match serde_json::from_str::<alloc::string::String>(quoted) {
        Ok(text) => Cow::Owned(text),
        // Half a surrogate pair, for example: kept as it was written.
        Err(_) => {
            let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            Cow::Borrowed(inside.unwrap_or(quoted))
        }
    }
}
