//! Names in XML count with their namespace.

use crate::catalog::raw;
use crate::xml::{check_pieces, code};

#[test]
fn the_namespace_of_the_root_decides_which_names_count() {
    for (body, expected) in [
        ("<response xmlns='u'><code>1</code></response>", Some("1")),
        ("<x:response xmlns:x='u'><x:code>1</x:code></x:response>", Some("1")),
        ("<x:response xmlns:x='u' xmlns:y='u'><y:code>1</y:code></x:response>", Some("1")),
        ("<x:response xmlns:x='u'><code xmlns='&#117;'>1</code></x:response>", Some("1")),
        ("<x:response xmlns:x='u'><code>1</code></x:response>", None),
        ("<response xmlns='u'><code xmlns='v'>1</code></response>", None),
        ("<response xmlns='u'><code xmlns=''>1</code></response>", None),
        ("<response xmlns='u'><code xmlns=' u'>1</code></response>", None),
        ("<response><x:code xmlns:x='u'>1</x:code></response>", None),
        ("<response><a xmlns:x='u'/><code>1</code></response>", Some("1")),
        ("<response><code>1</code><code xmlns='u'>2</code></response>", Some("1")),
        ("<response><code>1</code><x:code xmlns:x='u'>2</x:code></response>", Some("1")),
        ("<response><code>1<x:a xmlns:x='u'/></code></response>", None),
        ("<response code='1'/>", Some("1")),
        ("<response><code xmlns:x='u' lang='u'>1</code></response>", Some("1")),
        ("<response xmlns:x='u' x:code='1'/>", None),
    ] {
        assert_eq!(code(body).as_deref(), expected, "{body}");
        assert!(raw(body).is_readable, "{body}");
    }
}

#[test]
fn an_envelope_can_name_the_namespace_of_the_root() {
    for (declaration, expected) in [
        ("xmlns='urn:a?b&amp;c'", Some("named")),
        ("xmlns='urn:a?b&#38;c'", Some("named")),
        ("xmlns='urn:a?b&amp;c '", None),
        ("xmlns='urn:a'", None),
        ("xmlns:x='urn:a?b&amp;c'", None),
        ("", None),
    ] {
        let body = format!("<reply {declaration}><code>1000</code></reply>");
        assert_eq!(raw(&body).envelope, expected, "{body}");
    }
}

#[test]
fn every_prefix_must_be_declared_and_every_declaration_allowed() {
    check_pieces(
        &[
            "<a:/>",
            "<:a/>",
            "<a:b:c/>",
            "<a:1 xmlns:a='u'/>",
            "<a:b:c xmlns:a='u'/>",
            "<x:a/>",
            "<a x:b=''/>",
            "<a xmlns:x='u'/><x:b/>",
            "<a xmlns:x=''/>",
            "<a xmlns:x='u' xmlns:x='v'/>",
            "<a xmlns='u' xmlns='v'/>",
            "<a xmlns:x='u' xmlns:y='u' x:b='' y:b=''/>",
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
        ],
        &[
            "<a xmlns:x='u' x:b='' b=''/>",
            "<a xmlns='u' xmlns:x='u' x:b='' b=''/>",
            "<a xmlns:x='u' xmlns:y='v' x:b='' y:b='' b=''><x:c/></a>",
            "<a x:a='' xmlns:x='u'/>",
            "<a xmlns:\u{17e}='u' \u{17e}:a=''/>",
            "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:a=''/>",
            "<a xmlns:x='u'><b xmlns:x='v'/><x:a/></a>",
            "<a xml:lang='en'/>",
            "<?a b:c?>",
        ],
    );
}

/// A reader that compares each name with all declarations of a body would be quadratic.
#[test]
fn at_most_64_declarations_are_in_force() {
    let is_readable = |outer: usize, inner: usize| {
        let [outer, inner] = [outer, inner].map(|count| {
            let all = (0..count).map(|number| format!(" xmlns:x{number}='u{number}'"));
            all.collect::<Vec<_>>().concat()
        });
        raw(&format!("<response{outer}><code>1</code><a{inner}/><a{inner}/></response>"))
            .is_readable
    };
    assert!(is_readable(64, 0) && is_readable(32, 32));
    assert!(!is_readable(65, 0) && !is_readable(32, 33));
}
