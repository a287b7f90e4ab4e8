//! From errors to problems, and back.

use alloc::string::{String, ToString};

use super::Problem;
use crate::docs::Words;
use crate::error::generated::Value;
use crate::write::recover::Told;
use crate::write::{parts, told};
use crate::{Catalog, CatalogError, CatalogFacts, HttpStatus, ValueRef};

/// What a client is told of an error.
pub(crate) fn problem_of<E: CatalogError>(error: &E) -> Problem {
    let guidance = error.guidance();
    let params = told::params(error).map(|(name, value)| (name.to_string(), value.to_owned()));
    Problem {
        type_uri: error.docs().map(|docs| docs.to_string()),
        title: Some(title(error)),
        status: Some(error.http()),
        detail: told::message(error),
        instance: None,
        catalog: Some(E::Catalog::ID.to_string()),
        domain: Some(E::Catalog::DOMAIN.to_string()),
        code: parts::code(error).map(str::to_string),
        case: error.case().map(|case| case.name().to_string()),
        kind: Some(error.kind()),
        retry: Some(error.retry()),
        params: params.collect(),
        violations: parts::violations(error).to_vec(),
        cause: guidance.map(|guidance| guidance.cause.to_string()),
        action: guidance.map(|guidance| guidance.action.to_string()),
        provider_status: parts::received(error),
    }
}

/// The name of the type. Without one, the standard asks for that of the status.
fn title<E: CatalogError>(error: &E) -> String {
    let name = match error.case() {
        Some(case) => Some(case.name()),
        None => error.code().map(CatalogFacts::name),
    };
    match name.filter(|_| error.docs().is_some()) {
        Some(name) => Words(name).to_string(),
        None => phrase(error.http()).to_string(),
    }
}

/// What RFC 9110 and the registry of statuses call an error.
fn phrase(status: HttpStatus) -> &'static str {
    match status.get() {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        507 => "Insufficient Storage",
        _ if status.class() == 4 => "Client Error",
        _ => "Server Error",
    }
}

/// The error that a problem tells of; nothing if it is not of this catalog.
pub(crate) fn error_of<E: CatalogError>(problem: &Problem) -> Option<E> {
    let is_same = |told: Option<&str>, own| told.map(|told| told == own);
    let of_catalog = is_same(problem.catalog(), E::Catalog::ID);
    let of_domain = is_same(problem.domain(), E::Catalog::DOMAIN);
    // Another service may have a catalog of the same name.
    if of_catalog == Some(false) || of_domain == Some(false) || (of_catalog, of_domain) == NEITHER {
        return None;
    }
    let told = Told {
        kind: problem.kind,
        code: problem.code(),
        message: problem.detail().unwrap_or_default(),
        received: problem.provider_status,
        violations: problem.violations.clone(),
    };
    let is_case = |case: <E::Catalog as Catalog>::Case| Some(case.name()) == problem.case();
    Some(told.recover(is_case, |name| value(&problem.params, name)))
}

const NEITHER: (Option<bool>, Option<bool>) = (None, None);

fn value(params: &[(String, Value)], wanted: &str) -> Option<Value> {
    params.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
}

impl Value {
    pub(super) fn as_ref(&self) -> ValueRef<'_> {
        match self {
            Self::Text(text) => ValueRef::Text(text),
            Self::Integer(number) => ValueRef::Integer(*number),
        }
    }
}
