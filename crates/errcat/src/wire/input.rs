use core::fmt;

use crate::HttpStatus;
#[cfg(any(feature = "json", feature = "xml"))]
use crate::facts::delay;

/// The header with the delay before the next attempt.
#[cfg(any(feature = "json", feature = "xml"))]
const RETRY_AFTER: &str = "retry-after";

/// A response of a provider, before it is read.
///
/// `Retry-After` is read for every catalog. If it is a date, it is relative to the header `Date` of
/// the response, or else to the [time](Self::with_time) at which it arrived.
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
    time: Option<i64>,
}

/// The headers of a response.
#[derive(Clone, Copy)]
enum Headers<'b> {
    Pairs(&'b [(&'b str, &'b str)]),
    #[cfg(feature = "http")]
    Map(&'b ::http::HeaderMap),
}

impl<'b> Headers<'b> {
    /// Returns the first value of a header, if it is text.
    fn get(self, name: &str) -> Option<&'b str> {
        match self {
            Self::Pairs(pairs) => named(pairs, name).next(),
            #[cfg(feature = "http")]
            Self::Map(map) => map.get(name)?.to_str().ok(),
        }
    }

    /// Returns the seconds of the longest `Retry-After`. A value that is not text cannot be read.
    #[cfg(any(feature = "json", feature = "xml"))]
    fn retry_after(self, now: Option<i64>) -> Option<u32> {
        let seconds = |value| delay::seconds(value, now);
        match self {
            Self::Pairs(pairs) => named(pairs, RETRY_AFTER).map(seconds).max(),
            #[cfg(feature = "http")]
            Self::Map(map) => {
                let values = map.get_all(::http::header::RETRY_AFTER).iter();
                values.map(|value| value.to_str().map_or(u32::MAX, seconds)).max()
            }
        }
    }
}

/// Returns the values of a header, ignoring the case of its name.
fn named<'b>(pairs: &[(&str, &'b str)], name: &str) -> impl Iterator<Item = &'b str> {
    let named = pairs.iter().filter(move |(other, _)| other.eq_ignore_ascii_case(name));
    named.map(|(_, value)| *value)
}

impl<'b> Input<'b> {
    /// Creates a response with this body.
    pub const fn new(body: &'b [u8]) -> Self {
        Self { body, status: None, headers: Headers::Pairs(&[]), operation: None, time: None }
    }

    /// Sets the HTTP status of the response.
    #[must_use]
    pub const fn with_status(mut self, status: HttpStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets the headers of the response.
    #[must_use]
    pub const fn with_headers(mut self, headers: &'b [(&'b str, &'b str)]) -> Self {
        self.headers = Headers::Pairs(headers);
        self
    }

    /// Sets the headers of the response, as the crate `http` has them.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut headers = http::HeaderMap::new();
    /// headers.insert("x-wix-request-id", "1700000000.123".parse()?);
    /// let input = errcat::Input::new(b"").with_header_map(&headers);
    /// assert_eq!(input.header("X-Wix-Request-Id"), Some("1700000000.123"));
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    #[cfg(feature = "http")]
    #[must_use]
    pub const fn with_header_map(mut self, headers: &'b ::http::HeaderMap) -> Self {
        self.headers = Headers::Map(headers);
        self
    }

    /// Sets the operation that was called, to tell apart the cases of a code.
    #[must_use]
    pub const fn with_operation(mut self, operation: &'b str) -> Self {
        self.operation = Some(operation);
        self
    }

    /// Sets the time at which the response arrived, in seconds since 1970.
    #[must_use]
    pub const fn with_time(mut self, unix_seconds: i64) -> Self {
        self.time = Some(unix_seconds);
        self
    }

    /// Returns the seconds that `Retry-After` asks for, if the response has it.
    #[cfg(any(feature = "json", feature = "xml"))]
    pub(crate) fn retry_after(&self) -> Option<u32> {
        self.headers.retry_after(self.now())
    }

    /// Returns the time of the response, by the clock of the provider if possible.
    #[cfg(any(feature = "json", feature = "xml"))]
    pub(crate) fn now(&self) -> Option<i64> {
        self.header("date").and_then(delay::date).or(self.time)
    }

    /// Returns the HTTP status.
    pub const fn status(&self) -> Option<HttpStatus> {
        self.status
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
