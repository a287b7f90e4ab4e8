//! Finds out what a response means: its code, its case, and the values of its parameters.

use core::mem;

use super::envelope::{MAX_TEXT, Raw, bounded, read};
use super::input::Input;
use super::message::{Places, Template, fit};
use crate::table::{EnvelopeKind, Spec};
use crate::{HttpStatus, Outcome, System, Unrecognized, Validation};

/// A catalog in which codes and cases are looked up. Its texts live as long as `'t`.
pub trait Lookup<'t> {
    /// A code.
    type Code: Copy;
    /// A case.
    type Case: Copy;
    /// The parameters of a template.
    type Params: ExactSizeIterator<Item = (&'t str, &'t str)> + Clone;

    /// Returns the code with a text on the wire.
    fn find(&self, code: &str) -> Option<Self::Code>;

    /// Returns the outcome of a code.
    fn outcome(&self, code: Self::Code) -> Outcome;

    /// Returns the cases of a code.
    fn cases(&self, code: Self::Code) -> impl Iterator<Item = Self::Case> + Clone;

    /// Returns the operations that can answer with a case. Empty if any can.
    fn operations(&self, case: Self::Case) -> impl Iterator<Item = &'t str>;

    /// Returns the messages of a case on the wire.
    fn templates(&self, case: Self::Case) -> impl Iterator<Item = Template<'t, Self::Params>>;
}

/// Values of parameters.
#[derive(Debug, Clone, Default)]
struct Values<'t> {
    /// The number of the message that has the values.
    message: usize,
    places: Places<'t>,
}

/// The meaning of a response.
#[derive(Debug, Clone)]
pub struct Resolved<'t, 'b, Code, Case> {
    /// The content of the response.
    pub raw: Raw<'b>,
    /// The outcome. Only a known code or its form makes it a success or a notification.
    pub outcome: Outcome,
    /// The kind of failure, if it is one.
    pub kind: FailureKind,
    /// The code, if the catalog knows it.
    pub code: Option<Code>,
    /// The case, if it is certain.
    pub case: Option<Case>,
    values: Values<'t>,
}

/// The kind of failure that a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// An error with a code, known or not.
    Application,
    /// Fields that are wrong.
    Validation,
    /// An error without a code of the catalog.
    System,
}

/// Reads a response and finds out what it means.
#[inline]
pub fn resolve<'t, 'b, L: Lookup<'t>>(
    lookup: &L,
    spec: &Spec<'b>,
    input: &Input<'b>,
) -> Resolved<'t, 'b, L::Code, L::Case> {
    resolve_raw(lookup, spec, read(input, spec))
}

/// Finds out what a response means that was read, or one of several errors in it.
#[inline]
pub fn resolve_raw<'t, 'b, L: Lookup<'t>>(
    lookup: &L,
    spec: &Spec<'b>,
    raw: Raw<'b>,
) -> Resolved<'t, 'b, L::Code, L::Case> {
    let mut resolved = Resolved {
        raw,
        outcome: Outcome::Failure,
        kind: FailureKind::System,
        code: None,
        case: None,
        values: Values::default(),
    };
    look_up(lookup, spec, &mut resolved);
    resolved
}

/// Looks up the code of a response and its case.
fn look_up<'t, 'b, L: Lookup<'t>>(
    lookup: &L,
    spec: &Spec<'b>,
    resolved: &mut Resolved<'t, 'b, L::Code, L::Case>,
) {
    let raw = &resolved.raw;
    let (kind, code) = match raw.kind {
        Some(EnvelopeKind::Application) => (FailureKind::Application, raw.code.as_deref()),
        Some(EnvelopeKind::Validation) => (FailureKind::Validation, None),
        Some(EnvelopeKind::System) => (FailureKind::System, code_of_status(raw, spec)),
        // The body may be that of a proxy.
        None => (FailureKind::System, None),
    };
    resolved.kind = kind;
    let code = code.and_then(|code| lookup.find(code));
    let of_code = code.map(|code| lookup.outcome(code));
    let Some(outcome) = of_code.or(raw.outcome) else { return };
    // A response with an error status is never a success, even if its body says so. Nor is one in a
    // form that is always a failure, or with the code of a failure next to that of the success.
    let is_error = raw.status.is_some_and(HttpStatus::is_error);
    let contradicts = is_error || raw.outcome.is_some_and(Outcome::is_failure);
    let has_failure = || raw.errors.iter().any(|error| has_code_of_failure(lookup, error));
    if !outcome.is_failure() && (contradicts || has_failure()) {
        resolved.kind = FailureKind::System;
        return;
    }
    resolved.outcome = outcome;
    let Some(code) = code else { return };
    (resolved.case, resolved.values) = case(lookup, code, raw);
    (resolved.kind, resolved.code) = (FailureKind::Application, Some(code));
}

/// Returns whether one of several errors has a code that is not one of a success. An unknown code may
/// be anything, unless the form declares an outcome.
fn has_code_of_failure<'t, L: Lookup<'t>>(lookup: &L, error: &Raw<'_>) -> bool {
    let code = error.code.as_deref().map(|code| lookup.find(code));
    let is_failure = |code| lookup.outcome(code).is_failure();
    code.is_some_and(|code| code.map_or(error.outcome.is_none(), is_failure))
}

/// Returns the code for the status of a client error.
fn code_of_status<'s>(raw: &Raw<'_>, spec: &Spec<'s>) -> Option<&'s str> {
    let status = raw.status.filter(|status| status.class() == 4)?;
    let mut known = spec.statuses.iter().filter(|(number, _)| *number == status.get());
    known.next().map(|(_, code)| *code)
}

/// Returns the case of a code if it is certain, and the values in its message.
fn case<'t, L: Lookup<'t>>(
    lookup: &L,
    code: L::Code,
    raw: &Raw<'_>,
) -> (Option<L::Case>, Values<'t>) {
    let mut cases = lookup.cases(code);
    if let (Some(only), None) = (cases.next(), cases.next()) {
        return (Some(only), values(lookup, only, raw).unwrap_or_default());
    }
    let operation = raw.operation.as_deref();
    let which = Which::of(lookup, code, operation);
    let possible = || lookup.cases(code).filter(|case| which.takes(lookup, *case, operation));
    let mut fitting =
        possible().filter_map(|case| values(lookup, case, raw).map(|values| (case, values)));
    match (fitting.next(), fitting.next()) {
        (Some((case, values)), None) => return (Some(case), values),
        (Some(_), Some(_)) => return (None, Values::default()),
        (None, _) => {}
    }
    // The text may differ from the documented ones.
    let mut possible = possible();
    match (possible.next(), possible.next()) {
        (Some(only), None) => (Some(only), Values::default()),
        _ => (None, Values::default()),
    }
}

/// The cases that an operation can answer with.
#[derive(Clone, Copy)]
enum Which {
    /// The cases that name it.
    Named,
    /// No case names it: the cases that any operation can answer with.
    Open,
    /// There are neither, or the operation is not known.
    All,
}

impl Which {
    fn of<'t, L: Lookup<'t>>(lookup: &L, code: L::Code, operation: Option<&str>) -> Self {
        if operation.is_none() {
            return Self::All;
        }
        let takes =
            |which: Self| lookup.cases(code).any(|case| which.takes(lookup, case, operation));
        match (takes(Self::Named), takes(Self::Open)) {
            (true, _) => Self::Named,
            (false, true) => Self::Open,
            (false, false) => Self::All,
        }
    }

    fn takes<'t, L: Lookup<'t>>(self, lookup: &L, case: L::Case, operation: Option<&str>) -> bool {
        match self {
            Self::Named => lookup.operations(case).any(|name| Some(name) == operation),
            Self::Open => lookup.operations(case).next().is_none(),
            Self::All => true,
        }
    }
}

/// Returns the values of the parameters of a case, if one of its messages was sent.
fn values<'t, L: Lookup<'t>>(lookup: &L, case: L::Case, raw: &Raw<'_>) -> Option<Values<'t>> {
    raw.messages.iter().enumerate().find_map(|(message, text)| {
        let fitting = lookup.templates(case).find_map(|template| fit(template, text))?;
        Some(Values { message, places: fitting.values })
    })
}

/// A failure, by the variants of an error type.
#[derive(Debug, Clone)]
pub enum Failure<Case> {
    /// A case of the catalog.
    Case(Case),
    /// Fields that are wrong.
    Validation(Validation),
    /// An error without a code of the catalog.
    System(System),
    /// An error whose code is unknown, or whose case is not certain.
    Unrecognized(Unrecognized),
}

impl<Code: Copy, Case: Copy> Resolved<'_, '_, Code, Case> {
    /// Returns the value of a parameter, by its name in the template: that of a member of the body, or
    /// else the one in the message. `None` if it is too long for an error.
    pub fn value(&self, name: &str) -> Option<&str> {
        let member = self.raw.params.iter().find(|(other, _)| *other == name);
        let in_message = || {
            let message = self.raw.messages.get(self.values.message)?;
            let (_, place) = self.values.places.iter().find(|(other, _)| *other == name)?;
            message.get(place.clone())
        };
        let value = member.map(|(_, value)| value.as_ref()).or_else(in_message)?;
        (value.len() <= MAX_TEXT && !is_placeholder(name, value)).then_some(value)
    }

    /// Returns the failure, and takes the violations out of the response.
    pub fn failure<'c>(&mut self, text_of: impl FnOnce(Code) -> &'c str) -> Failure<Case> {
        match (self.kind, self.case) {
            (FailureKind::Application, Some(case)) => Failure::Case(case),
            (FailureKind::Application, None) => {
                Failure::Unrecognized(self.unrecognized(self.code.map(text_of)))
            }
            (FailureKind::Validation, _) => Failure::Validation(self.validation()),
            (FailureKind::System, _) => Failure::System(self.system()),
        }
    }

    /// Returns the response as an unrecognized failure. A known code is passed as its text.
    pub fn unrecognized(&self, known: Option<&str>) -> Unrecognized {
        let code = known.or(self.raw.code.as_deref()).map(bounded);
        let failure = Unrecognized::new(self.message());
        let failure = code.into_iter().fold(failure, Unrecognized::with_code);
        self.raw.status.into_iter().fold(failure, Unrecognized::with_status)
    }

    fn validation(&mut self) -> Validation {
        let violations = mem::take(&mut self.raw.violations);
        let failure = Validation::new(self.message()).with_violations(violations);
        self.raw.status.into_iter().fold(failure, Validation::with_status)
    }

    fn system(&self) -> System {
        let code = self.raw.code.as_deref().map(bounded);
        let failure = code.into_iter().fold(System::new(self.message()), System::with_code);
        self.raw.status.into_iter().fold(failure, System::with_status)
    }

    fn message(&self) -> &str {
        bounded(self.raw.messages.first().unwrap_or_default())
    }
}

/// Returns whether a body repeats the placeholder of the documentation instead of a value.
fn is_placeholder(name: &str, value: &str) -> bool {
    let inside = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inside == Some(name)
}
