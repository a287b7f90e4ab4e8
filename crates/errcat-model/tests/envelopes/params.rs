use errcat::{BodyFormat, Input};
use errcat_model::decode::why;
use errcat_model::example::Examples;
use serde_json::json;

use crate::{read, with};

const ENVELOPES: &str = "
  - id: error
    format: json
    about: An error whose values are members.
    slots: { code: [/code], message: [/text] }
    params: { name: [/details/domain, /domain] }
    others: { raw: [/details], more: [/more, /less], ok: [/ok] }
";

#[test]
fn members_come_before_the_message_and_other_slots_are_kept_as_written() {
    let set = with(ENVELOPES);
    for (body, name) in [
        (r#"{"code":10,"details":{"domain":"a.cz"}}"#, json!("a.cz")),
        (r#"{"code":10,"domain":"b.cz","text":"c.cz is taken"}"#, json!("b.cz")),
        (r#"{"code":10,"details":{"domain":null},"text":"c.cz is taken"}"#, json!("c.cz")),
        (r#"{"code":10,"details":{"domain":{}}}"#, json!(null)),
    ] {
        assert_eq!(read(&set, None, body)["params"]["name"], name, "{body}");
    }
    let body = r#"{"code":10,"details":{"a": 1},"less":3,"more":[1, 2],"ok":true}"#;
    let others = json!({ "raw": r#"{"a": 1}"#, "more": "[1, 2]", "ok": "true" });
    assert_eq!(read(&set, None, body)["others"], others);
}

#[test]
fn members_are_written() {
    let set = with(ENVELOPES);
    let acme = set.catalog("acme").unwrap();
    let code = acme.code("10").unwrap();
    let body = Examples::with(acme, |examples| {
        examples.body(code, code.cases.first().unwrap(), BodyFormat::Json)
    });
    let read = read(&set, None, &body.unwrap().unwrap());
    assert!(read["others"]["raw"].as_str().unwrap().contains("example.com"));
    assert_eq!(read["params"]["name"], "example.com");
}

#[test]
fn an_explanation_names_the_parameter_of_a_pointer() {
    let set = with(ENVELOPES);
    let tried = why(set.catalog("acme").unwrap(), &Input::new(br#"{"domain":"a.cz"}"#)).unwrap();
    let found = tried[0].found.iter().find(|seen| seen.pointer == "/domain");
    assert_eq!(found.unwrap().slot, "<name>");
}
