//! Writes a response of the crate `http`.

use alloc::string::String;

use ::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use ::http::{Response, StatusCode};

use super::{Content, Layout, content};
use crate::table::{Format, Spec};
use crate::{ErrorFacts, HttpStatus};

/// Returns the response with an error. `None` if the provider has no form for it in this format.
pub fn response_of(error: &dyn ErrorFacts, format: Format) -> Option<Response<String>> {
    let received = error.status();
    let content = Content { http: Some(received.unwrap_or(error.http())), ..content(error) };
    write_response(error.origin().subject.tables().spec, &content, received, format)
}

/// Writes a response with the received status, or else with the usual one of the form.
pub fn write_response(
    spec: &Spec<'_>,
    content: &Content<'_>,
    received: Option<HttpStatus>,
    format: Format,
) -> Option<Response<String>> {
    let (envelope, body) = content.written(spec, received, format, Layout::Compact)?;
    let status = content.status(envelope, received);
    let mut response = Response::new(body);
    *response.status_mut() = status.map_or(StatusCode::OK, StatusCode::from);
    let headers = response.headers_mut();
    for (slot, name) in envelope.headers {
        let value = content.value(*slot, spec.booleans).and_then(|value| {
            // Readers disagree about letters beyond ASCII.
            let text = value.text().filter(|text| text.is_ascii())?;
            HeaderValue::from_str(&text).ok()
        });
        if let (Ok(name), Some(value)) = (HeaderName::from_bytes(name.as_bytes()), value) {
            headers.insert(name, value);
        }
    }
    let media_type = match format {
        Format::Json => "application/json",
        Format::Xml => "application/xml",
    };
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    Some(response)
}
