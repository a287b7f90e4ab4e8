//! XML 1.0 as far as a response can have it, piece by piece and without a copy of any: elements,
//! attributes, text, references. What says nothing is passed: comments, instructions, a document
//! type.

use super::Few;
use super::bytes::first_of;
use super::reference::reference;

/// A piece of a text that is XML so far.
#[derive(Debug, Clone, Copy)]
pub(super) enum Markup<'b> {
    Start(Tag<'b>),
    End {
        name: &'b str,
    },
    /// Text up to the next markup; references are as they were written.
    Text(&'b str),
    /// Text of which nothing is markup.
    Verbatim(&'b str),
    /// A comment or an instruction.
    Silent,
    /// The end of the text.
    Nothing,
}

/// The start of an element, or an element without content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'b> {
    pub(super) name: &'b str,
    attributes: &'b str,
    pub(super) is_empty: bool,
    /// Where the name starts.
    start: usize,
}

/// A place in a text that is XML so far.
pub(super) struct Scanner<'b> {
    text: &'b str,
    at: usize,
}

impl<'b> Scanner<'b> {
    pub(super) fn new(text: &'b str) -> Self {
        Self { text, at: 0 }
    }

    /// The number of bytes before the place.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'b [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn current(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether these characters come next, which are passed.
    fn pass(&mut self, wanted: &str) -> bool {
        let is_there = self.rest().starts_with(wanted.as_bytes());
        self.at += if is_there { wanted.len() } else { 0 };
        is_there
    }

    /// Everything before some characters; both are passed.
    fn until(&mut self, end: &str) -> Option<&'b str> {
        let (before, _) = self.text.get(self.at..)?.split_once(end)?;
        self.at += before.len() + end.len();
        Some(before)
    }

    /// White space; whether there is any.
    fn space(&mut self) -> bool {
        let start = self.at;
        while matches!(self.current(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.at > start
    }

    fn name(&mut self) -> Option<&'b str> {
        let name = name_at(self.text, self.at)?;
        self.at += name.len();
        Some(name)
    }

    /// What stands before the first element, and that element.
    pub(super) fn root(&mut self) -> Option<Tag<'b>> {
        loop {
            self.space();
            if self.pass("<!DOCTYPE") {
                self.document_type()?;
                continue;
            }
            match self.next()? {
                Markup::Start(tag) => return Some(tag),
                Markup::Silent => {}
                _ => return None,
            }
        }
    }

    /// What may stand behind the last element, and then nothing.
    pub(super) fn end(&mut self) -> Option<()> {
        loop {
            self.space();
            match self.next()? {
                Markup::Silent => {}
                Markup::Nothing => return Some(()),
                _ => return None,
            }
        }
    }

    /// The next piece; nothing if this is no XML.
    pub(super) fn next(&mut self) -> Option<Markup<'b>> {
        match self.current() {
            None => return Some(Markup::Nothing),
            Some(b'<') => self.at += 1,
            Some(_) => return self.text(),
        }
        match self.current()? {
            b'/' => {
                self.at += 1;
                let name = self.name()?;
                self.space();
                self.pass(">").then_some(Markup::End { name })
            }
            b'?' => self.instruction().map(|()| Markup::Silent),
            b'!' if self.pass("!--") => self.comment().map(|()| Markup::Silent),
            b'!' if self.pass("![CDATA[") => self.until("]]>").map(Markup::Verbatim),
            _ => self.tag().map(Markup::Start),
        }
    }

    /// Passes an instruction, which has a name, from its question mark on.
    fn instruction(&mut self) -> Option<()> {
        self.at += 1;
        self.name()?;
        let is_parted = self.space();
        let inside = self.until("?>")?;
        (is_parted || inside.is_empty()).then_some(())
    }

    /// Passes the rest of a comment, which has no two hyphens but at its end.
    fn comment(&mut self) -> Option<()> {
        self.until("--")?;
        self.pass(">").then_some(())
    }

    fn text(&mut self) -> Option<Markup<'b>> {
        let start = self.at;
        self.references(b'<')?;
        self.text.get(start..self.at).map(Markup::Text)
    }

    /// Passes text up to a byte, or to the end; nothing if something in it is no text.
    fn references(&mut self, end: u8) -> Option<()> {
        loop {
            self.at += first_of([b'<', b'&', end], self.rest());
            match self.current() {
                Some(b'&') => self.at += reference(self.text.get(self.at..)?)?.len() + "&;".len(),
                Some(b'<') if end != b'<' => return None,
                _ => return Some(()),
            }
        }
    }

    fn tag(&mut self) -> Option<Tag<'b>> {
        let start = self.at;
        let name = self.name()?;
        let behind_name = self.at;
        loop {
            let is_parted = self.space();
            if matches!(self.current()?, b'>' | b'/') {
                break;
            }
            is_parted.then_some(())?;
            self.attribute()?;
        }
        let attributes = self.text.get(behind_name..self.at)?;
        let is_empty = self.pass("/");
        self.pass(">").then_some(Tag { name, attributes, is_empty, start })
    }

    /// The name and the value of an attribute.
    fn attribute(&mut self) -> Option<(&'b str, &'b str)> {
        let name = self.name()?;
        self.space();
        self.pass("=").then_some(())?;
        self.space();
        let quote = self.current().filter(|byte| matches!(byte, b'"' | b'\''))?;
        self.at += 1;
        let start = self.at;
        self.references(quote)?;
        let value = self.text.get(start..self.at)?;
        self.current()?;
        self.at += 1;
        Some((name, value))
    }

    /// Passes the rest of an element, however deep it is: that costs a number for each element
    /// that is open.
    pub(super) fn skip(&mut self, tag: Tag<'b>) -> Option<()> {
        // Where the names of the elements start that are open: half as long as a number of `usize`.
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

    /// Passes the rest of a document type, which can hold declarations in brackets.
    fn document_type(&mut self) -> Option<()> {
        self.space().then_some(())?;
        self.name()?;
        self.declared()?;
        if self.pass("[") {
            while !self.pass("]") {
                self.declaration()?;
            }
            self.space();
        }
        self.pass(">").then_some(())
    }

    /// Passes one of the declarations in a document type, or what stands between them.
    fn declaration(&mut self) -> Option<()> {
        let is_keyword =
            |keyword: &str| matches!(keyword, "ENTITY" | "ELEMENT" | "ATTLIST" | "NOTATION");
        if self.space() {
            return Some(());
        }
        if self.pass("<!--") {
            return self.comment();
        }
        if self.rest().starts_with(b"<?") {
            self.at += 1;
            return self.instruction();
        }
        if self.pass("%") {
            self.name()?;
            return self.pass(";").then_some(());
        }
        self.pass("<!").then_some(())?;
        self.name().filter(|keyword| is_keyword(keyword))?;
        self.declared()?;
        self.pass(">").then_some(())
    }

    /// Passes what a declaration says, literals in quotes included, up to its end.
    fn declared(&mut self) -> Option<()> {
        loop {
            self.at += first_of([b'"', b'\'', b'<', b'[', b']', b'>'], self.rest());
            if self.pass("\"") {
                self.until("\"")?;
            } else if self.pass("'") {
                self.until("'")?;
            } else {
                return Some(());
            }
        }
    }
}

impl<'b> Tag<'b> {
    /// The prefix of the name with its colon: each sender chooses its own for a namespace.
    pub(super) fn prefix(self) -> &'b str {
        let end = self.name.find(':').map_or(0, |colon| colon + 1);
        self.name.get(..end).unwrap_or_default()
    }

    /// The names and values of the attributes, as they were written.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'b str, &'b str)> {
        let mut scanner = Scanner::new(self.attributes);
        core::iter::from_fn(move || {
            scanner.space();
            scanner.attribute()
        })
    }
}

/// The name at a place.
pub(super) fn name_at(text: &str, start: usize) -> Option<&str> {
    let rest = text.as_bytes().get(start..)?;
    rest.first().filter(|first| !matches!(first, b'-' | b'.' | b'0'..=b'9'))?;
    let length = rest.iter().take_while(|byte| is_of_name(**byte)).count();
    text.get(start..start + length).filter(|name| !name.is_empty())
}

/// Whether a byte can be a part of a name. What is not ASCII is not looked at closer.
const fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'_' | 0x80..)
}
