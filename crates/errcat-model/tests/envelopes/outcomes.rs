use errcat::BodyFormat;
use errcat_model::example::Examples;

use crate::{what, with};

const ENVELOPES: &str = "
  - id: done
    format: json
    about: A success.
    outcome: success
    when: { /ok: [true, 1], status: 2xx }
    slots: { code: [/code] }
  - id: event
    format: json
    about: A message that no request caused.
    outcome: notification
    when: { /event: present, /error: absent }
  - id: error
    format: json
    about: A failure, whatever it is called.
    outcome: failure
    when: { /result: error }
    slots: { code: [/error/type], message: [/error/text] }
  - id: limited
    kind: system
    format: json
    about: The gateway.
    when: { status: [429, 5xx] }
    slots: { message: [/text] }
";

#[test]
fn conditions_decide_the_outcome() {
    let set = with(ENVELOPES);
    for (status, body, expected) in [
        (Some(200), r#"{"ok":true}"#, "done success -"),
        (Some(200), r#"{"ok":"true","code":null}"#, "done success -"),
        (Some(200), r#"{"ok":1,"code":99}"#, "done success 99"),
        (Some(200), r#"{"ok":1,"code":1}"#, "done success 1"),
        (Some(200), r#"{"ok":true,"code":10}"#, "done application 10"),
        (Some(200), r#"{"ok":false}"#, "- system -"),
        (Some(404), r#"{"ok":true}"#, "- system -"),
        (None, r#"{"ok":true}"#, "- system -"),
        (None, r#"{"event":{}}"#, "event notification -"),
        (None, r#"{"event":null}"#, "- system -"),
        (None, r#"{"event":0,"error":null}"#, "event notification -"),
        (None, r#"{"event":0,"error":"e"}"#, "- system -"),
        (Some(500), r#"{"event":0}"#, "event system -"),
        (None, r#"{"result":"error","error":{"type":1}}"#, "error system 1"),
        (None, r#"{"result":"error","error":{"type":10}}"#, "error application 10"),
        (None, r#"{"result":"error"}"#, "error unrecognized -"),
        (Some(429), r#"{"text":"slow"}"#, "limited system -"),
        (Some(404), r#"{"text":"slow"}"#, "- system -"),
    ] {
        assert_eq!(what(&set, status, body), expected, "{status:?} {body}");
    }
}

/// Returns the body of a success as the stand-in and the site write it.
fn written(envelopes: &str) -> Option<String> {
    let set = with(envelopes);
    let acme = set.catalog("acme").unwrap();
    let code = acme.code("1").unwrap();
    let body =
        Examples::with(acme, |examples| examples.body(code, &code.cases[0], BodyFormat::Json));
    Some(body.unwrap()?.split_whitespace().collect())
}

#[test]
fn a_success_is_written_in_a_form_of_its_outcome() {
    let error = "
  - id: error
    format: json
    about: An error.
    outcome: failure
    slots: { code: [/error/code] }
";
    let open = "
  - id: open
    format: json
    about: Anything with a code.
    when: { /ok: false }
    slots: { code: [/code] }
";
    let done = "
  - id: done
    format: json
    about: A success.
    outcome: success
    when: { /ok: true }
";
    assert_eq!(written(error), None);
    let (ok, code) = (r#"{"ok":true}"#, r#"{"ok":true,"code":1}"#);
    let with_code = format!("{done}    slots: {{ code: [/code] }}\n");
    for others in [error, open, &format!("{open}{error}")] {
        for (done, body) in [(done, ok), (&with_code, code)] {
            assert_eq!(written(&format!("{others}{done}")).as_deref(), Some(body), "{others}");
            assert_eq!(written(&format!("{done}{others}")).as_deref(), Some(body), "{others}");
        }
    }
}
