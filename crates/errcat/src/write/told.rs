//! What clients may be told of an error.

use alloc::string::{String, ToString};

use crate::error::generated::Body;
use crate::table::Params;
use crate::{Catalog, CatalogError, Code, Facts, ValueRef};

/// What the provider said.
pub(super) fn message<E: CatalogError>(error: &E) -> Option<String> {
    let text = match error.body() {
        None => return Some(error.message().to_string()),
        Some(Body::Validation(body)) => body.message(),
        Some(Body::System(body)) => body.message(),
        Some(Body::Unrecognised(body)) => body.message(),
    };
    (!text.is_empty() && !is_secretive(error)).then(|| text.to_string())
}

/// Whether the text of an error without a case can hold what a parameter of its code hides: as
/// nobody knows where it stands in there, the whole text is hidden.
fn is_secretive<E: CatalogError>(error: &E) -> bool {
    let params = <<E::Catalog as Catalog>::Code as Facts>::TABLES.params;
    let cases = error.code().map_or(&[][..], Code::cases);
    let mut entries = cases.iter().flat_map(|case| params.of(case.index()));
    entries.any(|entry| entry.flags & Params::SENSITIVE != 0)
}

/// The parameters whose values are known and may be shown.
pub(super) fn params<E: CatalogError>(
    error: &E,
) -> impl Iterator<Item = (&'static str, ValueRef<'_>)> {
    error.params().filter_map(|param| Some((param.name, param.shown()?)))
}
