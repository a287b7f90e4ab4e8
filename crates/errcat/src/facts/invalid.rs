use core::fmt;

/// An input that is not one of the values a type can have.
///
/// # Examples
///
/// ```
/// let error = "maybe".parse::<errcat::Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of never, after-fix, later, query");
/// assert_eq!(error.words(), ["never", "after-fix", "later", "query"]);
///
/// let error = errcat::HttpStatus::try_from(99_u16).unwrap_err();
/// assert_eq!(error.to_string(), "expected an HTTP status from 100 to 599");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct InvalidValue(Expected);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Expected {
    OneOf(&'static [&'static str]),
    /// A noun, and the id of the catalog that it has to be from.
    InCatalog(&'static str, &'static str),
    Noun(&'static str),
}

impl InvalidValue {
    /// Returns the words that would have been accepted, if the type is a closed set of words.
    pub const fn words(&self) -> &'static [&'static str] {
        match self.0 {
            Expected::OneOf(words) => words,
            _ => &[],
        }
    }

    /// Returns the id of the catalog that the value has to be from, if any.
    pub const fn catalog(&self) -> Option<&'static str> {
        match self.0 {
            Expected::InCatalog(_, catalog) => Some(catalog),
            _ => None,
        }
    }

    pub(crate) const fn new(expected: &'static str) -> Self {
        Self(Expected::Noun(expected))
    }
}

/// Returns the error for something that is not what a noun says.
#[doc(hidden)]
pub const fn noun(noun: &'static str) -> InvalidValue {
    InvalidValue::new(noun)
}

/// Returns the error for a word that is not in a closed set.
#[doc(hidden)]
pub const fn one_of(words: &'static [&'static str]) -> InvalidValue {
    InvalidValue(Expected::OneOf(words))
}

/// Returns the error for something that is not in a catalog.
#[doc(hidden)]
pub const fn in_catalog(noun: &'static str, catalog: &'static str) -> InvalidValue {
    InvalidValue(Expected::InCatalog(noun, catalog))
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Expected::OneOf(words) => {
                f.write_str("expected one of ")?;
                for (index, word) in words.iter().enumerate() {
                    write!(f, "{}{word}", if index == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            Expected::InCatalog(noun, catalog) => {
                write!(f, "expected {noun} of the catalog `{catalog}`")
            }
            Expected::Noun(noun) => write!(f, "expected {noun}"),
        }
    }
}

impl core::error::Error for InvalidValue {}
