//! The limits on what is read and kept of a body.

use errcat::rt::wire::Failure;
use errcat::{Input, Violation};

use crate::catalog::{raw, resolved, text_of};

/// The most bytes of one text that an error keeps.
const MAX_TEXT: usize = 8 * 1024;

/// Returns the code and the message of a body with an unknown code.
fn unrecognized(code: &str, text: &str) -> (String, String) {
    let body = format!("{{\"response\":{{\"code\":\"{code}\",\"text\":\"{text}\"}}}}");
    let mut read = resolved(&Input::new(body.as_bytes()));
    let Failure::Unrecognized(error) = read.failure(text_of) else { panic!("{body}") };
    (error.code().unwrap().to_owned(), error.message().to_owned())
}

#[test]
fn an_error_keeps_8_kib_of_a_text() {
    for length in [0, 1, MAX_TEXT - 1, MAX_TEXT, MAX_TEXT + 1, 3 * MAX_TEXT] {
        let text = "x".repeat(length);
        let kept = text.get(..length.min(MAX_TEXT)).unwrap();
        assert_eq!(unrecognized("c", &text).1, kept, "{length}");
        if length > 0 {
            assert_eq!(unrecognized(&text, "").0, kept, "{length}");
        }
    }
    // A character is kept whole or not at all.
    let odd = format!("x{}", "\u{17e}".repeat(MAX_TEXT));
    assert_eq!(unrecognized("c", &odd).1, odd.get(..MAX_TEXT - 1).unwrap());
    let even = "\u{17e}".repeat(MAX_TEXT);
    assert_eq!(unrecognized("c", &even).1, even.get(..MAX_TEXT).unwrap());
}

#[test]
fn a_system_error_and_violations_keep_8_kib_of_each_text() {
    let long = "x".repeat(MAX_TEXT + 1);
    let kept = long.get(..MAX_TEXT).unwrap();
    let body = format!("{{\"reason\":\"{long}\",\"message\":\"{long}\"}}");
    let mut read = resolved(&Input::new(body.as_bytes()));
    let Failure::System(error) = read.failure(text_of) else { panic!("no system error") };
    assert_eq!((error.code(), error.message()), (Some(kept), kept));
    let body =
        format!("{{\"fields\":[{{\"name\":\"{long}\",\"text\":\"{long}\",\"rule\":\"{long}\"}}]}}");
    let mut read = resolved(&Input::new(body.as_bytes()));
    let Failure::Validation(error) = read.failure(text_of) else { panic!("no validation") };
    assert_eq!(error.violations(), [Violation::new(kept).with_field(kept).with_rule(kept)]);
}

#[test]
fn a_value_of_more_than_8_kib_is_unknown() {
    let value = |length: usize| {
        let name = "x".repeat(length);
        let body = format!("{{\"response\":{{\"code\":2000,\"text\":\"Domain {name} is gone\"}}}}");
        resolved(&Input::new(body.as_bytes())).value("name").map(str::len)
    };
    assert_eq!(value(MAX_TEXT), Some(MAX_TEXT));
    assert_eq!(value(MAX_TEXT + 1), None);
}

#[test]
fn the_message_of_a_foreign_body_is_its_first_200_bytes() {
    let message = |body: &str| raw(body).messages.first().map(str::to_owned);
    assert_eq!(message(&"x".repeat(200)), Some("x".repeat(200)));
    assert_eq!(message(&"x".repeat(201)), Some("x".repeat(200)));
    assert_eq!(
        message(&format!("x{}", "\u{17e}".repeat(150))),
        Some(format!("x{}", "\u{17e}".repeat(99)))
    );
    assert_eq!(message(" \n x \u{a0}"), Some("x".to_owned()));
    for body in ["", " ", "<html>", " {\"a\":1", "[1"] {
        assert_eq!(message(body), None, "{body}");
    }
}

#[test]
fn a_thousand_items_are_read() {
    let code = |before: usize| {
        let items = "{},".repeat(before);
        let body = format!("{{\"ok\":false,\"errors\":[{items}{{\"code\":7}},{{\"code\":8}}]}}");
        raw(&body).code.map(std::borrow::Cow::into_owned)
    };
    assert_eq!(code(999).as_deref(), Some("7"));
    assert_eq!(code(1000), None);
}

#[test]
fn four_different_texts_are_messages() {
    let body = r#"{"response":{"code":1,"text":"1","hint":"2","a":"1","b":"3","c":"4"}}"#;
    assert_eq!(raw(body).messages.iter().collect::<Vec<_>>(), ["1", "2", "3", "4"]);
    let body = r#"{"response":{"code":1,"text":"1","hint":"2","a":"3","b":"4","c":"5"}}"#;
    assert_eq!(raw(body).messages.iter().collect::<Vec<_>>(), ["1", "2", "3", "4"]);
}
