//! The facts that an HTTP status has by itself.

use crate::{Actor, Facts, GrpcCode, HttpStatus, Outcome, Retry};

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
