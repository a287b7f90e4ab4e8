//! Any envelope that can be declared can be written and read back.

use errcat::rt::stand_in::{Content, Layout, write_body};
use errcat::rt::wire::{EnvelopeKind, Format};
use errcat::{HttpStatus, Input, Outcome, Violation};
use errcat_model::decode::decode;
use errcat_model::wire::with_spec;
use proptest::prelude::*;
use serde_json::json;

use crate::with;

/// Numbers, of which each decision takes one. The first option is the simplest.
struct Choices(std::vec::IntoIter<usize>);

impl Choices {
    fn one<T: Copy>(&mut self, options: &[T]) -> T {
        options[self.0.next().unwrap_or(0) % options.len()]
    }
}

/// An envelope, and the parts of an error for which it has a place.
#[derive(Debug)]
struct Form {
    yaml: String,
    format: Format,
    kind: EnvelopeKind,
    outcome: Outcome,
    status: Option<HttpStatus>,
    parts: Vec<&'static str>,
}

/// Some response must be able to carry the codes of the catalog.
const CARRIER: &str = "  - { id: carrier, about: A., format: json, slots: { code: [/carrier] } }\n";

const CONDITIONS: &[&str] = &[
    "word",
    "'12'",
    "7",
    "1.50",
    "true",
    "false",
    "'true'",
    "''",
    "present",
    "absent",
    "[no, 1, false]",
    "[absent, x]",
];

/// Returns the conditions, and a status that meets them.
fn conditions(choices: &mut Choices, outcome: Option<Outcome>) -> (Vec<String>, Option<u16>) {
    let is_failure = outcome.is_none_or(Outcome::is_failure);
    let fewest = usize::from(!is_failure);
    let count = choices.one(&[fewest, 1, 2, 3]);
    let mut all: Vec<String> =
        (0..count).map(|number| format!("/r/when{number}: {}", choices.one(CONDITIONS))).collect();
    let of_failures = [("4xx", 404), ("[503, 409]", 409), ("500", 500)];
    let of_successes = [("2xx", 200), ("[201, 404]", 201), ("202", 202)];
    let status = choices.one(if is_failure { &of_failures } else { &of_successes });
    let status = choices.one(&[None, None, Some(status)]);
    all.extend(status.map(|(written, _)| format!("status: {written}")));
    (all, status.map(|(_, status)| status))
}

/// Returns a pointer to a value of its own, in an item of a list or in the root element.
fn pointer(choices: &mut Choices, root: &str, name: &str) -> String {
    let shapes = [("/", ""), ("/@", ""), ("/at/", ""), ("/", "/@value")];
    let (before, after) = choices.one(&shapes);
    format!("{root}{before}{name}{after}")
}

/// Returns the pointers of two slots: each at a place of its own, or in XML one in an attribute of an
/// element whose text is the other.
fn pair(choices: &mut Choices, root: &str, is_xml: bool, names: [&str; 2]) -> [String; 2] {
    if !is_xml || choices.one(&[true, true, false]) {
        return names.map(|name| pointer(choices, root, name));
    }
    // The root has the elements of the conditions, and an element with elements has no text.
    let element = choices.one(&[if root.is_empty() { "" } else { "/one" }, "/two"]);
    let [first, second] = names.map(|name| format!("{root}{element}/@{name}"));
    let text = format!("{root}{element}");
    if choices.one(&[true, false]) { [first, text] } else { [text, second] }
}

/// Returns an envelope of failures with violations.
fn validation(choices: &mut Choices, is_xml: bool) -> Form {
    let (when, status) = conditions(choices, None);
    let list = choices.one(&["/r/list", "/r/deep/list"]);
    let message = pointer(choices, "/r", "text");
    let (has_message, has_field, has_rule) =
        (choices.one(&[true, false]), choices.one(&[true, false]), choices.one(&[true, false]));
    let [description, field] = pair(choices, "", is_xml, ["why", "field"]);
    // An item can be a text by itself, if nothing else is in it.
    let is_text = !has_field && !has_rule && choices.one(&[true, false]);
    let mut slots = vec![format!("violations: ['{list}']")];
    slots.extend((!is_text).then(|| format!("violation-description: ['{description}']")));
    slots.extend(has_field.then(|| format!("violation-field: ['{field}']")));
    slots.extend(has_rule.then(|| "violation-rule: ['/@rule']".to_owned()));
    slots.extend(has_message.then(|| format!("message: ['{message}']")));
    let yaml = format!(
        "    kind: validation\n    when: {{ {} }}\n    slots: {{ {} }}\n",
        when.join(", "),
        slots.join(", ")
    );
    let kind = EnvelopeKind::Validation;
    let parts = [("message", has_message), ("field", has_field), ("rule", has_rule)];
    Form::of(&yaml, kind, None, is_xml, status, parts)
}

/// Returns an envelope of responses with a code or a text, alone or in a list.
fn plain(choices: &mut Choices, kind: EnvelopeKind, is_xml: bool) -> Form {
    let is_application = kind == EnvelopeKind::Application;
    let outcomes =
        [None, Some(Outcome::Failure), Some(Outcome::Success), Some(Outcome::Notification)];
    let outcome = choices.one(&outcomes).filter(|_| is_application);
    let (when, status) = conditions(choices, outcome);
    let has_code =
        is_application && (outcome.is_none() || when.is_empty()) || choices.one(&[true, false]);
    // XML without any value has no root element.
    let has_message = !has_code && (is_xml || !is_application) || choices.one(&[true, false]);
    let is_whole = !is_xml && !when.iter().any(|one| one.starts_with('/'));
    let lists =
        [None, Some("/r/list"), Some("/r/deep/list"), Some(if is_whole { "" } else { "/r/list" })];
    let each = choices.one(&lists);
    let [code, message] = pair(choices, each.map_or("/r", |_| ""), is_xml, ["code", "text"]);
    let can_share = each.is_some_and(|list| !list.is_empty());
    let shared = choices.one(&["", "", "message", "code"]);
    let mut slots = [Vec::new(), Vec::new()];
    for (slot, is_there, path) in [("code", has_code, code), ("message", has_message, message)] {
        let is_shared = can_share && shared == slot;
        let path = if is_shared { format!("/r/of-all/{slot}") } else { path };
        let slot = if slot == "code" && !is_application { "system-code" } else { slot };
        slots[usize::from(is_shared)].extend(is_there.then(|| format!("{slot}: ['{path}']")));
    }
    // An item is an error if it has a code or a text.
    let is_error = each.is_none() || !slots[0].is_empty();
    let can_have_param = has_code && is_error && is_application;
    let has_param = can_have_param && choices.one(&[false, true]);
    // An item that is a text has attributes only.
    let is_text = slots[0].iter().any(|slot| slot.ends_with("['']"));
    let of_item = if is_text { "/@name".to_owned() } else { pointer(choices, "/values", "name") };
    let param = if each.is_some() { of_item } else { pointer(choices, "/r", "name") };
    let mut yaml = format!("    when: {{ {} }}\n    kind: {}\n", when.join(", "), kind.as_str());
    yaml.extend(outcome.map(|outcome| format!("    outcome: {}\n", outcome.as_str())));
    yaml.extend(each.map(|list| format!("    each: '{list}'\n")));
    let counts = choices.one(&["", "    counts: first\n", "    counts: last\n"]);
    yaml.push_str(each.map_or("", |_| counts));
    yaml.extend([format!("    slots: {{ {} }}\n", slots[0].join(", "))]);
    yaml.extend(can_share.then(|| format!("    shared: {{ {} }}\n", slots[1].join(", "))));
    yaml.extend(has_param.then(|| format!("    params: {{ name: ['{param}'] }}\n")));
    let parts = [("code", has_code), ("message", has_message), ("param", has_param)];
    Form::of(&yaml, kind, outcome, is_xml, status, parts)
}

impl Form {
    fn of(
        yaml: &str,
        kind: EnvelopeKind,
        outcome: Option<Outcome>,
        is_xml: bool,
        status: Option<u16>,
        parts: [(&'static str, bool); 3],
    ) -> Self {
        let format = if is_xml { "xml" } else { "json" };
        Self {
            yaml: format!("  - id: any\n    about: Any.\n    format: {format}\n{yaml}"),
            format: if is_xml { Format::Xml } else { Format::Json },
            kind,
            outcome: outcome.unwrap_or(Outcome::Failure),
            status: status.map(|status| HttpStatus::new(status).unwrap()),
            parts: parts.into_iter().filter(|(_, has)| *has).map(|(part, _)| part).collect(),
        }
    }

    fn any(choices: &mut Choices) -> Self {
        let is_xml = choices.one(&[false, true]);
        match choices.one(EnvelopeKind::ALL) {
            EnvelopeKind::Validation => validation(choices, is_xml),
            kind => plain(choices, kind, is_xml),
        }
    }

    fn has(&self, part: &str) -> bool {
        self.parts.contains(&part)
    }

    /// Returns how a response is read that has a code, if the form has one.
    fn read_as(&self, code: Option<&str>) -> &'static str {
        match (self.kind, self.outcome) {
            (EnvelopeKind::Validation, _) => "validation",
            (EnvelopeKind::System, _) => "system",
            // The code of a failure is one, whatever the form says.
            _ if matches!(code, Some("10" | "20")) => "application",
            (_, Outcome::Success) => "success",
            (_, Outcome::Notification) => "notification",
            _ => "unrecognized",
        }
    }

    fn comes_back(&self, number: &str, message: &str, value: &str) {
        let violations = [message, value].map(|text| {
            let violation = Violation::new(text);
            let violation = if self.has("rule") { violation.with_rule(value) } else { violation };
            if self.has("field") { violation.with_field(message) } else { violation }
        });
        let is_validation = self.kind == EnvelopeKind::Validation;
        let content = Content {
            kind: self.kind,
            outcome: self.outcome,
            code: self.has("code").then_some(number),
            has_numbers: self.kind == EnvelopeKind::Application,
            message: self.has("message").then(|| message.to_owned()),
            operation: None,
            http: self.status.or(HttpStatus::new(500)),
            retry_after: None,
            params: self.has("param").then(|| ("name", value.to_owned())).into_iter().collect(),
            violations: if is_validation { &violations } else { &[] },
        };
        let set = with(&format!("{}{CARRIER}", self.yaml));
        let acme = set.catalog("acme").unwrap();
        let body = with_spec(acme, |spec| write_body(spec, &content, self.format, Layout::Compact));
        let body = body.unwrap().unwrap();
        let input = self.status.into_iter().fold(Input::new(body.as_bytes()), Input::with_status);
        let read = serde_json::to_value(decode(&set, acme, &input).unwrap()).unwrap();
        let place = format!("{}\n{body}\n{read}", self.yaml);
        let texts = [&read["envelope"], &read["kind"], &read["code"], &read["message"]];
        let kind = self.read_as(content.code);
        let expected = [
            json!("any"),
            json!(kind),
            json!(content.code),
            json!(content.message.unwrap_or_default()),
        ];
        assert_eq!(texts, expected.each_ref(), "{place}");
        if self.has("param") && kind == "application" {
            assert_eq!(read["params"]["name"], value, "{place}");
        }
        let list = content.violations.iter().map(|one| {
            json!({ "field": one.field(), "rule": one.rule(), "description": one.description() })
        });
        assert_eq!(read["violations"], list.collect::<serde_json::Value>(), "{place}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn a_body_is_read_back(
        numbers in proptest::collection::vec(0..60_usize, 40),
        code in "10|20|[2-9][0-9]{2,4}",
        message in "[a-z<&\"]{1,9}( is taken)?",
        value in "[a-z<&\"]{1,9}",
    ) {
        Form::any(&mut Choices(numbers.into_iter())).comes_back(&code, &message, &value);
    }
}
