//! What a response means: which code, which case, which values.

use core::mem;

use super::Input;
use super::raw::{MOST_TEXT, Raw, bounded};
use super::read::read;
use super::template::{Places, Template, fit};
use crate::table::{EnvelopeKind, Spec};
use crate::{HttpStatus, Outcome, System, Unrecognized, Validation};

/// What must be known of a catalog, whose texts live as long as `'t`, to say what a response
/// means.
pub trait Lookup<'t> {
    /// A code.
    type Code: Copy;
    /// A case.
    type Case: Copy;
    /// The parameters of a template.
    type Params: ExactSizeIterator<Item = (&'t str, &'t str)>;

    /// The code with a text on the wire.
    fn find(&self, code: &str) -> Option<Self::Code>;

    /// What a code says about the request.
    fn outcome(&self, code: Self::Code) -> Outcome;

    /// The cases of a code.
    fn cases(&self, code: Self::Code) -> impl Iterator<Item = Self::Case> + Clone;

    /// The operations that a case names; none where any can answer with it.
    fn operations(&self, case: Self::Case) -> impl Iterator<Item = &'t str>;

    /// The messages that a case can have on the wire.
    fn templates(&self, case: Self::Case) -> impl Iterator<Item = Template<'t, Self::Params>>;
}

/// Values of parameters, by the names that the template has.
#[derive(Debug, Clone, Default)]
struct Values<'t> {
    /// The number of the message that they stand in.
    message: usize,
    places: Places<'t>,
}

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
    values: Values<'t>,
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
pub fn resolve<'t, 'b, L: Lookup<'t>>(
    lookup: &L,
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
        values: Values::default(),
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
    let (case, values) = case(lookup, code, &raw);
    Resolved { raw, outcome, kind: FailureKind::Application, code: Some(code), case, values }
}

/// The code that a client error stands for which has none of its own, in a body of the provider.
fn code_of_status<'s>(raw: &Raw<'_>, spec: &Spec<'s>) -> Option<&'s str> {
    let status = raw.status.filter(|status| raw.is_readable && status.class() == 4)?;
    let mut known = spec.statuses.iter().filter(|(number, _)| *number == status.get());
    known.next().map(|(_, code)| *code)
}

/// The case of a code, and the values in its message.
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
    // The text may be another one than the documented.
    let mut possible = possible();
    match (possible.next(), possible.next()) {
        (Some(only), None) => (Some(only), Values::default()),
        _ => (None, Values::default()),
    }
}

/// Which cases an operation can answer with.
#[derive(Clone, Copy)]
enum Which {
    /// Those that name it.
    Named,
    /// None names it: those that any operation can answer with.
    Open,
    /// There is neither, or it is not known what was called: an operation that nobody wrote down
    /// says nothing.
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

/// The values of the parameters of a case, if one of its messages was sent.
fn values<'t, L: Lookup<'t>>(lookup: &L, case: L::Case, raw: &Raw<'_>) -> Option<Values<'t>> {
    raw.messages.iter().enumerate().find_map(|(message, text)| {
        let fitting = lookup.templates(case).find_map(|template| fit(template, text))?;
        Some(Values { message, places: fitting.values })
    })
}

/// A failure, as an error type has it.
#[derive(Debug, Clone)]
pub enum Failure<Case> {
    /// A case of the catalog.
    Case(Case),
    /// Fields.
    Validation(Validation),
    /// No code of the catalog.
    System(System),
    /// A code whose case nobody can tell.
    Unrecognized(Unrecognized),
}

impl<Code: Copy, Case: Copy> Resolved<'_, '_, Code, Case> {
    /// The value of a parameter, by a name that the template has; nothing for one that is too long
    /// to be kept whole.
    pub fn value(&self, name: &str) -> Option<&str> {
        let message = self.raw.messages.get(self.values.message)?;
        let (_, place) = self.values.places.iter().find(|(other, _)| *other == name)?;
        let value = message.get(place.clone())?;
        (value.len() <= MOST_TEXT && !is_placeholder(name, value)).then_some(value)
    }

    /// The failure that this is, if it is one. It takes the violations.
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

    /// The same as a failure whose case nobody can tell; of a known code with its text.
    pub fn unrecognized(&self, known: Option<&str>) -> Unrecognized {
        let mut unrecognized = Unrecognized::new(self.message());
        if let Some(code) = known.or(self.raw.code.as_deref()) {
            unrecognized = unrecognized.with_code(bounded(code));
        }
        match self.raw.status {
            Some(status) => unrecognized.with_status(status),
            None => unrecognized,
        }
    }

    fn validation(&mut self) -> Validation {
        let violations = mem::take(&mut self.raw.violations);
        let validation = Validation::new(self.message()).with_violations(violations);
        match self.raw.status {
            Some(status) => validation.with_status(status),
            None => validation,
        }
    }

    fn system(&self) -> System {
        let mut system = System::new(self.message());
        if let Some(code) = &self.raw.code {
            system = system.with_code(bounded(code));
        }
        match self.raw.status {
            Some(status) => system.with_status(status),
            None => system,
        }
    }

    fn message(&self) -> &str {
        bounded(self.raw.messages.first().unwrap_or_default())
    }
}

/// Whether a value is no value: where the documentation has `<name>` and so does the body.
fn is_placeholder(name: &str, value: &str) -> bool {
    let inside = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inside == Some(name)
}
