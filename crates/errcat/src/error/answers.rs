//! Statuses and advice for an error, with or without a case.

use super::assemble::Body;
use crate::table::Tables;
use crate::{Actor, Class, GrpcCode, HttpStatus, Outcome, Retry};

/// What an error answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers<'c> {
    /// The HTTP status to answer with.
    pub http: HttpStatus,
    /// The gRPC code to answer with.
    pub grpc: GrpcCode,
    /// Whether to send the request again.
    pub retry: Retry,
    /// Who must act.
    pub actor: Actor,
    /// The id of the meaning, as far as it is known.
    pub meaning: Option<&'c str>,
}

/// The code of a body, as it was on the wire.
pub fn raw_code(body: Body<'_>) -> Option<&str> {
    match body {
        Body::Unrecognized(body) => body.code(),
        Body::System(body) => body.code(),
        Body::Validation(_) => None,
    }
}

impl<'c> Answers<'c> {
    pub(super) fn of_row(tables: &Tables, row: usize) -> Self {
        Self {
            http: tables.http(row),
            grpc: tables.grpc(row),
            retry: tables.retry(row),
            actor: tables.actor(row),
            meaning: Some(tables.meaning(row)),
        }
    }

    pub(super) fn of_class(class: Class) -> (Outcome, Self) {
        let answers = Self {
            http: class.http,
            grpc: class.grpc,
            retry: class.retry,
            actor: class.actor,
            meaning: Some(class.meaning),
        };
        (class.outcome, answers)
    }

    /// What is known of an error whose code the catalog does not know: the range that its number
    /// is in, or else the HTTP status that it came with.
    pub fn of_body(
        body: Body<'_>,
        class_of: impl FnOnce(u32) -> Option<(Outcome, Answers<'c>)>,
    ) -> Self {
        let number = raw_code(body).and_then(|code| code.parse().ok());
        match number.and_then(class_of) {
            // A range of successes says nothing about what failed.
            Some((outcome, answers)) if outcome.is_failure() => return answers,
            _ => {}
        }
        match body {
            Body::Validation(body) => Self {
                http: body.status().filter(|status| status.class() == 4).unwrap_or(BAD_REQUEST),
                grpc: GrpcCode::InvalidArgument,
                retry: Retry::AfterFix,
                actor: Actor::Caller,
                meaning: None,
            },
            Body::System(body) => Self::of_status(body.status()),
            Body::Unrecognized(body) => Self::of_status(body.status()),
        }
    }

    /// What an HTTP status says by itself. One that is no error says that the answer was none the
    /// service could read.
    pub(super) fn of_status(status: Option<HttpStatus>) -> Self {
        let http = status.filter(|status| status.is_error()).unwrap_or(BAD_GATEWAY);
        let (grpc, retry, actor) = match http.get() {
            401 => (GrpcCode::Unauthenticated, Retry::AfterFix, Actor::Operator),
            403 => (GrpcCode::PermissionDenied, Retry::AfterFix, Actor::Operator),
            404 | 410 => (GrpcCode::NotFound, Retry::Never, Actor::Caller),
            // The request may have been carried out all the same.
            408 | 504 => (GrpcCode::DeadlineExceeded, Retry::Query, Actor::Provider),
            409 => (GrpcCode::Aborted, Retry::Query, Actor::Caller),
            412 | 428 => (GrpcCode::FailedPrecondition, Retry::AfterFix, Actor::Caller),
            429 => {
                (GrpcCode::ResourceExhausted, Retry::Later { after_seconds: None }, Actor::Caller)
            }
            499 => (GrpcCode::Cancelled, Retry::Query, Actor::Caller),
            400..=498 => (GrpcCode::InvalidArgument, Retry::AfterFix, Actor::Caller),
            501 => (GrpcCode::Unimplemented, Retry::Never, Actor::Operator),
            502 => (GrpcCode::Unavailable, Retry::Query, Actor::Provider),
            503 => (GrpcCode::Unavailable, Retry::Later { after_seconds: None }, Actor::Provider),
            _ => (GrpcCode::Internal, Retry::Query, Actor::Provider),
        };
        Self { http, grpc, retry, actor, meaning: None }
    }
}

const BAD_REQUEST: HttpStatus = HttpStatus::literal(400);
const BAD_GATEWAY: HttpStatus = HttpStatus::literal(502);
