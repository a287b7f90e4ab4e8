//! Takes a response; hands out which envelopes it has or lacks, and why.

use std::borrow::Cow;

use errcat::Input;
use errcat::rt::wire::{
    Envelope, EnvelopeKind, Format, NOTHING, Sight, Slot, Spec, Trace, Wanted, read,
};
use serde::Serialize;

use crate::derived::wire::with_spec;
use crate::{BrokenLaw, Catalog, shorten};

/// The number of characters that are kept of a value.
const MAX_VALUE: usize = 80;

/// An envelope that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Tried<'c> {
    /// The id of the catalog.
    pub catalog: &'c str,
    /// The id of the envelope.
    pub envelope: &'c str,
    /// Whether it is the envelope of the response.
    pub matched: bool,
    /// The reason if it is not.
    pub reason: Option<String>,
    /// The conditions, each pointer and each header, with what was there. Empty if the body is not in
    /// the format of the envelope.
    pub found: Vec<Seen>,
}

/// The value at a pointer or in a header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Seen {
    /// The slot, `<name>` for a parameter, or `when` for a condition.
    pub slot: String,
    /// The pointer from the root, in which `*` is an item of a list, or the name of a header.
    pub pointer: String,
    /// The value that the condition expects.
    pub expected: Option<String>,
    /// The kind of value that is there: `nothing`, `null`, `blank`, `text` or `structure`.
    pub found: &'static str,
    /// The value, shortened.
    pub value: Option<String>,
}

/// Returns what each envelope of a catalog says about a response, in the order in which they are tried.
///
/// # Examples
///
/// ```no_run
/// use errcat::Input;
/// use errcat_model::{Sources, decode::why, load};
///
/// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
/// let catalog = set.catalog("acme").expect("it is read");
/// for tried in why(catalog, &Input::new(br#"{"code": null}"#))? {
///     println!("{}: {}", tried.envelope, tried.reason.as_deref().unwrap_or("matches"));
/// }
/// # Ok::<(), errcat_model::BrokenLaw>(())
/// ```
pub fn why<'c>(catalog: &'c Catalog, input: &Input<'_>) -> Result<Vec<Tried<'c>>, BrokenLaw> {
    with_spec(catalog, |spec| {
        let trace = Trace::of(input, spec);
        let is_read = |envelopes| read(input, &Spec { envelopes, ..*spec }).kind.is_some();
        let mut is_decided = false;
        let tried = catalog.envelopes.iter().zip(spec.envelopes).zip(1..);
        let tried = tried.map(|((declared, envelope), number)| {
            let alone = std::slice::from_ref(envelope);
            let matched = !is_decided && is_read(spec.envelopes.get(..number).unwrap_or(alone));
            let fitting = trace.as_ref().filter(|trace| trace.format == envelope.format);
            let found = fitting.map(|trace| seen(input, spec, envelope, trace)).unwrap_or_default();
            let reason = match (fitting, &trace) {
                _ if matched => None,
                (Some(trace), _) if !is_read(alone) => Some(reason(input, envelope, trace, &found)),
                (Some(_), _) if is_decided => Some("an earlier envelope matches".to_owned()),
                (Some(_), _) => Some("the code of an earlier envelope cannot be read".to_owned()),
                (None, Some(trace)) => {
                    let [is, wanted] = [trace.format, envelope.format].map(name_of);
                    Some(format!("the body is {is}, not {wanted}"))
                }
                (None, None) => {
                    Some(format!("the body cannot be read as {}", name_of(envelope.format)))
                }
            };
            is_decided |= matched;
            let (catalog, envelope) = (catalog.id.as_str(), declared.id.as_str());
            Tried { catalog, envelope, matched, reason, found }
        });
        tried.collect()
    })
}

fn name_of(format: Format) -> String {
    format.as_str().to_ascii_uppercase()
}

/// Returns the first reason why an envelope does not match.
fn reason(input: &Input<'_>, envelope: &Envelope<'_>, trace: &Trace<'_>, found: &[Seen]) -> String {
    if !envelope.has_status(input.status()) {
        return match input.status() {
            Some(status) => format!("the HTTP status is {status}"),
            None => "the HTTP status is not known".to_owned(),
        };
    }
    if let Some(namespace) = trace.wrong_namespace(envelope) {
        return format!("the namespace of the root element is `{namespace}`");
    }
    let mut conditions = trace.conditions(envelope).zip(found);
    if let Some((_, one)) = conditions.find(|((.., holds), _)| !holds) {
        let expected = one.expected.as_deref().unwrap_or_default();
        return format!("{}, not `{expected}`", one.sentence());
    }
    let missing = match envelope.kind {
        EnvelopeKind::Application => "code",
        EnvelopeKind::Validation => "violation",
        EnvelopeKind::System => "message or system code",
    };
    let seen = envelope.slots.iter().zip(found.iter().skip(envelope.when.len()));
    let seen = seen.filter(|((slot, _), _)| slot.is_decisive(envelope.kind));
    let needed: Vec<&Seen> = seen.map(|(_, one)| one).collect();
    if let Some(one) = needed.iter().find(|one| one.found != NOTHING) {
        return format!("no {missing}: {}", one.sentence());
    }
    let pointers: Vec<String> = needed.iter().map(|one| format!("`{}`", one.pointer)).collect();
    format!("no {missing}: nothing at {}", pointers.join(", "))
}

impl Seen {
    fn new(slot: &str, pointer: String, (found, value): Sight<'_>) -> Self {
        let value = value.map(|text| shorten(&text, MAX_VALUE).into_owned());
        Self { slot: slot.to_owned(), pointer, expected: None, found, value }
    }

    fn sentence(&self) -> String {
        let pointer = &self.pointer;
        match (self.found, &self.value) {
            (NOTHING, _) => format!("nothing is at `{pointer}`"),
            ("text", Some(value)) => format!("`{pointer}` is `{value}`"),
            ("structure", _) => format!("`{pointer}` is a structure"),
            (word, _) => format!("`{pointer}` is {word}"),
        }
    }
}

/// Returns what is at all places of an envelope, its conditions first.
fn seen(
    input: &Input<'_>,
    spec: &Spec<'_>,
    envelope: &Envelope<'_>,
    trace: &Trace<'_>,
) -> Vec<Seen> {
    let paths = spec.paths(envelope.format);
    let pointer = |path| {
        let names = paths.names(path).unwrap_or_default().into_iter();
        let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
        names.flat_map(|name| ["/".to_owned(), escaped(name)]).collect()
    };
    let conditions = trace.conditions(envelope).map(|(path, wanted, sight, _)| {
        let expected = Some(wanted.iter().map(words).collect::<Vec<_>>().join("` or `"));
        Seen { expected, ..Seen::new("when", pointer(path), sight) }
    });
    let slots = envelope.slots.iter().map(|(slot, path)| {
        Seen::new(&slot_name(*slot), pointer(*path), trace.value(envelope, *path))
    });
    let headers = envelope.headers.iter().map(|(slot, name)| {
        let sight = input.header(name).map_or((NOTHING, None), |text| ("text", Some(text.into())));
        Seen::new(&slot_name(*slot), format!("header {name}"), sight)
    });
    conditions.chain(slots).chain(headers).collect()
}

/// Returns a wanted value as it is written in YAML.
fn words<'w>(wanted: &Wanted<'w>) -> &'w str {
    match wanted {
        Wanted::Text(text) | Wanted::Plain(text) => text,
        Wanted::Present => "present",
        Wanted::Absent => "absent",
    }
}

/// Returns the name of a slot, that of a parameter as in the message.
fn slot_name(slot: Slot<'_>) -> Cow<'_, str> {
    match slot {
        Slot::Param(name) => format!("<{name}>").into(),
        Slot::Other(name) => name.into(),
        slot => {
            let mut names = Slot::NAMES.iter().filter(|name| Slot::from_name(name) == slot);
            names.next().copied().unwrap_or_default().into()
        }
    }
}
