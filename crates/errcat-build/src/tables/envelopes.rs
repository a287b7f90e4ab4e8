//! The envelopes of a catalog, as `errcat::rt::table::Spec`.

use errcat::rt::table::{Envelope, Paths, Slot, Spec};
use errcat_model::Catalog;
use errcat_model::wire::with_spec;

use crate::emit::literal;
use crate::error::EmitError;

/// Returns the static with the envelopes, as text.
pub(crate) fn spec(catalog: &Catalog) -> Result<String, EmitError> {
    let text = with_spec(catalog, |spec| {
        let Spec { envelopes, json, xml, statuses } = spec;
        let envelopes = list(envelopes, envelope);
        let statuses = list(statuses, |(status, code)| format!("({status}, {})", literal(code)));
        let (json, xml) = (paths(*json), paths(*xml));
        format!(
            "pub(super) static SPEC: Spec<'static> = Spec {{\n    envelopes: {envelopes},\n    \
             json: {json},\n    xml: {xml},\n    statuses: {statuses},\n}};\n"
        )
    })?;
    Ok(text)
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(item).collect();
    format!("&[{}]", items.join(", "))
}

fn envelope(envelope: &Envelope<'_>) -> String {
    let Envelope { id, kind, format, namespace, http, when, slots, headers } = envelope;
    let when = list(when, |(path, text)| format!("({path}, {})", literal(text)));
    let slots = list(slots, |(slot, path)| format!("({}, {path})", self::slot(*slot)));
    let headers =
        list(headers, |(slot, name)| format!("({}, {})", self::slot(*slot), literal(name)));
    let namespace =
        namespace.map_or("None".to_owned(), |namespace| format!("Some({})", literal(namespace)));
    let http = http.map_or("None".to_owned(), |http| format!("Some(HttpStatus::literal({http}))"));
    format!(
        "Envelope {{ id: {}, kind: EnvelopeKind::{kind:?}, format: Format::{format:?}, \
         namespace: {namespace}, http: {http}, when: {when}, slots: {slots}, headers: {headers} }}",
        literal(id)
    )
}

fn slot(slot: Slot<'_>) -> String {
    match slot {
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
