//! The form that explains a response, used as a person would.

use serde_json::{Value, json};

use crate::page::Page;
use crate::site::Site;

/// Fills in and submits the form, and returns what the page then says.
fn explain(page: &Page, fields: &[(&str, &str)]) -> String {
    page.value("document.getElementById('explain-form').reset()");
    for (name, value) in fields {
        let (name, value) = (json!(format!("explain-{name}")), json!(value));
        page.value(&format!("document.getElementById({name}).value = {value}"));
    }
    page.value("document.querySelector('#explain-form [type=submit]').click()");
    page.wait_until(
        "document.querySelector('#explain-answer .explain-result, #explain-problem:not(:empty)')",
    );
    page.text("document.getElementById('explain-problem').innerText + document.getElementById('explain-answer').innerText")
}

const HELD: &str = r#"{"response":{"code":3201,"result":"Domain is already registered"}}"#;

#[test]
fn an_answer_says_what_happened_and_what_to_do() {
    let page = Site::shipped().open("explain.html");
    let answer = explain(&page, &[("body", HELD), ("provider", "wapi"), ("status", "200")]);
    insta::assert_snapshot!(answer);
    let languages =
        page.value("Array.from(document.querySelectorAll('.tell [lang]'), (one) => one.lang)");
    assert_eq!(languages, json!(["en", "cs"]));
    // It is a link to the code.
    let address = page.text("document.querySelector('.explain-result h2 a').getAttribute('href')");
    assert!(address.ends_with("wapi/3201.html"), "{address}");
    page.is_clean();
}

#[test]
fn the_provider_is_detected() {
    let page = Site::shipped().open("explain.html");
    assert!(explain(&page, &[("body", HELD)]).contains("WEDOS WAPI · failure"));
    let answer = explain(&page, &[("body", r#"{"errorCode":"DOMAIN_001","message":"m"}"#)]);
    assert!(answer.starts_with("domains:DOMAIN_001"), "{answer}");
    // Both have an envelope with nothing but a message.
    let answer = explain(&page, &[("body", r#"{"message":"m"}"#), ("status", "500")]);
    assert!(answer.contains("2 providers use this form"), "{answer}");
    page.picture("explain-two-providers");
    let answer = explain(&page, &[("body", "<html>Bad gateway</html>"), ("status", "502")]);
    assert!(
        answer.contains("It may come from a proxy") && answer.contains("HTTP 500\n\ngRPC INTERNAL"),
        "{answer}"
    );
    assert!(answer.contains("this is about its HTTP status alone"), "{answer}");
    page.is_clean();
}

#[test]
fn without_a_form_or_an_error_status_there_is_no_advice() {
    let page = Site::shipped().open("explain.html");
    for fields in [&[("body", "gone")][..], &[("body", ""), ("status", "200")]] {
        for provider in ["", "wapi"] {
            let answer = explain(&page, &[fields, &[("provider", provider)]].concat());
            assert!(answer.starts_with("Not recognized as a response of "), "{answer}");
            assert!(answer.contains("Enter the HTTP status"), "{answer}");
            assert!(!answer.contains("Retry") && !answer.contains("gRPC"), "{answer}");
        }
    }
    let answer = explain(&page, &[("body", HELD), ("provider", "wix")]);
    assert!(answer.contains("in a form of WEDOS WAPI: choose that provider"), "{answer}");
    // The code is that of the status: the body has none.
    let body = r#"{"code":"","message":"m"}"#;
    let answer = explain(&page, &[("body", body), ("provider", "wix"), ("status", "404")]);
    assert!(answer.contains("by its HTTP status: the body has no code"), "{answer}");
    page.is_clean();
}

/// The tests of `errcat decode` read the same examples.
#[test]
fn what_is_pasted_is_taken_apart() {
    let examples: Value =
        serde_json::from_str(include_str!("../../../errcat-cli/tests/pasted.json")).unwrap();
    let page = Site::shipped().open("explain.html");
    for mut example in examples.as_array().unwrap().clone() {
        let parts = example.as_object_mut().unwrap();
        let pasted = parts.remove("pasted").unwrap();
        let seen = page.value(&format!("errcatExplain.takeApart({pasted})"));
        parts.entry("body").or_insert(pasted);
        parts.entry("escaped").or_insert(json!([]));
        assert_eq!(seen, example);
    }
    let dump = format!("HTTP/1.1 503 Busy\r\nRetry-After: 30\r\n\r\nlog: {HELD}");
    let answer = explain(&page, &[("body", &dump)]);
    assert!(answer.contains("read the status 503 and 1 header from the dump."), "{answer}");
    assert!(answer.contains("read the JSON inside a longer text.\n\nwapi:3201"), "{answer}");
    let log = json!({ "level": "error", "body": HELD }).to_string();
    for provider in ["", "wapi"] {
        let answer = explain(&page, &[("body", &log), ("provider", provider)]);
        let expected = "This page read the response inside a string.\n\nwapi:3201";
        assert!(answer.starts_with(expected), "{answer}");
    }
    let answer = explain(&page, &[("body", &log), ("provider", "wix")]);
    assert!(answer.contains("in a form of WEDOS WAPI: choose that provider"), "{answer}");
    // A response in a known form stays what it is.
    let body = json!({ "message": HELD }).to_string();
    let answer = explain(&page, &[("body", &body), ("provider", "wix")]);
    assert!(answer.contains("Wix REST API · failure of the system"), "{answer}");
    let dump = "HTTP/1.1 503 Busy\nRetry-After: 30\n\nbusy";
    assert!(explain(&page, &[("body", dump)]).contains("later 30s"));
    let unreadable = [("body", "busy"), ("status", "503"), ("headers", "Retry-After: soon")];
    let answer = explain(&page, &unreadable);
    assert!(answer.contains("cannot be read") && !answer.contains("4294967295"), "{answer}");
    // What is typed counts.
    let typed = [("body", dump), ("status", "500"), ("headers", "retry-after: 7")];
    let answer = explain(&page, &typed);
    assert!(answer.contains("HTTP 500") && !answer.contains("30s"), "{answer}");
    for (code, expected) in [(" DOMAIN_001\n", "domains:DOMAIN_001"), ("3201", "wapi:3201")] {
        let answer = explain(&page, &[("body", code)]);
        assert!(
            answer.starts_with(&format!("This page read the text as a code.\n\n{expected}")),
            "{answer}"
        );
    }
    page.is_clean();
}

#[test]
fn all_fields_are_used() {
    let page = Site::shipped().open("explain.html");
    let body = r#"{"response":{"code":"3217","result":"no such text"}}"#;
    let unknown = explain(&page, &[("body", body)]);
    assert!(unknown.contains("it is unclear which case of the code it is"), "{unknown}");
    let known = explain(&page, &[("body", body), ("operation", "domain-transfer-check")]);
    assert!(known.contains("· failure\n"), "{known}");
    let body = r#"{"message":"m","details":{"systemError":{}}}"#;
    let headers = "X-Wix-Request-Id: 1700000000.1\nnonsense";
    let answer = explain(&page, &[("body", body), ("provider", "wix"), ("headers", headers)]);
    assert!(answer.contains("1700000000.1"), "{answer}");
    let answer = explain(&page, &[("body", "Busy"), ("provider", "wapi"), ("status", "503")]);
    assert!(answer.contains("Not recognized") && answer.contains("UNAVAILABLE"), "{answer}");
    let answer = explain(&page, &[("body", "Busy"), ("status", "20")]);
    assert_eq!(answer, "The HTTP status is a number from 100 to 599.");
    assert_eq!(explain(&page, &[("body", " ")]), "Paste a response, or enter its HTTP status.");
    page.picture("explain-wrong-status");
    page.is_clean();
}

#[test]
fn an_example_of_each_provider_is_explained() {
    let page = Site::shipped().open("explain.html");
    let count = page.number("document.querySelectorAll('#explain-examples button').length");
    assert!((count - 3.0).abs() < 0.1, "{count}");
    for (number, title) in ["Domains Service", "WEDOS WAPI", "Wix REST API"].iter().enumerate() {
        page.value(&format!(
            "document.querySelectorAll('#explain-examples button')[{number}].click()"
        ));
        let kind = json!(format!("{title} · failure"));
        page.wait_until(&format!(
            "document.querySelector('#explain-answer .explain-kind')?.innerText === {kind}"
        ));
    }
    page.is_clean();
}

#[test]
fn it_works_with_the_keyboard_alone() {
    let page = Site::shipped().open("explain.html");
    page.value("document.getElementById('explain-body').focus()");
    page.type_text(HELD);
    // After the examples.
    for _ in 0..4 {
        page.press("Tab");
    }
    assert_eq!(page.text("document.activeElement.id"), "explain-provider");
    page.press("Tab");
    page.type_text("200");
    page.press("Enter");
    page.wait_until("document.querySelector('.explain-result')");
    assert!(page.text("document.querySelector('.explain-result h2').innerText").contains("3201"));
    page.is_clean();
}

#[test]
fn the_answer_contains_no_markup_of_the_body() {
    let page = Site::hostile().open("explain.html");
    let script = "<script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\">";
    let code = "</script><script>window.hacked = 1</script>";
    let text = |code: &str| {
        json!({ "success": false, "version": "2.0", "errors": [
            { "code": code, "text": script, "id": script, "data": script }
        ]})
    };
    for code in [code, "\"><img src=x onerror=window.hacked=1>", script] {
        let body = text(code).to_string();
        let answer = explain(&page, &[("body", &body), ("provider", "hostile")]);
        assert!(answer.contains(script), "{answer}");
        page.value("document.querySelector('.explain-result details').open = true");
        page.wait_until("document.querySelector('.explain-result pre').textContent");
    }
    let answer = explain(&page, &[("body", &text(code).to_string())]);
    assert!(
        answer.contains("There is no domain <b>of</b> this {{name}} & </textarea>"),
        "{answer}"
    );
    let answer = explain(&page, &[("body", script), ("provider", "hostile")]);
    assert!(answer.contains("Not recognized"), "{answer}");
    let made = page
        .number("document.querySelectorAll('#explain-answer :is(script, img, b, i, svg)').length");
    assert!(made == 0.0 && page.value("window.hacked").is_null());
    page.is_clean();
}

#[test]
fn sensitive_values_are_hidden() {
    let page = Site::hostile().open("explain.html");
    let body = json!({ "success": false, "version": "2.0", "errors": [
        { "code": "\"><img src=x onerror=window.hacked=1>", "text": "Held by me of 7 at SECRET" }
    ]});
    let answer = explain(&page, &[("body", &body.to_string()), ("provider", "hostile")]);
    assert!(answer.contains("Held by me of 7 at <place>"), "{answer}");
    assert!(!answer.contains("SECRET"), "{answer}");
    page.is_clean();
}

#[test]
fn nothing_is_stored_and_nothing_is_in_the_address() {
    let page = Site::shipped().open("explain.html");
    let before = page.text("location.href");
    explain(&page, &[("body", HELD), ("provider", "wapi")]);
    assert_eq!(page.text("location.href"), before);
    let stored =
        page.text("JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) + document.cookie");
    assert!(!stored.contains("3201"), "{stored}");
    page.is_clean();
}
