//! Takes apart what people paste: a dump of a response with its status line and headers, and JSON or
//! XML inside a longer text, such as a line of a log, which can have escaped the JSON.
//!
//! The page that explains a response does the same, in `pasted.js` of `errcat-docs`.

use errcat::HttpStatus;

use crate::output::count;

/// The number of names before XML, and of strings, that are read, so that no text takes long.
const MAX_TRIES: usize = 8;

/// The names and values of headers.
type Headers<'t> = Vec<(&'t str, &'t str)>;

/// A response as it was pasted.
#[derive(Default)]
pub(super) struct Pasted<'t> {
    pub(super) body: &'t [u8],
    pub(super) status: Option<HttpStatus>,
    pub(super) headers: Headers<'t>,
    /// A sentence for people about the parts that were found.
    pub(super) says: Vec<String>,
    /// The JSON in strings: if the text is no response, one of them can be its body.
    pub(super) escaped: Vec<String>,
}

/// Takes a text apart. A body that is not text, or nothing but a body, stays as it is.
pub(super) fn take_apart(bytes: &[u8]) -> Pasted<'_> {
    let mut pasted = Pasted { body: bytes, ..Pasted::default() };
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
        pasted.says.push(format!("read the status {status}{headers} from the {place}"));
    }
    add_escaped(body, &mut pasted.escaped);
    if let Some((format, inside, false)) = inside(body) {
        pasted.says.push(format!("read the {format} inside a longer text"));
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

/// Finds the first JSON or XML in a text, and whether it is all of the text.
///
/// A piece of a value that is cut off is not a body: its end is what is missing.
fn inside(text: &str) -> Option<(&'static str, &str, bool)> {
    let mut cut_off = 0;
    for (at, _) in text.match_indices(['{', '[', '<']) {
        let (before, rest) = text.split_at_checked(at)?;
        let is_first = before.trim_matches(is_blank).is_empty();
        let end = match format(rest) {
            Some("XML") if cut_off < MAX_TRIES => end_of_xml(rest),
            Some("JSON") => Some(end_of_json(rest)?),
            _ => continue,
        };
        if let Some((value, after)) = end.and_then(|end| rest.split_at_checked(end)) {
            let is_all = is_first && after.trim_matches(is_blank).is_empty();
            return Some((format(rest)?, value, is_all));
        }
        cut_off = if is_first { MAX_TRIES } else { cut_off + 1 };
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

/// Adds the JSON in strings, such as `{\"code\":1}`, and that in its own strings.
fn add_escaped(text: &str, found: &mut Vec<String>) {
    // A string ends before a quote that is not escaped, or with the line.
    let mut last = ' ';
    let is_end = |one: char| {
        let before = std::mem::replace(&mut last, one);
        one.is_control() || (one == '"' && before != '\\')
    };
    for string in text.split(is_end).filter(|string| string.contains("\\\"")) {
        let string: String = serde_json::from_str(&format!("\"{string}\"")).unwrap_or_default();
        if let Some(("JSON", value, _)) = inside(&string).filter(|_| found.len() < MAX_TRIES) {
            found.push(value.to_owned());
            add_escaped(value, found);
        }
    }
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

    use serde_json::{Value, json};

    /// The tests of the page read the same examples.
    #[test]
    fn of_every_example() {
        let examples = include_str!("../../../../tests/pasted.json");
        for example in serde_json::from_str::<Vec<Value>>(examples).unwrap() {
            let pasted = example["pasted"].as_str().unwrap();
            let seen = super::take_apart(pasted.as_bytes());
            let status = seen.status.map(errcat::HttpStatus::get);
            let expected = ["status", "headers", "says"].map(|part| &example[part]);
            assert_eq!(json!([status, seen.headers, seen.says]), json!(expected), "{pasted}");
            let or = |part: &str, default| example.get(part).cloned().unwrap_or(default);
            assert_eq!(str::from_utf8(seen.body).unwrap(), or("body", pasted.into()), "{pasted}");
            assert_eq!(json!(seen.escaped), or("escaped", json!([])), "{pasted}");
        }
    }
}
