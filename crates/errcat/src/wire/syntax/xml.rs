//! Splits XML 1.0 into elements, attributes and text without copying, and refuses what is not
//! well-formed.
//!
//! A document type makes a document unreadable: no provider sends one, and entities are a way to
//! attack readers. Prefixes need no declaration.

use alloc::vec::Vec;

use super::bytes::first_of;
use super::character::{has_only_characters, is_name, is_qualified_name, name_at, reference};
use crate::wire::few::Few;

/// A piece of a text that is well-formed so far.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Markup<'b> {
    Start(Tag<'b>),
    End {
        name: &'b str,
    },
    /// Text up to the next markup, with its references as written.
    Text(&'b str),
    /// The content of a CDATA section.
    Verbatim(&'b str),
    /// A comment or a processing instruction.
    Silent,
    /// The end of the input.
    Nothing,
}

/// The start tag of an element, or the tag of an element without content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'b> {
    pub(crate) name: &'b str,
    attributes: &'b str,
    pub(crate) is_empty: bool,
    /// The position of the name.
    start: usize,
}

/// A position in a text that is well-formed up to there.
pub(crate) struct Scanner<'b> {
    text: &'b str,
    at: usize,
}

impl<'b> Scanner<'b> {
    pub(crate) fn new(text: &'b str) -> Self {
        Self { text, at: 0 }
    }

    /// Returns the number of bytes read so far.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'b [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn current(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves past some characters if they come next; returns whether they did.
    fn eat(&mut self, wanted: &str) -> bool {
        let is_next = self.rest().starts_with(wanted.as_bytes());
        self.at += if is_next { wanted.len() } else { 0 };
        is_next
    }

    /// Moves past the next occurrence of some characters; returns the text before it.
    fn until(&mut self, end: &str) -> Option<&'b str> {
        let (before, _) = self.text.get(self.at..)?.split_once(end)?;
        self.at += before.len() + end.len();
        Some(before)
    }

    /// Moves past white space; returns whether there was any.
    fn space(&mut self) -> bool {
        let start = self.at;
        while matches!(self.current(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.at > start
    }

    /// Reads what can be a name.
    fn name(&mut self) -> Option<&'b str> {
        let name = name_at(self.text, self.at)?;
        self.at += name.len();
        Some(name)
    }

    /// Reads up to the first element and returns its tag, if all of the text is characters that
    /// XML allows.
    pub(crate) fn root(&mut self) -> Option<Tag<'b>> {
        has_only_characters(self.text).then_some(())?;
        loop {
            self.space();
            match self.next()? {
                Markup::Start(tag) => return Some(tag),
                Markup::Silent => {}
                _ => return None,
            }
        }
    }

    /// Reads from the end of the root element to the end of the text.
    pub(crate) fn end(&mut self) -> Option<()> {
        loop {
            self.space();
            match self.next()? {
                Markup::Silent => {}
                Markup::Nothing => return Some(()),
                _ => return None,
            }
        }
    }

    /// Reads the next piece; `None` if the text is not well-formed.
    pub(crate) fn next(&mut self) -> Option<Markup<'b>> {
        match self.current() {
            None => return Some(Markup::Nothing),
            Some(b'<') => self.at += 1,
            Some(_) => return self.text().map(Markup::Text),
        }
        match self.current()? {
            b'/' => {
                self.at += 1;
                // It is compared with a name that was checked.
                let name = self.name()?;
                self.space();
                self.eat(">").then_some(Markup::End { name })
            }
            b'?' => self.instruction().map(|()| Markup::Silent),
            b'!' if self.eat("!--") => self.comment().map(|()| Markup::Silent),
            b'!' if self.eat("![CDATA[") => self.until("]]>").map(Markup::Verbatim),
            _ => self.tag().map(Markup::Start),
        }
    }

    /// Reads a processing instruction from its question mark. Only at the start of a document, one
    /// can be called `xml`: a declaration.
    fn instruction(&mut self) -> Option<()> {
        let before = self.text.get(..self.at - 1)?;
        self.at += 1;
        let name = self.name().filter(|name| is_name(name))?;
        let is_start = name == "xml" && before.trim_start().is_empty();
        let has_space = self.space();
        let content = self.until("?>")?;
        let is_reserved = name.eq_ignore_ascii_case("xml") && !is_start;
        ((has_space || content.is_empty()) && !is_reserved).then_some(())
    }

    /// Reads the rest of a comment, which may not contain two hyphens.
    fn comment(&mut self) -> Option<()> {
        self.until("--")?;
        self.eat(">").then_some(())
    }

    /// Reads text up to the next markup, or to the end.
    fn text(&mut self) -> Option<&'b str> {
        let start = self.at;
        loop {
            self.at += first_of([b'<', b'&', b'>'], self.rest());
            match self.current() {
                Some(b'&') => self.reference()?,
                Some(b'>') if self.text.get(start..self.at)?.ends_with("]]") => return None,
                Some(b'>') => self.at += 1,
                _ => return self.text.get(start..self.at),
            }
        }
    }

    fn reference(&mut self) -> Option<()> {
        let (_, rest) = reference(self.text.get(self.at + 1..)?)?;
        self.at = self.text.len() - rest.len();
        Some(())
    }

    fn tag(&mut self) -> Option<Tag<'b>> {
        let start = self.at;
        let name = self.name().filter(|name| is_qualified_name(name))?;
        let end_of_name = self.at;
        let mut count = 0;
        loop {
            let has_space = self.space();
            if matches!(self.current()?, b'>' | b'/') {
                break;
            }
            has_space.then_some(())?;
            self.attribute()?;
            count += 1;
        }
        let attributes = self.text.get(end_of_name..self.at)?;
        let is_empty = self.eat("/");
        let tag = Tag { name, attributes, is_empty, start };
        (self.eat(">") && (count < 2 || tag.has_distinct_attributes(count))).then_some(tag)
    }

    /// Reads the name and the value of an attribute.
    fn attribute(&mut self) -> Option<(&'b str, &'b str)> {
        let name = self.name().filter(|name| is_qualified_name(name))?;
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
        Some((name, value))
    }

    /// Skips the rest of an element without recursion; each open element costs one number.
    pub(crate) fn skip(&mut self, tag: Tag<'b>) -> Option<()> {
        // The positions of the names of the open elements, in half the size of a `usize`.
        let mut open = Few::<u32, 8>::default();
        let mut next = Markup::Start(tag);
        loop {
            match next {
                Markup::Start(tag) if !tag.is_empty => open.push(u32::try_from(tag.start).ok()?),
                Markup::End { name } => {
                    let start = usize::try_from(open.pop()?).ok()?;
                    name_at(self.text, start).filter(|opened| *opened == name)?;
                }
                Markup::Nothing => return None,
                _ => {}
            }
            if open.is_empty() {
                return Some(());
            }
            next = self.next()?;
        }
    }
}

impl<'b> Tag<'b> {
    /// Returns the prefix of the name with its colon. Each sender chooses its own for a namespace.
    pub(crate) fn prefix(self) -> &'b str {
        let end = self.name.find(':').map_or(0, |colon| colon + 1);
        self.name.get(..end).unwrap_or_default()
    }

    /// Returns the names and values of the attributes, with the values as written.
    pub(crate) fn attributes(self) -> impl Iterator<Item = (&'b str, &'b str)> {
        let mut scanner = Scanner::new(self.attributes);
        core::iter::from_fn(move || {
            scanner.space();
            scanner.attribute()
        })
    }

    fn has_distinct_attributes(self, count: usize) -> bool {
        let names = || self.attributes().map(|(name, _)| name);
        // A list would be allocated for every tag, and few tags have more than two attributes.
        if count <= 4 {
            return names()
                .enumerate()
                .all(|(index, name)| names().take(index).all(|one| one != name));
        }
        let mut sorted = Vec::with_capacity(count);
        sorted.extend(names());
        sorted.sort_unstable();
        sorted.is_sorted_by(|one, next| one < next)
    }
}
