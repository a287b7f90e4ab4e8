//! Responses to read: documented, unusual and randomly changed ones.

mod written;

use std::fs;
use std::path::{Path, PathBuf};

use errcat_model::example::Examples;
use errcat_model::{BodyFormat, CatalogSet, Envelope};
use serde_json::Value;

pub(crate) use written::{compressed, elaborate, prologues, surprising, unusual_xml};

/// A response of a provider or a proxy.
#[derive(Clone)]
pub(crate) struct Response {
    pub(crate) catalog: String,
    pub(crate) body: Vec<u8>,
    pub(crate) status: Option<u16>,
    pub(crate) operation: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
}

impl Response {
    pub(crate) fn new(catalog: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            catalog: catalog.to_owned(),
            body: body.into(),
            status: None,
            operation: None,
            headers: Vec::new(),
        }
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }
}

/// Returns the files of the corpus, each for every catalog.
pub(crate) fn corpus(set: &CatalogSet) -> Vec<Response> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain-errors/tests/corpus");
    let entries = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|one| one.unwrap().path());
    let mut files: Vec<PathBuf> = entries(folder).flat_map(entries).collect();
    files.sort();
    let mut responses = Vec::new();
    for body in files.iter().map(|file| fs::read(file).unwrap()) {
        for catalog in &set.catalogs {
            let plain = Response::new(&catalog.id, body.clone());
            let statuses = [200, 302, 404, 409, 428, 503];
            responses.extend(statuses.map(|status| plain.clone().with_status(status)));
            let mut with_headers = plain.clone().with_status(503);
            with_headers.headers = vec![
                ("Retry-After".to_owned(), " 77 ".to_owned()),
                ("X-Wix-Request-Id".to_owned(), "1.2".to_owned()),
            ];
            responses.extend([plain, with_headers]);
        }
    }
    responses
}

/// Returns every message in every envelope of its catalog, with and without an operation.
pub(crate) fn documented(set: &CatalogSet) -> Vec<Response> {
    let mut responses = Vec::new();
    for catalog in &set.catalogs {
        for (code, case) in catalog.cases() {
            let texts = case.messages.iter().map(|message| filled(&message.text));
            let texts: Vec<String> = texts.chain(["Nobody wrote this".to_owned()]).collect();
            for envelope in &catalog.envelopes {
                for text in &texts {
                    let body = body(envelope, &code.code, text);
                    let mut response = Response::new(&catalog.id, body);
                    responses.push(response.clone());
                    response.operation = case.operations.first().cloned();
                    responses.push(response);
                }
            }
        }
    }
    responses
}

/// Returns every example that a page of the site shows.
pub(crate) fn examples(set: &CatalogSet) -> Vec<Response> {
    let formats = BodyFormat::ALL;
    let of_catalog = set.catalogs.iter().flat_map(|catalog| {
        Examples::with(catalog, |examples| -> Vec<Response> {
            let bodies = catalog.cases().flat_map(|(code, case)| {
                formats.iter().filter_map(move |format| examples.body(code, case, *format))
            });
            bodies.map(|body| Response::new(&catalog.id, body)).collect()
        })
        .unwrap()
    });
    of_catalog.collect()
}

/// Fills a template with values that must be escaped.
fn filled(template: &str) -> String {
    let value = |name| format!("{name}-ž\"<&.cz");
    let pieces = errcat::rt::table::pieces(template).map(|piece| match piece {
        errcat_model::Piece::Literal(text) => text.to_owned(),
        errcat_model::Piece::Parameter(name) => value(name),
    });
    pieces.collect()
}

/// Writes a body with a value at the first pointer of each slot.
fn body(envelope: &Envelope, code: &str, text: &str) -> String {
    let mut root = Value::Null;
    for slot in &envelope.slots {
        let value: Value = match slot.slot.as_str() {
            "code" | "system-code" => code.parse::<u32>().map_or_else(|_| code.into(), Value::from),
            "message" => text.into(),
            "violations" => serde_json::json!([{ "field": text, "description": "ž" }, "text"]),
            "violation-field" | "violation-rule" | "violation-description" => continue,
            "data" => serde_json::json!({ "a": [1, null, 0.50] }),
            "http" => 404.into(),
            _ => "1.2.3".into(),
        };
        let Some(pointer) = slot.paths.first() else { continue };
        let mut place = &mut root;
        for token in pointer.split('/').skip(1) {
            place = &mut place[token];
        }
        *place = value;
    }
    match envelope.format {
        BodyFormat::Json => root.to_string(),
        BodyFormat::Xml => xml(&root),
    }
}

fn xml(value: &Value) -> String {
    match value {
        Value::Object(members) => members.iter().fold(String::new(), |all, (name, value)| {
            all + &format!("<{name}>{}</{name}>", xml(value))
        }),
        Value::String(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        other => other.to_string(),
    }
}

/// Pieces that mean something to a reader.
const PIECES: [&str; 44] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ud83d\\ude00",
    "null",
    "true",
    "-0",
    "1e999",
    "0.5e1",
    "01",
    "<",
    "</",
    ">",
    "/>",
    "&",
    ";",
    "&amp;",
    "&#65;",
    "&#x0;",
    "&own;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?a ?>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<a b=\"c\">",
    "\u{feff}",
    "\u{85}",
    "\u{a0}",
    "\r\n",
    "\t",
    " ",
    "\u{0}",
    "ž",
    "😀",
    "'",
];

/// Changes responses at random, in the same way on every run.
pub(crate) fn changed(originals: &[Response], count: usize) -> Vec<Response> {
    let mut random = Random(7);
    let changed = (0..count).map(|_| {
        let mut response = originals[random.below(originals.len())].clone();
        for _ in 0..=random.below(2) {
            change(&mut response.body, &mut random);
        }
        response.status = [None, Some(200), Some(400), Some(503)][random.below(4)];
        response
    });
    changed.collect()
}

fn change(body: &mut Vec<u8>, random: &mut Random) {
    let place = random.below(body.len() + 1);
    let other = random.below(body.len() + 1);
    let (first, last) = (place.min(other), place.max(other));
    match random.below(6) {
        0 => body.truncate(place),
        1 if place < body.len() => body[place] ^= 1 << random.below(8),
        2 => {
            let part = body[first..last].to_vec();
            body.splice(place..place, part);
        }
        3 => drop(body.drain(first..last.min(first + 8))),
        _ => drop(body.splice(place..place, PIECES[random.below(PIECES.len())].bytes())),
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}
