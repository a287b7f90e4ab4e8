//! Any envelope that can be declared can be written and read back.

use errcat::rt::stand_in::{Content, Layout, write_body};
use errcat::rt::wire::{EnvelopeKind, Format};
use errcat::{HttpStatus, Outcome, Violation};
use errcat_model::wire::with_spec;
use proptest::prelude::*;

use crate::{read, with};

fn condition() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,4}",
        "'[0-9]{1,3}'",
        "[1-9][0-9]{0,3}",
        "[0-9]\\.[0-9]{1,2}",
        Just("true".to_owned()),
        Just("false".to_owned()),
        Just("'true'".to_owned()),
        Just("''".to_owned()),
        Just("present".to_owned()),
        Just("absent".to_owned()),
        Just("[no, 1, false]".to_owned()),
        Just("[absent, x]".to_owned()),
    ]
}

fn each() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just(""), Just("    each: /r/list\n"), Just("    each: /r/deep/list\n")]
}

/// The pointer of a slot in JSON or XML, in an item of a list or in the root element.
fn pointer(name: &'static str, is_in_list: bool) -> impl Strategy<Value = String> {
    let root = if is_in_list { "" } else { "/r" };
    prop_oneof![
        Just(format!("{root}/{name}")),
        Just(format!("{root}/@{name}")),
        Just(format!("{root}/at/{name}")),
        Just(format!("{root}/{name}/@value")),
    ]
}

/// The pointers of a code and a message: each at a place of its own, or in XML one in an attribute of
/// an element whose text is the other.
fn pointers(is_in_list: bool, is_xml: bool) -> impl Strategy<Value = (String, String)> {
    let root = if is_in_list { "" } else { "/r" };
    let apart = (pointer("code", is_in_list), pointer("text", is_in_list));
    // The root has the elements of the conditions, and an element with elements has no text.
    let element = if is_in_list { "" } else { "/one" };
    let of_one = [format!("{root}{element}"), format!("{root}/two")];
    let of_one = proptest::sample::select(of_one.to_vec()).prop_flat_map(|element| {
        let pair = (format!("{element}/@code"), element.clone());
        prop_oneof![Just(pair), Just((element.clone(), format!("{element}/@text")))]
    });
    prop_oneof![2 => apart, u32::from(is_xml) => of_one]
}

/// The envelope of failures with a code, in a format.
fn envelope(format: &'static str) -> impl Strategy<Value = String> {
    let pointers = each().prop_flat_map(move |each| {
        let is_xml = format == "xml";
        pointers(!each.is_empty(), is_xml).prop_map(move |(code, text)| (each, code, text))
    });
    let outcome = prop_oneof![Just(""), Just("    outcome: failure\n")];
    (proptest::collection::vec(condition(), 0..4), pointers, outcome).prop_map(
        move |(conditions, (each, code, text), outcome)| {
            let conditions: Vec<String> = conditions
                .iter()
                .enumerate()
                .map(|(number, value)| format!("/r/when{number}: {value}"))
                .collect();
            format!(
                "  - id: any\n    format: {format}\n    about: Any.\n    when: {{ {} }}\n\
                 {outcome}{each}    slots: {{ code: ['{code}'], message: ['{text}'] }}\n",
                conditions.join(", ")
            )
        },
    )
}

fn comes_back(envelope: &str, format: Format, code: &str, message: &str) {
    let set = with(envelope);
    let content = Content {
        kind: EnvelopeKind::Application,
        outcome: Outcome::Failure,
        code: Some(code),
        has_numbers: true,
        message: Some(message.to_owned()),
        operation: None,
        http: HttpStatus::new(500),
        retry_after: None,
        params: Vec::new(),
        violations: &[] as &[Violation],
    };
    let body = with_spec(set.catalog("acme").unwrap(), |spec| {
        write_body(spec, &content, format, Layout::Compact)
    });
    let body = body.unwrap().unwrap();
    let read = read(&set, None, &body);
    let expected = (Some("any"), Some(code), Some(message));
    let text = |member: &str| read[member].as_str();
    assert_eq!((text("envelope"), text("code"), text("message")), expected, "{envelope}\n{body}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_body_is_read_back(
        json in envelope("json"),
        xml in envelope("xml"),
        code in "10|20|[1-9][0-9]{2,4}",
        message in "[a-z<&\"]{1,9}( is taken)?",
    ) {
        comes_back(&json, Format::Json, &code, &message);
        comes_back(&xml, Format::Xml, &code, &message);
    }
}
