//! What every error type of a catalog answers.

use core::hash::Hash;

use super::answers::{self, Answers};
use super::assemble::{Assemble, Body, ValueRef};
use super::bodies::{System, Unrecognized, Validation};
use super::show::Message;
use crate::word::words;
use crate::{
    Actor, Case, Catalog, CatalogFacts, Code, DocsUrl, GrpcCode, Guidance, HttpStatus, Joined,
    Retry, Translation,
};

/// The error type of one catalog.
///
/// Generated types implement it, and have the same methods of their own, so that this trait is
/// needed only in code that is generic over catalogs.
///
/// # Examples
///
/// ```
/// use errcat::CatalogError;
///
/// /// What a service answers, whichever provider failed.
/// fn respond(error: &impl CatalogError) -> (u16, String) {
///     (error.http().get(), error.to_string())
/// }
/// ```
pub trait CatalogError:
    core::error::Error
    + Assemble
    + Clone
    + Eq
    + Hash
    + From<Validation>
    + From<System>
    + From<Unrecognized>
    + Send
    + Sync
    + 'static
{
    /// The catalog that the error is from.
    type Catalog: Catalog;

    /// The variant of a case, with none of its parameters known; nothing if it is no failure.
    fn from_case(case: <Self::Catalog as Catalog>::Case) -> Option<Self> {
        Self::of_case(case.index(), &mut |_| None)
    }

    /// Which kind of variant it is.
    fn kind(&self) -> ErrorKind {
        match self.body() {
            None => ErrorKind::Application,
            Some(Body::Validation(_)) => ErrorKind::Validation,
            Some(Body::System(_)) => ErrorKind::System,
            Some(Body::Unrecognized(_)) => ErrorKind::Unrecognized,
        }
    }

    /// The case, if it is known.
    fn case(&self) -> Option<<Self::Catalog as Catalog>::Case> {
        let number = usize::from(self.case_number()?);
        <<Self::Catalog as Catalog>::Case as Case>::ALL.get(number).copied()
    }

    /// The code, if the catalog knows it; it can do so without knowing the case.
    fn code(&self) -> Option<<Self::Catalog as Catalog>::Code> {
        if let Some(case) = self.case() {
            return Some(case.code());
        }
        let code = answers::raw_code(self.body()?)?;
        let code = <<Self::Catalog as Catalog>::Code as Code>::find(code)?;
        code.outcome().is_failure().then_some(code)
    }

    /// A label for metrics, such as `wapi.3201`: the set of all labels is closed and small.
    fn label(&self) -> &'static str {
        let code = self.code().map(Code::label);
        code.unwrap_or(match self.kind() {
            ErrorKind::Validation => <Self::Catalog as Catalog>::LABELS[0],
            ErrorKind::System => <Self::Catalog as Catalog>::LABELS[1],
            ErrorKind::Application | ErrorKind::Unrecognized => {
                <Self::Catalog as Catalog>::LABELS[2]
            }
        })
    }

    /// What happened and what to do about it, where the catalog says so.
    fn guidance(&self) -> Option<Guidance> {
        match self.case() {
            Some(case) => case.guidance(),
            None => self.code()?.guidance(),
        }
    }

    /// The HTTP status to answer with.
    fn http(&self) -> HttpStatus {
        answers(self).http
    }

    /// The gRPC code to answer with.
    fn grpc(&self) -> GrpcCode {
        answers(self).grpc
    }

    /// Whether to send the request again.
    fn retry(&self) -> Retry {
        answers(self).retry
    }

    /// Who must act.
    fn actor(&self) -> Actor {
        answers(self).actor
    }

    /// The id of the provider-neutral meaning, as far as the catalog knows it.
    fn meaning(&self) -> Option<&'static str> {
        answers(self).meaning
    }

    /// The address of its entry in the catalog's reference pages, where the catalog has any.
    fn docs(&self) -> Option<DocsUrl> {
        match self.case() {
            Some(case) => case.docs(),
            None => self.code()?.docs(),
        }
    }

    /// The parameters of the message, in their order.
    fn params(&self) -> impl Iterator<Item = Param<'_>> {
        let case = self.case_number();
        let params = <<Self::Catalog as Catalog>::Code as CatalogFacts>::TABLES.params;
        let entries = case.into_iter().flat_map(move |case| params.of(case));
        entries.filter(|entry| entry.flags & crate::table::Params::ALIAS == 0).map(|entry| Param {
            name: entry.name,
            field: entry.field,
            value: self.value(entry.index),
            is_sensitive: entry.flags & crate::table::Params::SENSITIVE != 0,
        })
    }

    /// What this error is in another catalog, with the values of the parameters that both have.
    ///
    /// Without a case, it is translated by its code, and is unrecognized there unless the code
    /// that it becomes has one case.
    fn translate<T: CatalogError>(&self) -> Option<Translation<T>>
    where
        Self::Catalog: Joined<T::Catalog>,
    {
        super::translate::translate(self)
    }

    /// The message without the code: the provider's text with the values of its parameters,
    /// except those that are sensitive or not known.
    fn message(&self) -> Message<'_, Self> {
        Message(self)
    }

    /// What a client is told: problem details of RFC 9457, without what is sensitive.
    #[cfg(feature = "problem")]
    fn problem(&self) -> crate::Problem {
        crate::write::problem_of(self)
    }

    /// The error that a problem tells of; nothing if it is not of this catalog.
    #[cfg(feature = "problem")]
    fn from_problem(problem: &crate::Problem) -> Option<Self> {
        crate::write::error_of(problem)
    }

    /// The status of gRPC with the details of `google.rpc`, without what is sensitive.
    ///
    /// It fits into the 8 KiB of headers that peers take: what has no room is left out whole,
    /// and named by `leftOut` in the metadata of `ErrorInfo`.
    #[cfg(feature = "tonic")]
    fn to_status(&self) -> ::tonic::Status {
        crate::write::tonic::status_of(self)
    }

    /// The error that a status tells of; nothing if it is not of this catalog.
    #[cfg(feature = "tonic")]
    fn from_status(status: &::tonic::Status) -> Option<Self> {
        crate::write::tonic::error_of(status)
    }
}

fn answers<E: CatalogError>(error: &E) -> Answers<'static> {
    let tables = &<<E::Catalog as Catalog>::Code as CatalogFacts>::TABLES;
    match (error.case(), error.body()) {
        (Some(case), _) => Answers::of_row(tables, case.row()),
        (None, Some(body)) => match error.code() {
            Some(code) => Answers::of_row(tables, code.row()),
            None => Answers::of_body(body, |number| tables.class_of(number).map(Answers::of_class)),
        },
        (None, None) => Answers::of_status(None),
    }
}

/// What kind of variant an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    /// A case of the catalog.
    Application,
    /// A request that was refused because of its fields.
    Validation,
    /// A failure without a code of the catalog.
    System,
    /// A failure that the catalog does not know well enough.
    Unrecognized,
}

words!(ErrorKind {
    Application = "application",
    Validation = "validation",
    System = "system",
    Unrecognized = "unrecognized",
});

/// A parameter of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param<'a> {
    /// The name, as the provider's template has it.
    pub name: &'static str,
    /// The name of the field that holds its value.
    pub field: &'static str,
    /// The value, if it is known.
    pub value: Option<ValueRef<'a>>,
    /// Whether the value must not reach clients and logs.
    pub is_sensitive: bool,
}

impl<'a> Param<'a> {
    /// The value, if it is known and may be shown.
    pub fn shown(&self) -> Option<ValueRef<'a>> {
        self.value.filter(|_| !self.is_sensitive)
    }
}
