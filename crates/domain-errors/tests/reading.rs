//! Real responses of the providers, surprises included, become the right errors.
#![cfg(all(
    feature = "json",
    feature = "xml",
    feature = "domains",
    feature = "wapi",
    feature = "wix"
))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{
    CatalogError, ErrorKind, HttpStatus, Input, Outcome, Response, Retry, domains, wapi, wix,
};

fn read<E: CatalogError>(status: u16, body: &str) -> Response<'_, E> {
    let input = Input::new(body.as_bytes()).with_status(HttpStatus::new(status).unwrap());
    errcat_decode(&input)
}

fn errcat_decode<'b, E: CatalogError>(input: &Input<'b>) -> Response<'b, E> {
    domain_errors::decode(input)
}

fn error<E: CatalogError>(status: u16, body: &str) -> E {
    read::<E>(status, body).into_result().unwrap_err()
}

mod of_wix {
    use super::*;

    #[test]
    fn an_application_error_has_its_parameters() {
        let body = r#"{"message":"Unable to connect domain `free.cz`, it's available for purchase.",
            "details":{"applicationError":{"code":"Invalid domain","description":"","data":{"a":[1]}}}}"#;
        let input = Input::new(body.as_bytes())
            .with_status(HttpStatus::new(400).unwrap())
            .with_headers(&[("X-Wix-Request-Id", "1700.42")]);
        let response = wix::decode(input);
        assert_eq!(
            response.error(),
            Some(&wix::Error::DomainAvailableForPurchase { domain_name: Some("free.cz".into()) })
        );
        assert_eq!(response.request_id(), Some("1700.42"));
        assert_eq!(response.data(), Some("{\"a\":[1]}"));
        assert_eq!(response.raw_code(), Some("Invalid domain"));
    }

    #[test]
    fn either_generation_of_a_text_will_do() {
        for text in [
            "Unable to connect domain `free.cz`, it's available for purchase.",
            "Unable to connect domain free.cz, it's available for purchase.",
            "Unable to connect domain `free.cz`, it is available for purchase.",
            "Unable to connect domain free.cz, it is available for purchase.",
        ] {
            for body in [
                format!(
                    r#"{{"message":"","details":{{"applicationError":{{"code":"Invalid domain","description":"{text}"}}}}}}"#
                ),
                format!(
                    r#"{{"message":"{text}","details":{{"applicationError":{{"code":"Invalid domain"}}}}}}"#
                ),
                format!(
                    r#"{{"message":"x","details":{{"applicationError":{{"code":"Invalid domain","description":"{text}"}}}}}}"#
                ),
                format!(r#"{{"message":"{text}","applicationError":{{"code":"Invalid domain"}}}}"#),
            ] {
                let expected =
                    wix::Error::DomainAvailableForPurchase { domain_name: Some("free.cz".into()) };
                assert_eq!(error::<wix::Error>(400, &body), expected, "{body}");
            }
        }
    }

    #[test]
    fn values_are_verbatim() {
        let body = r#"{"message":"Domain `\u017elu\u0165\"<b>.cz` is Wix restricted.","details":{"applicationError":{"code":"Invalid domain"}}}"#;
        let expected = wix::Error::DomainRestricted { domain_name: Some("žluť\"<b>.cz".into()) };
        assert_eq!(error::<wix::Error>(400, body), expected);
    }

    #[test]
    fn a_text_that_nobody_documented_still_gives_the_code() {
        let body = r#"{"message":"Nobody wrote this down","details":{"applicationError":{"code":"Invalid domain"}}}"#;
        let found = error::<wix::Error>(400, body);
        assert_eq!((found.code(), found.case()), (Some(wix::Code::InvalidDomain), None));
        let body = r#"{"message":"New words","details":{"applicationError":{"code":"DOMAINS_DOMAIN_NOT_PERMITTED"}}}"#;
        assert_eq!(error::<wix::Error>(403, body), wix::Error::DomainNotPermitted { domain: None });
    }

    #[test]
    fn a_validation_error_goes_first() {
        let body = r#"{"message":"invalid","details":{"systemError":{"errorCode":-100},"validationError":{"fieldViolations":[
            {"field":"domain","description":"must not be empty","violatedRule":"REQUIRED_FIELD"},
            {"field":"n","description":"too big","violatedRule":"OTHER","ruleName":"CUSTOM_RULE","data":{"x":1}},
            {"field":"only"}]}}}"#;
        let found = error::<wix::Error>(400, body);
        let wix::Error::Validation(validation) = &found else { unreachable!("{found:?}") };
        let rows: Vec<_> = validation
            .violations()
            .iter()
            .map(|one| (one.field(), one.description(), one.rule()))
            .collect();
        assert_eq!(
            rows,
            [
                (Some("domain"), "must not be empty", Some("REQUIRED_FIELD")),
                (Some("n"), "too big", Some("CUSTOM_RULE")),
                (Some("only"), "only", None),
            ]
        );
    }

    #[test]
    fn a_status_tells_the_code_of_a_client_error_without_one() {
        let found = error::<wix::Error>(404, r#"{"message":"not here","details":{}}"#);
        assert_eq!(found.code(), Some(wix::Code::NotFound));
        let found = error::<wix::Error>(428, r#"{"message":"still provisioning"}"#);
        assert_eq!(found.code(), Some(wix::Code::FailedPrecondition));
        let found = error::<wix::Error>(
            500,
            r#"{"message":"","details":{"systemError":{"errorCode":"X1"}}}"#,
        );
        assert_eq!((found.kind(), found.http().get()), (ErrorKind::System, 500));
    }

    #[test]
    fn an_application_error_counts_whatever_the_status() {
        let body = r#"{"message":"","details":{"applicationError":{"code":"NON_PREMIUM_SITE","description":"d"}}}"#;
        assert_eq!(error::<wix::Error>(500, body).code(), Some(wix::Code::NonPremiumSite));
        let body = r#"{"message":"?","details":{"applicationError":{"code":"-28081"}}}"#;
        let found = error::<wix::Error>(400, body);
        assert_eq!(
            (found.kind(), found.to_string().as_str()),
            (ErrorKind::Unrecognized, "-28081: ?")
        );
    }

    #[test]
    fn the_edge_answers_html() {
        let found =
            error::<wix::Error>(503, "<!DOCTYPE html><html><body>404 NOT_FOUND</body></html>");
        assert_eq!((found.kind(), found.http().get()), (ErrorKind::System, 503));
        assert_eq!(found.to_string(), "HTTP 503");
    }
}

mod of_wapi {
    use super::*;

    #[test]
    fn json_with_a_number_or_its_digits() {
        for code in ["3201", "\"3201\"", " \"3201\" "] {
            let body = format!(
                r#"{{"response":{{"code":{code},"result":"Domain is already registered","timestamp":"1286957992","svTRID":"1.2.3","command":"domain-create","data":[]}}}}"#
            );
            let response = read::<wapi::Error>(200, &body);
            assert_eq!(response.error(), Some(&wapi::Error::DomainRegistered), "{code}");
            assert_eq!(response.message(), Some("Domain is already registered"));
            assert_eq!(
                (response.request_id(), response.operation()),
                (Some("1.2.3"), Some("domain-create"))
            );
            assert_eq!(response.data(), Some("[]"));
        }
    }

    #[test]
    fn xml_with_and_without_a_declaration() {
        for body in [
            "<response><code>3201</code><result>Domain is registered</result></response>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response>\n  <code> 3201 </code>\n  <result>Domain is &lt;b&gt; &#382;</result>\n</response>\n",
            "\u{feff}<response><code><![CDATA[3201]]></code></response>",
            "<w:response xmlns:w=\"urn:w\"><w:code>3201</w:code><code>1000</code></w:response>",
        ] {
            assert_eq!(error::<wapi::Error>(200, body), wapi::Error::DomainRegistered, "{body}");
        }
        let body = "<response><code>3201</code><result>Domain is &lt;b&gt; &#382;</result><data><a>1</a></data></response>";
        let response = read::<wapi::Error>(200, body);
        assert_eq!(
            (response.message(), response.data()),
            (Some("Domain is <b> ž"), Some("<a>1</a>"))
        );
    }

    #[test]
    fn xml_with_a_document_type_is_unreadable() {
        for document_type in [
            "<!DOCTYPE response>",
            "<!DOCTYPE response SYSTEM \"response.dtd\">",
            "<!DOCTYPE response [<!ENTITY code '3201'>]>",
        ] {
            let prolog = format!("<?xml version=\"1.0\"?>\n<!-- c -->{document_type}");
            let body = format!("{prolog}<response><code>3201</code></response>");
            assert_eq!(error::<wapi::Error>(503, &body).kind(), ErrorKind::System, "{body}");
        }
        // The same letters mean nothing where XML has no document type.
        for body in [
            "<!-- <!DOCTYPE a> --><response><code>3201</code></response>",
            "<response><code>3201</code><result><![CDATA[<!DOCTYPE html>]]></result></response>",
        ] {
            assert_eq!(error::<wapi::Error>(200, body), wapi::Error::DomainRegistered, "{body}");
        }
    }

    #[test]
    fn xml_that_is_not_well_formed_is_unreadable() {
        for inside in [
            "<a>&own;</a>",
            "<a>&nbsp;</a>",
            "<a>&#0;</a>",
            "<a>&#x1F;</a>",
            "<a>&#xD800;</a>",
            "<a>&#xFFFE;</a>",
            "<a>&#x110000;</a>",
            "<a>\u{0}</a>",
            "<a>\u{1f}</a>",
            "<a>\u{fffe}</a>",
            "<a b='\u{ffff}'/>",
            "<!-- \u{8} -->",
            "<a>]]></a>",
            "<a b='1' b='2'/>",
            "<a b='1' c='2' d='3' b='4'/>",
            "<a\u{d7}/>",
            "<\u{b7}/>",
            "<a:/>",
            "<:a/>",
            "<a:b:c/>",
            "<?xml version='1.0'?>",
            "<?XML?>",
        ] {
            let body = format!("<response><code>3201</code>{inside}</response>");
            assert_eq!(error::<wapi::Error>(503, &body).kind(), ErrorKind::System, "{body}");
        }
        for inside in [
            "<a>&#9;&#xA;&#x10FFFF;&amp;&lt;&gt;&quot;&apos;</a>",
            "<a>\t\r\n\u{7f}\u{85}\u{fffd}\u{10ffff}</a>",
            "<a>]] > ]]&gt; ] ]> ></a>",
            "<a b=']]>' c='1' B='2'/>",
            "<ž·-_.1\u{300}/>",
            "<a xmlns:ž='urn:a' ž:a='1'/>",
        ] {
            let body = format!("<response><code>3201</code>{inside}</response>");
            assert_eq!(error::<wapi::Error>(200, &body), wapi::Error::DomainRegistered, "{body}");
        }
    }

    #[test]
    fn successes_and_notifications_are_no_errors() {
        for (code, outcome) in [
            (1000, Outcome::Success),
            (1001, Outcome::Success),
            (1002, Outcome::Success),
            (1003, Outcome::Success),
            (1200, Outcome::Notification),
        ] {
            let body = format!(r#"{{"response":{{"code":{code},"result":"OK"}}}}"#);
            let response = read::<wapi::Error>(200, &body);
            assert_eq!((response.outcome(), response.error()), (outcome, None), "{code}");
            let xml = format!("<notify><code>{code}</code><id>5</id></notify>");
            let response = read::<wapi::Error>(200, &xml);
            assert_eq!(
                (response.outcome(), response.other("notification-id")),
                (outcome, Some("5"))
            );
        }
    }

    #[test]
    fn the_outer_code_of_a_polled_notification_counts() {
        let body = r#"{"response":{"code":1000,"result":"OK","data":{"notify":{"code":1200,"result":"x","id":1}}}}"#;
        let response = read::<wapi::Error>(200, body);
        assert_eq!(response.code(), Some(wapi::Code::RequestSucceeded));
        assert!(response.data().unwrap().contains("1200"));
    }

    #[test]
    fn one_number_means_something_else_in_one_command() {
        let body = r#"{"response":{"code":3217,"result":"Domain transfer check failed, try again later","command":"domain-transfer-check"}}"#;
        assert_eq!(error::<wapi::Error>(200, body), wapi::Error::DomainTransferCheckFailed);
        let body = r#"{"response":{"code":3217,"result":"x"}}"#;
        let found = error::<wapi::Error>(200, body);
        assert_eq!((found.code(), found.case()), (wapi::Code::find("3217"), None));
        let input = Input::new(body.as_bytes()).with_operation("domain-transfer-check");
        assert_eq!(wapi::decode(input).error(), Some(&wapi::Error::DomainTransferCheckFailed));
    }

    #[test]
    fn an_unknown_number_is_an_error_with_the_answers_of_its_range() {
        let found = error::<wapi::Error>(200, r#"{"response":{"code":2999,"result":"New"}}"#);
        assert_eq!((found.kind(), found.http().get()), (ErrorKind::Unrecognized, 400));
        let found = error::<wapi::Error>(200, r#"{"response":{"code":1999,"result":"New"}}"#);
        assert!(found.http().is_error());
    }

    #[test]
    fn bodies_that_are_not_wapi_are_errors() {
        for body in [
            "User-Agent Rate Limit",
            "",
            " ",
            "<html><head><title>Protection</title></head></html>",
            "<response><code>1000</code><result>OK</res",
            "<response><code>1000</code>",
            r#"{"response":{"code":1000"#,
            r#"{"response":{"code":true}}"#,
            r#"{"response":{"code":null}}"#,
            r#"{"response":{"code":[1000]}}"#,
            r#"{"code":1000}"#,
            "1000",
            "null",
            "[]",
            r#"{"response":{"code":1000}} trailing"#,
            "<response><code>1000</code></response><response/>",
        ] {
            let response = read::<wapi::Error>(200, body);
            assert_eq!(response.outcome(), Outcome::Failure, "{body}");
            assert_eq!(response.error().unwrap().kind(), ErrorKind::System, "{body}");
            assert_eq!(response.error().unwrap().http().get(), 502, "{body}");
        }
        let found = error::<wapi::Error>(429, "User-Agent Rate Limit");
        assert_eq!(found.to_string(), "User-Agent Rate Limit");
        assert_eq!(found.retry(), Retry::Later { after_seconds: None });
    }

    #[test]
    fn a_success_that_failed_on_the_way_is_none() {
        let found = error::<wapi::Error>(500, r#"{"response":{"code":1000,"result":"OK"}}"#);
        assert_eq!((found.kind(), found.http().get()), (ErrorKind::System, 500));
    }
}

mod of_domains {
    use super::*;

    #[test]
    fn the_documented_body() {
        let body = r#"{"statusCode":404,"timestamp":"t","path":"/domains/x","method":"GET","message":"Domain not found","errorCode":"DOMAIN_001"}"#;
        let response = domains::decode(Input::new(body.as_bytes()));
        assert_eq!(response.code(), Some(domains::Code::DomainNotFound));
        assert_eq!(response.status().map(HttpStatus::get), Some(404));
        assert_eq!(
            (response.other("path"), response.other("method")),
            (Some("/domains/x"), Some("GET"))
        );
    }

    #[test]
    fn a_list_of_texts_is_a_validation() {
        let body = r#"{"message":["name must be a string","period must not be less than 1"],"error":"Bad Request","statusCode":400}"#;
        let found = error::<domains::Error>(400, body);
        assert_eq!(
            found.to_string(),
            "Bad Request (name must be a string; period must not be less than 1)"
        );
        assert_eq!(found.kind(), ErrorKind::Validation);
    }

    #[test]
    fn an_unknown_route_is_not_an_unknown_domain() {
        let body = r#"{"message":"Cannot GET /domians","error":"Not Found","statusCode":404}"#;
        let found = error::<domains::Error>(404, body);
        assert_eq!(
            (found.kind(), found.code(), found.http().get()),
            (ErrorKind::System, None, 404)
        );
        let found = error::<domains::Error>(
            413,
            r#"{"statusCode":413,"message":"request entity too large"}"#,
        );
        assert_eq!(found.to_string(), "request entity too large");
    }
}

/// Texts of a success or of another service may be about anybody, and messages go to clients.
#[test]
fn what_is_no_envelope_is_no_message() {
    let foreign = r#"{"connectedDomains":[{"owner":"x@y.example"}]}"#;
    for body in [foreign, r#"[{"owner":"x@y.example"}]"#, r#"{"owner":"x@y.exam"#] {
        let error = read::<wix::Error>(200, body).into_result().unwrap_err();
        assert_eq!(error.to_string(), read::<wix::Error>(200, "").error().unwrap().to_string());
    }
    let plain = read::<wix::Error>(503, "upstream connect error");
    assert_eq!(plain.message(), Some("upstream connect error"));
}

#[test]
fn the_result_keeps_what_was_called_and_what_is_wrong_with_which_fields() {
    let body = r#"{"response":{"code":3201,"result":"x","command":"domain-create"}}"#;
    let input = Input::new(body.as_bytes());
    assert_eq!(wapi::decode(input).operation(), Some("domain-create"));
    let told = input.with_operation("domain-check");
    assert_eq!(wapi::decode(told).operation(), Some("domain-check"), "the caller knows best");
    let unread = Input::new(b"<html>").with_operation("domain-check");
    assert_eq!(wapi::decode(unread).operation(), Some("domain-check"));

    let body = r#"{"message":"no","details":{"validationError":{"fieldViolations":[
        {"field":"name","description":"must not be empty"}]}}}"#;
    let refused = read::<wix::Error>(400, body);
    assert_eq!(refused.violations().len(), 1);
    assert_eq!(refused.violations()[0].field(), Some("name"));
    assert!(read::<wix::Error>(500, "").violations().is_empty());
}
