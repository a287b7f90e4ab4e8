//! Reads a body: from its text to the values at the paths of the envelopes.

#[cfg(feature = "json")]
pub(crate) mod json;
pub(crate) mod leaf;
#[cfg(feature = "xml")]
pub(crate) mod xml;
