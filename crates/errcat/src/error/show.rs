//! Errors as text, written from their templates.

use core::fmt::{self, Display as _};
use core::hash::{Hash, Hasher};

use super::answers::{case, code, params};
use super::assemble::{Assemble, Body, tables};
use crate::table::{ParamRow, Piece, params_of, pieces};
use crate::{Case, CatalogCode};

/// The message of an error, as it may be shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Message<'a, E>(&'a E);

impl<E: Assemble> fmt::Display for Message<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (case(self.0), self.0.body()) {
            (Some(case), _) => show_case(self.0, case, f),
            (None, Some(Body::Validation(body))) => body.fmt(f),
            (None, Some(Body::System(body))) => {
                f.write_str(body.shown(has_sensitive_params(self.0)).message())
            }
            (None, Some(Body::Unrecognized(body))) => {
                f.write_str(body.shown(has_sensitive_params(self.0)).message())
            }
            (None, None) => Ok(()),
        }
    }
}

pub(super) fn message<E: Assemble>(error: &E) -> Message<'_, E> {
    Message(error)
}

/// Returns whether the text of an error without a case can hold the value of a sensitive parameter.
/// As nobody knows where it is, the whole text is hidden.
pub(crate) fn has_sensitive_params<E: Assemble>(error: &E) -> bool {
    let cases = code(error).into_iter().flat_map(CatalogCode::cases);
    let mut params = cases.flat_map(|case| params_of(tables::<E>().params, case.row()));
    params.any(|param| param.is_sensitive)
}

/// Writes the template with the values that are known and may be shown; the others stay
/// placeholders.
fn show_case<E: Assemble>(
    error: &E,
    case: Case<E::Codes>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    // Without a text of the provider, the name says most.
    let Some(template) = case.message() else {
        return f.write_str(case.name());
    };
    fill(error, case, template, |param| !param.is_sensitive, f)
}

/// Writes a template with the values of the parameters that are wanted. Those that are not known stay
/// placeholders.
pub(crate) fn fill<E: Assemble>(
    error: &E,
    case: Case<E::Codes>,
    template: &str,
    is_wanted: impl Fn(&ParamRow) -> bool,
    out: &mut impl fmt::Write,
) -> fmt::Result {
    let params = params_of(tables::<E>().params, case.row());
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
pub fn display<E: Assemble>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (case(error), error.body()) {
        (Some(case), _) => write!(f, "{}: {}", case.code().as_str(), Message(error)),
        (None, Some(Body::Validation(body))) => body.fmt(f),
        (None, Some(Body::System(body))) => body.shown(has_sensitive_params(error)).fmt(f),
        (None, Some(Body::Unrecognized(body))) => body.shown(has_sensitive_params(error)).fmt(f),
        (None, None) => Ok(()),
    }
}

/// Writes the variant and its fields, without the values of sensitive ones.
#[doc(hidden)]
pub fn debug<E: Assemble>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some(case) = case(error) else {
        return match error.body() {
            Some(Body::Validation(body)) => f.debug_tuple("Validation").field(body).finish(),
            Some(Body::System(body)) => {
                f.debug_tuple("System").field(&body.shown(has_sensitive_params(error))).finish()
            }
            Some(Body::Unrecognized(body)) => f
                .debug_tuple("Unrecognized")
                .field(&body.shown(has_sensitive_params(error)))
                .finish(),
            None => Ok(()),
        };
    };
    let mut fields = f.debug_struct(case.name());
    for param in params(error) {
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
    let take = &mut |index| error.value(index).map(super::ValueRef::to_owned);
    let copy = error.row().and_then(|row| E::from_row(row, take));
    copy.or_else(|| error.body().map(E::from_body)).expect("a variant has a case or a body")
}

/// Returns whether two errors are the same variant with the same values.
#[doc(hidden)]
pub fn eq<E: Assemble>(one: &E, other: &E) -> bool {
    one.row() == other.row() && one.body() == other.body() && params(one).eq(params(other))
}

/// Hashes what is compared.
#[doc(hidden)]
pub fn hash<E: Assemble, H: Hasher>(error: &E, state: &mut H) {
    (error.row(), error.body()).hash(state);
    for param in params(error) {
        param.value.hash(state);
    }
}
