//! The envelopes of a catalog, as `errcat::rt::table::Spec`.

use errcat::rt::table::{Envelope, Paths, Slot, Spec, Wanted};
use errcat_model::Catalog;
use errcat_model::wire::with_spec;

use crate::emit::literal;
use crate::error::EmitError;

/// Returns the static with the envelopes, as text.
pub(crate) fn spec(catalog: &Catalog) -> Result<String, EmitError> {
    let text = with_spec(catalog, |spec| {
        let Spec { envelopes, json, xml, statuses, booleans } = spec;
        let envelopes = list(envelopes, envelope);
        let statuses = list(statuses, |(status, code)| format!("({status}, {})", literal(code)));
        let (json, xml) = (paths(*json), paths(*xml));
        format!(
            "pub(super) static SPEC: Spec<'static> = Spec {{\n    envelopes: {envelopes},\n    \
             json: {json},\n    xml: {xml},\n    statuses: {statuses},\n    booleans: {booleans},\n}};\n"
        )
    })?;
    Ok(text)
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(item).collect();
    format!("&[{}]", items.join(", "))
}

fn option<T>(value: Option<T>, text: impl Fn(T) -> String) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({})", text(value)))
}

fn envelope(envelope: &Envelope<'_>) -> String {
    let Envelope { id, kind, format, namespace, http, .. } = envelope;
    let Envelope { outcome, statuses, when, counts, slots, headers, .. } = envelope;
    let outcome = option(*outcome, |outcome| format!("Outcome::{outcome:?}"));
    let statuses = list(statuses, |(first, last)| format!("({first}, {last})"));
    let when = list(when, |(path, wanted)| format!("({path}, {})", list(wanted, self::wanted)));
    let slots = list(slots, |(slot, path)| format!("({}, {path})", self::slot(*slot)));
    let headers =
        list(headers, |(slot, name)| format!("({}, {})", self::slot(*slot), literal(name)));
    let namespace = option(*namespace, literal);
    let http = option(*http, |http| format!("HttpStatus::literal({http})"));
    format!(
        "Envelope {{ id: {}, kind: EnvelopeKind::{kind:?}, format: Format::{format:?}, \
         namespace: {namespace}, http: {http}, outcome: {outcome}, \
         statuses: {statuses}, when: {when}, counts: Counts::{counts:?}, slots: {slots}, headers: {headers} }}",
        literal(id)
    )
}

fn wanted(wanted: &Wanted<'_>) -> String {
    match wanted {
        Wanted::Text(text) => format!("Wanted::Text({})", literal(text)),
        Wanted::Plain(plain) => format!("Wanted::Plain({})", literal(plain)),
        Wanted::Present | Wanted::Absent => format!("Wanted::{wanted:?}"),
    }
}

fn slot(slot: Slot<'_>) -> String {
    match slot {
        Slot::Param(name) => format!("Slot::Param({})", literal(name)),
        Slot::Other(name) => format!("Slot::Other({})", literal(name)),
        known => format!("Slot::{known:?}"),
    }
}

fn paths(paths: Paths<'_>) -> String {
    let nodes = list(paths.nodes, |node| {
        let (name, first, count, path) = (literal(node.name), node.first, node.count, node.path);
        format!("Node {{ name: {name}, first: {first}, count: {count}, path: {path} }}")
    });
    format!("Paths {{ nodes: {nodes} }}")
}
