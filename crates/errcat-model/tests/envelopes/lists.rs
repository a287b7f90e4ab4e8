use serde_json::json;

use crate::{read, with};

const OF_JSON: &str = "
  - id: list
    format: json
    about: A list is the body.
    each: ''
    slots: { code: [/code, ''], message: [/text] }
  - id: errors
    format: json
    about: Several errors.
    each: /errors
    counts: last
    slots: { code: [/code], message: [/text] }
    shared: { message: [/title], request-id: [/meta/id] }
  - id: texts
    kind: system
    format: json
    about: Several texts.
    each: /texts
    slots: { message: [''] }
";

fn errors(envelopes: &str, body: &str) -> Vec<(String, String, String)> {
    let errors = read(&with(envelopes), None, body)["errors"].clone();
    let text = |one: &serde_json::Value| one.as_str().unwrap_or("-").to_owned();
    let all = errors.as_array().unwrap().iter();
    all.map(|one| (text(&one["code"]), text(&one["message"]), text(&one["params"]["name"])))
        .collect()
}

fn expected(errors: &[[&str; 3]]) -> Vec<(String, String, String)> {
    errors.iter().map(|one| (one[0].into(), one[1].into(), one[2].into())).collect()
}

#[test]
fn all_errors_are_read_in_order() {
    let two = r#"{"code":10,"text":"a.cz is taken"},{"code":20,"text":"b.cz is locked"}"#;
    let both = [["10", "a.cz is taken", "a.cz"], ["20", "b.cz is locked", "b.cz"]];
    assert_eq!(errors(OF_JSON, &format!("[{two}]")), expected(&both));
    assert_eq!(errors(OF_JSON, &format!(r#"{{"errors":[{two}]}}"#)), expected(&both));
    let mixed =
        r#"{"title":"t","errors":[{"text":"m"},{"code":99},{"code":null},{},{"code":1},7]}"#;
    let some = [["-", "m", "-"], ["99", "t", "-"], ["-", "t", "-"]];
    assert_eq!(errors(OF_JSON, mixed), expected(&some));
    assert_eq!(errors(OF_JSON, "[10]"), expected(&[["10", "", "-"]]));
    assert_eq!(
        errors(OF_JSON, r#"{"texts":["a","b"]}"#),
        expected(&[["-", "a", "-"], ["-", "b", "-"]])
    );
    assert_eq!(errors(OF_JSON, "[1]"), expected(&[]));
    assert_eq!(errors(OF_JSON, "{}"), expected(&[["-", "", "-"]]));
}

#[test]
fn the_envelope_says_which_error_counts_and_what_they_share() {
    let set = with(OF_JSON);
    let first = read(&set, None, r#"[{"code":10},{"code":20},{"text":"m"}]"#);
    assert_eq!((&first["envelope"], &first["code"]), (&json!("list"), &json!("10")));
    let last =
        read(&set, None, r#"{"meta":{"id":"r"},"errors":[{"code":10},{"code":20},{"text":"m"}]}"#);
    assert_eq!((&last["code"], &last["request_id"]), (&json!("20"), &json!("r")));
}

#[test]
fn errors_of_one_code_or_of_none_keep_their_texts() {
    let envelopes = "
  - id: shared
    format: json
    about: One code for all errors.
    each: /errors
    slots: { message: [/text] }
    shared: { code: [/code] }
  - id: bare
    format: json
    about: Errors without a code.
    outcome: failure
    when: { /ok: false }
    each: /errors
    slots: { code: [/code], message: [/text] }
";
    let two = r#""errors":[{"text":"a.cz is taken"},{"text":"b.cz is taken"}]"#;
    let both = [["10", "a.cz is taken", "a.cz"], ["10", "b.cz is taken", "b.cz"]];
    assert_eq!(errors(envelopes, &format!(r#"{{"code":10,{two}}}"#)), expected(&both));
    let both = [["-", "a.cz is taken", "-"], ["-", "b.cz is taken", "-"]];
    assert_eq!(errors(envelopes, &format!(r#"{{"ok":false,{two}}}"#)), expected(&both));
}

#[test]
fn a_success_among_failures_is_no_success() {
    let set = with(OF_JSON);
    for (body, kind) in [
        (r#"[{"code":1},{"code":10}]"#, "system"),
        (r#"[{"code":1},{"code":99}]"#, "system"),
        (r#"{"errors":[{"code":20},{"code":1}]}"#, "system"),
        (r#"[{"code":1},{"text":"m"},{"code":1}]"#, "success"),
    ] {
        assert_eq!(read(&set, None, body)["kind"], json!(kind), "{body}");
    }
    let errors = errors(OF_JSON, r#"[{"code":1},{"code":10}]"#);
    assert_eq!(errors, expected(&[["10", "", "-"]]));
}

#[test]
fn a_list_within_a_violation_does_not_split_it() {
    let envelopes = "
  - id: fields
    kind: validation
    format: json
    about: Invalid fields.
    slots: { violations: [/errors], violation-field: [/field], violation-description: [/text] }
  - id: nested
    format: json
    about: Errors with lists of fields.
    each: /errors
    slots: { code: [/code], violations: [/more], violation-field: [/field] }
";
    let body = r#"{"errors":[{"field":"name","more":[{"field":"x"}],"text":"is bad"}]}"#;
    let violations = read(&with(envelopes), None, body)["violations"].clone();
    assert_eq!(violations, json!([{ "field": "name", "rule": null, "description": "is bad" }]));
}
