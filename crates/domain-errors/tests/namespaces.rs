//! Names in XML count with their namespace, as in `roxmltree`.
#![cfg(all(feature = "json", feature = "xml", feature = "wapi"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[allow(dead_code, reason = "other tests use the rest")]
mod oracle;

use domain_errors::{CatalogCode as _, Input, wapi};
use errcat::rt::wire::{Raw, read};
use proptest::prelude::*;
use proptest::sample::select;

const ELEMENTS: &[&str] = &["code", "code", "x:code", "y:code", "x", "x:a", "response"];
const ATTRIBUTES: &[&str] =
    &["a", "b", "x:a", "y:a", "x:b", "xml:a", "xmlns", "xmlns:x", "xmlns:y", "xmlns:xml"];
const VALUES: &[&str] =
    &["u", "u", "v", "", "&#117;", "u ", "\t", "http://www.w3.org/XML/1998/namespace"];
const TEXTS: &[&str] = &["1000", "3201", "&#49;", "<![CDATA[10]]>", "<!---->", "<?a b?>", " ", "ž"];

fn read_body(body: &str) -> Raw<'_> {
    read(&Input::new(body.as_bytes()), wapi::Code::TABLES.spec)
}

fn attributes() -> impl Strategy<Value = String> {
    // `roxmltree` lets `xmlns` be there twice, and a prefix be declared for no namespace.
    proptest::collection::btree_map(select(ATTRIBUTES), select(VALUES), 0..4).prop_map(|all| {
        let kept = all.into_iter().filter(|(name, value)| !name.contains(':') || !value.is_empty());
        kept.map(|(name, value)| format!(" {name}='{value}'")).collect::<Vec<_>>().concat()
    })
}

/// Returns an element with others in it. Only its namespaces can be wrong.
fn element() -> impl Strategy<Value = String> {
    let text = select(TEXTS).prop_map(str::to_owned);
    text.prop_recursive(3, 24, 4, |inside| {
        let inside = proptest::collection::vec(inside, 0..4);
        (select(ELEMENTS), attributes(), inside).prop_map(|(name, attributes, inside)| {
            format!("<{name}{attributes}>{}</{name}>", inside.concat())
        })
    })
}

fn document() -> impl Strategy<Value = String> {
    let name = select(&["response", "response", "x:response", "y:notify"][..]);
    let inside = proptest::collection::vec(element(), 0..4);
    (name, attributes(), inside).prop_map(|(name, attributes, inside)| {
        format!("<{name}{attributes}>{}</{name}>", inside.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn a_document_is_read_if_it_is_strict_and_as_a_strict_reader_does(body in document()) {
        let raw = read_body(&body);
        prop_assert_eq!(raw.is_readable, oracle::is_xml(&body), "{}", body);
        let code = oracle::code(body.as_bytes()).filter(|code| !code.trim().is_empty());
        prop_assert_eq!(raw.code.as_deref(), code.as_deref(), "{}", body);
    }
}

#[test]
fn the_namespace_of_the_root_decides_which_names_count() {
    for (body, code) in [
        ("<response xmlns='u'><code>1</code></response>", Some("1")),
        ("<x:response xmlns:x='u'><x:code>1</x:code></x:response>", Some("1")),
        ("<x:response xmlns:x='u' xmlns:y='u'><y:code>1</y:code></x:response>", Some("1")),
        ("<x:response xmlns:x='u'><code xmlns='&#117;'>1</code></x:response>", Some("1")),
        ("<x:response xmlns:x='u'><code>1</code></x:response>", None),
        ("<response xmlns='u'><code xmlns='v'>1</code></response>", None),
        ("<response xmlns='u'><code xmlns=''>1</code></response>", None),
        ("<response><x:code xmlns:x='u'>1</x:code></response>", None),
        ("<response><a xmlns:x='u'/><code>1</code></response>", Some("1")),
        ("<response><code>1</code><code xmlns='u'>2</code></response>", Some("1")),
        ("<response><code>1<x:a xmlns:x='u'/></code></response>", None),
    ] {
        let raw = read_body(body);
        assert!(raw.is_readable, "{body}");
        assert_eq!(raw.code.as_deref(), code, "{body}");
    }
}

#[test]
fn xml_without_its_declarations_is_unreadable() {
    for inside in [
        "<x:a/>",
        "<a x:b=''/>",
        "<a xmlns:x='u'/><x:a/>",
        "<a xmlns:x=''/>",
        "<a xmlns:x='u' xmlns:x='v'/>",
        "<a xmlns='u' xmlns='v'/>",
        "<a xmlns:x='u' xmlns:y='u' x:a='' y:a=''/>",
        "<a xmlns:x='u' xmlns:y='&#117;' x:a='' b='' c='' d='' e='' y:a=''/>",
        "<a xmlns:xml='u'/>",
        "<a xmlns:xmlns='u'/>",
        "<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:x='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:x='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
        "<xml:a/>",
        "<xmlns:a/>",
        "<?a:b?>",
    ] {
        let body = format!("<response><code>1000</code>{inside}</response>");
        assert!(!read_body(&body).is_readable, "{body}");
        // The same in an element that is read.
        let body = format!("<response><code>1000</code><data>{inside}</data></response>");
        assert!(!read_body(&body).is_readable, "{body}");
    }
    for inside in [
        "<a xmlns:x='u' x:b='' b=''/>",
        "<a xmlns='u' xmlns:x='u' x:b='' b=''/>",
        "<a xmlns:x='u' xmlns:y='v' x:a='' y:a=''/>",
        "<a x:a='' xmlns:x='u'/>",
        "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:a=''/>",
        "<a xmlns:x='u'><b xmlns:x='v'/><x:a/></a>",
        "<a xml:lang='en'/>",
        "<?a b:c?>",
    ] {
        let body = format!("<response><code>1000</code>{inside}</response>");
        assert!(read_body(&body).is_readable, "{body}");
    }
}

/// A reader that compares each name with all declarations of a body would be quadratic.
#[test]
fn at_most_64_declarations_are_in_force() {
    let declarations = |count: usize| {
        (0..count)
            .map(|number| format!(" xmlns:x{number}='u{number}'"))
            .collect::<Vec<_>>()
            .concat()
    };
    let body = |outer, inner| {
        let (outer, inner) = (declarations(outer), declarations(inner));
        format!("<response{outer}><code>1000</code><a{inner}/><a{inner}/></response>")
    };
    assert!(read_body(&body(64, 0)).is_readable);
    assert!(read_body(&body(32, 32)).is_readable);
    assert!(!read_body(&body(65, 0)).is_readable);
    assert!(!read_body(&body(32, 33)).is_readable);
}
