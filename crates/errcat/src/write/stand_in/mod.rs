//! Bodies as a provider sends them, written from the envelopes that its catalog declares.

mod body;
mod format;
mod tree;

use alloc::string::{String, ToString};

pub use body::{Content, Layout, write_body};

use super::parts;
use crate::error::generated::Body;
use crate::table::{Piece, pieces};
use crate::wire::{EnvelopeKind, Format};
use crate::{Catalog, CatalogFacts, Decode, Retry};

/// Returns the body with an error. `None` if the provider has no form for it in this format.
pub(crate) fn body_of<E: Decode>(error: &E, format: Format) -> Option<String> {
    let tables = <E::Catalog as Catalog>::Code::TABLES;
    let content = Content {
        kind: kind(error),
        code: parts::code(error),
        has_numbers: tables.is_numeric(),
        message: message(error),
        operation: error.case().and_then(|case| tables.operations_of(case.index()).next()),
        http: parts::received(error).or(error.case().map(CatalogFacts::http)),
        retry_after: match error.retry() {
            Retry::Later { after_seconds } => after_seconds,
            _ => None,
        },
        violations: parts::violations(error),
    };
    write_body(&E::SPEC, &content, format, Layout::Compact)
}

/// Returns the kind of envelope that carries an error.
fn kind<E: Decode>(error: &E) -> EnvelopeKind {
    match error.body() {
        Some(Body::Validation(_)) => EnvelopeKind::Validation,
        Some(Body::System(_)) => EnvelopeKind::System,
        _ if parts::code(error).is_none() => EnvelopeKind::System,
        _ => EnvelopeKind::Application,
    }
}

/// Returns the provider's text, with sensitive values: the provider talks to its own client.
fn message<E: Decode>(error: &E) -> Option<String> {
    let text = match error.body() {
        Some(Body::Validation(body)) => body.message(),
        Some(Body::System(body)) => body.message(),
        Some(Body::Unrecognized(body)) => body.message(),
        None => return case_message(error),
    };
    (!text.is_empty()).then(|| text.to_string())
}

fn case_message<E: Decode>(error: &E) -> Option<String> {
    let case = error.case()?;
    let params = <E::Catalog as Catalog>::Code::TABLES.params;
    let mut message = String::new();
    for piece in pieces(case.message()?) {
        match piece {
            Piece::Literal(text) => message.push_str(text),
            Piece::Parameter(name) => {
                let mut entries = params.of(case.index());
                let entry = entries.find(|entry| entry.name == name);
                match entry.and_then(|entry| error.value(entry.index)) {
                    Some(value) => message.push_str(&value.to_string()),
                    None => message.extend(["<", name, ">"]),
                }
            }
        }
    }
    Some(message)
}
