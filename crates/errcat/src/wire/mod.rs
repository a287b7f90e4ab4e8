//! From a raw response to a typed error.

mod bytes;
#[cfg(feature = "xml")]
mod character;
#[cfg(any(feature = "json", feature = "xml"))]
mod envelope;
mod few;
mod input;
#[cfg(feature = "json")]
mod json;
#[cfg(any(feature = "json", feature = "xml"))]
mod leaf;
mod macros;
#[cfg(feature = "xml")]
mod markup;
#[cfg(any(feature = "json", feature = "xml"))]
mod raw;
#[cfg(any(feature = "json", feature = "xml"))]
mod read;
#[cfg(any(feature = "json", feature = "xml"))]
mod resolve;
#[cfg(any(feature = "json", feature = "xml"))]
mod response;
#[cfg(feature = "json")]
mod scan;
mod template;
#[cfg(feature = "xml")]
mod xml;

pub use crate::table::{Envelope, EnvelopeKind, Format, MAX_PATHS, Node, Paths, Slot, Spec};
pub use few::Few;
#[cfg(feature = "http")]
pub(crate) use input::Headers;
pub use input::Input;
#[cfg(any(feature = "json", feature = "xml"))]
pub use raw::{Messages, Raw};
#[cfg(any(feature = "json", feature = "xml"))]
pub use read::read;
#[cfg(any(feature = "json", feature = "xml"))]
pub use resolve::{Failure, FailureKind, Lookup, Resolved, resolve};
#[cfg(any(feature = "json", feature = "xml"))]
pub use response::{Response, decode};
pub use template::{Fit, Places, Template, fit};
