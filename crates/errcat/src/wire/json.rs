//! One pass over a JSON body: what stands at the paths is kept as it was written, everything else
//! is skipped.

use alloc::borrow::Cow;

use super::leaf::{Found, Leaf, Seen};
use super::scan::Scanner;
use super::spec::Paths;

/// Reads a body; nothing if it is not JSON from its start to its end.
pub(super) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut walk = Walk { scanner: Scanner::new(body), paths, found };
    walk.value(0, None)?;
    walk.scanner.end()
}

struct Walk<'a, 'b> {
    scanner: Scanner<'b>,
    paths: Paths<'a>,
    found: &'a mut Found<'b>,
}

impl<'b> Walk<'_, 'b> {
    /// Reads a value at a place on a path. It calls itself no deeper than the paths go.
    fn value(&mut self, node: u16, item: Option<u16>) -> Option<()> {
        let first = self.scanner.peek()?;
        let start = self.scanner.position();
        let leaf = match first {
            b'{' if self.paths.has_children(node) => {
                self.object(node, item)?;
                Leaf::Raw(self.scanner.since(start))
            }
            b'[' if self.paths.each(node).is_some() => {
                self.list(node)?;
                Leaf::Raw(self.scanner.since(start))
            }
            b'{' | b'[' => {
                self.scanner.skip()?;
                Leaf::Raw(self.scanner.since(start))
            }
            _ => self.scanner.scalar()?,
        };
        if let Some(path) = self.paths.path(node) {
            self.found.keep(item, path, leaf);
        }
        Some(())
    }

    fn object(&mut self, node: u16, item: Option<u16>) -> Option<()> {
        if !self.scanner.open(b'}')? {
            return Some(());
        }
        let mut seen = Seen::default();
        loop {
            let child = match self.scanner.name()? {
                Leaf::Text(name) => self.paths.child(node, name),
                escaped => escaped.any_text().and_then(|name| self.paths.child(node, &name)),
            };
            match child {
                Some(child) => {
                    if seen.is_again(self.paths, node, child) {
                        self.found.forget_below(self.paths, child, item);
                    }
                    self.value(child, item)?;
                }
                None => self.scanner.skip()?,
            }
            if !self.scanner.goes_on(b'}')? {
                return Some(());
            }
        }
    }

    fn list(&mut self, node: u16) -> Option<()> {
        let each = self.paths.each(node)?;
        if !self.scanner.open(b']')? {
            return Some(());
        }
        loop {
            match self.found.next_item() {
                Some(item) => self.value(each, Some(item))?,
                None => self.scanner.skip()?,
            }
            if !self.scanner.goes_on(b']')? {
                return Some(());
            }
        }
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
