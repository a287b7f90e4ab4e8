//! Errors of the import.

use std::fmt;

use crate::findings::shorten;

/// The reason why a text is not an export.
///
/// # Examples
///
/// ```
/// let error = errcat_model::export::import("{\"version\": 7}").unwrap_err();
/// assert_eq!(error.to_string(), "version: the export has format 7, but this version reads format 2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportError {
    /// The path to the value, such as `catalogs[0].codes[3]`; a dot for the whole text.
    pub path: String,
    /// The problem with the value.
    pub message: String,
}

impl ImportError {
    pub(super) fn new(path: impl fmt::Display, message: impl Into<String>) -> Self {
        Self { path: path.to_string(), message: message.into() }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = shorten(&self.message, 400);
        match self.path.as_str() {
            "." => f.write_str(&message),
            path => write!(f, "{}: {message}", shorten(path, 200)),
        }
    }
}

impl std::error::Error for ImportError {}
