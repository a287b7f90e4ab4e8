//! The page and `errcat decode` say the same about every response, with two exceptions that
//! [`said`] and [`TOO_DEEP`] name.

use errcat::rt::wire::Slot;
use errcat::{HttpStatus, Input};
use errcat_model::CatalogSet;
use errcat_model::decode::decode;
use serde_json::{Value, json};

use crate::bodies::{self, Response};
use crate::page::Page;
use crate::site::{Site, catalogs, with_envelope, with_hostile};

/// The error of the browser's XML parser in a body that `errcat` reads: only the browser limits the
/// depth. The page finds nothing in such a body.
const TOO_DEEP: &str = "Excessive node nesting";

/// Decodes a response as `errcat decode --format json` does, without `data` in XML: the page does
/// not keep XML as written.
fn said(set: &CatalogSet, response: &Response) -> Value {
    let headers: Vec<(&str, &str)> =
        response.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut input = Input::new(&response.body).with_headers(&headers);
    if let Some(status) = response.status.and_then(HttpStatus::new) {
        input = input.with_status(status);
    }
    if let Some(operation) = &response.operation {
        input = input.with_operation(operation);
    }
    let catalog = set.catalog(&response.catalog).unwrap();
    let mut said = serde_json::to_value(decode(set, catalog, &input).unwrap()).unwrap();
    if is_xml(&response.body) {
        said["data"] = Value::Null;
    }
    said
}

fn is_xml(body: &[u8]) -> bool {
    text_of(body).trim_start_matches([' ', '\t', '\r', '\n']).starts_with('<')
}

/// Returns a body as readers see it, without a byte order mark.
fn text_of(body: &[u8]) -> &str {
    let text = str::from_utf8(body).unwrap_or_default();
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Whether the page refuses a body because it is [`TOO_DEEP`].
fn is_too_deep(page: &Page, body: &[u8]) -> bool {
    let text = json!(text_of(body));
    let error = page.text(&format!(
        "new DOMParser().parseFromString({text}, 'text/xml')
            .getElementsByTagName('parsererror')[0]?.textContent ?? ''"
    ));
    is_xml(body) && error.contains(TOO_DEEP)
}

/// Decodes responses on the page, all at once.
fn shown(page: &Page, responses: &[Response]) -> Vec<Value> {
    let asked: Vec<Value> = responses
        .iter()
        .map(|response| {
            // One character per byte.
            let body: String = response.body.iter().map(|byte| char::from(*byte)).collect();
            json!([response.catalog, body, response.status, response.operation, response.headers])
        })
        .collect();
    let expression = format!(
        "Promise.all({}.map(([id, text, status, operation, headers]) => {{
            const body = Uint8Array.from(text, (one) => one.charCodeAt(0));
            return errcatExplain.decode(id, {{ body, status, operation, headers }});
        }}))",
        json!(asked)
    );
    let shown = page.value(&expression);
    let texts = shown.as_array().unwrap().iter().map(|text| text.as_str().unwrap());
    texts.map(|text| serde_json::from_str(text).unwrap()).collect()
}

fn compare(site: &Site, set: &CatalogSet, responses: &[Response]) -> Vec<Value> {
    let page = site.open("explain.html");
    let mut all = Vec::new();
    for some in responses.chunks(500) {
        for (response, shown) in some.iter().zip(shown(&page, some)) {
            let mut said = said(set, response);
            if said != shown && is_too_deep(&page, &response.body) {
                said = self::said(set, &Response { body: b"<".to_vec(), ..response.clone() });
            }
            if said != shown {
                let body = String::from_utf8_lossy(&response.body);
                let body: String = body.chars().take(1_000).collect();
                panic!(
                    "{} {:?}\n{body}\nsaid {said:#}\nshown {shown:#}",
                    response.catalog, response.status
                );
            }
            all.push(shown);
        }
    }
    page.is_clean();
    all
}

#[test]
fn of_every_file_of_the_corpus() {
    let set = catalogs();
    let all = compare(Site::shipped(), &set, &bodies::corpus(&set));
    assert!(all.len() > 500, "{}", all.len());
}

#[test]
fn of_every_documented_text() {
    let set = catalogs();
    let all = compare(Site::shipped(), &set, &bodies::documented(&set));
    // Without many known codes, the comparison would prove nothing.
    let known = all.iter().filter(|one| one["kind"] == "application").count();
    assert!(known > 800, "{known} of {}", all.len());
}

#[test]
fn of_every_example_of_the_site() {
    let set = catalogs();
    let examples = bodies::examples(&set);
    let all = compare(Site::shipped(), &set, &examples);
    let known = all.iter().filter(|one| one["known"] == true).count();
    assert!(known > 400 && known == examples.len(), "{known} of {}", examples.len());
}

#[test]
fn of_changed_bodies() {
    let set = catalogs();
    let mut originals = bodies::examples(&set);
    originals.extend(bodies::corpus(&set));
    let all = compare(Site::shipped(), &set, &bodies::changed(&originals, 2_500));
    let readable = all.iter().filter(|one| !one["envelope"].is_null()).count();
    assert!(readable > 150, "{readable}");
}

#[test]
fn of_elaborate_envelopes() {
    let set = with_hostile();
    let elaborate = bodies::elaborate();
    let all = compare(Site::hostile(), &set, &elaborate);
    let envelopes = [
        "several",
        "list",
        "done",
        "refused",
        "fields",
        "attributes",
        "namespace",
        "fields-xml",
        "broken",
    ];
    for envelope in envelopes {
        let count = all.iter().filter(|one| one["envelope"] == envelope).count();
        assert!(count > 0, "{envelope} was never read");
    }
    let known = all.iter().filter(|one| one["known"] == true).count();
    assert!(known > 4, "{known}");
    compare(Site::hostile(), &set, &bodies::changed(&elaborate, 1_500));
}

/// A body and headers with a value for each slot, also for one that was added later.
#[test]
fn of_every_slot() {
    let names = || Slot::NAMES.iter().filter(|name| !name.starts_with("violation"));
    let slots: Vec<String> = names().map(|name| format!("      {name}: [/{name}]\n")).collect();
    let slots = slots.concat();
    let in_headers = || names().filter(|name| Slot::from_name(name).is_in_headers());
    let headers: Vec<String> =
        in_headers().map(|name| format!("      {name}: [x-{name}]\n")).collect();
    let headers = headers.concat();
    let envelope = format!(
        "  - id: every-slot\n    format: json\n    about: \"All\"\n    slots:\n{slots}    \
         headers:\n{headers}"
    );
    let (set, site) = with_envelope(&envelope);
    let value = |number: usize| format!("{}", 400 + number);
    let body = names().enumerate().map(|(number, name)| ((*name).to_owned(), json!(value(number))));
    let body = Value::Object(body.collect()).to_string();
    let headers = names().enumerate().map(|(number, name)| (format!("x-{name}"), value(number)));
    let headers: Vec<(String, String)> = headers.collect();
    let responses = [
        Response::new("hostile", body),
        Response { headers: headers.clone(), ..Response::new("hostile", r#"{"code":"A"}"#) },
        Response { headers, ..Response::new("hostile", "no body of the provider") },
    ];
    let all = compare(&site, &set, &responses);
    assert_eq!(all[0]["envelope"], "every-slot");
}

/// Every kind of delay in a header and in a body, with the time of the response and without.
#[test]
fn of_every_delay() {
    const DELAYS: [&str; 22] = [
        "0",
        "120",
        " \t7 ",
        "1.0",
        "0.01",
        "4294967294.5",
        "99999999999999999999",
        "",
        "soon",
        "-1",
        "+1",
        "1.",
        "1e3",
        "\u{a0}1",
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Thu, 29 Feb 2024 23:59:60 GMT",
        "Thu, 29 Feb 2023 23:59:59 GMT",
        "Fri, 31 Dec 0050 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "06 Nov 1994 08:49:37",
    ];
    const DATES: [Option<&str>; 3] =
        [None, Some("Sun, 06 Nov 1994 08:48:07 GMT"), Some("yesterday")];
    let held = r#""><img src=x onerror=window.hacked=1>"#;
    let (mut in_header, mut in_body) = (Vec::new(), Vec::new());
    for (delay, date) in DELAYS.iter().flat_map(|delay| DATES.map(|date| (*delay, date))) {
        let date = date.map(|date| ("Date".to_owned(), date.to_owned()));
        let after = ("retry-AFTER".to_owned(), delay.to_owned());
        let headers = date.clone().into_iter().chain([after.clone(), after]).collect();
        let busy = Response::new("wapi", "busy").with_status(503);
        in_header.push(Response { headers, ..busy });
        let error = json!({ "code": held, "text": "Held until today", "wait": delay });
        let body = json!({ "success": "false", "version": "2.0", "errors": [error] });
        let headers = date.into_iter().collect();
        in_body.push(Response { headers, ..Response::new("hostile", body.to_string()) });
    }
    let mut all = compare(Site::shipped(), &catalogs(), &in_header);
    all.extend(compare(Site::hostile(), &with_hostile(), &in_body));
    assert!(all.iter().all(|one| one["retry"].as_str().unwrap().starts_with("later ")));
}

/// Every sequence of five pieces in a message with parameters, some of which can be split in two
/// ways.
#[test]
fn of_messages_that_can_be_split_in_several_ways() {
    const PIECES: [&str; 5] = [" of ", "of ", " at ", "``", "x"];
    let code = r#""><img src=x onerror=window.hacked=1>"#;
    let body = |number: usize| {
        let digits = (0..5).scan(number, |rest, _| {
            let piece = PIECES[*rest % PIECES.len()];
            *rest /= PIECES.len();
            Some(piece)
        });
        let text = format!("Held by x{}x", digits.collect::<String>());
        json!({ "success": "false", "version": "2.0", "errors": [{ "code": code, "text": text }] })
    };
    let responses =
        (0..PIECES.len().pow(5)).map(|number| Response::new("hostile", body(number).to_string()));
    let all = compare(Site::hostile(), &with_hostile(), &responses.collect::<Vec<_>>());
    let held = || all.iter().filter(|one| one["case"] == "held");
    let split = held().filter(|one| one["params"]["holder"].is_string()).count();
    assert!(split > 50 && held().count() > split + 50, "{split} of {}", held().count());
}

#[test]
fn of_text_before_and_after_an_element() {
    let set = catalogs();
    let prologues = bodies::prologues();
    let all = compare(Site::shipped(), &set, &prologues);
    let known = all.iter().filter(|one| one["known"] == true).count();
    // Three are allowed on both sides, and nine only before the element.
    assert_eq!(known, 15);
    compare(Site::shipped(), &set, &bodies::changed(&prologues, 1_000));
}

#[test]
fn of_unusual_xml() {
    let set = catalogs();
    let unusual = bodies::unusual_xml();
    let all = compare(Site::shipped(), &set, &unusual);
    let known = all.iter().filter(|one| one["known"] == true).count();
    assert_eq!(known, 34);
    compare(Site::shipped(), &set, &bodies::changed(&unusual, 2_000));
}

#[test]
fn of_surprising_bodies() {
    let set = catalogs();
    compare(Site::shipped(), &set, &bodies::surprising(&set.catalogs));
}

#[test]
fn of_compressed_bodies() {
    let all = compare(Site::shipped(), &catalogs(), &bodies::compressed());
    let is_compressed = |one: &&Value| one["message"].as_str().unwrap().contains("compressed");
    assert_eq!(all.iter().filter(is_compressed).count(), 5);
}
