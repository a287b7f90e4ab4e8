//! Bodies as a provider sends them, written from the envelopes that its catalog declares.

mod body;
mod format;
mod tree;

use alloc::string::{String, ToString};

pub use body::{Content, write_body};
pub use format::Layout;

use super::parts;
use crate::error::rt::Body;
use crate::error::{fill, tables};
use crate::table::{EnvelopeKind, Format};
use crate::{Case, CatalogError, Retry};

/// Returns the body with an error. `None` if the provider has no form for it in this format.
pub fn body_of<E: CatalogError>(error: &E, format: Format) -> Option<String> {
    let tables = tables::<E>();
    let content = Content {
        kind: kind(error),
        code: parts::code(error),
        has_numbers: tables.is_numeric(),
        message: message(error),
        operation: error.case().and_then(|case| case.operations().next()),
        http: parts::received(error).or(error.case().map(Case::http)),
        retry_after: match error.retry() {
            Retry::Later { after_seconds } => after_seconds,
            _ => None,
        },
        violations: parts::violations(error),
    };
    write_body(tables.spec, &content, format, Layout::Compact)
}

/// Returns the kind of envelope that carries an error.
fn kind<E: CatalogError>(error: &E) -> EnvelopeKind {
    match error.body() {
        Some(Body::Validation(_)) => EnvelopeKind::Validation,
        Some(Body::System(_)) => EnvelopeKind::System,
        _ if parts::code(error).is_none() => EnvelopeKind::System,
        _ => EnvelopeKind::Application,
    }
}

/// Returns the provider's text, with sensitive values: the provider talks to its own client.
fn message<E: CatalogError>(error: &E) -> Option<String> {
    let text = match error.body() {
        Some(Body::Validation(body)) => body.message(),
        Some(Body::System(body)) => body.message(),
        Some(Body::Unrecognized(body)) => body.message(),
        None => return case_message(error),
    };
    (!text.is_empty()).then(|| text.to_string())
}

fn case_message<E: CatalogError>(error: &E) -> Option<String> {
    let case = error.case()?;
    let mut message = String::new();
    fill(error, case, case.message()?, |_| true, &mut message).ok()?;
    Some(message)
}
