//! The part of an error that clients may see.

use alloc::string::{String, ToString};

use crate::error::has_sensitive_params;
use crate::error::rt::Body;
use crate::{CatalogError, ValueRef};

/// Returns the provider's message, unless it can hold a sensitive value.
pub(super) fn message<E: CatalogError>(error: &E) -> Option<String> {
    let text = match error.body() {
        None => return Some(error.message().to_string()),
        Some(Body::Validation(body)) => body.message(),
        Some(Body::System(body)) => body.message(),
        Some(Body::Unrecognized(body)) => body.message(),
    };
    (!text.is_empty() && !has_sensitive_params(error)).then(|| text.to_string())
}

/// Returns the parameters whose values are known and may be shown.
pub(super) fn params<E: CatalogError>(
    error: &E,
) -> impl Iterator<Item = (&'static str, ValueRef<'_>)> {
    error.params().filter_map(|param| Some((param.name, param.shown()?)))
}
