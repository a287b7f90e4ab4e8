use core::fmt;

use crate::HttpStatus;

/// A response of a provider, before it is read.
///
/// # Examples
///
/// ```
/// use errcat::{HttpStatus, Input};
///
/// let input = Input::new(br#"{"message": "Not found"}"#)
///     .with_status(HttpStatus::new(404).unwrap())
///     .with_headers(&[("x-wix-request-id", "1700000000.123")])
///     .with_operation("Get Connected Domain");
/// assert_eq!(input.header("X-Wix-Request-Id"), Some("1700000000.123"));
/// ```
#[derive(Clone, Copy)]
#[cfg_attr(
    not(any(feature = "json", feature = "xml")),
    allow(dead_code, reason = "nothing reads it")
)]
pub struct Input<'b> {
    pub(super) body: &'b [u8],
    pub(super) status: Option<HttpStatus>,
    headers: Headers<'b>,
    pub(super) operation: Option<&'b str>,
}

/// The headers of a response.
#[derive(Clone, Copy)]
pub(crate) enum Headers<'b> {
    Pairs(&'b [(&'b str, &'b str)]),
    #[cfg(feature = "http")]
    Map(&'b ::http::HeaderMap),
}

impl<'b> Headers<'b> {
    /// Returns the first value of a header, if it is text.
    fn get(self, name: &str) -> Option<&'b str> {
        match self {
            Self::Pairs(pairs) => {
                let mut named = pairs.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
                named.next().map(|(_, value)| *value)
            }
            #[cfg(feature = "http")]
            Self::Map(map) => map.get(name)?.to_str().ok(),
        }
    }
}

impl<'b> Input<'b> {
    /// Creates a response with this body.
    pub const fn new(body: &'b [u8]) -> Self {
        Self { body, status: None, headers: Headers::Pairs(&[]), operation: None }
    }

    /// Sets the HTTP status of the response.
    #[must_use]
    pub const fn with_status(mut self, status: HttpStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets the headers of the response.
    #[must_use]
    pub const fn with_headers(self, headers: &'b [(&'b str, &'b str)]) -> Self {
        self.with(Headers::Pairs(headers))
    }

    pub(crate) const fn with(mut self, headers: Headers<'b>) -> Self {
        self.headers = headers;
        self
    }

    /// Sets the operation that was called, to tell apart the cases of a code.
    #[must_use]
    pub const fn with_operation(mut self, operation: &'b str) -> Self {
        self.operation = Some(operation);
        self
    }

    /// Returns the first value of a header, ignoring the case of its name.
    pub fn header(&self, name: &str) -> Option<&'b str> {
        self.headers.get(name)
    }
}

/// Leaves out the body and the headers, which can hold secrets.
impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input")
            .field("bytes", &self.body.len())
            .field("status", &self.status)
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}

impl From<&Self> for Input<'_> {
    fn from(input: &Self) -> Self {
        *input
    }
}
