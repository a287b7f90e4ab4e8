use core::fmt;

use crate::InvalidValue;
use crate::facts::Fact;

/// An HTTP status code, from 100 to 599.
///
/// # Examples
///
/// ```
/// use errcat::HttpStatus;
///
/// let conflict = HttpStatus::new(409).unwrap();
/// assert!(conflict.is_error());
/// assert_eq!(conflict.class(), 4);
/// assert_eq!(HttpStatus::new(600), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpStatus(u16);

impl HttpStatus {
    /// Returns the status with this number, if there is one.
    pub const fn new(number: u16) -> Option<Self> {
        match number {
            100..=599 => Some(Self(number)),
            _ => None,
        }
    }

    /// Returns the number on the wire.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Returns the first digit: 4 for a client error, 5 for a server error.
    pub const fn class(self) -> u16 {
        self.0 / 100
    }

    /// Returns whether the status is a client or server error.
    pub const fn is_error(self) -> bool {
        self.0 >= 400
    }

    /// Returns the status of a literal in a table; any other number stops the build.
    #[doc(hidden)]
    pub const fn literal(number: u16) -> Self {
        assert!(number >= 100 && number <= 599, "not an HTTP status");
        Self(number)
    }
}

impl Fact for HttpStatus {
    const LABEL: &'static str = "HTTP";
}

impl fmt::Display for HttpStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl TryFrom<u16> for HttpStatus {
    type Error = InvalidValue;

    fn try_from(number: u16) -> Result<Self, InvalidValue> {
        Self::new(number).ok_or(InvalidValue::new("an HTTP status from 100 to 599"))
    }
}

impl From<HttpStatus> for u16 {
    fn from(status: HttpStatus) -> Self {
        status.get()
    }
}
