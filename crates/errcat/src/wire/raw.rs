//! What was read, before anybody asked what the code means.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::Few;
use crate::table::EnvelopeKind;
use crate::{HttpStatus, Retry, Violation};

/// How much of one text an error keeps: whatever a body says, errors can be collected and logged.
pub(super) const MOST_TEXT: usize = 8 * 1024;

/// How many texts can be the message.
const MOST_MESSAGES: usize = 4;

/// A text as far as an error keeps it.
pub(super) fn bounded(text: &str) -> &str {
    if text.len() <= MOST_TEXT {
        return text;
    }
    (0..=MOST_TEXT).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// The texts of a response that can be its message, the best first; the first four of them.
#[derive(Debug, Clone, Default)]
pub struct Messages<'b>([Option<Cow<'b, str>>; MOST_MESSAGES]);

impl<'b> Messages<'b> {
    pub(super) fn push(&mut self, text: Cow<'b, str>) {
        // Providers repeat the text of an error.
        if self.iter().any(|other| other == text) {
            return;
        }
        if let Some(place) = self.0.iter_mut().find(|place| place.is_none()) {
            *place = Some(text);
        }
    }

    /// The one with this number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        self.0.get(number)?.as_deref()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(Cow::as_ref)
    }

    /// The best one.
    pub fn first(&self) -> Option<&str> {
        self.iter().next()
    }
}

impl<'b> FromIterator<Cow<'b, str>> for Messages<'b> {
    fn from_iter<T: IntoIterator<Item = Cow<'b, str>>>(texts: T) -> Self {
        let mut messages = Self::default();
        texts.into_iter().for_each(|text| messages.push(text));
        messages
    }
}

/// What was read, before anybody asked what the code means.
#[derive(Debug, Clone, Default)]
pub struct Raw<'b> {
    /// Whether the body is in a format that the provider uses.
    pub is_readable: bool,
    /// What the envelope says; nothing where none was found.
    pub kind: Option<EnvelopeKind>,
    /// The id of the envelope.
    pub envelope: Option<&'b str>,
    /// The code, as it was written.
    pub code: Option<Cow<'b, str>>,
    /// The texts that can be the message, the best first.
    pub messages: Messages<'b>,
    /// What is wrong with which fields.
    pub violations: Vec<Violation>,
    /// What else the provider says, as it was written.
    pub data: Option<&'b str>,
    /// What the provider calls the request.
    pub request_id: Option<Cow<'b, str>>,
    /// How many seconds to wait.
    pub retry_after: Option<u32>,
    /// What was called.
    pub operation: Option<Cow<'b, str>>,
    /// The HTTP status: that of the response, or else the one in the body.
    pub status: Option<HttpStatus>,
    /// Everything else that has a slot, by its name.
    pub others: Few<(&'b str, Cow<'b, str>), 4>,
}

impl Raw<'_> {
    /// Advice to send a request again, but not before the provider's own delay is over.
    pub fn delayed(&self, advice: Retry) -> Retry {
        match advice {
            Retry::Later { after_seconds } => {
                Retry::Later { after_seconds: after_seconds.max(self.retry_after) }
            }
            other => other,
        }
    }
}
