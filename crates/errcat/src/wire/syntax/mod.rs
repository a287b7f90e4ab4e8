//! The syntax of JSON and XML: splits a text into its parts and refuses what is not well-formed.

#[cfg(feature = "xml")]
mod bytes;
#[cfg(feature = "xml")]
mod character;
#[cfg(feature = "xml")]
pub(crate) mod content;
#[cfg(feature = "xml")]
mod cursor;
#[cfg(feature = "json")]
pub(crate) mod json;
#[cfg(feature = "xml")]
mod namespace;
#[cfg(feature = "xml")]
pub(crate) mod tag;
#[cfg(feature = "xml")]
pub(crate) mod value;
#[cfg(feature = "xml")]
pub(crate) mod xml;
