//! Takes apart what people paste: a dump of a response with its status line and headers, and JSON or
//! XML inside a longer text, such as a line of a log.
//!
//! The page that explains a response does the same, in `pasted.js` of `errcat-docs`.

use std::borrow::Cow;

use errcat::HttpStatus;

use crate::output::count;

/// The number of names in angle brackets that can come before XML, so that no text takes long.
const MAX_CUT_OFF: usize = 8;

/// The names and values of headers.
type Headers<'t> = Vec<(&'t str, &'t str)>;

/// A response as it was pasted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pasted<'t> {
    pub(super) body: &'t [u8],
    pub(super) status: Option<HttpStatus>,
    pub(super) headers: Headers<'t>,
    /// A sentence for people about the parts that were found.
    pub(super) says: Vec<Cow<'static, str>>,
}

/// Takes a text apart. A body that is not text, or nothing but a body, stays as it is.
pub(super) fn take_apart(bytes: &[u8]) -> Pasted<'_> {
    let mut pasted = Pasted { body: bytes, status: None, headers: Vec::new(), says: Vec::new() };
    let Ok(text) = str::from_utf8(bytes) else { return pasted };
    let mut body = text;
    let mut heads = 0;
    // The heads of redirects, proxies and `100 Continue` come before the one that counts.
    while let Some((status, headers, rest)) = head(body) {
        (pasted.status, pasted.headers, body) = (Some(status), headers, rest);
        heads += 1;
    }
    if let Some(status) = pasted.status {
        let headers = match pasted.headers.len() {
            0 => String::new(),
            number => format!(" and {}", count(number, "header")),
        };
        let place = if heads > 1 { "last response in the dump" } else { "dump" };
        pasted.says.push(format!("read the status {status}{headers} from the {place}").into());
    }
    if let Some((format, inside)) = inside(body) {
        pasted.says.push(format!("read the {format} inside a longer text").into());
        body = inside;
    }
    pasted.body = body.as_bytes();
    pasted
}

/// Reads the status, the headers and the rest of a dump, such as that of `curl -i`.
fn head(text: &str) -> Option<(HttpStatus, Headers<'_>, &str)> {
    let (line, mut rest) = first_line(text.trim_start_matches(is_blank));
    let status = status(line)?;
    let mut headers = Vec::new();
    loop {
        let (line, after) = first_line(rest);
        let Some(header) = header(line) else {
            // The empty line may not have been copied.
            return Some((status, headers, if line.is_empty() { after } else { rest }));
        };
        headers.push(header);
        rest = after;
    }
}

fn first_line(text: &str) -> (&str, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    (line.strip_suffix('\r').unwrap_or(line), rest)
}

/// Reads `HTTP/1.1 404 Not Found` or `HTTP/2 404`.
fn status(line: &str) -> Option<HttpStatus> {
    let (version, rest) = line.strip_prefix("HTTP/")?.split_once(' ')?;
    let is_version = version.chars().all(|one| one.is_ascii_digit() || one == '.');
    let number = rest.split(' ').next().filter(|number| is_version && number.len() == 3)?;
    HttpStatus::new(number.parse().ok()?)
}

fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_token = |one: char| one.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(one);
    (!name.is_empty() && name.chars().all(is_token)).then_some((name, value.trim()))
}

/// Finds the first JSON or XML in a text that has more than that.
///
/// A piece of a value that is cut off is not a body: its end is what is missing.
fn inside(text: &str) -> Option<(&'static str, &str)> {
    let mut cut_off = 0;
    for (at, _) in text.match_indices(['{', '[', '<']) {
        let (before, rest) = text.split_at_checked(at)?;
        let is_first = before.trim_matches(is_blank).is_empty();
        let end = match format(rest) {
            Some("XML") if cut_off < MAX_CUT_OFF => end_of_xml(rest),
            Some("JSON") => Some(end_of_json(rest)?),
            _ => continue,
        };
        if let Some((value, after)) = end.and_then(|end| rest.split_at_checked(end)) {
            let is_all = is_first && after.trim_matches(is_blank).is_empty();
            return format(rest).filter(|_| !is_all).map(|format| (format, value));
        }
        cut_off = if is_first { MAX_CUT_OFF } else { cut_off + 1 };
    }
    None
}

fn is_blank(one: char) -> bool {
    one.is_whitespace() || one == '\u{feff}'
}

/// Returns the format of the value that begins here: an element, an object with members or a list of
/// such objects. Nothing else can be told from other text.
fn format(text: &str) -> Option<&'static str> {
    if let Some(rest) = text.strip_prefix('<') {
        let is_tag = |one: char| one.is_ascii_alphabetic() || "_?!".contains(one);
        return rest.starts_with(is_tag).then_some("XML");
    }
    let object = text.strip_prefix('[').map_or(text, |rest| rest.trim_start_matches(is_blank));
    let member = object.strip_prefix('{')?.trim_start_matches(is_blank);
    member.starts_with('"').then_some("JSON")
}

/// Returns the place after the value at the start of a text.
fn end_of_json(text: &str) -> Option<usize> {
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' | b'[' if !is_text => depth += 1,
            b'}' | b']' if !is_text => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns the place after the element at the start of a text, and after what stands before it.
fn end_of_xml(text: &str) -> Option<usize> {
    const PIECES: [(&str, &str); 4] =
        [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        at += text.get(at..)?.find('<')?;
        let rest = text.get(at..)?;
        let piece = PIECES.iter().find(|(start, _)| rest.starts_with(start));
        let end = piece.map_or(">", |(_, end)| end);
        let length = rest.find(end)? + end.len();
        at += length;
        if piece.is_some() {
            continue;
        }
        if rest.starts_with("</") {
            depth = depth.checked_sub(1)?;
        } else if !rest.get(..length)?.ends_with("/>") {
            depth += 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

    use serde::Deserialize;

    use super::take_apart;

    /// Pasted texts with their parts. The tests of the page read the same file.
    const EXAMPLES: &str = include_str!("../../../../tests/pasted.json");

    #[derive(Deserialize)]
    struct Example {
        pasted: String,
        status: Option<u16>,
        headers: Vec<(String, String)>,
        /// The same as what is pasted if it is missing.
        body: Option<String>,
        says: Vec<String>,
    }

    #[test]
    fn of_every_example() {
        let examples: Vec<Example> = serde_json::from_str(EXAMPLES).unwrap();
        for Example { pasted, status, headers, body, says } in examples {
            let seen = take_apart(pasted.as_bytes());
            let body = body.as_deref().unwrap_or(&pasted);
            assert_eq!(str::from_utf8(seen.body).unwrap(), body, "{pasted}");
            assert_eq!(
                (seen.status.map(errcat::HttpStatus::get), seen.says),
                (status, says.into_iter().map(Into::into).collect()),
                "{pasted}"
            );
            let expected = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            assert_eq!(seen.headers, expected.collect::<Vec<_>>(), "{pasted}");
        }
    }

    #[test]
    fn bytes_stay_as_they_are() {
        let seen = take_apart(b"HTTP/1.1 404\n\n\xff");
        assert_eq!((seen.body, seen.status), (&b"HTTP/1.1 404\n\n\xff"[..], None));
    }

    #[test]
    fn no_text_takes_long() {
        let start = std::time::Instant::now();
        for piece in
            ["<a ", "<a>", "{\"", "[{\"a\":", "HTTP/1.1 200\n", "a: b\n", "<!--", "[", "{ "]
        {
            take_apart(piece.repeat(100_000).as_bytes());
            take_apart(format!("x{}", piece.repeat(100_000)).as_bytes());
        }
        // With a time that grows with the square of the length, it would be hours.
        assert!(start.elapsed().as_secs() < 120);
    }
}
