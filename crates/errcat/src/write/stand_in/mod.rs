//! Bodies as a provider sends them, written from the envelopes that its catalog declares.

#[cfg(feature = "http")]
mod answer;
mod body;
mod format;
#[cfg(feature = "http")]
mod response;
mod tree;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use body::{Content, write_body};
pub use format::Layout;
#[cfg(feature = "http")]
pub use response::{response_of, write_response};

use crate::error::fill;
use crate::reply::{Body, Subject, raw_code};
use crate::table::{EnvelopeKind, Format, ParamRow, params_of};
use crate::{ErrorFacts, Outcome};

/// Returns the body with an error. `None` if the provider has no form for it in this format.
pub fn body_of(error: &dyn ErrorFacts, format: Format) -> Option<String> {
    let spec = error.origin().subject.tables().spec;
    write_body(spec, &content(error), format, Layout::Compact)
}

fn content(error: &dyn ErrorFacts) -> Content<'_> {
    let subject = error.origin().subject;
    let tables = subject.tables();
    let case = subject.case_row().and_then(|row| u16::try_from(row).ok());
    Content {
        kind: kind(subject),
        outcome: Outcome::Failure,
        code: subject.raw_code(),
        has_numbers: tables.is_numeric(),
        message: message(subject),
        operation: case.and_then(|case| tables.operations_of(case).next()),
        http: subject.body().and_then(Body::status).or(case.map(|case| tables.http(case.into()))),
        retry_after: error.retry().after_seconds(),
        params: params(subject, |_| true),
        violations: subject.violations(),
    }
}

/// Returns the kind of envelope that carries an error.
fn kind(subject: &dyn Subject) -> EnvelopeKind {
    match subject.body() {
        Some(Body::Validation(_)) => EnvelopeKind::Validation,
        Some(Body::System(_)) => EnvelopeKind::System,
        Some(body) if raw_code(body).is_none() => EnvelopeKind::System,
        _ => EnvelopeKind::Application,
    }
}

/// Returns the provider's text, with sensitive values: the provider talks to its own client.
fn message(subject: &dyn Subject) -> Option<String> {
    if let Some(body) = subject.body() {
        return (!body.text().is_empty()).then(|| body.text().to_string());
    }
    text_of(subject, subject.row()?, |_| true)
}

/// Returns the values of the parameters that are known and wanted, by each of their names.
fn params(subject: &dyn Subject, is_wanted: fn(&ParamRow) -> bool) -> Vec<(&'static str, String)> {
    let rows = subject.row().map_or(&[][..], |row| params_of(subject.tables().params, row));
    let value =
        |param: &ParamRow| Some((param.name, subject.value(param.index.into())?.to_string()));
    rows.iter().filter(|param| is_wanted(param)).filter_map(value).collect()
}

/// Returns the template of a row with the values of the parameters that are wanted.
fn text_of(subject: &dyn Subject, row: u16, is_wanted: fn(&ParamRow) -> bool) -> Option<String> {
    let mut text = String::new();
    let template = subject.tables().message(row.into())?;
    fill(subject, row, template, is_wanted, &mut text).ok()?;
    Some(text)
}
