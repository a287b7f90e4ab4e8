//! Statuses and advice for an error, with or without a case.

use super::assemble::Body;
use crate::table::Tables;
use crate::{Actor, GrpcCode, HttpStatus, Retry};

pub(super) struct Answers {
    pub(super) http: HttpStatus,
    pub(super) grpc: GrpcCode,
    pub(super) retry: Retry,
    pub(super) actor: Actor,
    pub(super) concept: Option<&'static str>,
}

/// The code of a body, as it was on the wire.
pub(crate) fn raw_code(body: Body<'_>) -> Option<&str> {
    match body {
        Body::Unrecognised(body) => body.code(),
        Body::System(body) => body.code(),
        Body::Validation(_) => None,
    }
}

impl Answers {
    pub(super) fn of_row(tables: &Tables, row: usize) -> Self {
        Self {
            http: tables.http(row),
            grpc: tables.grpc(row),
            retry: tables.retry(row),
            actor: tables.actor(row),
            concept: Some(tables.concept(row)),
        }
    }

    /// What is known of an error without a case: its code, the range that its number is in, or
    /// else the HTTP status that it came with.
    pub(super) fn of_body(tables: &Tables, row: Option<usize>, body: Body<'_>) -> Self {
        if let Some(row) = row {
            return Self::of_row(tables, row);
        }
        let number = raw_code(body).and_then(|code| code.parse().ok());
        let class = number.and_then(|number| tables.class_of(number));
        // A range of successes says nothing about what failed.
        if let Some(class) = class.filter(|class| class.outcome.is_failure()) {
            return Self {
                http: class.http,
                grpc: class.grpc,
                retry: class.retry,
                actor: class.actor,
                concept: Some(class.concept),
            };
        }
        match body {
            Body::Validation(body) => Self {
                http: body.status().filter(|status| status.class() == 4).unwrap_or(BAD_REQUEST),
                grpc: GrpcCode::InvalidArgument,
                retry: Retry::AfterFix,
                actor: Actor::Caller,
                concept: None,
            },
            Body::System(body) => Self::of_status(body.status()),
            Body::Unrecognised(body) => Self::of_status(body.status()),
        }
    }

    /// What an HTTP status says by itself. One that is no error says that the answer was none the
    /// service could read.
    pub(super) fn of_status(status: Option<HttpStatus>) -> Self {
        let http = status.filter(|status| status.is_error()).unwrap_or(BAD_GATEWAY);
        let (grpc, retry, actor) = match http.get() {
            401 => (GrpcCode::Unauthenticated, Retry::AfterFix, Actor::Us),
            403 => (GrpcCode::PermissionDenied, Retry::AfterFix, Actor::Us),
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
            501 => (GrpcCode::Unimplemented, Retry::Never, Actor::Us),
            502 => (GrpcCode::Unavailable, Retry::Query, Actor::Provider),
            503 => (GrpcCode::Unavailable, Retry::Later { after_seconds: None }, Actor::Provider),
            _ => (GrpcCode::Internal, Retry::Query, Actor::Provider),
        };
        Self { http, grpc, retry, actor, concept: None }
    }
}

const BAD_REQUEST: HttpStatus = HttpStatus::literal(400);
const BAD_GATEWAY: HttpStatus = HttpStatus::literal(502);
