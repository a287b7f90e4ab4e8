//! Takes a response of a provider; hands out its meaning, as the generated `decode` reads it and
//! the generated error answers it.

mod why;

pub use why::{Seen, Tried, why};

use std::fmt;

use errcat::rt::error::{Body, raw_code};
use errcat::rt::wire::{
    EnvelopeKind, Failure, Lookup, Messages, Raw, Resolved, Spec, Template, read, resolve,
    resolve_raw,
};
use errcat::{Facts, HttpStatus, Input, Outcome};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::profiles::{self, Profile};
use super::wire::with_spec;
use crate::catalog::words;
use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, Param, ParamType};

/// The meaning of a response.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Decoded<'c> {
    /// The id of the catalog, if it is known whose response it is.
    pub catalog: Option<&'c str>,
    /// The code, which may be unknown, or follow from the HTTP status.
    pub code: Option<String>,
    /// The Rust name of the case, or else of the code.
    pub name: Option<&'c str>,
    /// The id of the case, if it is known.
    pub case: Option<&'c str>,
    /// Whether the body itself carries a code that the catalog has.
    pub known: bool,
    /// Whether the body is in a form that the provider uses.
    pub recognized: bool,
    /// The kind of response.
    pub kind: Kind,
    /// The provider's text, which may be empty.
    pub message: String,
    /// The parameters of the message whose values are known.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'c Param, Value)>,
    /// The invalid fields.
    pub violations: Vec<Violation>,
    /// The facts; in JSON, the key of their HTTP status is `http_status`.
    #[serde(flatten, serialize_with = "as_facts")]
    pub facts: Facts,
    /// The id of the meaning.
    pub meaning: &'c str,
    /// The HTTP status of the response.
    pub status: Option<HttpStatus>,
    /// The id of the envelope, if the body has one.
    pub envelope: Option<String>,
    /// The id that the provider gave the request.
    pub request_id: Option<String>,
    /// The operation, if it is known.
    pub operation: Option<String>,
    /// Further data of the provider, verbatim.
    pub data: Option<String>,
    /// All errors, in order; most failures have one.
    pub errors: Vec<OneError<'c>>,
    /// The values of custom slots.
    #[serde(serialize_with = "as_text_map")]
    pub others: Vec<(String, String)>,
    /// The entry of the code.
    #[serde(skip)]
    pub known_code: Option<&'c Code>,
    /// The entry of the case.
    #[serde(skip)]
    pub known_case: Option<&'c Case>,
}

impl Decoded<'_> {
    /// Returns whether there is a reason for the advice: a body in a form of the provider, or the
    /// HTTP status of an error.
    pub fn has_advice(&self) -> bool {
        self.recognized || self.status.is_some_and(HttpStatus::is_error)
    }
}

/// One of the errors of a response.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct OneError<'c> {
    /// The code, which may be unknown.
    pub code: Option<String>,
    /// The Rust name of the case, or else of the code.
    pub name: Option<&'c str>,
    /// The id of the case, if it is known.
    pub case: Option<&'c str>,
    /// The provider's text, which may be empty.
    pub message: String,
    /// The parameters of the message whose values are known.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'c Param, Value)>,
}

impl<'c> OneError<'c> {
    fn of(resolved: &Found<'c, '_>) -> Self {
        let Resolved { raw, code, case, .. } = resolved;
        let known = code.map(|code| code.code.clone());
        let name = case.map(|case| &case.name).or(code.map(|code| &code.name));
        Self {
            code: known.or_else(|| raw.code.as_deref().map(str::to_owned)),
            name: name.map(String::as_str),
            case: case.map(|case| case.id.as_str()),
            message: raw.messages.first().unwrap_or_default().to_owned(),
            params: case.map(|case| params(case, resolved)).unwrap_or_default(),
        }
    }
}

/// A text of a response that pages show, besides those with a place of their own.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct PageText {
    /// The member of a result.
    pub member: &'static str,
    /// The label on a page.
    pub label: &'static str,
    /// Returns the text, if it is known.
    pub get: for<'d> fn(&'d Decoded<'_>) -> Option<&'d str>,
}

/// All texts that pages show under a label.
pub const PAGE_TEXTS: &[PageText] =
    &[PageText { member: "request_id", label: "request", get: |one| one.request_id.as_deref() }];

words! {
    /// The kind of a response.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Kind {
        /// The request was carried out, or accepted.
        Success = "success",
        /// A message that no request caused.
        Notification = "notification",
        /// A case of the catalog.
        Application = "application",
        /// A request that was rejected because of its fields.
        Validation = "validation",
        /// A failure without a code of the catalog.
        System = "system",
        /// A failure that the catalog does not know.
        Unrecognized = "unrecognized",
    }
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Any text, verbatim.
    Text(String),
    /// A whole number.
    Integer(i64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
        }
    }
}

/// An invalid field of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Violation {
    /// The field.
    pub field: Option<String>,
    /// The rule.
    pub rule: Option<String>,
    /// The provider's text.
    pub description: String,
}

/// Reads a response.
///
/// # Examples
///
/// ```no_run
/// use errcat::Input;
/// use errcat_model::{Sources, decode::decode, load};
///
/// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
/// let catalog = set.catalog("acme").expect("it is read");
/// let decoded = decode(&set, catalog, &Input::new(b"Service Unavailable"))?;
/// assert_eq!((decoded.recognized, decoded.facts.http.get()), (false, 502));
/// # Ok::<(), errcat_model::BrokenLaw>(())
/// ```
pub fn decode<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    input: &Input<'_>,
) -> Result<Decoded<'c>, BrokenLaw> {
    with_spec(catalog, |spec| decoded(set, catalog, spec, resolve(&catalog, spec, input)))?
}

/// Reads a text that is only a code, such as `3201`, as a response with that code. Returns `None` if
/// the catalog does not have the code.
///
/// # Examples
///
/// ```no_run
/// use errcat::Input;
/// use errcat_model::{Sources, decode::decode_code, load};
///
/// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
/// let catalog = set.catalog("acme").expect("it is read");
/// let decoded = decode_code(&set, catalog, &Input::new(b"17"))?.expect("it has the code");
/// assert!(decoded.known && decoded.envelope.is_none());
/// # Ok::<(), errcat_model::BrokenLaw>(())
/// ```
pub fn decode_code<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    input: &Input<'_>,
) -> Result<Option<Decoded<'c>>, BrokenLaw> {
    let decoded = with_spec(catalog, |spec| {
        let raw = read(input, &Spec { envelopes: &[], ..*spec });
        let code = catalog.code(raw.messages.first()?)?;
        let (kind, code) = (Some(EnvelopeKind::Application), Some(code.code.as_str().into()));
        let raw = Raw { kind, code, messages: Messages::default(), ..raw };
        Some(decoded(set, catalog, spec, resolve_raw(&catalog, spec, raw)))
    });
    decoded?.transpose()
}

type Found<'c, 'b> = Resolved<'c, 'b, &'c Code, &'c Case>;

fn decoded<'c, 'b>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    spec: &Spec<'b>,
    mut resolved: Found<'c, 'b>,
) -> Result<Decoded<'c>, BrokenLaw> {
    let violations = violations(&resolved.raw.violations);
    let (kind, profile) = profile(set, catalog, &mut resolved)?;
    let errors = std::mem::take(&mut resolved.raw.errors);
    let errors = errors.into_iter().map(|raw| resolve_raw(&catalog, spec, raw));
    let failures = errors.filter(|one| one.outcome.is_failure());
    let mut errors: Vec<OneError<'_>> = failures.map(|one| OneError::of(&one)).collect();
    if errors.is_empty() && resolved.outcome.is_failure() {
        errors.push(OneError::of(&resolved));
    }
    Ok(Decoded { errors, ..of_resolved(catalog, &resolved, violations, kind, profile) })
}

fn of_resolved<'c>(
    catalog: &'c Catalog,
    resolved: &Found<'c, '_>,
    violations: Vec<Violation>,
    kind: Kind,
    profile: Profile<'c>,
) -> Decoded<'c> {
    let Resolved { raw, code, case, .. } = resolved;
    let Raw {
        envelope,
        data,
        request_id,
        operation,
        status,
        others,
        kind: envelope_kind,
        // These are part of the error.
        code: _,
        messages: _,
        errors: _,
        params: _,
        // These are part of `violations` and the advice.
        is_readable: _,
        outcome: _,
        violations: _,
        retry_after: _,
    } = raw;
    let OneError { code: shown, name, case: case_id, message, params } = OneError::of(resolved);
    let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
    let others = others.iter().map(|(name, value)| ((*name).into(), value.as_ref().into()));
    Decoded {
        catalog: Some(&catalog.id),
        code: shown,
        name,
        case: case_id,
        known: code.is_some() && *envelope_kind == Some(EnvelopeKind::Application),
        recognized: envelope_kind.is_some(),
        kind,
        message,
        params,
        violations,
        errors: Vec::new(),
        facts: Facts { retry: raw.delayed(profile.facts.retry), ..profile.facts },
        meaning: profile.meaning,
        status: *status,
        envelope: envelope.map(str::to_owned),
        request_id: text(request_id),
        operation: text(operation),
        data: data.map(str::to_owned),
        others: others.collect(),
        known_code: *code,
        known_case: *case,
    }
}

/// Returns the kind of a response and the profile of the generated error or code.
fn profile<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    resolved: &mut Found<'c, '_>,
) -> Result<(Kind, Profile<'c>), BrokenLaw> {
    let kind = match resolved.outcome {
        Outcome::Success => Kind::Success,
        Outcome::Notification => Kind::Notification,
        Outcome::Failure => return of_failure(set, catalog, resolved),
    };
    match resolved.code {
        Some(code) => Ok((kind, profiles::of_code(set, code)?)),
        // The envelope says so, and the hub has a meaning for each outcome.
        None => Ok((kind, profiles::of_meaning(set, resolved.outcome.as_str())?)),
    }
}

fn of_failure<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    resolved: &mut Found<'c, '_>,
) -> Result<(Kind, Profile<'c>), BrokenLaw> {
    let failure = resolved.failure(|code| &code.code);
    let body = match &failure {
        Failure::Case(case) => return Ok((Kind::Application, profiles::of_case(set, case)?)),
        Failure::Validation(body) => Body::Validation(body),
        Failure::System(body) => Body::System(body),
        Failure::Unrecognized(body) => Body::Unrecognized(body),
    };
    let kind = match body {
        Body::Validation(_) => Kind::Validation,
        Body::System(_) => Kind::System,
        Body::Unrecognized(_) => Kind::Unrecognized,
    };
    let code = raw_code(body).and_then(|code| catalog.code(code));
    match code.filter(|code| code.outcome.is_failure()) {
        // Nobody knows which case it is; it may be a new one.
        Some(code) => Ok((kind, profiles::of_code(set, code)?.of_unlisted())),
        None => Ok((kind, of_body(set, catalog, body)?)),
    }
}

/// Returns the profile of a failure without a code of the catalog, as the runtime derives it.
fn of_body<'c>(
    set: &'c CatalogSet,
    catalog: &Catalog,
    body: Body<'_>,
) -> Result<Profile<'c>, BrokenLaw> {
    let mut found = Ok(None);
    let of_number = |number| {
        found = profiles::of_number(set, catalog, number);
        found.clone().ok()?
    };
    let profile = Profile::from_body(body, profiles::roles(set)?, of_number);
    found?;
    Ok(profile)
}

/// Returns the values of the parameters of a case, under any of their names.
fn params<'c>(case: &'c Case, resolved: &Found<'_, '_>) -> Vec<(&'c Param, Value)> {
    let value = |param: &'c Param| {
        let mut names = std::iter::once(&param.name).chain(&param.aliases);
        let text = names.find_map(|name| resolved.value(name))?;
        let value = match param.kind {
            ParamType::Integer => Value::Integer(text.parse().ok()?),
            _ => Value::Text(text.to_owned()),
        };
        Some((param, value))
    };
    case.params.iter().filter_map(value).collect()
}

fn violations(found: &[errcat::Violation]) -> Vec<Violation> {
    let violations = found.iter().map(|violation| Violation {
        field: violation.field().map(str::to_owned),
        rule: violation.rule().map(str::to_owned),
        description: violation.description().to_owned(),
    });
    violations.collect()
}

/// Writes the facts by name, the HTTP status as `http_status`. The outcome follows from the kind.
fn as_facts<S: Serializer>(facts: &Facts, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    macro_rules! entries {
        ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
            $(match stringify!($fact) {
                "outcome" => {}
                "http" => map.serialize_entry("http_status", &facts.$fact)?,
                name => map.serialize_entry(name, &facts.$fact)?,
            })+
        };
    }
    errcat::__with_facts!(entries!);
    map.end()
}

fn as_map<S: Serializer>(params: &[(&Param, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().map(|(param, value)| (&param.name, value)))
}

fn as_text_map<S: Serializer>(
    texts: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(texts.iter().map(|(name, text)| (name, text)))
}

impl<'c> Lookup<'c> for &'c Catalog {
    type Code = &'c Code;
    type Case = &'c Case;
    type Params = std::vec::IntoIter<(&'c str, &'c str)>;

    fn find(&self, code: &str) -> Option<&'c Code> {
        Catalog::code(self, code)
    }

    fn outcome(&self, code: &'c Code) -> Outcome {
        code.outcome
    }

    fn cases(&self, code: &'c Code) -> impl Iterator<Item = &'c Case> + Clone {
        code.cases.iter()
    }

    fn operations(&self, case: &'c Case) -> impl Iterator<Item = &'c str> {
        case.operations.iter().map(String::as_str)
    }

    fn templates(&self, case: &'c Case) -> impl Iterator<Item = Template<'c, Self::Params>> {
        case.messages.iter().map(|message| Template::of(&message.text))
    }
}
