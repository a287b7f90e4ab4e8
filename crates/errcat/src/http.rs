use core::fmt;

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
    /// The status with this number, if there is one.
    pub const fn new(number: u16) -> Option<Self> {
        match number {
            100..=599 => Some(Self(number)),
            _ => None,
        }
    }

    /// The number that goes on the wire.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The first digit: 4 for a client error, 5 for a server error.
    pub const fn class(self) -> u16 {
        self.0 / 100
    }

    /// Whether the status is a client or server error.
    pub const fn is_error(self) -> bool {
        self.0 >= 400
    }

    /// For tables, whose numbers are literals: another number stops the build.
    pub(crate) const fn literal(number: u16) -> Self {
        assert!(number >= 100 && number <= 599, "not an HTTP status");
        Self(number)
    }
}

impl fmt::Display for HttpStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
