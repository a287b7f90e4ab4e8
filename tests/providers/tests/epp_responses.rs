//! Responses as registries send them, in XML.

use domain_errors::{Input, Outcome, Retry};
use providers::epp::{Code, Error, decode};

/// Returns a response like the examples in RFC 5730.
fn response(results: &str, rest: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<epp xmlns="urn:ietf:params:xml:ns:epp-1.0">
  <response>
    {results}
    {rest}
    <trID>
      <clTRID>ABC-12345</clTRID>
      <svTRID>54321-XYZ</svTRID>
    </trID>
  </response>
</epp>"#
    )
}

#[test]
fn an_error_is_typed_and_keeps_its_transaction() {
    let body = response(
        r#"<result code="2302">
      <msg lang="en">Object exists</msg>
      <extValue>
        <value><domain:name xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">a.example</domain:name></value>
        <reason>In use</reason>
      </extValue>
    </result>"#,
        "",
    );
    let read = decode(Input::new(body.as_bytes()));
    assert_eq!(read.error(), Some(&Error::ObjectExists));
    assert_eq!(
        (read.request_id(), read.other("client-id")),
        (Some("54321-XYZ"), Some("ABC-12345"))
    );
    assert_eq!(read.other("reason"), Some("In use"));
    assert_eq!(read.error().unwrap().http().get(), 409);
}

#[test]
fn the_code_decides_not_the_text() {
    let body = response(
        r#"<result code="2104"><msg lang="cs">Nedostatečný kredit &amp; víc</msg></result>"#,
        "",
    );
    let read = decode(Input::new(body.as_bytes()));
    assert_eq!(read.error(), Some(&Error::BillingFailure));
    assert_eq!(read.message(), Some("Nedostatečný kredit & víc"));
}

#[test]
fn namespaces_may_have_a_prefix() {
    let body = r#"<e:epp xmlns:e="urn:ietf:params:xml:ns:epp-1.0"><e:response>
        <e:result code='2303'><e:msg>Object does not exist</e:msg></e:result>
        <e:trID><e:svTRID>1</e:svTRID></e:trID></e:response></e:epp>"#;
    let read = decode(Input::new(body.as_bytes()));
    assert_eq!(read.code(), Some(Code::ObjectDoesNotExist));
    assert_eq!(read.request_id(), Some("1"));
}

#[test]
fn a_response_in_another_namespace_is_not_recognized() {
    let body =
        |namespace| format!(r#"<epp{namespace}><response><result code="1000"/></response></epp>"#);
    for (namespace, code) in [
        (r#" xmlns="urn:ietf:params:xml:ns:epp-1.0""#, Some(Code::Completed)),
        (r#" xmlns="urn:ietf:params:xml:ns:epp&#45;1.0""#, Some(Code::Completed)),
        (r#" xmlns="urn:ietf:params:xml:ns:epp-1.1""#, None),
        (r#" xmlns:e="urn:ietf:params:xml:ns:epp-1.0""#, None),
        ("", None),
    ] {
        assert_eq!(decode(Input::new(body(namespace).as_bytes())).code(), code, "{namespace}");
    }
}

#[test]
fn a_success_has_its_data_and_its_queue() {
    let body = response(
        r#"<result code="1301"><msg>Command completed successfully; ack to dequeue</msg></result>"#,
        r#"<msgQ count="5" id="12345"><qDate>2000-06-08T22:00:00.0Z</qDate></msgQ>
    <resData><obj:trnData xmlns:obj="urn:ietf:params:xml:ns:obj"><obj:name>a.example</obj:name></obj:trnData></resData>"#,
    );
    let read = decode(Input::new(body.as_bytes()));
    assert_eq!((read.outcome(), read.code()), (Outcome::Success, Some(Code::AckToDequeue)));
    assert_eq!(read.other("queue-id"), Some("12345"));
    assert!(read.data().unwrap().contains("<obj:name>a.example</obj:name>"));
}

#[test]
fn a_body_that_is_not_a_response_is_a_failure() {
    let greeting = r#"<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><greeting><svID>Registry</svID></greeting></epp>"#;
    for body in [greeting, "", "1000", "<epp><response><result code=\"1000\">"] {
        let read = decode(Input::new(body.as_bytes()));
        assert_eq!((read.outcome(), read.code()), (Outcome::Failure, None), "{body}");
    }
}

#[test]
fn an_unlisted_code_has_the_facts_of_its_class() {
    let body = response(r#"<result code="2299"><msg>Blocked</msg></result>"#, "");
    let error = decode(Input::new(body.as_bytes())).into_result().unwrap_err();
    assert_eq!(error.to_string(), "2299: Blocked");
    assert_eq!((error.http().get(), error.retry()), (403, Retry::AfterFix));
}

#[test]
fn every_code_survives_a_round_trip() {
    for code in Code::ALL {
        let result =
            format!(r#"<result code="{code}"><msg>{}</msg></result>"#, code.message().unwrap());
        let body = response(&result, "");
        let read = decode(Input::new(body.as_bytes()));
        assert_eq!((read.code(), read.outcome()), (Some(*code), code.outcome()));
        let Some(error) = read.error() else { continue };
        let written = error.to_body(errcat::BodyFormat::Xml).unwrap();
        assert_eq!(decode(Input::new(written.as_bytes())).error(), Some(error));
    }
}
