//! Takes a response of a provider; hands out its meaning, as the generated `decode` reads it and
//! the generated error answers it.

mod fill;
mod lookup;
mod profile;
mod result;
mod why;

pub use result::{Decoded, Kind, OneError, PAGE_TEXTS, PageText, Value};
pub use why::{Seen, Tried, why};

use errcat::Input;
use errcat::rt::wire::{EnvelopeKind, Messages, Raw, Spec, read, resolve, resolve_raw};

use self::fill::decoded;
use super::wire::with_spec;
use crate::{BrokenLaw, Catalog, CatalogSet};

/// Reads a response.
///
/// # Examples
///
/// ```no_run
/// use errcat::Input;
/// use errcat_model::{Sources, decode::decode, load};
///
/// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
/// let catalog = set.catalog("acme").expect("it is read");
/// let decoded = decode(&set, catalog, &Input::new(b"Service Unavailable"))?;
/// assert!(!decoded.recognized && decoded.facts.is_none());
/// # Ok::<(), errcat_model::BrokenLaw>(())
/// ```
pub fn decode<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    input: &Input<'_>,
) -> Result<Decoded<'c>, BrokenLaw> {
    with_spec(catalog, |spec| decoded(set, catalog, spec, resolve(&catalog, spec, input)))?
}

/// Reads a text that is only a code, such as `3201`, as a response with that code. Returns `None` if
/// the catalog does not have the code.
///
/// # Examples
///
/// ```no_run
/// use errcat::Input;
/// use errcat_model::{Sources, decode::decode_code, load};
///
/// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
/// let catalog = set.catalog("acme").expect("it is read");
/// let decoded = decode_code(&set, catalog, &Input::new(b"17"))?.expect("it has the code");
/// assert!(decoded.known && decoded.envelope.is_none());
/// # Ok::<(), errcat_model::BrokenLaw>(())
/// ```
pub fn decode_code<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    input: &Input<'_>,
) -> Result<Option<Decoded<'c>>, BrokenLaw> {
    let decoded = with_spec(catalog, |spec| {
        let raw = read(input, &Spec { envelopes: &[], ..*spec });
        let code = catalog.code(raw.messages.first()?)?;
        let (kind, code) = (Some(EnvelopeKind::Application), Some(code.code.as_str().into()));
        let raw = Raw { kind, code, messages: Messages::default(), ..raw };
        Some(decoded(set, catalog, spec, resolve_raw(&catalog, spec, raw)))
    });
    decoded?.transpose()
}
