//! A response as it was sent.

use alloc::borrow::Cow;

use super::Input;
use super::envelope::{fill, header, is_there, message};
use super::leaf::Found;
use super::raw::{Messages, Raw};
use crate::table::{Format, Paths, Slot, Spec};

/// How much of a body that is not the provider's is kept as its message.
const MOST_EXCERPT: usize = 200;

/// Reads a response, whatever its code means. Whoever sent the request knows best what was called.
pub fn read<'b>(input: &Input<'b>, spec: &Spec<'b>) -> Raw<'b> {
    let mut raw = of_body(input, spec);
    raw.operation = input.operation.map(Cow::Borrowed).or(raw.operation);
    raw
}

fn of_body<'b>(input: &Input<'b>, spec: &Spec<'b>) -> Raw<'b> {
    let Ok(text) = core::str::from_utf8(input.body) else {
        return Raw { messages: excerpt(input.body), ..of_headers(input, spec) };
    };
    let text = text.trim_start_matches('\u{feff}');
    let mut found = Found::new();
    let Some(format) = parse(text, spec, &mut found) else {
        return Raw { messages: excerpt(input.body), ..of_headers(input, spec) };
    };
    let mut envelopes = spec.envelopes.iter().filter(|envelope| envelope.format == format);
    if let Some(envelope) = envelopes.clone().find(|envelope| is_there(envelope, &found)) {
        return fill(input, envelope, &found);
    }
    // The message may still say what happened.
    let message = envelopes.find_map(|envelope| message(envelope, &found));
    let messages = message.map_or_else(|| excerpt(input.body), |text| [text].into_iter().collect());
    Raw { is_readable: true, messages, ..of_headers(input, spec) }
}

/// What the headers say of a response whose body says nothing.
fn of_headers<'b>(input: &Input<'b>, spec: &Spec<'b>) -> Raw<'b> {
    let text = |wanted: Slot<'_>| {
        let mut envelopes = spec.envelopes.iter();
        envelopes.find_map(|envelope| header(input, envelope, wanted))
    };
    Raw {
        status: input.status,
        request_id: text(Slot::RequestId),
        retry_after: text(Slot::RetryAfter).and_then(|text| text.trim().parse().ok()),
        ..Raw::default()
    }
}

/// Finds what stands at the paths, if the body is in a format that the provider uses.
fn parse<'b>(text: &'b str, spec: &Spec<'_>, found: &mut Found<'b>) -> Option<Format> {
    let is_xml = text.trim_start().starts_with('<');
    if is_xml {
        parse_xml(text, spec.xml, found).map(|()| Format::Xml)
    } else {
        parse_json(text, spec.json, found).map(|()| Format::Json)
    }
}

#[cfg(feature = "json")]
fn parse_json<'b>(text: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    if paths.nodes.is_empty() { None } else { super::json::read(text, paths, found) }
}

#[cfg(not(feature = "json"))]
fn parse_json<'b>(_: &'b str, _: Paths<'_>, _: &mut Found<'b>) -> Option<()> {
    None
}

#[cfg(feature = "xml")]
fn parse_xml<'b>(text: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    if paths.nodes.is_empty() { None } else { super::xml::read(text, paths, found) }
}

#[cfg(not(feature = "xml"))]
fn parse_xml<'b>(_: &'b str, _: Paths<'_>, _: &mut Found<'b>) -> Option<()> {
    None
}

/// The start of a body that could not be read, as text.
fn excerpt(body: &[u8]) -> Messages<'_> {
    let start = body.get(..MOST_EXCERPT).unwrap_or(body);
    let text = match core::str::from_utf8(start) {
        Ok(text) => text,
        // Up to the character that was cut, or that is none.
        Err(error) => {
            let valid = start.get(..error.valid_up_to()).unwrap_or_default();
            core::str::from_utf8(valid).unwrap_or_default()
        }
    };
    match text.trim() {
        "" => Messages::default(),
        // Markup and data of somebody else say nothing to a person, and can hold what is nobody's
        // business: a message goes to clients.
        text if text.starts_with(['<', '{', '[']) => Messages::default(),
        text => [Cow::Borrowed(text)].into_iter().collect(),
    }
}
