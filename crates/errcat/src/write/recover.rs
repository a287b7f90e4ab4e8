//! Errors from what was told of them.

use alloc::vec::Vec;

use crate::error::generated::Value;
use crate::{
    Case, Catalog, CatalogError, CatalogFacts, Code, ErrorKind, HttpStatus, System, Unrecognized,
    Validation, Violation,
};

/// What was told of an error, in whatever form.
pub(super) struct Told<'a> {
    pub(super) kind: Option<ErrorKind>,
    pub(super) code: Option<&'a str>,
    pub(super) message: &'a str,
    pub(super) received: Option<HttpStatus>,
    pub(super) violations: Vec<Violation>,
}

impl Told<'_> {
    /// The error that it was told of.
    ///
    /// A case that this version of the catalog does not have is unrecognized, as is one that is
    /// none of the code that was told with it.
    pub(super) fn recover<E: CatalogError>(
        self,
        is_case: impl Fn(<E::Catalog as Catalog>::Case) -> bool,
        value: impl Fn(&str) -> Option<Value>,
    ) -> E {
        match self.kind {
            Some(ErrorKind::Application) | None => {
                let case = self.case::<E::Catalog>(is_case);
                case.and_then(|case| with_values(case, value)).unwrap_or_else(|| self.body())
            }
            Some(_) => self.body(),
        }
    }

    fn case<C: Catalog>(&self, is_it: impl Fn(C::Case) -> bool) -> Option<C::Case> {
        let is_of_code = |case: &C::Case| self.code.is_none_or(|code| case.code().as_str() == code);
        C::Case::ALL.iter().copied().filter(is_of_code).find(|case| is_it(*case))
    }

    /// The error without a case.
    fn body<E: CatalogError>(self) -> E {
        match self.kind {
            Some(ErrorKind::Validation) => self.validation().into(),
            None if !self.violations.is_empty() => self.validation().into(),
            Some(ErrorKind::System) => {
                let body = System::new(self.message);
                let body = self.code.into_iter().fold(body, System::with_code);
                self.received.into_iter().fold(body, System::with_status).into()
            }
            Some(ErrorKind::Application | ErrorKind::Unrecognized) | None => {
                let body = Unrecognized::new(self.message);
                let body = self.code.into_iter().fold(body, Unrecognized::with_code);
                self.received.into_iter().fold(body, Unrecognized::with_status).into()
            }
        }
    }

    fn validation(self) -> Validation {
        let empty = Validation::new(self.message);
        let body = self.violations.into_iter().fold(empty, Validation::with_violation);
        self.received.into_iter().fold(body, Validation::with_status)
    }
}

/// The variant of a case with the values of its parameters, under whichever of its names.
fn with_values<E: CatalogError>(
    case: <E::Catalog as Catalog>::Case,
    value: impl Fn(&str) -> Option<Value>,
) -> Option<E> {
    let params = <<E::Catalog as Catalog>::Code as CatalogFacts>::TABLES.params;
    E::of_case(case.index(), &mut |index| {
        let mut names = params.of(case.index()).filter(|entry| entry.index == index);
        names.find_map(|entry| value(entry.name))
    })
}
