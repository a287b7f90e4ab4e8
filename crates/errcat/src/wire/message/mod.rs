//! Messages: from a text on the wire and a template to the values of parameters.

#[cfg(any(feature = "json", feature = "xml"))]
mod fit;
mod template;

#[cfg(any(feature = "json", feature = "xml"))]
pub use fit::{Fit, Places, fit};
pub use template::Template;
