//! Reads errors back from their written forms.

use alloc::vec::Vec;

use crate::error::rt::Value;
use crate::error::tables;
use crate::table::params_of;
use crate::{
    Case, CatalogCode, CatalogError, ErrorKind, HttpStatus, System, Transport, Unrecognized,
    Validation, Violation,
};

/// An error as another service wrote it, in any form.
pub(super) struct Received<'a> {
    pub(super) kind: Option<ErrorKind>,
    pub(super) code: Option<&'a str>,
    pub(super) message: &'a str,
    pub(super) status: Option<HttpStatus>,
    pub(super) transport: Option<Transport>,
    pub(super) violations: Vec<Violation>,
}

impl Received<'_> {
    /// Returns the error.
    ///
    /// A case that this version of the catalog does not have is unrecognized, and so is one that does
    /// not belong to the code that came with it.
    pub(super) fn recover<E: CatalogError>(
        self,
        is_case: impl Fn(Case<E::Code>) -> bool,
        value: impl Fn(&str) -> Option<Value>,
    ) -> E {
        match self.kind {
            Some(ErrorKind::Application) | None => {
                let case = self.case::<E::Code>(is_case);
                case.and_then(|case| with_values(case, value)).unwrap_or_else(|| self.body())
            }
            Some(_) => self.body(),
        }
    }

    fn case<C: CatalogCode>(&self, is_it: impl Fn(Case<C>) -> bool) -> Option<Case<C>> {
        let is_of_code = |case: &Case<C>| self.code.is_none_or(|code| case.code().as_str() == code);
        Case::all().filter(is_of_code).find(|case| is_it(*case))
    }

    /// Returns the error without a case.
    fn body<E: CatalogError>(self) -> E {
        match self.kind {
            Some(ErrorKind::Validation) => self.validation().into(),
            None if !self.violations.is_empty() => self.validation().into(),
            Some(ErrorKind::System) => {
                let body = System::new(self.message);
                let body = self.code.into_iter().fold(body, System::with_code);
                let body = self.status.into_iter().fold(body, System::with_status);
                self.transport.into_iter().fold(body, System::with_transport).into()
            }
            Some(ErrorKind::Application | ErrorKind::Unrecognized) | None => {
                let body = Unrecognized::new(self.message);
                let body = self.code.into_iter().fold(body, Unrecognized::with_code);
                self.status.into_iter().fold(body, Unrecognized::with_status).into()
            }
        }
    }

    fn validation(self) -> Validation {
        let empty = Validation::new(self.message);
        let body = self.violations.into_iter().fold(empty, Validation::with_violation);
        self.status.into_iter().fold(body, Validation::with_status)
    }
}

/// Creates the variant of a case with the values of its parameters, under any of their names.
fn with_values<E: CatalogError>(
    case: Case<E::Code>,
    value: impl Fn(&str) -> Option<Value>,
) -> Option<E> {
    let params = params_of(tables::<E>().params, case.row());
    E::from_row(case.row(), &mut |index| {
        let mut params = params.iter().filter(|param| usize::from(param.index) == index);
        params.find_map(|param| value(param.name))
    })
}
