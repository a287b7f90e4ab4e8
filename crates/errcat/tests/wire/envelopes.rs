//! The envelope of a body, and the values of its slots.

use errcat::rt::wire::EnvelopeKind;
use errcat::{HttpStatus, Input, Violation};

use crate::catalog::{raw, raw_of};

#[test]
fn a_code_that_cannot_be_read_ends_the_search_for_one() {
    for unreadable in ["null", "{}", "{\"a\":1}", "[]", "[1000]", "true", "false", "\"\"", "\" \""]
    {
        for body in [
            format!("{{\"response\":{{\"code\":{unreadable}}},\"notify\":{{\"code\":1000}}}}"),
            format!("{{\"response\":{{\"code\":{unreadable},\"other\":1000}}}}"),
            format!("{{\"ok\":false,\"errors\":[{{\"code\":{unreadable}}},{{\"code\":1000}}]}}"),
            format!("{{\"response\":{{\"code\":1000,\"code\":{unreadable}}}}}"),
        ] {
            let raw = raw(&body);
            assert!(raw.is_readable, "{body}");
            assert_eq!((raw.kind, raw.code), (None, None), "{body}");
        }
        // The other kinds of envelope are still found.
        let body = format!("{{\"response\":{{\"code\":{unreadable}}},\"fields\":[\"a\"]}}");
        assert_eq!(raw(&body).envelope, Some("fields"), "{body}");
        let body = format!("{{\"response\":{{\"code\":{unreadable}}},\"message\":\"a\"}}");
        assert_eq!(raw(&body).envelope, Some("broken"), "{body}");
    }
}

#[test]
fn an_absent_code_does_not_end_the_search() {
    for (body, envelope) in [
        (r#"{"response":{"code":1000},"notify":{"code":2000}}"#, "response"),
        (r#"{"response":{"other":1000},"notify":{"code":2000}}"#, "response"),
        (r#"{"response":{},"notify":{"code":2000}}"#, "notify"),
        (r#"{"response":null,"notify":{"code":2000}}"#, "notify"),
        (r#"{"response":[{"code":1000}],"notify":{"code":2000}}"#, "notify"),
        (r#"{"response":{"code":1000},"response":{},"notify":{"code":2000}}"#, "notify"),
        (r#"{"ok":false,"errors":[{"text":"a"},{"code":2000}]}"#, "list"),
    ] {
        assert_eq!(raw(body).envelope, Some(envelope), "{body}");
    }
    for body in [
        r#"{"ok":true,"errors":[{"code":1000}]}"#,
        r#"{"ok":"no","errors":[{"code":1000}]}"#,
        r#"{"errors":[{"code":1000}]}"#,
    ] {
        assert_eq!(raw(body).envelope, None, "{body}");
    }
}

#[test]
fn the_last_of_repeated_members_counts() {
    for (body, code) in [
        (r#"{"response":{"code":7,"code":8}}"#, Some("8")),
        (r#"{"response":{"code":7},"response":{"code":8}}"#, Some("8")),
        (r#"{"response":{"code":7},"res\u0070onse":{"code":8}}"#, Some("8")),
        (r#"{"response":{"code":7},"response":{"text":"a"}}"#, None),
        (r#"{"response":{"code":7},"response":null}"#, None),
        (r#"{"response":{"code":7},"notify":{},"notify":{}}"#, Some("7")),
        (r#"{"ok":false,"errors":[{"code":7,"text":"a","code":8}]}"#, Some("8")),
        (r#"{"ok":false,"errors":[{"code":1},{"code":7,"code":8}]}"#, Some("1")),
        (r#"{"ok":false,"errors":[{"text":"a"},{"text":"b","code":7,"code":8}]}"#, Some("8")),
        (r#"{"ok":false,"errors":[{"code":7}],"errors":[{"text":"a"}]}"#, None),
        (r#"{"ok":false,"errors":[{"code":7}],"errors":[{"code":8}]}"#, Some("8")),
        (r#"{"ok":false,"errors":[{"code":7}],"fields":["a"],"fields":[]}"#, Some("7")),
        (r#"{"fields":["a"],"errors":[{"code":7}],"fields":[],"ok":false}"#, Some("7")),
        (r#"{"errors":[{"code":7}],"fields":["a"],"fields":[],"errors":[],"ok":false}"#, None),
    ] {
        assert_eq!(raw(body).code.as_deref(), code, "{body}");
    }
    assert_eq!(raw(r#"{"fields":["a"],"fields":[]}"#).envelope, None);
    let body = r#"{"fields":[{"name":"a"}],"fields":[{"name":"b","text":"first","text":"last"}]}"#;
    assert_eq!(raw(body).violations, [Violation::new("last").with_field("b")]);
}

#[test]
fn conditions_and_data_are_compared_and_kept_as_they_are_written() {
    for (ok, is_met) in [
        ("false", true),
        ("\"false\"", true),
        (r#""f\u0061lse""#, true),
        (r#""f\u0061ls""#, false),
        ("\"\"", false),
        ("null", false),
        ("{}", false),
    ] {
        let body = format!("{{\"ok\":{ok},\"errors\":[{{\"code\":7}}]}}");
        assert_eq!(raw(&body).envelope.is_some(), is_met, "{body}");
    }
    for (data, kept) in [
        ("\"abc\"", Some("abc")),
        ("\"a\\nbc\"", None),
        ("{\"a\" : [1]}", Some("{\"a\" : [1]}")),
        ("1.50", Some("1.50")),
        ("true", Some("true")),
        ("null", None),
    ] {
        let body = format!("{{\"response\":{{\"code\":1,\"data\":{data}}}}}");
        assert_eq!(raw(&body).data, kept, "{body}");
    }
}

#[test]
fn an_error_of_the_system_has_a_code_or_a_message() {
    for (body, is_there) in [
        (r#"{"reason":"closed"}"#, true),
        (r#"{"message":""}"#, true),
        (r#"{"message":[]}"#, true),
        (r#"{"message":null,"reason":null}"#, false),
        (r#"{"other":1}"#, false),
    ] {
        let raw = raw(body);
        assert_eq!(raw.kind.is_some(), is_there, "{body}");
        assert!(raw.is_readable);
    }
    let raw = raw(r#"{"reason":"closed","message":"m"}"#);
    assert_eq!((raw.kind, raw.code.as_deref()), (Some(EnvelopeKind::System), Some("closed")));
    assert_eq!(raw.messages.first(), Some("m"));
}

#[test]
fn the_item_with_a_code_counts() {
    let body =
        r#"{"ok":false,"errors":[{"text":"a"},{"text":"b","code":7},{"code":8,"text":"c"}]}"#;
    let raw = raw(body);
    assert_eq!((raw.code.as_deref(), raw.messages.first()), (Some("7"), Some("b")));
}

#[test]
fn a_body_without_an_envelope_may_have_a_message() {
    let body = r#"{"ok":true,"errors":[{"code":7},{"text":"m"},{"text":"n"}]}"#;
    let raw = raw(body);
    assert_eq!((raw.envelope, raw.code.as_deref()), (None, None));
    assert_eq!(raw.messages.iter().collect::<Vec<_>>(), ["m"]);
}

#[test]
fn violations_have_what_is_there() {
    let body = r#"{"fields":[{"name":"a","text":"t","rule":"r"},{"rule":"only"},{"name":"b"},{},
        "text",{"text":" "},null,7,{"text":null,"name":"c"}]}"#;
    let expected = [
        Violation::new("t").with_field("a").with_rule("r"),
        Violation::new("only").with_rule("only"),
        Violation::new("b").with_field("b"),
        Violation::new("text"),
        Violation::new("c").with_field("c"),
    ];
    assert_eq!(raw(body).violations, expected);
    assert_eq!(raw(r#"{"fields":[{},null]}"#).envelope, None);
}

#[test]
fn slots_and_headers_are_kept() {
    let body = r#"{"response":{"code":"1","text":"t","hint":"t","a":"u","data":[1, 2],"status":"404",
        "trace":1.50}}"#;
    let raw = raw_of(&Input::new(body.as_bytes()).with_headers(&[("X-Id", "7"), ("x-code", "9")]));
    assert_eq!((raw.code.as_deref(), raw.request_id.as_deref()), (Some("1"), Some("7")));
    assert_eq!(raw.messages.iter().collect::<Vec<_>>(), ["t", "u"]);
    assert_eq!(raw.data, Some("[1, 2]"));
    assert_eq!(raw.status, HttpStatus::new(404));
    assert_eq!(
        raw.others.first().map(|(name, value)| (*name, value.as_ref())),
        Some(("trace", "1.50"))
    );
    let input = Input::new(b"no body").with_headers(&[("X-Id", "7"), ("x-code", "9")]);
    let raw = raw_of(&input.with_status(HttpStatus::new(503).unwrap()));
    assert_eq!((raw.code.as_deref(), raw.request_id.as_deref()), (None, Some("7")));
    assert_eq!((raw.is_readable, raw.status), (false, HttpStatus::new(503)));
}

#[test]
fn strings_of_json_are_unescaped() {
    for (written, expected) in [
        (r#""a\u0062\n\"""#, "ab\n\""),
        (r#""\ud83d\ude00""#, "\u{1f600}"),
        (r#""\ud83d x""#, r"\ud83d x"),
        ("-0.50e1", "-0.50e1"),
    ] {
        let body = format!("{{\"resp\\u006fnse\":{{\"code\":{written}}}}}");
        assert_eq!(raw(&body).code.as_deref(), Some(expected), "{body}");
    }
}

#[test]
fn compressed_bodies_say_so() {
    let message = |body: &[u8], encoding: Option<&str>| {
        let headers = [("Content-Encoding", encoding.unwrap_or_default())];
        let input = Input::new(body);
        let input = if encoding.is_some() { input.with_headers(&headers) } else { input };
        raw_of(&input).messages.first().map(str::to_owned)
    };
    let compressed = Some("The body is compressed: decompress it before it is read".to_owned());
    for (body, encoding) in [
        (&b"\x1f\x8b\x08\0abc"[..], None),
        (b"\x1f\x8b\x08\0abc", Some("identity")),
        (b"\x28\xb5\x2f\xfdabc", None),
        (b"abc\x01", Some("br")),
        (b"abc\xff", Some(" GZIP ")),
    ] {
        assert_eq!(message(body, encoding), compressed, "{body:?}");
    }
    for (body, encoding) in [
        (&b"abc"[..], Some("gzip")),
        (b"abc\r\n\t", Some("br")),
        (b"abc\x01", None),
        (b"abc\x01", Some(" Identity")),
        (b"abc\xff", Some("")),
    ] {
        assert_eq!(message(body, encoding).unwrap().get(..3), Some("abc"), "{body:?}");
    }
    let body = br#"{"response":{"code":1,"text":"t"}}"#;
    assert_eq!(message(body, Some("gzip")).as_deref(), Some("t"), "a client decompressed it");
}
