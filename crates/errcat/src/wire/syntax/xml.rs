//! Splits XML 1.0 into elements, attributes and text without copying, and refuses what is not
//! well-formed.
//!
//! A document type makes a document unreadable: no provider sends one, and entities are a way to
//! attack readers.

use alloc::borrow::Cow;

use super::bytes::first_of;
use super::character::{has_only_characters, is_name, name_at, prefix_length};
use super::cursor::Cursor;
use super::namespace::Scope;
use super::tag::{Namespace, Tag};
use crate::wire::Few;

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

/// A position in a document that is well-formed up to there, except that only [`Self::skip`] compares
/// the names of a start tag and its end tag.
pub(crate) struct Scanner<'b> {
    cursor: Cursor<'b>,
    scope: Scope<'b>,
}

impl<'b> Scanner<'b> {
    pub(crate) fn new(text: &'b str) -> Self {
        Self { cursor: Cursor::new(text), scope: Scope::new() }
    }

    /// Returns the number of bytes read so far.
    pub(crate) fn position(&self) -> usize {
        self.cursor.at
    }

    /// Returns the name of a namespace. It is empty for names in none.
    pub(crate) fn name_of(&self, namespace: Namespace) -> Cow<'b, str> {
        self.scope.name(namespace)
    }

    /// Reads up to the first element and returns its tag, if all of the text is characters that
    /// XML allows.
    pub(crate) fn root(&mut self) -> Option<Tag<'b>> {
        has_only_characters(self.cursor.text).then_some(())?;
        loop {
            self.cursor.space();
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
            self.cursor.space();
            match self.next()? {
                Markup::Silent => {}
                Markup::Nothing => return Some(()),
                _ => return None,
            }
        }
    }

    /// Reads the next piece; `None` if the text is not well-formed.
    pub(crate) fn next(&mut self) -> Option<Markup<'b>> {
        match self.cursor.current() {
            None => return Some(Markup::Nothing),
            Some(b'<') => self.cursor.at += 1,
            Some(_) => return self.text().map(Markup::Text),
        }
        match self.cursor.current()? {
            b'/' => {
                self.cursor.at += 1;
                // It is compared with a name that was checked.
                let name = self.cursor.name()?;
                self.cursor.space();
                self.scope.close();
                self.cursor.eat(">").then_some(Markup::End { name })
            }
            b'?' => self.instruction().map(|()| Markup::Silent),
            b'!' if self.cursor.eat("!--") => self.comment().map(|()| Markup::Silent),
            b'!' if self.cursor.eat("![CDATA[") => self.cursor.until("]]>").map(Markup::Verbatim),
            _ => self.tag().map(Markup::Start),
        }
    }

    /// Reads a processing instruction from its question mark. Only the start of a document can have
    /// one called `xml`: a declaration.
    fn instruction(&mut self) -> Option<()> {
        let is_start = self.cursor.at == 1;
        self.cursor.at += 1;
        let name = self.cursor.name().filter(|name| is_name(name) && !name.contains(':'))?;
        if name.eq_ignore_ascii_case("xml") {
            return (is_start && name == "xml").then(|| self.declaration())?;
        }
        let has_space = self.cursor.space();
        let content = self.cursor.until("?>")?;
        (has_space || content.is_empty()).then_some(())
    }

    /// Reads a declaration from after its name. The body is text already, so it can name any encoding.
    fn declaration(&mut self) -> Option<()> {
        let mut names = ["version", "encoding", "standalone"].into_iter();
        let mut has_version = false;
        loop {
            let has_space = self.cursor.space();
            if self.cursor.eat("?>") {
                return has_version.then_some(());
            }
            let (name, value) = self.cursor.attribute()?;
            names.find(|other| *other == name)?;
            let is_valid = match name {
                "version" => value.strip_prefix("1.").is_some_and(is_digits),
                "encoding" => has_version && is_encoding(value),
                _ => has_version && matches!(value, "yes" | "no"),
            };
            (has_space && is_valid).then_some(())?;
            has_version = true;
        }
    }

    /// Reads the rest of a comment, which may not contain two hyphens.
    fn comment(&mut self) -> Option<()> {
        self.cursor.until("--")?;
        self.cursor.eat(">").then_some(())
    }

    /// Reads text up to the next markup, or to the end.
    fn text(&mut self) -> Option<&'b str> {
        let start = self.cursor.at;
        loop {
            self.cursor.at += first_of([b'<', b'&', b'>'], self.cursor.rest());
            match self.cursor.current() {
                Some(b'&') => self.cursor.reference()?,
                Some(b'>') if self.cursor.text.get(start..self.cursor.at)?.ends_with("]]") => {
                    return None;
                }
                Some(b'>') => self.cursor.at += 1,
                _ => return self.cursor.text.get(start..self.cursor.at),
            }
        }
    }

    fn tag(&mut self) -> Option<Tag<'b>> {
        let start = self.cursor.at;
        let name = self.cursor.name()?;
        let prefix = prefix_length(name)?;
        let end_of_name = self.cursor.at;
        let (mut count, mut has_prefixes) = (0, false);
        loop {
            let has_space = self.cursor.space();
            if matches!(self.cursor.current()?, b'>' | b'/') {
                break;
            }
            has_space.then_some(())?;
            let name = self.cursor.name()?;
            has_prefixes |= prefix_length(name)? > 0 || name == "xmlns";
            self.cursor.value()?;
            count += 1;
        }
        let attributes = self.cursor.text.get(end_of_name..self.cursor.at)?;
        let (is_empty, namespace) = (self.cursor.eat("/"), Namespace::NONE);
        let prefix = u32::try_from(prefix).ok()?;
        let mut tag =
            Tag { name, attributes, start, count, prefix, has_prefixes, is_empty, namespace };
        tag.namespace = self.scope.open(&tag)?;
        if is_empty {
            self.scope.close();
        }
        self.cursor.eat(">").then_some(tag)
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
                    name_at(self.cursor.text, start).filter(|opened| *opened == name)?;
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

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a text can be the name of an encoding.
fn is_encoding(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.bytes().all(is_part)
}
