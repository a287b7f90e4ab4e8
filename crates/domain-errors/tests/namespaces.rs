//! Namespaces in XML are read as `roxmltree` reads them.
#![cfg(all(feature = "json", feature = "xml", feature = "wapi"))]

#[allow(dead_code, reason = "other tests use the rest")]
mod oracle;

use domain_errors::{CatalogCode as _, Input, wapi};
use errcat::rt::wire::read;
use proptest::prelude::*;
use proptest::sample::select;

const ELEMENTS: &[&str] = &["code", "code", "x:code", "y:code", "x", "x:a", "response"];
const ATTRIBUTES: &[&str] =
    &["a", "b", "x:a", "y:a", "x:b", "xml:a", "xmlns", "xmlns:x", "xmlns:y", "xmlns:xml"];
const VALUES: &[&str] =
    &["u", "u", "v", "", "&#117;", "u ", "\t", "http://www.w3.org/XML/1998/namespace"];
const TEXTS: &[&str] = &["1000", "3201", "&#49;", "<![CDATA[10]]>", "<!---->", "<?a b?>", " ", "ž"];

fn attributes() -> impl Strategy<Value = String> {
    // `roxmltree` allows a repeated `xmlns`, and a prefix for an empty namespace.
    proptest::collection::btree_map(select(ATTRIBUTES), select(VALUES), 0..4).prop_map(|all| {
        let kept = all.into_iter().filter(|(name, value)| !name.contains(':') || !value.is_empty());
        kept.map(|(name, value)| format!(" {name}='{value}'")).collect::<Vec<_>>().concat()
    })
}

/// Writes an element.
fn written((name, attributes, inside): (&str, String, Vec<String>)) -> String {
    format!("<{name}{attributes}>{}</{name}>", inside.concat())
}

/// Returns an element with others in it. Only its namespaces can be wrong.
fn element() -> impl Strategy<Value = String> {
    let text = select(TEXTS).prop_map(str::to_owned);
    text.prop_recursive(3, 24, 4, |inside| {
        let inside = proptest::collection::vec(inside, 0..4);
        (select(ELEMENTS), attributes(), inside).prop_map(written)
    })
}

fn document() -> impl Strategy<Value = String> {
    let name = select(&["response", "response", "x:response", "y:notify"][..]);
    let inside = proptest::collection::vec(element(), 0..4);
    (name, attributes(), inside).prop_map(written)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn a_document_is_read_as_a_strict_reader_reads_it(body in document()) {
        let raw = read(&Input::new(body.as_bytes()), wapi::Code::TABLES.spec);
        prop_assert_eq!(raw.is_readable, oracle::is_xml(&body), "{}", body);
        let code = oracle::code(body.as_bytes()).filter(|code| !code.trim().is_empty());
        prop_assert_eq!(raw.code.as_deref(), code.as_deref(), "{}", body);
    }
}
