//! The parts of an error of any kind.

use crate::error::rt::{Body, raw_code};
use crate::{CatalogCode, CatalogError, HttpStatus, Violation};

/// Returns the code, as it was on the wire.
pub(super) fn code<E: CatalogError>(error: &E) -> Option<&str> {
    match (error.case(), error.body()) {
        (Some(case), _) => Some(case.code().as_str()),
        (None, Some(body)) => raw_code(body),
        (None, None) => None,
    }
}

/// Returns the fields that the provider refused.
pub(super) fn violations<E: CatalogError>(error: &E) -> &[Violation] {
    match error.body() {
        Some(Body::Validation(body)) => body.violations(),
        _ => &[],
    }
}

/// Returns the HTTP status that an error without a case came with.
pub(super) fn received<E: CatalogError>(error: &E) -> Option<HttpStatus> {
    match error.body()? {
        Body::Validation(body) => body.status(),
        Body::System(body) => body.status(),
        Body::Unrecognized(body) => body.status(),
    }
}
