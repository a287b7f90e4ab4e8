//! The content of a response before its code is looked up.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::table::EnvelopeKind;
use crate::wire::Few;
use crate::{HttpStatus, Outcome, Retry, Violation};

/// The number of bytes that an error keeps of one text, so that errors can be collected and logged
/// whatever the body.
pub(crate) const MAX_TEXT: usize = 8 * 1024;

/// The number of texts that can be the message.
const MAX_MESSAGES: usize = 4;

/// Returns the part of a text that an error keeps.
pub(crate) fn bounded(text: &str) -> &str {
    if text.len() <= MAX_TEXT {
        return text;
    }
    (0..=MAX_TEXT).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// The first four texts of a response that can be its message, the best one first.
#[derive(Debug, Clone, Default)]
pub struct Messages<'b>([Option<Cow<'b, str>>; MAX_MESSAGES]);

impl<'b> Messages<'b> {
    pub(crate) fn push(&mut self, text: Cow<'b, str>) {
        // Providers repeat the text of an error.
        if self.iter().any(|other| other == text) {
            return;
        }
        if let Some(place) = self.0.iter_mut().find(|place| place.is_none()) {
            *place = Some(text);
        }
    }

    /// Returns the text with this number.
    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        self.0.get(number)?.as_deref()
    }

    /// Returns all texts.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(Cow::as_ref)
    }

    /// Returns the best text.
    pub fn first(&self) -> Option<&str> {
        self.iter().next()
    }
}

/// The content of a response before its code is looked up.
#[derive(Debug, Clone, Default)]
pub struct Raw<'b> {
    /// Whether the body is in a format that the provider uses.
    pub is_readable: bool,
    /// The kind of the envelope, if the body has one.
    pub kind: Option<EnvelopeKind>,
    /// The id of the envelope.
    pub envelope: Option<&'b str>,
    /// The outcome that the envelope declares.
    pub outcome: Option<Outcome>,
    /// The code, as it was written.
    pub code: Option<Cow<'b, str>>,
    /// The texts that can be the message, the best one first.
    pub messages: Messages<'b>,
    /// The fields that are wrong.
    pub violations: Vec<Violation>,
    /// Other data of the provider, as it was written.
    pub data: Option<&'b str>,
    /// The id that the provider gave the request.
    pub request_id: Option<Cow<'b, str>>,
    /// The seconds to wait.
    pub retry_after: Option<u32>,
    /// The operation that was called.
    pub operation: Option<Cow<'b, str>>,
    /// The HTTP status of the response, or else the one in the body.
    pub status: Option<HttpStatus>,
    /// The values of other slots, by name.
    pub others: Few<(&'b str, Cow<'b, str>), 4>,
    /// The values of parameters that are members of the body.
    // Most catalogs have none, and a larger struct is moved more slowly.
    pub params: Vec<(&'b str, Cow<'b, str>)>,
    /// All errors of a body that has several, in order.
    pub errors: Vec<Raw<'b>>,
}

impl Raw<'_> {
    /// Extends the delay of some retry advice to the provider's own delay.
    pub fn delayed(&self, advice: Retry) -> Retry {
        advice.delayed(self.retry_after)
    }
}
