//! Errors as text, written from their templates.

use alloc::string::ToString as _;
use core::fmt::{self, Display as _};
use core::hash::{Hash, Hasher};

use super::assemble::Assemble;
use crate::reply::{Body, Subject};
use crate::table::{ParamRow, Piece, params_of, pieces};

/// The message of an error, as it may be shown.
#[derive(Clone, Copy)]
pub struct Message<'a>(pub(crate) &'a dyn Subject);

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.to_string().as_str(), f)
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_sensitive = self.0.has_sensitive_params();
        match (self.0.row(), self.0.body()) {
            (Some(row), _) => show_case(self.0, row, f),
            (None, Some(Body::Validation(body))) => body.fmt(f),
            (None, Some(Body::System(body))) => f.write_str(body.shown(is_sensitive).message()),
            (None, Some(Body::Unrecognized(body))) => {
                f.write_str(body.shown(is_sensitive).message())
            }
            (None, None) => Ok(()),
        }
    }
}

/// Writes the template with the values that are known and may be shown; the others stay
/// placeholders.
fn show_case(error: &dyn Subject, row: u16, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // Without a text of the provider, the name says most.
    let Some(template) = error.tables().message(row.into()) else {
        return f.write_str(error.tables().name(row.into()));
    };
    fill(error, row, template, |param| !param.is_sensitive, f)
}

/// Writes a template with the values of the parameters that are wanted. Those that are not known stay
/// placeholders.
pub(crate) fn fill(
    error: &dyn Subject,
    row: u16,
    template: &str,
    is_wanted: impl Fn(&ParamRow) -> bool,
    out: &mut impl fmt::Write,
) -> fmt::Result {
    let params = params_of(error.tables().params, row);
    for piece in pieces(template) {
        match piece {
            Piece::Literal(text) => out.write_str(text)?,
            Piece::Parameter(name) => {
                let param = params.iter().find(|param| param.name == name && is_wanted(param));
                match param.and_then(|param| error.value(param.index.into())) {
                    Some(value) => write!(out, "{value}")?,
                    None => write!(out, "<{name}>")?,
                }
            }
        }
    }
    Ok(())
}

/// Writes the code and the message.
#[doc(hidden)]
pub fn display(error: &dyn Subject, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_sensitive = error.has_sensitive_params();
    match error.body() {
        None => write!(f, "{}: {}", error.raw_code().unwrap_or_default(), Message(error)),
        Some(Body::Validation(body)) => body.fmt(f),
        Some(Body::System(body)) => body.shown(is_sensitive).fmt(f),
        Some(Body::Unrecognized(body)) => body.shown(is_sensitive).fmt(f),
    }
}

/// Writes the variant and its fields, without the values of sensitive ones.
#[doc(hidden)]
pub fn debug(error: &dyn Subject, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_sensitive = error.has_sensitive_params();
    let Some(row) = error.row() else {
        return match error.body() {
            Some(Body::Validation(body)) => f.debug_tuple("Validation").field(body).finish(),
            Some(Body::System(body)) => {
                f.debug_tuple("System").field(&body.shown(is_sensitive)).finish()
            }
            Some(Body::Unrecognized(body)) => {
                f.debug_tuple("Unrecognized").field(&body.shown(is_sensitive)).finish()
            }
            None => Ok(()),
        };
    };
    let mut fields = f.debug_struct(error.tables().name(row.into()));
    for param in error.params() {
        match param.value {
            Some(_) if param.is_sensitive => fields.field(param.field, &format_args!("<hidden>")),
            value => fields.field(param.field, &value),
        };
    }
    fields.finish()
}

/// Copies the variant and its values.
#[doc(hidden)]
#[allow(clippy::expect_used, reason = "only generated code implements `Assemble`")]
pub fn clone<E: Assemble>(error: &E) -> E {
    let take = &mut |index| error.value(index).map(Into::into);
    let copy = error.row().and_then(|row| E::from_row(row, take));
    copy.or_else(|| error.body().map(E::from_body)).expect("a variant has a case or a body")
}

/// Returns whether two errors are the same variant with the same values.
#[doc(hidden)]
pub fn eq(one: &dyn Subject, other: &dyn Subject) -> bool {
    one.row() == other.row() && one.body() == other.body() && one.params().eq(other.params())
}

/// Hashes what is compared.
#[doc(hidden)]
pub fn hash<H: Hasher>(error: &dyn Subject, state: &mut H) {
    (error.row(), error.body()).hash(state);
    for param in error.params() {
        param.value.hash(state);
    }
}
