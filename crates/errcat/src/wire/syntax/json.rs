//! Splits JSON (RFC 8259) into its values without copying, and refuses what is not well-formed.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::wire::Few;

/// The name of a member.
pub(crate) struct Name<'b> {
    /// The name in its quotes.
    pub(crate) written: &'b [u8],
    pub(crate) is_escaped: bool,
}

/// A position in a text that is JSON up to there.
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

    /// Returns the text between an earlier position and this one.
    pub(crate) fn since(&self, start: usize) -> &'b str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn rest(&self) -> Option<&'b [u8]> {
        self.text.as_bytes().get(self.at..)
    }

    /// Reads the next byte.
    fn next(&mut self) -> Option<u8> {
        let byte = self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(*byte)
    }

    /// Moves past a byte if it comes next; returns whether it did.
    fn eat(&mut self, wanted: u8) -> bool {
        let is_next = self.text.as_bytes().get(self.at) == Some(&wanted);
        self.at += usize::from(is_next);
        is_next
    }

    /// Moves past white space, and returns the byte after it.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at)? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                other => return Some(*other),
            }
        }
    }

    /// Reads the first byte after white space.
    fn token(&mut self) -> Option<u8> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Reads white space up to the end of the text.
    pub(crate) fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    /// Reads the name of a member and its colon.
    pub(crate) fn name(&mut self) -> Option<Name<'b>> {
        self.peek().filter(|byte| *byte == b'"')?;
        let start = self.at;
        let is_escaped = self.string()?;
        let written = self.text.as_bytes().get(start..self.at)?;
        self.token().filter(|byte| *byte == b':')?;
        Some(Name { written, is_escaped })
    }

    /// Reads a value that is neither object nor list; returns whether it has escapes.
    #[inline]
    pub(crate) fn scalar(&mut self) -> Option<bool> {
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
        let is_next = self.rest()?.starts_with(word);
        self.at += word.len();
        is_next.then_some(())
    }

    fn number(&mut self) -> Option<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Some(())
    }

    /// Reads at least one digit.
    fn digits(&mut self) -> Option<()> {
        let count = self.rest()?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        (count > 0).then_some(())
    }

    /// Reads a string, from quote to quote; returns whether it has escapes.
    #[inline]
    fn string(&mut self) -> Option<bool> {
        self.at += 1;
        let mut is_escaped = false;
        loop {
            self.at += plain_length(self.rest()?);
            match self.next()? {
                b'"' => return Some(is_escaped),
                b'\\' => self.escape()?,
                _ => return None,
            }
            is_escaped = true;
        }
    }

    /// Reads an escape from after its backslash.
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

    /// Reads the start of an object or list, and its end if it is empty; returns whether it has
    /// content.
    pub(crate) fn open(&mut self, end: u8) -> Option<bool> {
        self.token()?;
        let is_empty = self.peek()? == end;
        self.at += usize::from(is_empty);
        Some(!is_empty)
    }

    /// Reads the comma after a value in an object or list, or the end; returns whether it was a
    /// comma.
    pub(crate) fn next_is_comma(&mut self, end: u8) -> Option<bool> {
        let token = self.token()?;
        (token == b',' || token == end).then_some(token == b',')
    }

    /// Reads a value, however deeply it is nested: each open object or list takes one byte.
    pub(crate) fn skip(&mut self) -> Option<()> {
        // The ends of the open objects and lists.
        let mut ends = Few::<u8, 32>::new();
        loop {
            let opened = match self.peek()? {
                b'{' => self.open(b'}')?.then_some(b'}'),
                b'[' => self.open(b']')?.then_some(b']'),
                _ => self.scalar().map(|_| None)?,
            };
            match opened {
                Some(end) => ends.push(end),
                // The value is complete, and perhaps those around it are.
                None => loop {
                    let Some(end) = ends.last() else { return Some(()) };
                    if self.next_is_comma(*end)? {
                        break;
                    }
                    ends.pop();
                },
            }
            if ends.last() == Some(&b'}') {
                self.name()?;
            }
        }
    }
}

/// Returns the number of bytes of a JSON string before a quote, a backslash or a control character.
///
/// It looks at eight bytes at a time. With a plain loop or `memchr2`, a read takes 1.2 times as
/// long, and with a loop over a table of bytes 1.1 times: most strings of a response are too short
/// for `memchr`, and longer than eight bytes.
fn plain_length(text: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let mut rest = text;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let bytes = u64::from_le_bytes(*chunk);
        // A byte that is zero borrows from its upper bit. The lowest mark is exact.
        let backslash = bytes ^ (ONES * u64::from(b'\\'));
        let is_backslash = backslash.wrapping_sub(ONES) & !backslash;
        // The quote is 0x22: with its second bit changed it follows the control characters.
        let is_quote_or_control = (bytes ^ (ONES * 2)).wrapping_sub(ONES * 0x21) & !bytes;
        let marks = (is_backslash | is_quote_or_control) & (ONES << 7);
        if marks != 0 {
            return text.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let is_plain = |byte: &&u8| !matches!(**byte, 0..0x20 | b'"' | b'\\');
    text.len() - rest.len() + rest.iter().take_while(is_plain).count()
}

/// Returns a string without its quotes.
pub(crate) fn inside(quoted: &str) -> &str {
    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default()
}

/// Returns a string without its quotes and escapes.
pub(crate) fn unescaped(quoted: &str) -> Cow<'_, str> {
    match serde_json::from_str::<String>(quoted) {
        Ok(text) => Cow::Owned(text),
        // Half a surrogate pair, for example: kept as it was written.
        Err(_) => Cow::Borrowed(inside(quoted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_part_of_a_string_ends_at_each_special_byte() {
        for byte in 0..=u8::MAX {
            for position in 0..20 {
                let mut text = [b'x'; 20];
                text[position] = byte;
                let is_plain = !matches!(byte, 0..0x20 | b'"' | b'\\');
                let expected = if is_plain { 20 } else { position };
                assert_eq!(plain_length(&text), expected, "{byte} at {position}");
            }
        }
    }
}
