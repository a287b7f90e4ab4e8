//! The profile of a code or an error, with or without a case, from its parts and the tables.

use core::fmt;
use core::slice;

use super::bodies::{Body, Violation, raw_code};
use super::status::{of_status, of_validation};
use super::subject::{Place, ROLES, Roles, Subject, ValueRef};
use crate::facts::words::words;
use crate::table::{ParamRow, Spec, params_of};
use crate::{Actor, Audience, Facts, HttpStatus};

/// The facts of an error, and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile<M> {
    /// How to answer and who has to act.
    pub facts: Facts,
    /// The meaning.
    pub meaning: M,
}

impl<M> Profile<M> {
    /// Returns what is known of an error whose code the catalog does not have: its class, or else
    /// the facts of the HTTP status that it came with.
    ///
    /// The status of an error overrides the facts of the class, unless the provider's errors always
    /// have the same. The meaning stays, and so does more cautious advice.
    pub fn from_body(
        body: Body<'_>,
        roles: Roles<M>,
        spec: &Spec<'_>,
        class_of: impl FnOnce(&str) -> Option<Self>,
    ) -> Self {
        let code = raw_code(body).filter(|_| matches!(body, Body::Unrecognized(_)));
        // A class of successes says nothing about a failure.
        let is_failure = |class: &Self| class.facts.outcome.is_failure();
        if let Some(class) = code.and_then(class_of).filter(is_failure) {
            let Self { facts, meaning } = class.of_unlisted();
            let counts = |status: &HttpStatus| status.is_error() && !spec.has_fixed_status();
            let facts = body.status().filter(counts).map_or(facts, |status| {
                let received = of_status(Some(status));
                Facts { retry: received.retry.or_more_cautious(facts.retry), ..received }
            });
            return Self { facts, meaning };
        }
        if let Body::Validation(body) = body {
            return Self { facts: of_validation(body.status()), meaning: roles.validation };
        }
        let facts = match body.transport() {
            Some(transport) => transport.facts(),
            None => of_status(body.status()),
        };
        Self { facts, meaning: roles.unknown }
    }

    /// Returns the profile of an unlisted code in a class with this profile, which does not blame
    /// the client.
    #[must_use]
    pub fn of_unlisted(mut self) -> Self {
        if self.facts.outcome.is_failure() && Audience::Client.includes(self.facts.actor) {
            self.facts.actor = Actor::Operator;
        }
        self
    }
}

impl dyn Subject + '_ {
    /// Returns the kind of variant; that of a code is the kind of its cases.
    pub(crate) fn kind(&self) -> ErrorKind {
        match self.body() {
            None => ErrorKind::Application,
            Some(Body::Validation(_)) => ErrorKind::Validation,
            Some(Body::System(_)) => ErrorKind::System,
            Some(Body::Unrecognized(_)) => ErrorKind::Unrecognized,
        }
    }

    /// Returns the row of the code, if the catalog has it.
    pub(crate) fn code_row(&self) -> Option<usize> {
        let tables = self.tables();
        if let Some(row) = self.row() {
            return Some(tables.code_of_case(row.into()));
        }
        let code = tables.find(raw_code(self.body()?)?)?;
        tables.outcome(code).is_failure().then_some(code)
    }

    /// Returns the row of the case, if it is known.
    pub(crate) fn case_row(&self) -> Option<usize> {
        let row = self.row()?.into();
        self.tables().has_case(row).then_some(row)
    }

    /// Returns the row of the case, or else of the code.
    pub(crate) fn any_row(&self) -> Option<usize> {
        self.row().map(usize::from).or_else(|| self.code_row())
    }

    /// Returns the code, as it was on the wire.
    pub(crate) fn raw_code(&self) -> Option<&str> {
        match self.row() {
            Some(row) => Some(self.tables().code(self.tables().code_of_case(row.into()))),
            None => raw_code(self.body()?),
        }
    }

    pub(crate) fn label(&self) -> &'static str {
        let [validation, system, unrecognized] = self.tables().labels;
        match (self.code_row(), self.kind()) {
            (Some(row), _) => self.tables().label(row),
            (None, ErrorKind::Validation) => validation,
            (None, ErrorKind::System) => system,
            (None, ErrorKind::Application | ErrorKind::Unrecognized) => unrecognized,
        }
    }

    pub(crate) fn profile(&self) -> Profile<Place> {
        let tables = self.tables();
        let of_row = |row| Profile { facts: tables.facts(row), meaning: Place::Row(row) };
        match (self.row(), self.body()) {
            (Some(row), _) => of_row(row.into()),
            (None, Some(body)) => match self.code_row() {
                // Nobody knows which case it is; it may be a new one.
                Some(row) => of_row(row).of_unlisted(),
                None => Profile::from_body(body, ROLES, tables.spec, |code| {
                    let range = tables.class_of(code)?;
                    let facts = tables.ranges.get(range)?.row.facts;
                    Some(Profile { facts, meaning: Place::Row(tables.facts.len() + range) })
                }),
            },
            (None, None) => Profile { facts: of_status(None), meaning: Place::Unknown },
        }
    }

    pub(crate) fn params(&self) -> Params<'_> {
        let params = self.case_row().and_then(|row| u16::try_from(row).ok());
        let params = params.map(|row| params_of(self.tables().params, row)).unwrap_or_default();
        Params { params: params.iter(), subject: self }
    }

    /// Returns whether the text of an error without a case can hold the value of a sensitive
    /// parameter. As nobody knows where it is, the whole text is hidden.
    pub(crate) fn has_sensitive_params(&self) -> bool {
        let tables = self.tables();
        let cases = self.code_row().map(|row| tables.cases_of_code(row));
        let rows = cases.into_iter().flat_map(|(first, end)| first..end);
        let rows = rows.filter_map(|row| u16::try_from(row).ok());
        let mut params = rows.flat_map(|row| params_of(tables.params, row));
        params.any(|param| param.is_sensitive)
    }

    /// Returns the fields that the provider refused.
    pub(crate) fn violations(&self) -> &[Violation] {
        match self.body() {
            Some(Body::Validation(body)) => body.violations(),
            _ => &[],
        }
    }
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
#[derive(Clone, Copy, PartialEq, Eq)]
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

/// The parameters of a message, in their order.
#[derive(Clone)]
pub struct Params<'a> {
    params: slice::Iter<'static, ParamRow>,
    subject: &'a dyn Subject,
}

impl<'a> Iterator for Params<'a> {
    type Item = Param<'a>;

    fn next(&mut self) -> Option<Param<'a>> {
        let param = self.params.find(|param| !param.is_alias)?;
        Some(Param {
            name: param.name,
            field: param.field,
            value: self.subject.value(param.index.into()),
            is_sensitive: param.is_sensitive,
        })
    }
}

/// Writes the parameters, without the values of sensitive ones.
impl fmt::Debug for Params<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// Writes the name and the value, unless it is sensitive.
impl fmt::Debug for Param<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match self.value {
            Some(_) if self.is_sensitive => f.write_str("<hidden>"),
            value => value.fmt(f),
        }
    }
}

impl<'a> Param<'a> {
    /// Returns the value, if it is known and may be shown.
    pub fn shown(&self) -> Option<ValueRef<'a>> {
        self.value.filter(|_| !self.is_sensitive)
    }
}
