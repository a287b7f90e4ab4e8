//! Reads a response, before its code is looked up.

use alloc::borrow::Cow;

use super::raw::Raw;
use super::slots::{Texts, envelope_of, message, read_slots};
use crate::facts::delay;
use crate::table::{Envelope, Format, Spec};
use crate::wire::body::{self, leaf::Found};
use crate::wire::input::Input;

/// The number of bytes that are kept as the message of a body that is not the provider's.
const MAX_EXCERPT: usize = 200;

/// The message of a body that its sender compressed.
const COMPRESSED: &str = "The body is compressed: decompress it before it is read";

/// Reads a response. An operation that the caller named counts more than one in the body, and the
/// longest delay counts.
pub fn read<'b>(input: &Input<'b>, spec: &Spec<'b>) -> Raw<'b> {
    let mut raw = Raw::default();
    read_body(input, spec, &mut raw);
    complete(input, &mut raw);
    for error in &mut raw.errors {
        complete(input, error);
    }
    raw
}

fn complete<'b>(input: &Input<'b>, raw: &mut Raw<'b>) {
    raw.operation = input.operation.map(Cow::Borrowed).or_else(|| raw.operation.take());
    raw.retry_after = raw.retry_after.max(input.retry_after());
}

fn read_body<'b>(input: &Input<'b>, spec: &Spec<'b>, raw: &mut Raw<'b>) {
    let mut found = Found::new(spec.booleans);
    let format = parse(input.body, spec, &mut found);
    let fits = |envelope: &&Envelope<'b>| {
        Some(envelope.format) == format && envelope.has_status(input.status)
    };
    let mut envelopes = spec.envelopes.iter().filter(fits);
    if let Some(envelope) = envelope_of(envelopes.clone(), &found) {
        return read_slots(input, envelope, &found, raw);
    }
    raw.is_readable = format.is_some();
    // The body may still have a message.
    let message = envelopes.find_map(|envelope| message(envelope, &found));
    message.or_else(|| excerpt(input)).into_iter().for_each(|text| raw.messages.push(text));
    read_headers(input, spec, raw);
}

/// Reads the headers of a response whose body has no envelope.
fn read_headers<'b>(input: &Input<'b>, spec: &Spec<'b>, raw: &mut Raw<'b>) {
    let mut texts = Texts::default();
    spec.envelopes.iter().for_each(|envelope| texts.fill_from_headers(input, envelope));
    // No `..`: a new slot compiles only once it is decided here. The others belong to a body.
    let Texts { request_id, retry_after, code: _, system_code: _, operation: _, http: _ } = texts;
    (raw.status, raw.request_id) = (input.status, request_id);
    raw.retry_after = retry_after.map(|text| delay::seconds(&text, input.now()));
}

/// Reads a body that is in a format of the provider, and returns the format.
pub(super) fn parse<'b>(body: &'b [u8], spec: &Spec<'_>, found: &mut Found<'b>) -> Option<Format> {
    let text = core::str::from_utf8(body).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Both formats have this white space and no other.
    let is_xml = text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('<');
    let format = if is_xml { Format::Xml } else { Format::Json };
    match format {
        #[cfg(feature = "json")]
        Format::Json => body::json::read(text, spec.json, found)?,
        #[cfg(feature = "xml")]
        Format::Xml => body::xml::read(text, spec.xml, found)?,
        #[cfg(not(all(feature = "json", feature = "xml")))]
        _ => return None,
    }
    found.sort_items();
    Some(format)
}

/// Returns the start of a body that could not be read, if it is plain text, or that it is compressed.
fn excerpt<'b>(input: &Input<'b>) -> Option<Cow<'b, str>> {
    if is_compressed(input) {
        return Some(Cow::Borrowed(COMPRESSED));
    }
    let start = input.body.get(..MAX_EXCERPT).unwrap_or(input.body);
    let text = valid_start(start).trim();
    // Markup and data that are not the provider's say nothing to a person and can hold secrets, and
    // clients see messages.
    let is_plain = !text.is_empty() && !text.starts_with(['<', '{', '[']);
    is_plain.then_some(Cow::Borrowed(text))
}

/// Returns whether a body begins as gzip or zstd do, or has a content encoding and is no text.
fn is_compressed(input: &Input<'_>) -> bool {
    let is_encoded = || {
        let encoding = input.header("content-encoding").map(str::trim).unwrap_or_default();
        !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity")
    };
    // A client that decompresses may keep the header.
    let is_text = || {
        let is_control = |byte: u8| byte < b' ' && !byte.is_ascii_whitespace();
        core::str::from_utf8(input.body).is_ok_and(|text| !text.bytes().any(is_control))
    };
    let magic = [[0x1f, 0x8b].as_slice(), &[0x28, 0xb5, 0x2f, 0xfd]];
    magic.iter().any(|magic| input.body.starts_with(magic)) || is_encoded() && !is_text()
}

/// Returns the text up to the first character that is cut, or is not UTF-8.
fn valid_start(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default()
}
