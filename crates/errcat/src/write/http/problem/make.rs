//! Errors as problems, and back.

use alloc::string::{String, ToString};

use super::{Advice, Problem};
use crate::error::rt::Value;
use crate::facts::invalid::in_catalog;
use crate::table::docs;
use crate::write::recover::Received;
use crate::write::{disclosed, parts};
use crate::{Case, CatalogCode, CatalogError, HttpStatus, InvalidValue, ValueRef};

/// Tells a client about an error, without what is sensitive.
impl<E: CatalogError> From<&E> for Problem {
    fn from(error: &E) -> Self {
        let guidance = error.guidance();
        let params =
            disclosed::params(error).map(|(name, value)| (name.to_string(), value.to_owned()));
        Problem {
            type_uri: error.docs().map(|docs| docs.to_string()),
            title: Some(title(error)),
            status: Some(error.http()),
            detail: disclosed::message(error),
            instance: None,
            catalog: Some(E::Code::CATALOG.to_string()),
            domain: Some(E::Code::DOMAIN.to_string()),
            code: parts::code(error).map(str::to_string),
            case: error.case().map(|case| case.name().to_string()),
            kind: Some(error.kind()),
            retry: Some(error.retry()),
            params: params.collect(),
            violations: parts::violations(error).to_vec(),
            guidance: guidance.map(|guidance| Advice {
                cause: Some(guidance.cause.to_string()),
                action: Some(guidance.action.to_string()),
            }),
            provider_status: parts::received(error),
        }
    }
}

/// Returns the name of the type. Without one, the standard asks for that of the status.
fn title<E: CatalogError>(error: &E) -> String {
    let name = match error.case() {
        Some(case) => Some(case.name()),
        None => error.code().map(CatalogCode::name),
    };
    match name.filter(|_| error.docs().is_some()) {
        Some(name) => docs::title(name).to_string(),
        None => phrase(error.http()).to_string(),
    }
}

/// Returns the name of an error in RFC 9110 and the registry of statuses.
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

impl Problem {
    /// Reads an error back; fails if the problem is not of the catalog of that error type.
    pub fn to_error<E: CatalogError>(&self) -> Result<E, InvalidValue> {
        let is_same = |named: Option<&str>, own| named.map(|named| named == own);
        let of_catalog = is_same(self.catalog(), E::Code::CATALOG);
        let of_domain = is_same(self.domain(), E::Code::DOMAIN);
        // Another service may have a catalog with the same name.
        if of_catalog == Some(false)
            || of_domain == Some(false)
            || (of_catalog, of_domain) == NEITHER
        {
            return Err(in_catalog("a problem", E::Code::CATALOG));
        }
        let received = Received {
            kind: self.kind,
            code: self.code(),
            message: self.detail().unwrap_or_default(),
            status: self.provider_status,
            violations: self.violations.clone(),
        };
        let is_case = |case: Case<E::Code>| Some(case.name()) == self.case();
        Ok(received.recover(is_case, |name| value(&self.params, name)))
    }
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
