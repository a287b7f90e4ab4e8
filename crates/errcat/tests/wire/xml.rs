//! Only well-formed XML is read.

use crate::catalog::raw;

const RESPONSE: &str = "<response><code>1000</code></response>";

/// Returns the code of a body, if it can be read.
pub(crate) fn code(body: &str) -> Option<String> {
    let raw = raw(body);
    assert!(raw.is_readable || raw.code.is_none(), "{body}");
    raw.code.map(Into::into)
}

/// Checks which pieces of XML make a response unreadable, where they are skipped and where they are
/// read.
pub(crate) fn check_pieces(refused: &[&str], accepted: &[&str]) {
    let codes = |piece: &str| {
        [("", ""), ("<b>", "</b>"), ("<text>", "</text>")].map(|(start, end)| {
            code(&format!("<response><code>1000</code>{start}{piece}{end}</response>"))
        })
    };
    for piece in refused {
        assert_eq!(codes(piece), [None, None, None], "{piece}");
    }
    for piece in accepted {
        assert_eq!(codes(piece), ["1000"; 3].map(|code| Some(code.to_owned())), "{piece}");
    }
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
fn a_document_type_makes_a_body_unreadable() {
    for document_type in [
        "<!DOCTYPE response>",
        "<!DOCTYPE response SYSTEM \"response.dtd\">",
        "<!DOCTYPE response [<!ENTITY code '1000'>]>",
    ] {
        let body = format!("<?xml version='1.0'?>\n<!-- c -->{document_type}{RESPONSE}");
        assert_eq!(code(&body), None, "{body}");
    }
    // The same letters mean nothing elsewhere.
    for body in [
        format!("<!-- <!DOCTYPE a> -->{RESPONSE}"),
        "<response><code>1000</code><text><![CDATA[<!DOCTYPE a>]]></text></response>".to_owned(),
    ] {
        assert_eq!(code(&body).as_deref(), Some("1000"), "{body}");
    }
}

#[test]
fn every_element_must_be_well_formed() {
    check_pieces(
        &[
            "<a></b>",
            "<a><b></a></b>",
            "<a>",
            "</a>",
            "<a b=c/>",
            "<a b/>",
            "<a b='c'd='e'/>",
            "<a b='<'/>",
            "<a b='c' b='d'/>",
            "<a b='' c='' d='' b=''/>",
            "<a b='' c='' d='' e='' f='' b=''/>",
            "<a/ >",
            "<1/>",
            "<a\u{d7}/>",
            "<\u{b7}/>",
            "]]>",
            "<?xml version='1.0'?>",
            "<?XML?>",
        ],
        &[
            "<a b='c' B=\"d'\" ></a >",
            "<a b='' c='' d='' e='' f='' g=''/>",
            "<a b=']]>'/>",
            "<\u{17e}\u{b7}-_.1\u{300}/>",
            "]] > ]]&gt; ] ]> >",
            "<![CDATA[]]]]><![CDATA[<&>]]>",
        ],
    );
}

#[test]
fn every_character_must_be_allowed_and_every_reference_known() {
    check_pieces(
        &[
            "&a;",
            "&nbsp;",
            "&#;",
            "&#x;",
            "&#+65;",
            "&#x110000;",
            "&#4294967361;",
            "&#0;",
            "&#x1F;",
            "&#xD800;",
            "&#xFFFE;",
            "&amp",
            "<a b='&c;'/>",
            "\0",
            "\u{8}",
            "\u{1f}",
            "\u{fffe}",
            "\u{ffff}",
            "<a b='\u{ffff}'/>",
            "<!-- \u{8} -->",
        ],
        &["&#9;&#xA;&#x10FFFF;&amp;&lt;&gt;&quot;&apos;", "\t\r\n\u{7f}\u{85}\u{fffd}\u{10ffff}"],
    );
}

#[test]
fn the_white_space_of_xml_around_a_text_is_removed() {
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
fn the_last_of_repeated_elements_counts() {
    for (inside, expected) in [
        ("<code>1</code><code>2</code>", Some("2")),
        ("<code>1</code><code/>", None),
        ("<code>1</code><code><a/></code>", None),
    ] {
        let body = format!("<response>{inside}</response>");
        assert_eq!(code(&body).as_deref(), expected, "{inside}");
    }
}
