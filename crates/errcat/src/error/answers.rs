//! The answers of an error, with or without a case, from its parts and the tables.

use super::assemble::{Assemble, Body, ValueRef, tables};
use crate::code::Roles;
use crate::facts::words::words;
use crate::table::params_of;
use crate::{
    Actor, Case, CatalogCode, CatalogMeaning, Class, DocsUrl, Facts, GrpcCode, Guidance,
    HttpStatus, Outcome, Retry,
};

/// The facts of an error, and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<M> {
    /// How to answer and who has to act.
    pub facts: Facts,
    /// The meaning.
    pub meaning: M,
}

/// Returns the code of a body, as it was on the wire.
pub fn raw_code(body: Body<'_>) -> Option<&str> {
    match body {
        Body::Unrecognized(body) => body.code(),
        Body::System(body) => body.code(),
        Body::Validation(_) => None,
    }
}

impl<M> Answer<M> {
    /// Returns what is known of an error whose code the catalog does not have: the facts of the
    /// range that its number is in, or else those of the HTTP status that it came with.
    pub fn from_body(
        body: Body<'_>,
        roles: Roles<M>,
        range_of: impl FnOnce(u32) -> Option<Self>,
    ) -> Self {
        let number = raw_code(body).and_then(|code| code.parse().ok());
        match number.and_then(range_of) {
            // A range of successes says nothing about a failure.
            Some(answers) if answers.facts.outcome.is_failure() => return answers.of_unlisted(),
            _ => {}
        }
        let status = match body {
            Body::Validation(body) => {
                return Self { facts: of_validation(body.status()), meaning: roles.validation };
            }
            Body::System(body) => body.status(),
            Body::Unrecognized(body) => body.status(),
        };
        Self { facts: of_status(status), meaning: roles.unknown }
    }

    /// Returns the answer of an unlisted number in a range with this answer, which does not blame
    /// the client.
    #[must_use]
    pub fn of_unlisted(mut self) -> Self {
        if self.facts.actor == Actor::Caller {
            self.facts.actor = Actor::Operator;
        }
        self
    }
}

/// Returns the facts of a request that was refused because of its fields.
pub fn of_validation(status: Option<HttpStatus>) -> Facts {
    let http = status.filter(|status| status.class() == 4).unwrap_or(BAD_REQUEST);
    failure(http, GrpcCode::InvalidArgument, Retry::AfterFix, Actor::Caller)
}

/// Returns what an HTTP status says by itself, which never blames the client. A status that is not
/// an error means that the service could not read the answer.
pub fn of_status(status: Option<HttpStatus>) -> Facts {
    let http = status.filter(|status| status.is_error()).unwrap_or(BAD_GATEWAY);
    let later = Retry::Later { after_seconds: None };
    let (grpc, retry, actor) = match http.get() {
        401 => (GrpcCode::Unauthenticated, Retry::AfterFix, Actor::Operator),
        402 => (GrpcCode::FailedPrecondition, Retry::AfterFix, Actor::AccountOwner),
        403 => (GrpcCode::PermissionDenied, Retry::AfterFix, Actor::Operator),
        // It may be the route that does not exist.
        404 => (GrpcCode::NotFound, Retry::AfterFix, Actor::Operator),
        // The request may have been carried out all the same.
        408 | 504 => (GrpcCode::DeadlineExceeded, Retry::Query, Actor::Provider),
        409 => (GrpcCode::Aborted, Retry::Query, Actor::Operator),
        410 => (GrpcCode::NotFound, Retry::Never, Actor::Operator),
        412 | 428 => (GrpcCode::FailedPrecondition, Retry::AfterFix, Actor::Operator),
        429 => (GrpcCode::ResourceExhausted, later, Actor::Operator),
        499 => (GrpcCode::Cancelled, Retry::Query, Actor::Operator),
        400..=498 => (GrpcCode::InvalidArgument, Retry::AfterFix, Actor::Operator),
        501 => (GrpcCode::Unimplemented, Retry::Never, Actor::Operator),
        502 => (GrpcCode::Unavailable, Retry::Query, Actor::Provider),
        503 => (GrpcCode::Unavailable, later, Actor::Provider),
        _ => (GrpcCode::Internal, Retry::Query, Actor::Provider),
    };
    failure(http, grpc, retry, actor)
}

const fn failure(http: HttpStatus, grpc: GrpcCode, retry: Retry, actor: Actor) -> Facts {
    Facts { outcome: Outcome::Failure, http, grpc, retry, actor }
}

const BAD_REQUEST: HttpStatus = HttpStatus::literal(400);
const BAD_GATEWAY: HttpStatus = HttpStatus::literal(502);

pub(super) fn kind<E: Assemble>(error: &E) -> ErrorKind {
    match error.body() {
        None => ErrorKind::Application,
        Some(Body::Validation(_)) => ErrorKind::Validation,
        Some(Body::System(_)) => ErrorKind::System,
        Some(Body::Unrecognized(_)) => ErrorKind::Unrecognized,
    }
}

pub(super) fn case<E: Assemble>(error: &E) -> Option<Case<E::Codes>> {
    error.row().map(|row| Case::from_row(row.into()))
}

pub(super) fn code<E: Assemble>(error: &E) -> Option<E::Codes> {
    if let Some(case) = case(error) {
        return Some(case.code());
    }
    let code = E::Codes::find(raw_code(error.body()?)?)?;
    code.outcome().is_failure().then_some(code)
}

pub(super) fn label<E: Assemble>(error: &E) -> &'static str {
    let [validation, system, unrecognized] = tables::<E>().labels;
    code(error).map_or_else(
        || match kind(error) {
            ErrorKind::Validation => validation,
            ErrorKind::System => system,
            ErrorKind::Application | ErrorKind::Unrecognized => unrecognized,
        },
        CatalogCode::label,
    )
}

/// Returns the row of the case, or else of the code.
fn row<E: Assemble>(error: &E) -> Option<usize> {
    let row = error.row().or_else(|| code(error).map(CatalogCode::index));
    row.map(usize::from)
}

type MeaningOf<E> = <<E as Assemble>::Codes as CatalogCode>::Meaning;

fn answers<E: Assemble>(error: &E) -> Answer<MeaningOf<E>> {
    let roles = MeaningOf::<E>::ROLES;
    match (row(error), error.body()) {
        (Some(row), _) => {
            let case = Case::<E::Codes>::from_row(row);
            Answer { facts: case.facts(), meaning: case.meaning() }
        }
        (None, Some(body)) => Answer::from_body(body, roles, |number| {
            let Class { facts, meaning, .. } = E::Codes::class_of(number)?;
            Some(Answer { facts, meaning })
        }),
        (None, None) => Answer { facts: of_status(None), meaning: roles.unknown },
    }
}

pub(super) fn facts<E: Assemble>(error: &E) -> Facts {
    answers(error).facts
}

pub(super) fn meaning<E: Assemble>(error: &E) -> MeaningOf<E> {
    answers(error).meaning
}

pub(super) fn guidance<E: Assemble>(error: &E) -> Option<Guidance> {
    tables::<E>().guidance(row(error)?)
}

pub(super) fn docs<E: Assemble>(error: &E) -> Option<DocsUrl> {
    tables::<E>().docs(row(error)?)
}

pub(super) fn params<E: Assemble>(error: &E) -> impl Iterator<Item = Param<'_>> {
    let params = error.row().map(|row| params_of(tables::<E>().params, row));
    let params = params.unwrap_or_default().iter().filter(|param| !param.is_alias);
    params.map(|param| Param {
        name: param.name,
        field: param.field,
        value: error.value(param.index.into()),
        is_sensitive: param.is_sensitive,
    })
}

words! {
    /// The kind of variant that an error is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ErrorKind {
        /// A case of the catalog.
        Application = "application",
        /// A request that was refused because of its fields.
        Validation = "validation",
        /// A failure without a code of the catalog.
        System = "system",
        /// A failure that the catalog does not know well enough.
        Unrecognized = "unrecognized",
    }
}

/// A parameter of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param<'a> {
    /// The name, as the provider's template has it.
    pub name: &'static str,
    /// The name of the field that holds the value.
    pub field: &'static str,
    /// The value, if it is known.
    pub value: Option<ValueRef<'a>>,
    /// Whether the value must not reach clients and logs.
    pub is_sensitive: bool,
}

impl<'a> Param<'a> {
    /// Returns the value, if it is known and may be shown.
    pub fn shown(&self) -> Option<ValueRef<'a>> {
        self.value.filter(|_| !self.is_sensitive)
    }
}
