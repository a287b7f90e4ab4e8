//! What a response of a provider means, by a checked catalog.
//!
//! It is read as the generated `decode` reads it, and answers what the generated error answers.

use errcat::rt::error::{Answers, Body, raw_code};
use errcat::rt::wire::{Failure, Lookup, Resolved, Template, resolve};
use errcat::{Actor, GrpcCode, HttpStatus, Input, Outcome, Retry, System};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::wire::with_spec;
use crate::{Case, Catalog, CatalogSet, Code, Param, ParamType, joint};

/// What a response means.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Decoded<'c> {
    /// The id of the catalog.
    pub catalog: &'c str,
    /// The code, known or not.
    pub code: Option<String>,
    /// The Rust name of the case, or else of the code.
    pub name: Option<&'c str>,
    /// The id of the case, if it can be told.
    pub case: Option<&'c str>,
    /// Whether the catalog knows the code.
    pub known: bool,
    /// What it is.
    pub kind: Kind,
    /// The provider's text, which may be empty.
    pub message: String,
    /// The parameters of the message whose values are known.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'c Param, Value)>,
    /// What is wrong with which fields.
    pub violations: Vec<Violation>,
    /// The HTTP status to answer with.
    pub http_status: HttpStatus,
    /// The gRPC code to answer with.
    pub grpc: GrpcCode,
    /// Whether to send the request again.
    pub retry: Retry,
    /// Who must act.
    pub actor: Actor,
    /// The id of the meaning, as far as it is known.
    pub meaning: Option<&'c str>,
    /// The HTTP status that it came with.
    pub status: Option<HttpStatus>,
    /// The id of the envelope, if the body has one.
    pub envelope: Option<String>,
    /// What the provider calls the request.
    pub request_id: Option<String>,
    /// What was called, if the body says so.
    pub operation: Option<String>,
    /// What else the provider says, as it was written.
    pub data: Option<String>,
    /// Everything else that has a slot.
    #[serde(serialize_with = "as_text_map")]
    pub others: Vec<(String, String)>,
    /// The entry of the code.
    #[serde(skip)]
    pub known_code: Option<&'c Code>,
    /// The entry of the case.
    #[serde(skip)]
    pub known_case: Option<&'c Case>,
}

/// What a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The request was carried out, or accepted.
    Success,
    /// News that nobody asked for.
    Notification,
    /// A case of the catalog.
    Application,
    /// A request that was refused because of its fields.
    Validation,
    /// A failure without a code of the catalog.
    System,
    /// A failure that the catalog does not know well enough.
    Unrecognized,
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

/// What is wrong with one field of a request.
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

/// Says what a response means.
///
/// # Examples
///
/// ```no_run
/// use errcat::Input;
/// use errcat_model::{Sources, decode::decode, load};
///
/// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
/// let catalog = set.catalog("acme").expect("it is read");
/// let decoded = decode(&set, catalog, &Input::new(b"Service Unavailable"));
/// assert_eq!((decoded.known, decoded.http_status.get()), (false, 502));
/// ```
pub fn decode<'c>(set: &'c CatalogSet, catalog: &'c Catalog, input: &Input<'_>) -> Decoded<'c> {
    with_spec(catalog, |spec| {
        let mut resolved = resolve(&Checked(catalog), spec, input);
        let violations = violations(&resolved.raw.violations);
        let (kind, answers) = answers(set, catalog, &mut resolved);
        decoded(catalog, &resolved, violations, kind, answers)
    })
}

type Found<'c, 'b> = Resolved<'c, 'b, &'c Code, &'c Case>;

fn decoded<'c>(
    catalog: &'c Catalog,
    resolved: &Found<'c, '_>,
    violations: Vec<Violation>,
    kind: Kind,
    answers: Answers<'c>,
) -> Decoded<'c> {
    let Resolved { raw, code, case, .. } = resolved;
    let known = code.map(|code| code.code.clone());
    let name = case.map(|case| &case.name).or(code.map(|code| &code.name));
    let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
    let others = raw.others.iter().map(|(name, value)| ((*name).into(), value.as_ref().into()));
    Decoded {
        catalog: &catalog.id,
        code: known.or_else(|| text(&raw.code)),
        name: name.map(String::as_str),
        case: case.map(|case| case.id.as_str()),
        known: code.is_some(),
        kind,
        message: raw.messages.first().unwrap_or_default().to_owned(),
        params: case.map(|case| params(case, resolved)).unwrap_or_default(),
        violations,
        http_status: answers.facts.http,
        grpc: answers.facts.grpc,
        retry: raw.delayed(answers.facts.retry),
        actor: answers.facts.actor,
        meaning: answers.meaning,
        status: raw.status,
        envelope: raw.envelope.map(str::to_owned),
        request_id: text(&raw.request_id),
        operation: text(&raw.operation),
        data: raw.data.map(str::to_owned),
        others: others.collect(),
        known_code: *code,
        known_case: *case,
    }
}

/// What it is, and what the generated error or code answers.
fn answers<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    resolved: &mut Found<'c, '_>,
) -> (Kind, Answers<'c>) {
    let kind = match resolved.outcome {
        Outcome::Success => Kind::Success,
        Outcome::Notification => Kind::Notification,
        Outcome::Failure => return of_failure(set, catalog, resolved),
    };
    let known = resolved.code.and_then(|code| joint::of_code(set, code));
    // A checked code has a meaning, so the other way is never taken.
    let none = || Answers::from_body(Body::System(&System::default()), |_| None);
    (kind, known.unwrap_or_else(none))
}

fn of_failure<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    resolved: &mut Found<'c, '_>,
) -> (Kind, Answers<'c>) {
    let failure = resolved.failure(|code| &code.code);
    let body = match &failure {
        Failure::Case(case) => return (Kind::Application, joint::of_case(set, case)),
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
    let code = code.filter(|code| code.outcome.is_failure());
    let answers = code.and_then(|code| joint::of_code(set, code));
    let of_number = |number| joint::of_number(set, catalog, number);
    (kind, answers.unwrap_or_else(|| Answers::from_body(body, of_number)))
}

/// The values of the parameters of a case, whatever name the text on the wire has for them.
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

fn as_map<S: Serializer>(params: &[(&Param, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(params.len()))?;
    for (param, value) in params {
        map.serialize_entry(&param.name, value)?;
    }
    map.end()
}

fn as_text_map<S: Serializer>(
    texts: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(texts.len()))?;
    for (name, text) in texts {
        map.serialize_entry(name, text)?;
    }
    map.end()
}

/// A checked catalog as the reader asks it.
struct Checked<'c>(&'c Catalog);

impl<'c> Lookup<'c> for Checked<'c> {
    type Code = &'c Code;
    type Case = &'c Case;
    type Params = std::vec::IntoIter<(&'c str, &'c str)>;

    fn find(&self, code: &str) -> Option<&'c Code> {
        self.0.code(code)
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
