//! JSON as RFC 8259 has it, from its start to its end and nothing else: where each value starts
//! and ends, without a copy of any.

use alloc::vec::Vec;

use super::bytes::plain_length;

/// The name of a member.
pub(super) struct Name<'b> {
    /// In its quotes.
    pub(super) written: &'b [u8],
    pub(super) is_escaped: bool,
}

/// A place in a text that is JSON so far.
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

    /// What was passed since a place.
    pub(super) fn since(&self, start: usize) -> &'b str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The next byte.
    fn next(&mut self) -> Option<u8> {
        let byte = self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(*byte)
    }

    /// The next byte, which is passed if it is the wanted one.
    fn pass(&mut self, wanted: u8) -> bool {
        let is_there = self.text.as_bytes().get(self.at) == Some(&wanted);
        self.at += usize::from(is_there);
        is_there
    }

    /// The first byte behind white space, which stays.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at)? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                other => return Some(*other),
            }
        }
    }

    /// The first byte behind white space, which is passed.
    pub(super) fn token(&mut self) -> Option<u8> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// White space, and then nothing.
    pub(super) fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    /// The name of a member, with its colon.
    pub(super) fn name(&mut self) -> Option<Name<'b>> {
        self.peek().filter(|byte| *byte == b'"')?;
        let start = self.at;
        let is_escaped = self.string()?;
        let written = self.text.as_bytes().get(start..self.at)?;
        self.token().filter(|byte| *byte == b':')?;
        Some(Name { written, is_escaped })
    }

    /// Passes a value that is no structure; whether it escapes something.
    pub(super) fn scalar(&mut self) -> Option<bool> {
        match self.peek()? {
            b'"' => return self.string(),
            b'n' => self.word(b"null")?,
            b't' => self.word(b"true")?,
            b'f' => self.word(b"false")?,
            _ => self.number()?,
        }
        Some(false)
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += word.len();
        rest.starts_with(word).then_some(())
    }

    fn number(&mut self) -> Option<()> {
        self.pass(b'-');
        if !self.pass(b'0') {
            self.digits()?;
        }
        if self.pass(b'.') {
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            let _ = self.pass(b'+') || self.pass(b'-');
            self.digits()?;
        }
        Some(())
    }

    /// One digit at least.
    fn digits(&mut self) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        (count > 0).then_some(())
    }

    /// Passes a string, from quote to quote; whether it escapes something.
    fn string(&mut self) -> Option<bool> {
        self.at += 1;
        let mut is_escaped = false;
        loop {
            self.at += plain_length(self.text.as_bytes().get(self.at..)?);
            match self.next()? {
                b'"' => return Some(is_escaped),
                b'\\' => self.escape()?,
                _ => return None,
            }
            is_escaped = true;
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Option<()> {
        match self.next()? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => {
                let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
                self.at += 4;
                digits.iter().all(u8::is_ascii_hexdigit).then_some(())
            }
            _ => None,
        }
    }

    /// Passes the start of a structure, and its end if it is empty; whether it is not.
    pub(super) fn open(&mut self, end: u8) -> Option<bool> {
        self.token()?;
        let is_empty = self.peek()? == end;
        self.at += usize::from(is_empty);
        Some(!is_empty)
    }

    /// Passes what stands behind a value in a structure: whether there is another one.
    pub(super) fn goes_on(&mut self, end: u8) -> Option<bool> {
        let token = self.token()?;
        (token == b',' || token == end).then_some(token == b',')
    }

    /// Passes a value, however deep it is: that costs a bit for each structure that is open.
    pub(super) fn skip(&mut self) -> Option<()> {
        let mut open = Open::default();
        loop {
            let mut is_behind_value = match self.peek()? {
                b'{' => !self.enter(&mut open, b'}')?,
                b'[' => !self.enter(&mut open, b']')?,
                _ => self.scalar().map(|_| true)?,
            };
            while is_behind_value {
                let Some(end) = open.end() else { return Some(()) };
                is_behind_value = !self.goes_on(end)?;
                if is_behind_value {
                    open.pop();
                }
            }
            if open.end()? == b'}' {
                self.name()?;
            }
        }
    }

    /// The same as [`Self::open`], and notes what is open.
    fn enter(&mut self, open: &mut Open, end: u8) -> Option<bool> {
        let has_values = self.open(end)?;
        if has_values {
            open.push(end);
        }
        Some(has_values)
    }
}

/// Which of the structures that are open are objects: a bit each, the innermost the lowest.
#[derive(Default)]
struct Open {
    depth: usize,
    innermost: u64,
    outer: Vec<u64>,
}

impl Open {
    fn push(&mut self, end: u8) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.innermost);
        }
        self.innermost = self.innermost << 1 | u64::from(end == b'}');
        self.depth += 1;
    }

    /// What ends the innermost one.
    fn end(&self) -> Option<u8> {
        let end = if self.innermost & 1 == 1 { b'}' } else { b']' };
        (self.depth > 0).then_some(end)
    }

    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.innermost >>= 1;
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.innermost = self.outer.pop().unwrap_or_default();
        }
    }
}
