//! Reads responses of providers, from bytes to a typed error.
//!
//! A body is read in one pass without a tree: values at the paths of the envelopes are kept as they
//! were written, and everything else is skipped. The scanners of JSON and XML are our own for
//! measured reasons. `serde_json` with a tree of paths takes 1.6 to 1.9 times as long on small bodies
//! with `deserialize_any`, and rejects bodies with a lone surrogate or `1e999`; with a `RawValue` at
//! each level it takes 1.8 to 3.4 times as long. A tree of `roxmltree` allocates for each body, and
//! no maintained reader of XML events is both `no_std` and strict about namespaces.

#[cfg(any(feature = "json", feature = "xml"))]
mod body;
mod call;
#[cfg(any(feature = "json", feature = "xml"))]
mod envelope;
mod input;
mod macros;
mod message;
#[cfg(any(feature = "json", feature = "xml"))]
mod resolve;
#[cfg(any(feature = "json", feature = "xml"))]
mod response;
#[cfg(any(feature = "json", feature = "xml"))]
mod syntax;

pub use crate::table::{
    Counts, Envelope, EnvelopeKind, Format, MAX_PATHS, Node, Paths, Slot, Spec, Wanted,
};
#[cfg(feature = "tower")]
pub use call::RetryPolicy;
#[cfg(feature = "reqwest")]
pub use call::{MAX_RECEIVED, receive};
#[cfg(any(feature = "json", feature = "xml"))]
pub use envelope::{Messages, NOTHING, Raw, Sight, Trace, read};
pub use input::Input;
pub use message::Template;
#[cfg(any(feature = "json", feature = "xml"))]
pub use message::{Fit, Places, fit};
#[cfg(any(feature = "json", feature = "xml"))]
pub use resolve::{Failure, FailureKind, Lookup, Resolved, resolve, resolve_raw};
#[cfg(any(feature = "json", feature = "xml"))]
pub use response::{Response, decode};

/// A list that allocates nothing while it has at most `N` items.
#[cfg(any(feature = "json", feature = "xml"))]
pub type Few<T, const N: usize> = smallvec::SmallVec<[T; N]>;
