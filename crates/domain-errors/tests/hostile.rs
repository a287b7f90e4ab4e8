//! No body causes a panic, a false success, or unbounded work or memory.
#![cfg(all(
    feature = "json",
    feature = "xml",
    feature = "domains",
    feature = "wapi",
    feature = "wix"
))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

mod oracle;

use std::fs;
use std::path::{Path, PathBuf};

use domain_errors::{
    CatalogCode as _, CatalogError, HttpStatus, Input, Outcome, Response, domains, wapi, wix,
};
use proptest::prelude::*;
use proptest::sample;
use proptest::sample::Index;

/// The most bytes of one text that an error keeps.
const MAX_TEXT: usize = 8 * 1024;
const MAX_VIOLATIONS: usize = 1000;

/// Returns the paths and contents of the files of the corpus.
fn corpus() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

/// Reads a body with all catalogs, with and without a status, and checks what must always hold.
fn check(body: &[u8]) {
    for status in [None, Some(200), Some(500)] {
        let input = Input::new(body);
        let input = match status.and_then(HttpStatus::new) {
            Some(status) => input.with_status(status),
            None => input,
        };
        check_by::<domains::Error>(&input, body);
        check_by::<wapi::Error>(&input, body);
        check_by::<wix::Error>(&input, body);
    }
}

fn check_by<E: CatalogError>(input: &Input<'_>, body: &[u8]) {
    let response: Response<'_, E> = domain_errors::decode(input);
    assert_eq!(response.outcome().is_failure(), response.error().is_some());
    if let Some(error) = response.error() {
        assert!(error.http().is_error(), "{error}");
        check_bounds(error);
    } else {
        assert!(is_confirmed(&response, body), "not a success: {}", String::from_utf8_lossy(body));
    }
    let _ = response.retry();
}

fn check_bounds<E: CatalogError>(error: &E) {
    let texts = error.params().filter_map(|param| param.value);
    assert!(texts.into_iter().all(|value| value.to_string().len() <= MAX_TEXT));
    // A validation shows its text and every violation, three texts each; nothing shows more.
    let most = MAX_TEXT * (2 + 3 * MAX_VIOLATIONS);
    assert!(error.to_string().len() <= most);
}

/// Returns whether the code of a response is not a failure, and independent readers find it in the
/// body, too.
fn is_confirmed<E: CatalogError>(response: &Response<'_, E>, body: &[u8]) -> bool {
    let code = response.code().filter(|code| !code.outcome().is_failure());
    code.is_some_and(|code| oracle::code(body).as_deref() == Some(code.as_str()))
}

#[test]
fn every_file_of_the_corpus_is_read() {
    let files = corpus();
    assert!(files.len() >= 30, "{}", files.len());
    for (_, body) in &files {
        check(body);
    }
}

#[test]
fn every_truncated_file_is_read() {
    for (_, body) in corpus() {
        for end in 0..body.len() {
            check(&body[..end]);
        }
    }
}

/// Only these files of the corpus are not failures. The list was written by hand.
#[test]
fn the_successes_of_the_corpus_are_these() {
    let successes = ["digits.json", "notify.xml", "poll.json", "success.xml"];
    for (path, body) in corpus() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let response = wapi::decode(Input::new(&body));
        // The fuzzer found more of them, and each was reviewed.
        let is_success = successes.contains(&name) || name.starts_with("success-");
        assert_eq!(!response.outcome().is_failure(), is_success, "{name}");
    }
}

#[test]
fn a_body_with_a_document_type_is_unreadable() {
    for name in ["billion-laughs.xml", "external-entity.xml", "broken-document-type.xml"] {
        let (_, body) = corpus().into_iter().find(|(path, _)| path.ends_with(name)).unwrap();
        let spec = wapi::Code::TABLES.spec;
        assert!(!errcat::rt::wire::read(&Input::new(&body), spec).is_readable, "{name}");
        let response = wapi::decode(Input::new(&body));
        assert_eq!((response.message(), response.outcome()), (None, Outcome::Failure), "{name}");
    }
}

#[test]
fn depth_costs_no_stack() {
    const BYTES: usize = 1024 * 1024;
    for piece in ["[", "{\"response\":", "{\"a\":", "<a>", "<response>", "[{\"message\":["] {
        let body = piece.repeat(BYTES / piece.len());
        check(body.as_bytes());
        let inside = format!("{{\"response\":{{\"data\":{body}");
        check(inside.as_bytes());
    }
    let closed = format!("{}{}", "[".repeat(BYTES / 2), "]".repeat(BYTES / 2));
    check(closed.as_bytes());
    // Members that no slot reads are skipped at any depth, which a tree of them would not allow.
    let body = format!("{{\"response\":{{\"code\":1000,\"data\":{closed}}}}}");
    assert_eq!(wapi::decode(Input::new(body.as_bytes())).outcome(), Outcome::Success);
    check(format!("{}{}", "<a>".repeat(BYTES / 8), "</a>".repeat(BYTES / 8)).as_bytes());
}

/// Careless readers look at these forms again and again. One that is not linear would never finish
/// ten million bytes; the benchmarks measure the cost.
#[test]
fn long_bodies_are_read() {
    const BYTES: usize = 10_000_000;
    let filled = |start: &str, piece: &str, end: &str| {
        format!("{start}{}{end}", piece.repeat(BYTES / piece.len()))
    };
    for body in [
        filled("{\"response\":{\"code\":3201,\"result\":\"", "x", "\"}}"),
        filled("{\"response\":{\"code\":3201,\"result\":\"", "\\u0041", "\"}}"),
        filled("{\"response\":{", "\"code\":3201,", "\"code\":3201}}"),
        filled("{", "\"response\":{\"code\":1},", "\"response\":{\"code\":3201}}"),
        filled("{\"message\":[", "\"x\",", "\"x\"]}"),
        filled("{", "\"message\":[\"x\"],", "\"message\":[]}"),
        filled("<response><code>3201</code><result>", "&amp;", "</result></response>"),
        filled("<response ", "a='' ", "><code>3201</code></response>"),
        filled("<response>", "<code>1</code>", "</response>"),
    ] {
        let input = Input::new(body.as_bytes());
        check_by::<wapi::Error>(&input, body.as_bytes());
        check_by::<domains::Error>(&input, body.as_bytes());
    }
}

/// Returns a body of the corpus, changed a little.
fn changed() -> impl Strategy<Value = Vec<u8>> {
    let bodies: Vec<Vec<u8>> = corpus().into_iter().map(|(_, body)| body).collect();
    let change = (0_u8..5, any::<Index>(), any::<Index>(), any::<u8>());
    (sample::select(bodies), proptest::collection::vec(change, 1..6)).prop_map(
        |(mut body, changes)| {
            for (kind, one, other, byte) in changes {
                if body.is_empty() {
                    break;
                }
                let (one, other) = (one.index(body.len()), other.index(body.len()));
                let (start, end) = (one.min(other), one.max(other));
                match kind {
                    0 => body[one] ^= 1 << (byte % 8),
                    1 => body[one] = byte,
                    2 => body.truncate(one),
                    3 => drop(body.drain(start..end)),
                    _ => {
                        let piece = body[start..end].to_vec();
                        body.splice(start..start, piece);
                    }
                }
            }
            body
        },
    )
}

/// Pieces of XML, valid and invalid.
const XML: &[&str] = &[
    "<response>",
    "</response>",
    "<notify>",
    "</notify>",
    "<code>",
    "</code>",
    "<code/>",
    "<code a='1'>",
    "<x>",
    "</x>",
    "<x:code>",
    "</x:code>",
    "<x:response xmlns:x='u'>",
    "</x:response>",
    "<notify xmlns='u'>",
    "<code xmlns='u'>",
    "<x xmlns:x='u' xmlns:y='u' x:a='' y:b=''>",
    "<x:a/>",
    " xmlns:x='v'",
    " xml:a='1'",
    "<?xml version='1.0'?>",
    "<?a:b?>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "?>",
    "<!DOCTYPE x>",
    "1000",
    "3201",
    "10",
    "00",
    "&#49;",
    "&amp;",
    "&x;",
    "&",
    ";",
    " ",
    "\n",
    "<",
    ">",
    "/",
    "'",
    "\"",
    "=",
    "\u{feff}",
    "ž",
];

/// Checks that a text can be read exactly if it is JSON, or only if it is XML.
fn check_text(text: &str) {
    let spec = &wapi::Code::TABLES.spec;
    let is_readable = errcat::rt::wire::read(&Input::new(text.as_bytes()), spec).is_readable;
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    if oracle::is_markup(body) {
        assert!(!is_readable || oracle::is_xml(body), "{text}");
    } else {
        assert_eq!(is_readable, oracle::is_json(body), "{text}");
    }
    check(text.as_bytes());
}

/// Returns the same JSON in ASCII.
fn as_escapes(json: &str) -> String {
    let escape = |unit: u16| match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
        _ => format!("\\u{unit:04X}"),
    };
    json.encode_utf16().map(escape).collect::<Vec<_>>().concat()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(body in proptest::collection::vec(any::<u8>(), 0..300)) {
        check(&body);
    }

    #[test]
    fn any_text_is_read(body in "[\\[\\]{}\",:0-9a-z<>/&;!\\\\ \u{0}ž\u{feff}-]{0,200}") {
        check(body.as_bytes());
    }

    #[test]
    fn json_is_read_as_serde_json_reads_it(text in "[\\[\\]{}\",:0-9.eE+tfn\\-\\\\u \u{1}ž\n]{0,12}") {
        check_text(&text);
        check_text(&format!("{{\"response\":{{\"code\":1000,\"data\":{text}}}}}"));
        check_text(&format!("{{\"response\":{text}}}"));
    }

    #[test]
    fn a_changed_body_is_read_as_others_read_it(body in changed()) {
        if let Ok(text) = std::str::from_utf8(&body) {
            check_text(text);
        }
    }

    #[test]
    fn strings_are_read_as_serde_json_writes_them(text in any::<String>(), ascii in any::<bool>()) {
        let mut written = serde_json::to_string(&text).unwrap();
        if ascii {
            written = as_escapes(&written);
        }
        let body = format!("{{\"response\":{{\"co\\u0064e\":9999,\"result\":{written}}}}}");
        let response = wapi::decode(Input::new(body.as_bytes()));
        let expected = Some(text.as_str()).filter(|text| !text.trim().is_empty());
        prop_assert_eq!(response.message(), expected);
        prop_assert_eq!(response.raw_code(), Some("9999"));
    }

    #[test]
    fn pieces_of_xml_are_read_only_if_they_are_xml(pieces in proptest::collection::vec(sample::select(XML), 0..12)) {
        let inside = pieces.concat();
        check_text(&inside);
        check_text(&format!("<response>{inside}</response>"));
        check_text(&format!("<response><code>1000</code>{inside}</response>"));
    }

    #[test]
    fn changed_bodies_are_read(body in changed()) {
        check(&body);
    }
}
