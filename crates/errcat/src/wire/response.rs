use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use super::message::Template;
use super::resolve::{self, Lookup, Resolved, resolve, resolve_raw};
use super::{Input, Raw, Spec};
use crate::error::rt::Value;
use crate::error::tables;
use crate::table::{TemplateParams, TemplateRow, params_of};
use crate::{
    Case, CatalogCode, CatalogError, Failure, HttpStatus, Outcome, Retry, System, Violation,
};

/// A response of a provider, read.
#[derive(Debug, Clone)]
pub struct Response<'b, E: CatalogError> {
    raw: Raw<'b>,
    outcome: Outcome,
    code: Option<E::Code>,
    case: Option<Case<E::Code>>,
    error: Option<E>,
    /// All errors, if there are several.
    errors: Vec<E>,
}

impl<'b, E: CatalogError> Response<'b, E> {
    /// Returns whether it is a success, a notification or a failure: a failure unless a known
    /// code, or the form that its catalog declares, says otherwise.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns the error, if it is a failure.
    pub fn error(&self) -> Option<&E> {
        self.error.as_ref()
    }

    /// Returns all errors of the body in order, each with its code and the parameters of its message.
    /// [`error`](Self::error) is the one that counts. Most bodies have one.
    pub fn errors(&self) -> &[E] {
        if self.errors.is_empty() { self.error.as_slice() } else { &self.errors }
    }

    /// Returns the failure, or else the code: the error, and what else the response says about it.
    pub fn into_result(self) -> Result<Option<E::Code>, Failure<E>> {
        match self.error {
            Some(error) => Err(failure(error, self.raw)),
            None => Ok(self.code),
        }
    }

    /// Returns the failure of a request that did not get the success it needs: that of the response,
    /// or else a [`System`] error with the code and the text of the other success, whose advice is
    /// [`Retry::Query`].
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{CatalogError, Failure, Input};
    ///
    /// /// Reads a number, which is the whole body of a success.
    /// fn count<E: CatalogError>(body: &[u8]) -> Result<u32, Failure<E>> {
    ///     let number = std::str::from_utf8(body).ok().and_then(|text| text.parse().ok());
    ///     number.ok_or_else(|| errcat::decode(Input::new(body)).into_failure())
    /// }
    /// ```
    pub fn into_failure(self) -> Failure<E> {
        let raw = self.raw;
        let error = self.error.unwrap_or_else(|| {
            let other = System::new(raw.messages.first().unwrap_or_default());
            let other = raw.code.as_deref().into_iter().fold(other, System::with_code);
            raw.status.into_iter().fold(other, System::with_status).into()
        });
        failure(error, raw)
    }

    /// Returns the code, if the catalog has it.
    pub fn code(&self) -> Option<E::Code> {
        self.code
    }

    /// Returns the case, if it is known.
    pub fn case(&self) -> Option<Case<E::Code>> {
        self.case
    }

    /// Returns the code, as it was written.
    pub fn raw_code(&self) -> Option<&str> {
        self.raw.code.as_deref()
    }

    /// Returns the provider's text, verbatim, or the start of a text from elsewhere, such as a proxy.
    /// A page of markup and the data of another service have no message. The message of a body that
    /// was not decompressed says so.
    pub fn message(&self) -> Option<&str> {
        self.raw.messages.first()
    }

    /// Returns the HTTP status of the response, or else the one in the body.
    pub fn status(&self) -> Option<HttpStatus> {
        self.raw.status
    }

    /// Returns the provider's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.raw.request_id.as_deref()
    }

    /// Returns the operation that the caller named, or else the one in the body.
    pub fn operation(&self) -> Option<&str> {
        self.raw.operation.as_deref()
    }

    /// Returns the fields that are wrong, and why.
    pub fn violations(&self) -> &[Violation] {
        // They were moved into an error that is made of them.
        match self.error.as_ref().map_or(&[][..], E::violations) {
            [] => &self.raw.violations,
            violations => violations,
        }
    }

    /// Returns other data of the provider, unparsed.
    pub fn data(&self) -> Option<&'b str> {
        self.raw.data
    }

    /// Returns another slot of the envelope, by its name in the catalog. Numbers, booleans and
    /// structures are as they were written.
    pub fn other(&self, name: &str) -> Option<&str> {
        let mut named = self.raw.others.iter().filter(|(other, _)| *other == name);
        named.next().map(|(_, value)| value.as_ref())
    }

    /// Returns whether to send the request again: the advice of the catalog, with the delay of the
    /// provider's own `Retry-After` if that is longer.
    pub fn retry(&self) -> Retry {
        let advice = match (&self.error, self.code) {
            (Some(error), _) => error.retry(),
            (None, Some(code)) => code.retry(),
            (None, None) => Retry::Never,
        };
        self.raw.delayed(advice)
    }
}

/// Returns an error with what else a response says about it.
fn failure<E: CatalogError>(error: E, raw: Raw<'_>) -> Failure<E> {
    let retry = raw.delayed(error.retry());
    // No `..`: a new part compiles only once it has a getter above or a use here.
    let Raw {
        code,
        request_id,
        operation,
        status,
        retry_after: _,
        // A response has getters for these.
        messages: _,
        violations: _,
        data: _,
        others: _,
        errors: _,
        params: _,
        // These decide the outcome.
        is_readable: _,
        kind: _,
        envelope: _,
        outcome: _,
    } = raw;
    let failure = Failure::new(error).with_retry(retry);
    let failure = status.into_iter().fold(failure, Failure::with_status);
    let failure = request_id.into_iter().fold(failure, Failure::with_request_id);
    let failure = operation.into_iter().fold(failure, Failure::with_operation);
    failure.with_raw_code(code)
}

/// Reads a response of the provider that an error type belongs to: an [`Input`], or with the feature
/// `http` a `&http::Response`.
///
/// It never fails and never panics. A response is a success only if its body says so, with a code
/// that the catalog has or in a form that the catalog declares to be a success. If a provider has
/// neither for its successes, read those from the status and the body, and decode the rest.
pub fn decode<'b, E: CatalogError>(response: impl Into<Input<'b>>) -> Response<'b, E> {
    let catalog = Typed::<E::Code>(PhantomData);
    let spec: Spec<'b> = *tables::<E>().spec;
    let mut resolved = resolve(&catalog, &spec, &response.into());
    let error = resolved.outcome.is_failure().then(|| error(&mut resolved));
    let mut errors = Vec::new();
    if !resolved.raw.errors.is_empty() {
        add_errors(&catalog, &spec, mem::take(&mut resolved.raw.errors), &mut errors);
    }
    let Resolved { raw, outcome, code, case, .. } = resolved;
    Response { raw, outcome, code, case, error, errors }
}

/// Adds the typed errors of a body that has several.
#[cold]
fn add_errors<'b, E: CatalogError>(
    catalog: &Typed<E::Code>,
    spec: &Spec<'b>,
    found: Vec<Raw<'b>>,
    errors: &mut Vec<E>,
) {
    for raw in found {
        let mut resolved = resolve_raw(catalog, spec, raw);
        if resolved.outcome.is_failure() {
            errors.push(error(&mut resolved));
        }
    }
}

type ResolvedIn<'t, 'b, C> = Resolved<'t, 'b, C, Case<C>>;

/// Returns the typed error of a failure.
fn error<E: CatalogError>(resolved: &mut ResolvedIn<'_, '_, E::Code>) -> E {
    match resolved.failure(CatalogCode::as_str) {
        resolve::Failure::Case(case) => {
            let typed = E::from_row(case.row(), &mut |index| value::<E>(resolved, case, index));
            let unrecognized = || resolved.unrecognized(resolved.code.map(CatalogCode::as_str));
            typed.unwrap_or_else(|| unrecognized().into())
        }
        resolve::Failure::Validation(validation) => validation.into(),
        resolve::Failure::System(system) => system.into(),
        resolve::Failure::Unrecognized(unrecognized) => unrecognized.into(),
    }
}

/// Returns the value of a parameter of a case, under any of its names.
fn value<E: CatalogError>(
    resolved: &ResolvedIn<'_, '_, E::Code>,
    case: Case<E::Code>,
    index: usize,
) -> Option<Value> {
    let params = params_of(tables::<E>().params, case.row()).iter();
    let mut params = params.filter(|param| usize::from(param.index) == index);
    let text = params.find_map(|param| resolved.value(param.name))?;
    Some(Value::Text(text.into()))
}

/// A generated catalog as the reader sees it.
struct Typed<C>(PhantomData<C>);

impl<C: CatalogCode> Lookup<'static> for Typed<C> {
    type Code = C;
    type Case = Case<C>;
    type Params = TemplateParams;

    fn find(&self, code: &str) -> Option<C> {
        C::find(code)
    }

    fn outcome(&self, code: C) -> Outcome {
        code.outcome()
    }

    fn cases(&self, code: C) -> impl Iterator<Item = Case<C>> + Clone {
        code.cases()
    }

    fn operations(&self, case: Case<C>) -> impl Iterator<Item = &'static str> {
        case.operations()
    }

    fn templates(&self, case: Case<C>) -> impl Iterator<Item = Template<'static, Self::Params>> {
        let templates = TemplateRow::of(C::TABLES.templates, case.row());
        templates.map(|(start, params)| Template { start, params })
    }
}
