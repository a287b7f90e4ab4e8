use core::marker::PhantomData;

use super::resolve::{Failure, Lookup, Resolved, resolve};
use super::template::Template;
use super::{Input, Raw, Spec};
use crate::error::generated::{Body, Value};
use crate::table::{Tables, TemplateParams};
use crate::{Catalog, CatalogError, CatalogFacts, Code, HttpStatus, Outcome, Retry, Violation};

/// An error type whose catalog says how responses carry its codes.
pub trait Decode: CatalogError {
    #[doc(hidden)]
    const SPEC: Spec<'static>;

    /// The body with this error as the provider sends it, for what stands in for the provider in
    /// tests; nothing if the provider has no response for it in this format.
    ///
    /// It says all that the provider would, what is sensitive too. Reading it gives the same error,
    /// as far as a body can say: an error whose case is not known becomes the only case of its
    /// code, and a value that contains what parts it from another one is not told.
    #[cfg(feature = "stand-in")]
    fn to_body(&self, format: super::Format) -> Option<alloc::string::String> {
        crate::write::body_of(self, format)
    }
}

/// A response of a provider, read.
#[derive(Debug, Clone)]
pub struct Response<'b, E: Decode> {
    raw: Raw<'b>,
    outcome: Outcome,
    code: Option<<E::Catalog as Catalog>::Code>,
    case: Option<<E::Catalog as Catalog>::Case>,
    error: Option<E>,
}

impl<'b, E: Decode> Response<'b, E> {
    /// Whether it is a success, a notification or a failure. It is a failure unless a known code
    /// says otherwise.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The error, if it is a failure.
    pub fn error(&self) -> Option<&E> {
        self.error.as_ref()
    }

    /// The error, if it is a failure, or else the code.
    pub fn into_result(self) -> Result<Option<<E::Catalog as Catalog>::Code>, E> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.code),
        }
    }

    /// The code, if the catalog knows it.
    pub fn code(&self) -> Option<<E::Catalog as Catalog>::Code> {
        self.code
    }

    /// The case, if it can be told.
    pub fn case(&self) -> Option<<E::Catalog as Catalog>::Case> {
        self.case
    }

    /// The code, as it was written.
    pub fn raw_code(&self) -> Option<&str> {
        self.raw.code.as_deref()
    }

    /// The provider's text, as it was written; of a text that is not the provider's, its start. A
    /// page of markup or the data of somebody else has none.
    pub fn message(&self) -> Option<&str> {
        self.raw.messages.first()
    }

    /// The HTTP status: that of the response, or else the one in the body.
    pub fn status(&self) -> Option<HttpStatus> {
        self.raw.status
    }

    /// What the provider calls the request.
    pub fn request_id(&self) -> Option<&str> {
        self.raw.request_id.as_deref()
    }

    /// What was called: what the caller said, or else the body.
    pub fn operation(&self) -> Option<&str> {
        self.raw.operation.as_deref()
    }

    /// What is wrong with which fields.
    pub fn violations(&self) -> &[Violation] {
        // They were moved into an error that is made of them.
        match self.error.as_ref().and_then(E::body) {
            Some(Body::Validation(body)) => body.violations(),
            _ => &self.raw.violations,
        }
    }

    /// What else the provider says, in its own form, to be parsed if it is needed.
    pub fn data(&self) -> Option<&'b str> {
        self.raw.data
    }

    /// Another slot of the provider's envelope, by the name that its catalog gives it.
    pub fn other(&self, name: &str) -> Option<&str> {
        let mut named = self.raw.others.iter().filter(|(other, _)| *other == name);
        named.next().map(|(_, value)| value.as_ref())
    }

    /// Whether to send the request again: what the catalog says, and not before the provider's
    /// own `Retry-After` is over.
    pub fn retry(&self) -> Retry {
        let advice = match (&self.error, self.code) {
            (Some(error), _) => error.retry(),
            (None, Some(code)) => code.retry(),
            (None, None) => Retry::Never,
        };
        self.raw.delayed(advice)
    }
}

/// Reads a response: never fails, never panics, and is never a success unless the body says so
/// with a code that the catalog knows.
pub fn decode<'b, E: Decode>(input: &Input<'b>) -> Response<'b, E> {
    let catalog = Typed::<E::Catalog>(PhantomData);
    let spec: Spec<'b> = E::SPEC;
    let mut resolved = resolve(&catalog, &spec, input);
    let error = resolved.outcome.is_failure().then(|| error(&mut resolved));
    let Resolved { raw, outcome, code, case, .. } = resolved;
    Response { raw, outcome, code, case, error }
}

type ResolvedIn<'t, 'b, C> = Resolved<'t, 'b, <C as Catalog>::Code, <C as Catalog>::Case>;

/// The typed error of a failure.
fn error<E: Decode>(resolved: &mut ResolvedIn<'_, '_, E::Catalog>) -> E {
    match resolved.failure(Code::as_str) {
        Failure::Case(case) => {
            let typed = E::of_case(case.index(), &mut |index| value::<E>(resolved, case, index));
            let unrecognized = || resolved.unrecognized(resolved.code.map(Code::as_str));
            typed.unwrap_or_else(|| unrecognized().into())
        }
        Failure::Validation(validation) => validation.into(),
        Failure::System(system) => system.into(),
        Failure::Unrecognized(unrecognized) => unrecognized.into(),
    }
}

/// The value of a parameter of a case, under whichever of its names.
fn value<E: Decode>(
    resolved: &ResolvedIn<'_, '_, E::Catalog>,
    case: <E::Catalog as Catalog>::Case,
    index: usize,
) -> Option<Value> {
    let params = tables::<E::Catalog>().params;
    let mut entries = params.of(case.index()).filter(|entry| entry.index == index);
    let text = entries.find_map(|entry| resolved.value(entry.name))?;
    Some(Value::Text(text.into()))
}

fn tables<C: Catalog>() -> &'static Tables {
    const { &<C::Code as CatalogFacts>::TABLES }
}

/// A catalog as the reader asks it.
struct Typed<C>(PhantomData<C>);

impl<C: Catalog> Lookup<'static> for Typed<C> {
    type Code = C::Code;
    type Case = C::Case;
    type Params = TemplateParams;

    fn find(&self, code: &str) -> Option<C::Code> {
        C::Code::find(code)
    }

    fn outcome(&self, code: C::Code) -> Outcome {
        code.outcome()
    }

    fn cases(&self, code: C::Code) -> impl Iterator<Item = C::Case> + Clone {
        code.cases().iter().copied()
    }

    fn operations(&self, case: C::Case) -> impl Iterator<Item = &'static str> {
        tables::<C>().operations_of(case.index())
    }

    fn templates(&self, case: C::Case) -> impl Iterator<Item = Template<'static, Self::Params>> {
        let templates = tables::<C>().templates_of(case.index());
        templates.map(|(start, params)| Template { start, params })
    }
}
