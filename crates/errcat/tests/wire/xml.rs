//! Which XML can be read, and what it says.

use crate::catalog::raw;

const RESPONSE: &str = "<response><code>1000</code></response>";

/// Returns the code of a body that can be read, and nothing for one that cannot.
fn code(body: &str) -> Option<String> {
    let raw = raw(body);
    assert!(raw.is_readable || raw.code.is_none(), "{body}");
    raw.code.map(Into::into)
}

#[test]
fn comments_and_instructions_can_be_around_the_root() {
    for piece in ["", " \t\r\n", "<!-- a - b -->", "<?a?>", "<?a b='<c>' ?>", "<!----><?a ?>\n"] {
        for body in [format!("{piece}{RESPONSE}"), format!("{RESPONSE}{piece}")] {
            assert_eq!(code(&body).as_deref(), Some("1000"), "{body}");
        }
    }
    for piece in [
        "x",
        "&#32;",
        "<a/>",
        "</a>",
        "<![CDATA[]]>",
        "\u{a0}",
        "<!-- a -- b -->",
        "<!--->",
        "<!-- a",
        "<!DOCTYPE a>",
        "<?a",
        "<?a:b?>",
        "<?xml?>",
        "<?XML version='1.0'?>",
        "<??>",
        "< a/>",
    ] {
        for body in [format!("{piece}{RESPONSE}"), format!("{RESPONSE}{piece}")] {
            assert_eq!(code(&body), None, "{body}");
        }
    }
}

#[test]
fn a_declaration_is_at_the_start_and_complete() {
    for declaration in [
        "<?xml version='1.0'?>",
        "<?xml version=\"1.1\" ?>",
        "<?xml\tversion = '1.0'\nencoding='UTF-8'?>",
        "<?xml version='1.0' encoding='a.B_3-'?>",
        "<?xml version='1.0' standalone='no'?>",
        "<?xml version='1.0' encoding='x' standalone='yes'?>",
    ] {
        assert_eq!(code(&format!("{declaration}{RESPONSE}")).as_deref(), Some("1000"));
        assert_eq!(code(&format!("\u{feff}{declaration}{RESPONSE}")).as_deref(), Some("1000"));
        for body in [format!(" {declaration}{RESPONSE}"), format!("{RESPONSE}{declaration}")] {
            assert_eq!(code(&body), None, "{body}");
        }
    }
    for declaration in [
        "<?xml?>",
        "<?xml ?>",
        "<?xml version='1.0' ? >",
        "<?xml version='1.'?>",
        "<?xml version='1.x'?>",
        "<?xml version='2.0'?>",
        "<?xml version='1.0'encoding='UTF-8'?>",
        "<?xml version='1.0' encoding=''?>",
        "<?xml version='1.0' encoding='8'?>",
        "<?xml version='1.0' encoding='a b'?>",
        "<?xml version='1.0' standalone='true'?>",
        "<?xml version='1.0' standalone='no' encoding='x'?>",
        "<?xml version='1.0' version='1.0'?>",
        "<?xml version='1.0' other='x'?>",
        "<?xml encoding='x'?>",
        "<?xml standalone='no'?>",
        "<?xml encoding='x' version='1.0'?>",
    ] {
        assert_eq!(code(&format!("{declaration}{RESPONSE}")), None, "{declaration}");
    }
}

#[test]
fn what_is_skipped_is_well_formed_too() {
    for inside in [
        "<a></b>",
        "<a><b></a></b>",
        "<a>",
        "</a>",
        "<a b=c/>",
        "<a b/>",
        "<a b='c'd='e'/>",
        "<a b='<'/>",
        "<a b='&c;'/>",
        "<a b='c' b='d'/>",
        "<a b='' c='' d='' e='' f='' b=''/>",
        "<a/ >",
        "<1/>",
        "<a:/>",
        "<:a/>",
        "<a:1 xmlns:a='u'/>",
        "<a:b:c xmlns:a='u'/>",
        "<\u{b7}/>",
        "]]>",
        "&a;",
        "&#;",
        "&#x;",
        "&#+65;",
        "&#x110000;",
        "&#4294967361;",
        "&#0;",
        "&#xFFFE;",
        "&amp",
        "\u{8}",
        "\u{ffff}",
        "<x:a/>",
        "<a x:b=''/>",
        "<a xmlns:x='u'/><x:b/>",
        "<a xmlns:x='u' xmlns:y='u' x:b='' y:b=''/>",
        "<a xmlns:x=''/>",
        "<xml:a/>",
    ] {
        for body in [
            format!("<response><code>1000</code>{inside}</response>"),
            format!("<response><code>1000</code><b>{inside}</b></response>"),
            format!("<response><code>1000</code><text>{inside}</text></response>"),
        ] {
            assert_eq!(code(&body), None, "{body}");
        }
    }
    for inside in [
        "<a b='c' B=\"d'\" ></a >",
        "<a b='' c='' d='' e='' f='' g=''/>",
        "<\u{17e}\u{b7}-_.1/>",
        "<a xmlns:x='u' xmlns:y='v' x:b='' y:b='' b=''><x:c/></a>",
        "<a xmlns:x='u'><b xmlns:x='v'/><x:a/></a>",
        "<a xml:b=''/>",
        "]] > ] ]> &#x10FFFF;&apos;",
        "<![CDATA[]]]]><![CDATA[<&>]]>",
    ] {
        let body = format!("<response><code>1000</code>{inside}</response>");
        assert_eq!(code(&body).as_deref(), Some("1000"), "{body}");
    }
}

#[test]
fn names_count_with_their_namespace() {
    for (body, expected) in [
        ("<response xmlns='u'><code>1</code></response>", Some("1")),
        ("<x:response xmlns:x='u'><x:code>1</x:code></x:response>", Some("1")),
        ("<x:response xmlns:x='u'><code xmlns='&#117;'>1</code></x:response>", Some("1")),
        ("<x:response xmlns:x='u'><code>1</code></x:response>", None),
        ("<response xmlns='u'><code xmlns=''>1</code></response>", None),
        ("<response xmlns='u'><code xmlns=' u'>1</code></response>", None),
        ("<response><code>1</code><x:code xmlns:x='u'>2</x:code></response>", Some("1")),
        ("<response code='1'/>", Some("1")),
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
fn texts_are_without_white_space_of_xml_around_them() {
    for (written, expected) in [
        (" \t\r\n1000\n", Some("1000")),
        ("&#32;&#13;1000&#10;&#9;", Some("1000")),
        ("10<!-- c --><?a?>00", Some("1000")),
        ("<![CDATA[ 1000 ]]>", Some("1000")),
        ("\u{a0}1000", Some("\u{a0}1000")),
        ("1000&#x3000;", Some("1000\u{3000}")),
        ("10\r\n00", Some("10\n00")),
        ("10&#13;\r00", Some("10\r\n00")),
        ("", None),
        (" <!-- c --> ", None),
        ("<a/>", None),
    ] {
        let body = format!("<response><code>{written}</code></response>");
        assert_eq!(code(&body).as_deref(), expected, "{body}");
    }
    for (written, expected) in [
        (" 10\t00\r\n", "10 00"),
        ("&#9;10&#10;00", "10\n00"),
        ("10\"00&quot;", "10\"00\""),
        ("\u{a0}", "\u{a0}"),
    ] {
        let body = format!("<response code='{written}'/>");
        let expected = Some(expected).filter(|text| !text.trim().is_empty());
        assert_eq!(code(&body).as_deref(), expected, "{body}");
    }
    let body = "<response><code>1</code><data> <a>x</a>&lt; </data></response>";
    assert_eq!(raw(body).data, Some(" <a>x</a>&lt; "));
}

#[test]
fn of_an_element_that_is_there_twice_the_last_counts() {
    for (inside, expected) in [
        ("<code>1</code><code>2</code>", Some("2")),
        ("<code>1</code><code/>", None),
        ("<code>1</code><code><a/></code>", None),
    ] {
        assert_eq!(
            code(&format!("<response>{inside}</response>")).as_deref(),
            expected,
            "{inside}"
        );
    }
}
