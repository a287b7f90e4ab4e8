//! Moves through the text of XML in small steps.

use super::bytes::first_of;
use super::character::{name_at, reference};

/// A position in a text.
pub(super) struct Cursor<'b> {
    pub(super) text: &'b str,
    pub(super) at: usize,
}

impl<'b> Cursor<'b> {
    pub(super) fn new(text: &'b str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'b [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    pub(super) fn current(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves past some characters if they come next; returns whether they did.
    pub(super) fn eat(&mut self, wanted: &str) -> bool {
        let is_next = self.rest().starts_with(wanted.as_bytes());
        self.at += if is_next { wanted.len() } else { 0 };
        is_next
    }

    /// Moves past the next occurrence of some characters; returns the text before it.
    pub(super) fn until(&mut self, end: &str) -> Option<&'b str> {
        let (before, _) = self.text.get(self.at..)?.split_once(end)?;
        self.at += before.len() + end.len();
        Some(before)
    }

    /// Moves past white space; returns whether there was any.
    pub(super) fn space(&mut self) -> bool {
        let start = self.at;
        while matches!(self.current(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.at > start
    }

    /// Reads what can be a name.
    pub(super) fn name(&mut self) -> Option<&'b str> {
        let name = name_at(self.text, self.at)?;
        self.at += name.len();
        Some(name)
    }

    pub(super) fn reference(&mut self) -> Option<()> {
        let (_, rest) = reference(self.text.get(self.at + 1..)?)?;
        self.at = self.text.len() - rest.len();
        Some(())
    }

    /// Reads the name and the value of an attribute, except that any name will do.
    pub(super) fn attribute(&mut self) -> Option<(&'b str, &'b str)> {
        Some((self.name()?, self.value()?))
    }

    /// Reads the value of an attribute from after its name.
    pub(super) fn value(&mut self) -> Option<&'b str> {
        self.space();
        self.eat("=").then_some(())?;
        self.space();
        let quote = self.current().filter(|byte| matches!(byte, b'"' | b'\''))?;
        self.at += 1;
        let start = self.at;
        loop {
            self.at += first_of([b'<', b'&', quote], self.rest());
            match self.current()? {
                b'&' => self.reference()?,
                b'<' => return None,
                _ => break,
            }
        }
        let value = self.text.get(start..self.at)?;
        self.at += 1;
        Some(value)
    }
}
