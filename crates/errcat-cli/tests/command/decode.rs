//! `errcat decode`

use std::io::Write as _;
use std::process::Stdio;

use crate::{Run, command, errcat, json, write};

fn decode(arguments: &[&str], body: &[u8]) -> Run {
    let mut child = command()
        .arg("decode")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // With a wrong command line, the process ends before it reads its input.
    let _ = child.stdin.take().unwrap().write_all(body);
    let output = child.wait_with_output().unwrap();
    let run = Run {
        exit: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    };
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

const TRANSFER: &str = r#"{"response":{"code":"3217","result":"try again later","svTRID":"1.2.3",
    "command":"domain-transfer-check","timestamp":1286957992}}"#;
const RESTRICTED: &str = r#"{"message":"Domain `a.cz` is Wix restricted.",
    "details":{"applicationError":{"code":"Invalid domain","data":{"a":1}}}}"#;

#[test]
fn the_page_of_a_body() {
    insta::assert_snapshot!(decode(&["wix", "--status", "400"], RESTRICTED.as_bytes()).done());
}

#[test]
fn the_page_of_violations() {
    let body =
        r#"{"message":["name must be a string","period is too long"],"error":"Bad Request"}"#;
    insta::assert_snapshot!(decode(&["domains", "--status", "400"], body.as_bytes()).done());
}

#[test]
fn the_document_of_a_body() {
    let headers = ["--header", "X-Wix-Request-Id: 17.42"];
    let arguments = [&["wix", "--status", "400", "--format", "json"][..], &headers].concat();
    insta::assert_snapshot!(decode(&arguments, RESTRICTED.as_bytes()).done());
}

#[test]
fn a_customer_is_told_what_fits_the_facts() {
    let told = |arguments: &[&str], body: &str| {
        let seen =
            json(&decode(&[arguments, &["--format", "json"]].concat(), body.as_bytes()).stdout);
        seen["tell"]["en"].as_str().map(str::to_owned)
    };
    assert_eq!(told(&["wapi"], "<html></html>"), None);
    for (arguments, body, expected) in [
        (&["wapi", "--status", "503"][..], "<html></html>", "try again a little later"),
        // Nobody blames the customer for a code that the catalog does not have.
        (&["wapi"], r#"{"response":{"code":"2999"}}"#, "Something went wrong on our side"),
        (&["wapi"], r#"{"response":{"code":"1000"}}"#, "has been completed"),
    ] {
        let told = told(arguments, body).unwrap();
        assert!(told.contains(expected), "{told}");
    }
    let page =
        decode(&["wix", "--status", "400", "--language", "cs"], RESTRICTED.as_bytes()).done();
    assert!(page.contains("\ntell         Tuto doménu připojit nemůžeme"), "{page}");
}

#[test]
fn an_operation_tells_cases_apart() {
    let seen = json(&decode(&["wapi", "--format", "json"], TRANSFER.as_bytes()).done());
    assert_eq!(seen["name"], "DomainTransferCheckFailed");
    let body = TRANSFER.replace("domain-transfer-check", "poll-req");
    let seen = json(&decode(&["wapi", "--format", "json"], body.as_bytes()).done());
    assert_ne!(seen["name"], "DomainTransferCheckFailed");
    let arguments = ["wapi", "--operation", "domain-transfer-check", "--format", "json"];
    let seen = json(&decode(&arguments, body.as_bytes()).done());
    assert_eq!(
        (&seen["name"], &seen["known"]),
        (&"DomainTransferCheckFailed".into(), &true.into())
    );
}

/// Returns the JSON document of a run, whose exit code says whether the body was recognized.
#[track_caller]
fn document(run: &Run) -> serde_json::Value {
    let seen = json(&run.stdout);
    let is_recognized = seen["recognized"].as_bool().unwrap();
    assert_eq!((run.exit, run.stderr.is_empty()), (Some(i32::from(!is_recognized)), is_recognized));
    seen
}

/// Returns the result of a body that the catalog does not recognize, and the remarks about it.
#[track_caller]
fn unrecognized(run: Run) -> (String, String) {
    assert_eq!(run.exit, Some(1), "{run:#?}");
    assert!(run.stderr.starts_with("note: not recognized as a response of "), "{}", run.stderr);
    (run.stdout, run.stderr)
}

#[test]
fn an_unrecognized_body_gets_no_advice_beyond_its_status() {
    let cut_off = "it may come from a proxy, or be cut off";
    for (body, arguments, reason) in [
        (&b""[..], &["wapi"][..], "the input is empty, or has no body"),
        (b" \n", &["wapi"], "the input is empty, or has no body"),
        (b"HTTP/1.1 200 OK\n\n", &["wapi"], "the input is empty, or has no body"),
        (b"<html></html>", &["wapi", "--status", "200"], cut_off),
        (b"{\"response\":{\"code\":1000}", &["wapi"], cut_off),
    ] {
        let run = decode(arguments, body);
        let (page, notes) = (run.stdout, run.stderr);
        let remark = format!("note: not recognized as a response of WEDOS WAPI: {reason}\n");
        assert!(run.exit == Some(1) && notes.contains(&remark), "{notes}");
        assert!(page.starts_with("wapi  not recognized\n"), "{page}");
        assert!(!page.contains("retry") && !page.contains("answer"), "{page}");
        assert!(notes.contains("give the HTTP status of the error with `--status`"), "{notes}");
    }
    let (page, notes) = unrecognized(decode(&["wapi", "--status", "503"], b"<html></html>"));
    assert!(
        page.contains("answer       HTTP 503") && page.contains("retry        later"),
        "{page}"
    );
    assert!(!notes.contains("--status"), "{notes}");
    let (_, notes) = unrecognized(decode(&["wix"], TRANSFER.as_bytes()));
    assert!(notes.contains("`errcat decode wapi` recognizes it"), "{notes}");
}

#[test]
fn only_a_code_in_the_body_is_known() {
    let body = r#"{"message":"No such site","code":""}"#;
    let seen = document(&decode(&["wix", "--status", "404", "--format", "json"], body.as_bytes()));
    assert_eq!((&seen["known"], &seen["recognized"]), (&false.into(), &true.into()));
    assert_eq!((&seen["code"], &seen["kind"]), (&"NOT_FOUND".into(), &"unrecognized".into()));
    let page = decode(&["wix", "--status", "404"], body.as_bytes()).done();
    assert!(page.contains("by its HTTP status: the body has no code"), "{page}");
}

#[test]
fn what_is_pasted_is_taken_apart() {
    let dump = format!("HTTP/1.1 503 Busy\r\nRetry-After: 30\r\nVia: 1\r\n\r\nlog: {TRANSFER}");
    let run = decode(&["wapi", "--format", "json"], dump.as_bytes());
    assert_eq!(
        run.stderr,
        "note: read the status 503 and 2 headers from the dump\n\
                            note: read the JSON inside a longer text\n"
    );
    let seen = json(&run.stdout);
    assert_eq!((&seen["status"], &seen["code"]), (&503.into(), &"3217".into()));
    // JSON in a text is escaped, each time that it is logged.
    let string = |body: &str| serde_json::Value::from(body).to_string();
    let log = |body: &str| format!("{{\"level\":\"error\",\"body\":{}}}", string(body));
    let escaped = string(TRANSFER);
    let bare = escaped.trim_matches('"').to_owned();
    let several = format!("{{\"a\":{},\"b\":{escaped}}}", string("{\"a\":1}"));
    for body in [&escaped, &bare, &log(TRANSFER), &log(&log(TRANSFER)), &several] {
        for arguments in [&["wapi"][..], &[]] {
            let run = decode(arguments, body.as_bytes());
            assert!(run.stdout.starts_with("wapi:3217"), "{body}\n{run:#?}");
            assert!(run.stderr.starts_with("note: read the response inside a string\n"));
        }
    }
    let notes = decode(&["wix"], log(TRANSFER).as_bytes()).stderr;
    assert!(notes.contains("`errcat decode wapi` recognizes it"), "{notes}");
    // A response in a known form stays what it is.
    let body = format!("{{\"message\":{escaped}}}");
    let run = decode(&["wix"], body.as_bytes());
    assert!(run.stdout.starts_with("wix  no code\n") && run.stderr.is_empty(), "{run:#?}");
    // The command line counts.
    let dump = dump.replace(TRANSFER, "busy");
    for (arguments, status, retry) in [
        (&[][..], 503, "later 30s"),
        (&["--header", "retry-after=7"], 503, "later 7s"),
        (&["--status", "429"], 429, "later 30s"),
    ] {
        let arguments = [&["wapi", "--format", "json"], arguments].concat();
        let seen = document(&decode(&arguments, dump.as_bytes()));
        assert_eq!((&seen["status"], &seen["retry"]), (&status.into(), &retry.into()));
    }
}

#[test]
fn bytes_are_not_taken_apart() {
    let seen = document(&decode(&["wapi", "--format", "json"], b"HTTP/1.1 404\n\n\xff"));
    assert!(seen["status"].is_null(), "{seen}");
}

#[test]
fn no_text_takes_long() {
    let start = std::time::Instant::now();
    let pieces = r#"<a |<a>|{"|[{"a":|<!--|[|{ |{\"|{\n|{\"a\":1}"|{\"\u005c|\"{"#;
    for piece in pieces.split('|').chain(["HTTP/1.1 200\n", "a: b\n"]) {
        decode(&["wapi"], piece.repeat(100_000).as_bytes());
        decode(&["wapi"], format!("x{}", piece.repeat(100_000)).as_bytes());
    }
    // With a time that grows with the square of the length, it would be hours.
    assert!(start.elapsed().as_secs() < 120);
}

#[test]
fn a_bare_code_is_read_as_a_code() {
    for (catalog, code, title) in [
        ("wapi", "3201", "wapi:3201  DomainRegistered"),
        ("domains", " DOMAIN_001\n", "domains:DOMAIN_001  DomainNotFound"),
        ("wix", "Invalid domain", "wix:Invalid domain  "),
    ] {
        let run = decode(&[catalog], code.as_bytes());
        assert_eq!((run.exit, run.stderr.as_str()), (Some(0), "note: read the text as a code\n"));
        assert!(run.stdout.starts_with(title), "{}", run.stdout);
    }
    unrecognized(decode(&["wapi"], b"DOMAIN_001"));
}

#[test]
fn the_catalog_is_detected() {
    for (body, catalog, exit, note) in [
        (TRANSFER, Some("wapi"), 0, "note: read as a response of `wapi`: it has the code\n"),
        ("DOMAIN_001", Some("domains"), 0, "note: read as a response of `domains`: it has"),
        (
            r#"{"response":{"code":2999}}"#,
            Some("wapi"),
            0,
            "`wapi`: no other catalog reads as much of it",
        ),
        ("gone", None, 1, "note: not recognized as a response of any catalog"),
    ] {
        let run = decode(&["--format", "json"], body.as_bytes());
        assert!(run.exit == Some(exit) && run.stderr.contains(note), "{run:#?}");
        assert_eq!(json(&run.stdout)["catalog"].as_str(), catalog);
    }
    let page = decode(&["--status", "503"], b"gone").stdout;
    assert!(
        page.starts_with("response  not recognized\nno catalog · not in a known form; "),
        "{page}"
    );
    for (body, catalog) in [
        (r#"{"errorCode":"DOMAIN_099","message":"m"}"#, "domains"),
        (NEW_OF_WIX, "wix"),
        (r#"{"message":["name must be a string"],"error":"Bad Request"}"#, "domains"),
    ] {
        let run = decode(&["--format", "json"], body.as_bytes());
        let note = format!("note: read as a response of `{catalog}`: no other catalog reads");
        assert!(run.exit == Some(0) && run.stderr.starts_with(&note), "{run:#?}");
        assert_eq!(json(&run.stdout)["catalog"], catalog);
    }
    let notes = decode(&["wapi"], NEW_OF_WIX.as_bytes()).stderr;
    let best_first =
        "note: `errcat decode wix` recognizes it\nnote: `errcat decode domains` recognizes it\n";
    assert!(notes.contains(best_first), "{notes}");
    let error = decode(&[], br#"{"message":"m"}"#).error(2);
    assert!(error.contains("several catalogs can read this: domains, wix; name one"), "{error}");
}

const NEW_OF_WIX: &str = r#"{"message":"m","details":{"applicationError":{"code":"NEW_CODE"}}}"#;

#[test]
fn a_file_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body.json");
    write(&path, TRANSFER);
    let path = path.to_str().unwrap();
    assert!(decode(&["wapi", path], b"").done().starts_with("wapi:3217"));
    for arguments in [&[path][..], &["-"], &[]] {
        let run = decode(arguments, TRANSFER.as_bytes());
        assert!(run.exit == Some(0) && run.stdout.starts_with("wapi:3217"), "{run:#?}");
    }
}

#[test]
fn every_body_gets_an_answer() {
    for (body, status, kind, http) in [
        (&b""[..], None, "system", None),
        (b"\xff\xfe\0", None, "system", None),
        (b"<html><body>gone</body></html>", Some("503"), "system", Some(503)),
        (b"User-Agent Rate Limit", Some("429"), "system", Some(429)),
        (b"{\"response\":{\"code\":1000}}", Some("200"), "success", Some(200)),
        (b"{\"response\":{\"code\":1000}}", Some("500"), "system", Some(500)),
        (b"{\"response\":{\"code\":1000}", None, "system", None),
        (b"<notify><code>1200</code></notify>", None, "notification", Some(200)),
        (b"<response><code>2999</code></response>", None, "unrecognized", Some(400)),
        (b"<response><code>3201</code></response>", None, "application", Some(409)),
    ] {
        let mut arguments = vec!["wapi", "--format", "json"];
        arguments.extend(status.into_iter().flat_map(|status| ["--status", status]));
        let seen = document(&decode(&arguments, body));
        let shown = String::from_utf8_lossy(body);
        assert_eq!((&seen["kind"], &seen["http_status"]), (&kind.into(), &http.into()), "{shown}");
        assert!(seen["catalog"].is_string() && seen["message"].is_string(), "{seen}");
        for member in ["grpc", "retry", "actor", "meaning"] {
            assert_eq!(seen[member].is_string(), http.is_some(), "{member}: {seen}");
        }
        assert!(seen["params"].is_object() && seen["violations"].is_array(), "{seen}");
        let page = decode(arguments.get(..1).unwrap(), body).stdout;
        assert!(page.starts_with("wapi"), "{page}");
    }
}

#[test]
fn the_delay_of_a_header_counts() {
    let arguments = ["wapi", "--status", "503", "--header", "Retry-After=120", "--format", "json"];
    let seen = document(&decode(&arguments, b"<html></html>"));
    assert_eq!(seen["retry"], "later 120s");
}

#[test]
fn a_delay_without_a_number_is_explained() {
    for (header, expected) in [
        ("soon", "later: the same request may succeed after a delay that is too long"),
        ("-5", "later: the same request may succeed after a delay that is too long"),
        ("Sun, 06 Nov 1994 08:49:37 GMT", "later 0s: "),
    ] {
        let header = format!("Retry-After: {header}");
        let page = decode(&["wapi", "--status", "503", "--header", &header], b"busy").stdout;
        assert!(page.contains(&format!("\nretry        {expected}")), "{page}");
    }
}

#[test]
fn a_body_cannot_color_the_terminal() {
    let body = "{\"response\":{\"code\":\"\\u001b[31m\",\"result\":\"\\u001b]0;title\\u0007\"}}";
    let page = decode(&["wapi", "--color", "always"], body.as_bytes()).done();
    assert!(!page.contains("\u{1b}[31m") && !page.contains("\u{1b}]0"), "{page:?}");
    let page = decode(&["wapi", "--color", "always"], b"\x1b[31mred").stdout;
    assert!(!page.contains("\u{1b}[31m"), "{page:?}");
}

#[test]
fn a_wrong_command_line_is_an_error() {
    for (arguments, expected) in [
        (&["wapj"][..], "choose domains, wapi, wix"),
        (&["wapi", "--status", "99"], "write a number from 100 to 599"),
        (&["wapi", "--status", "abc"], "write a number from 100 to 599"),
        (&["wapi", "--header", "none"], "NAME: VALUE"),
        (&["none.json"], "there is no catalog `none.json`"),
        (&["wapi", "none.json"], "cannot read `none.json`"),
    ] {
        let error = decode(arguments, b"").error(2);
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn a_body_over_the_limit_is_an_error() {
    let error = decode(&["wapi"], &vec![b' '; 64 * 1024 * 1024 + 1]).error(2);
    assert_eq!(error, "error: cannot read standard input: it is larger than 64 MiB\n");
}

const PROVIDER: &str = "\
id: acme
title: Acme
about: A provider with envelopes of all kinds.
domain: api.acme.example
code-type: string
sources: [{ id: manual, title: Manual }]
envelopes:
  - id: failed
    format: json
    about: Says that it failed, and why.
    when: { /success: 'false' }
    slots: { code: [/code], message: [/text] }
  - id: several
    format: json
    about: Several errors in one body.
    each: /errors
    slots: { code: [/code], message: [/text], violations: [/list] }
    others: { detail: [/detail] }
    headers: { retry-after: [x-wait] }
  - id: down
    kind: system
    format: json
    about: What is broken, and why.
    each: /failures
    slots: { system-code: [/number], message: [/why] }
  - id: attributes
    format: xml
    about: The code is an attribute.
    slots: { code: [/error/@code], message: [/error] }
";
const CODES: &str = "\
group: { title: Errors, about: All of them., source: manual }
codes:
  - code: SECRET
    message: The code <secret> is not that of <name>
    params: { secret: { type: string, sensitive: true }, name: { type: domain } }
    is: domain.auth-code-invalid
    guidance:
      cause: The transfer code is not the one that the registry holds.
      action: Ask the holder of the domain for a new one, and send that.
  - code: BUSY
    message: Busy
    is: provider.unavailable
    guidance:
      cause: The service has more to do than it can at the moment.
      action: Send the request again a little later, and less often.
";

fn acme(arguments: &[&str], body: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("acme/provider.yaml"), PROVIDER);
    write(&folder.path().join("acme/codes.yaml"), CODES);
    let path = folder.path().join("acme");
    let arguments = [&["--catalog", path.to_str().unwrap(), "acme"], arguments].concat();
    decode(&arguments, body.as_bytes())
}

#[test]
fn why_shows_what_each_envelope_found() {
    let body = r#"{"success":true,"errors":[{"detail":"x"},{"code":" ","text":"Held"}],
        "failures":[{"number":7,"why":"fire"}]}"#;
    let run = acme(&["--why"], body);
    assert_eq!((run.exit, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout.split_once("\n\nwhy\n").unwrap().1);
    let envelopes = |run: &Run| {
        let seen = document(run);
        assert_eq!(seen["why"]["others"], serde_json::json!([]));
        let one = |one: &serde_json::Value| format!("{}: {}", one["envelope"], one["reason"]);
        let all = seen["why"]["envelopes"].as_array().unwrap().iter().map(one);
        all.collect::<Vec<_>>().join("\n")
    };
    let arguments = ["--why", "--format", "json"];
    let bodies = [
        r#"{"success":false,"code":"BUSY","errors":[{"code":"BUSY"}]}"#,
        r#"{"success":false,"code":null,"errors":[{"code":"BUSY"}]}"#,
        "<error code=\"\">not now</error>",
        "gone",
    ];
    insta::assert_snapshot!(bodies.map(|body| envelopes(&acme(&arguments, body))).join("\n\n"));
    assert!(of_acme(bodies[0])["why"].is_null());
}

#[test]
fn why_names_the_catalogs_that_recognize_a_body() {
    let page = decode(&["wix", "--why"], TRANSFER.as_bytes()).stdout;
    assert!(page.ends_with("recognized by other catalogs too: wapi\n"), "{page}");
    let page = decode(&["wapi", "--why"], NEW_OF_WIX.as_bytes()).stdout;
    assert!(page.ends_with("recognized by other catalogs too: wix, domains\n"), "{page}");
    // It helps to choose one of several.
    let several = |arguments: &[&str]| {
        let run = decode(arguments, br#"{"message":"m"}"#);
        assert!(run.exit == Some(2) && run.stderr.contains("several catalogs"), "{run:#?}");
        run.stdout
    };
    let page = several(&["--why"]);
    assert!(
        page.starts_with("\nwhy\ndomains envelope ") && page.contains("\nwix envelope "),
        "{page}"
    );
    let seen = json(&several(&["--why", "--format", "json"]));
    assert!(seen["why"]["envelopes"].is_array() && seen.as_object().unwrap().len() == 1, "{seen}");
    assert_eq!(several(&["--format", "json"]), "");
    let page = decode(&["--why"], b"gone").stdout;
    assert!(
        page.contains("wapi envelope response-xml: the body cannot be read as XML\n"),
        "{page}"
    );
}

fn of_acme(body: &str) -> serde_json::Value {
    document(&acme(&["--format", "json"], body))
}

#[test]
fn a_condition_decides_which_envelope_it_is() {
    assert_eq!(of_acme(r#"{"success":false,"code":"BUSY"}"#)["name"], "Busy");
    assert_eq!(of_acme(r#"{"success":"false","code":"BUSY"}"#)["name"], "Busy");
    for body in [r#"{"success":true,"code":"BUSY"}"#, r#"{"code":"BUSY"}"#] {
        assert_eq!(of_acme(body)["kind"], "system", "{body}");
    }
}

#[test]
fn the_first_error_with_a_code_counts() {
    let seen = of_acme(
        r#"{"errors":[{"text":"none"},{"code":"BUSY","text":"Busy","detail":"x"},{"code":"SECRET"}]}"#,
    );
    assert_eq!((&seen["name"], &seen["message"]), (&"Busy".into(), &"Busy".into()));
    assert_eq!(seen["others"]["detail"], "x");
    let seen = of_acme(r#"{"errors":[{"code":"NEW"},{"code":"BUSY"}]}"#);
    assert_eq!((&seen["code"], &seen["known"]), (&"NEW".into(), &false.into()));
    assert_eq!(of_acme(r#"{"errors":[]}"#)["kind"], "system");
    // The last of several members with the same name counts, lists included.
    let seen = of_acme(r#"{"errors":[{"code":"NEW"}],"errors":[{"code":"NEW","code":"BUSY"}]}"#);
    assert_eq!(seen["name"], "Busy");
}

#[test]
fn without_codes_the_first_error_counts() {
    let seen = of_acme(r#"{"failures":[{},{"number":17,"why":"disk"},{"number":18}]}"#);
    assert_eq!((&seen["envelope"], &seen["kind"]), (&"down".into(), &"system".into()));
    assert_eq!((&seen["code"], &seen["message"]), (&"17".into(), &"disk".into()));
    let seen = of_acme(r#"{"failures":[{"why":"fire"},{"number":18}]}"#);
    assert_eq!((&seen["code"], &seen["message"]), (&().into(), &"fire".into()));
    // The text is the message even without a code.
    let seen = of_acme(r#"{"errors":[{"detail":"x"},{"text":"Nobody knows"}]}"#);
    assert_eq!((&seen["kind"], &seen["message"]), (&"system".into(), &"Nobody knows".into()));
}

#[test]
fn a_later_null_replaces_a_code_across_a_list() {
    let seen = of_acme(r#"{"errors":[{"code":"BUSY","list":["a","b"],"code":null}]}"#);
    assert_eq!((&seen["kind"], &seen["code"]), (&"system".into(), &().into()));
}

#[test]
fn a_member_can_be_named_like_the_wildcard() {
    let seen = of_acme(r#"{"errors":{"*":{"code":"BUSY"}}}"#);
    assert_eq!((&seen["kind"], &seen["code"]), (&"system".into(), &().into()));
}

#[test]
fn an_attribute_can_be_the_code() {
    let seen = of_acme("<error code=\"BUSY\">not now</error>");
    assert_eq!((&seen["name"], &seen["message"]), (&"Busy".into(), &"not now".into()));
}

#[test]
fn the_delay_of_a_declared_header_counts() {
    let arguments = ["--header", "X-Wait=77", "--header", "Retry-After=7", "--format", "json"];
    let seen = json(&acme(&arguments, r#"{"errors":[{"code":"BUSY"}]}"#).done());
    assert_eq!(seen["retry"], "later 77s");
}

#[test]
fn sensitive_values_are_hidden() {
    for text in ["The code s3cr3t is not that of a.cz", "The s3cr3t is wrong"] {
        let body = format!(r#"{{"errors":[{{"code":"SECRET","text":"{text}"}}]}}"#);
        let page = acme(&[], &body).done();
        assert!(!page.contains("s3cr3t"), "{page}");
        assert!(page.contains("The code <secret> is not that of"), "{page}");
    }
    let body = r#"{"errors":[{"code":"SECRET","text":"The code s3cr3t is not that of a.cz"}]}"#;
    let page = acme(&["--why"], body).done();
    assert!(page.contains("is not that of a.cz") && !page.contains("s3cr3t"), "{page}");
    assert_eq!(of_acme(body)["params"]["secret"], "s3cr3t");
}

#[test]
fn a_missing_file_is_an_error() {
    let error = |arguments: &[&str]| errcat([&["decode"], arguments].concat()).error(2);
    insta::assert_snapshot!(error(&["nowhere.json"]), @"error: there is no catalog `nowhere.json`; choose domains, wapi, wix, or an existing file");
    insta::assert_snapshot!(error(&["3201"]), @"error: there is no catalog `3201`; choose domains, wapi, wix, or an existing file; `errcat explain 3201` explains a code");
    insta::assert_snapshot!(error(&["wapi", "nowhere.json"]), @"error: cannot read `nowhere.json`: no such file or directory");
}

#[test]
fn an_operation_that_no_code_names_is_no_error() {
    let noted = |id, operation| {
        let run = decode(&[id, "--operation", operation, "--format", "json"], TRANSFER.as_bytes());
        assert_eq!(json(&run.stdout)["operation"], operation);
        run.stderr
    };
    insta::assert_snapshot!(noted("wapi", "domain-create"), @"note: no code of wapi names the operation `domain-create`; known: domain-check, domain-transfer-check");
    let decoded = |id, operation| {
        let body = b"<response><code>3217</code></response>";
        decode(&[id, "--operation", operation], body).done()
    };
    let body = br#"{"errorCode":"DOMAIN_001","message":"m"}"#;
    let run = decode(&["domains", "--operation", "x"], body);
    assert_eq!(run.exit, Some(0));
    insta::assert_snapshot!(run.stderr, @"note: no code of domains names the operation `x`; known: none");
    assert_eq!(decoded("WAPI", "DOMAIN-TRANSFER-CHECK"), decoded("wapi", "domain-transfer-check"));
}
