//! Errors as text, from their templates.

use core::fmt::{self, Display as _};
use core::hash::{Hash, Hasher};

use super::application::CatalogError;
use super::assemble::Body;
use super::bodies::Unrecognized;
use crate::table::{Params, Piece, pieces};
use crate::{Case, Catalog, CatalogFacts, Code};

/// The message of an error, to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a, E>(pub(super) &'a E);

impl<E: CatalogError> fmt::Display for Message<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.case(), self.0.body()) {
            (Some(case), _) => show_case(self.0, case, f),
            (None, Some(Body::Validation(body))) => body.fmt(f),
            (None, Some(Body::System(body))) => f.write_str(body.shown(self.0).message()),
            (None, Some(Body::Unrecognized(body))) => f.write_str(body.shown(self.0).message()),
            (None, None) => Ok(()),
        }
    }
}

/// Whether the text of an error without a case can hold what a parameter of its code hides: as
/// nobody knows where it stands in there, the whole text is hidden.
pub(crate) fn is_secretive<E: CatalogError>(error: &E) -> bool {
    let params = <<E::Catalog as Catalog>::Code as CatalogFacts>::TABLES.params;
    let cases = error.code().map_or(&[][..], Code::cases);
    let mut entries = cases.iter().flat_map(|case| params.of(case.index()));
    entries.any(|entry| entry.flags & Params::SENSITIVE != 0)
}

/// The template with the values that are known and may be shown; the others stay as they are.
fn show_case<E: CatalogError>(
    error: &E,
    case: <E::Catalog as Catalog>::Case,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    // Without a text of the provider, the name says most.
    let Some(template) = case.message() else {
        return f.write_str(case.name());
    };
    for piece in pieces(template) {
        match piece {
            Piece::Literal(text) => f.write_str(text)?,
            Piece::Parameter(name) => match shown_value(error, case, name) {
                Some(value) => value.fmt(f)?,
                None => write!(f, "<{name}>")?,
            },
        }
    }
    Ok(())
}

fn shown_value<'a, E: CatalogError>(
    error: &'a E,
    case: <E::Catalog as Catalog>::Case,
    name: &str,
) -> Option<super::ValueRef<'a>> {
    let params = <<E::Catalog as Catalog>::Code as CatalogFacts>::TABLES.params;
    let entry = params.of(case.index()).find(|entry| entry.name == name)?;
    error.value(entry.index).filter(|_| entry.flags & Params::SENSITIVE == 0)
}

/// The code and the message.
#[doc(hidden)]
pub fn display<E: CatalogError>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (error.case(), error.body()) {
        (Some(case), _) => write!(f, "{}: {}", case.code().as_str(), error.message()),
        (None, Some(Body::Validation(body))) => body.fmt(f),
        (None, Some(Body::System(body))) => body.shown(error).fmt(f),
        (None, Some(Body::Unrecognized(body))) => body.shown(error).fmt(f),
        (None, None) => Ok(()),
    }
}

/// The variant and its fields, without what is sensitive.
#[doc(hidden)]
pub fn debug<E: CatalogError>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some(case) = error.case() else {
        return match error.body() {
            Some(Body::Validation(body)) => f.debug_tuple("Validation").field(body).finish(),
            Some(Body::System(body)) => f.debug_tuple("System").field(&body.shown(error)).finish(),
            Some(Body::Unrecognized(body)) => {
                f.debug_tuple("Unrecognized").field(&body.shown(error)).finish()
            }
            None => Ok(()),
        };
    };
    let mut fields = f.debug_struct(case.name());
    for param in error.params() {
        match param.value {
            Some(_) if param.is_sensitive => fields.field(param.field, &format_args!("<hidden>")),
            value => fields.field(param.field, &value),
        };
    }
    fields.finish()
}

/// The same variant with the same values.
#[doc(hidden)]
pub fn clone<E: CatalogError>(error: &E) -> E {
    let case = error.case_number();
    let copy = case.and_then(|case| {
        E::of_case(case, &mut |index| error.value(index).map(super::ValueRef::to_owned))
    });
    // An error is one of the two, so the last way is never taken.
    copy.or_else(|| error.body().map(E::of_body))
        .unwrap_or_else(|| E::of_body(Body::Unrecognized(&Unrecognized::default())))
}

/// Whether two errors are the same variant with the same values.
#[doc(hidden)]
pub fn eq<E: CatalogError>(one: &E, other: &E) -> bool {
    one.case_number() == other.case_number()
        && one.body() == other.body()
        && one.params().eq(other.params())
}

/// What is compared, hashed.
#[doc(hidden)]
pub fn hash<E: CatalogError, H: Hasher>(error: &E, state: &mut H) {
    (error.case_number(), error.body()).hash(state);
    for param in error.params() {
        param.value.hash(state);
    }
}
