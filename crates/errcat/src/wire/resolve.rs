//! What a response means: which code, which case, which values.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::Input;
use super::read::{Raw, read};
use super::spec::{EnvelopeKind, Spec};
use super::template::fit;
use crate::{HttpStatus, Outcome};

/// What must be known of a catalog to say what a response means.
pub trait Lookup {
    /// A code.
    type Code: Copy;
    /// A case.
    type Case: Copy;

    /// The code with a text on the wire.
    fn find(&self, code: &str) -> Option<Self::Code>;

    /// What a code says about the request.
    fn outcome(&self, code: Self::Code) -> Outcome;

    /// The cases of a code.
    fn cases(&self, code: Self::Code) -> Vec<Self::Case>;

    /// The operations that a case names; none where any can answer with it.
    fn operations(&self, case: Self::Case) -> Vec<&str>;

    /// The messages that a case can have on the wire.
    fn templates(&self, case: Self::Case) -> Vec<&str>;
}

/// Values of parameters, by the names that the template has.
pub type Values<'t> = Vec<(&'t str, Box<str>)>;

/// What a response means.
#[derive(Debug, Clone)]
pub struct Resolved<'t, 'b, Code, Case> {
    /// What was read.
    pub raw: Raw<'b>,
    /// Success and notification only where a known code says so.
    pub outcome: Outcome,
    /// What kind of failure it is, if it is one.
    pub kind: FailureKind,
    /// The code, if the catalog knows it.
    pub code: Option<Code>,
    /// The case, if it can be told.
    pub case: Option<Case>,
    /// The values of parameters, by the names that the template has.
    pub values: Values<'t>,
}

/// What kind of failure a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// A code that the catalog knows, or should.
    Application,
    /// Fields.
    Validation,
    /// No code of the catalog.
    System,
}

/// Reads a response and says what it means.
pub fn resolve<'t, 'b, L: Lookup>(
    lookup: &'t L,
    spec: &Spec<'b>,
    input: &Input<'b>,
) -> Resolved<'t, 'b, L::Code, L::Case> {
    let raw = read(input, spec);
    let kind = match raw.kind {
        Some(EnvelopeKind::Application) => FailureKind::Application,
        Some(EnvelopeKind::Validation) => FailureKind::Validation,
        Some(EnvelopeKind::System) | None => FailureKind::System,
    };
    let failure = |raw, kind| Resolved {
        raw,
        outcome: Outcome::Failure,
        kind,
        code: None,
        case: None,
        values: Vec::new(),
    };
    let code = match kind {
        FailureKind::Application => raw.code.as_deref().and_then(|code| lookup.find(code)),
        FailureKind::Validation => None,
        FailureKind::System => code_of_status(&raw, spec).and_then(|code| lookup.find(code)),
    };
    let Some(code) = code else { return failure(raw, kind) };
    let outcome = lookup.outcome(code);
    // Whatever the body says: a response that failed on the way is no success.
    if !outcome.is_failure() && raw.status.is_some_and(HttpStatus::is_error) {
        return failure(raw, FailureKind::System);
    }
    let (case, values) = case(lookup, code, input, &raw);
    Resolved { raw, outcome, kind: FailureKind::Application, code: Some(code), case, values }
}

/// The code that a client error stands for which has none of its own, in a body of the provider.
fn code_of_status<'s>(raw: &Raw<'_>, spec: &Spec<'s>) -> Option<&'s str> {
    let status = raw.status.filter(|status| raw.is_readable && status.class() == 4)?;
    let mut known = spec.statuses.iter().filter(|(number, _)| *number == status.get());
    known.next().map(|(_, code)| *code)
}

/// The case of a code, and the values in its message.
fn case<'t, 'b, L: Lookup>(
    lookup: &'t L,
    code: L::Code,
    input: &Input<'b>,
    raw: &Raw<'b>,
) -> (Option<L::Case>, Values<'t>) {
    let possible = possible(lookup, code, input.operation.or(raw.operation.as_deref()));
    let mut fitting = Vec::new();
    for case in &possible {
        if let Some(values) = values(lookup, *case, raw) {
            fitting.push((*case, values));
        }
    }
    match (possible.as_slice(), fitting.len()) {
        (_, 1) => fitting.pop().map_or((None, Vec::new()), |(case, values)| (Some(case), values)),
        // The text may be another one than the documented.
        ([only], _) => (Some(*only), Vec::new()),
        _ => (None, Vec::new()),
    }
}

/// The cases that an operation can answer with: those that name it, or else those that any
/// operation can answer with, or else all: an operation that nobody wrote down says nothing.
fn possible<L: Lookup>(lookup: &L, code: L::Code, operation: Option<&str>) -> Vec<L::Case> {
    let all = lookup.cases(code);
    let Some(operation) = operation else { return all };
    let named = all.iter().filter(|case| lookup.operations(**case).contains(&operation));
    let named: Vec<L::Case> = named.copied().collect();
    if !named.is_empty() {
        return named;
    }
    let open = all.iter().filter(|case| lookup.operations(**case).is_empty());
    let open: Vec<L::Case> = open.copied().collect();
    if open.is_empty() { all } else { open }
}

/// The values of the parameters of a case, if one of its messages was sent.
fn values<'t, L: Lookup>(lookup: &'t L, case: L::Case, raw: &Raw<'_>) -> Option<Values<'t>> {
    let templates = lookup.templates(case);
    let fits = raw
        .messages
        .iter()
        .flat_map(|text| templates.iter().filter_map(move |template| fit(template, text)));
    let fit = fits.into_iter().next()?;
    let told = fit.values.into_iter().filter(|(name, value)| !is_placeholder(name, value));
    Some(told.map(|(name, value)| (name, value.into())).collect())
}

/// Whether a value is no value: where the documentation has `<name>` and so does the body.
fn is_placeholder(name: &str, value: &str) -> bool {
    let inside = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inside == Some(name)
}
