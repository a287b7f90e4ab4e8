use domain_errors::{
    Audience, CatalogError, ErrorFacts, ErrorKind, Problem, Retry, System, domains, wapi, wix,
};
use proptest::prelude::*;

use crate::support::{bodies, failures, status, values};

/// Returns the problem that says everything.
fn written(error: &impl ErrorFacts) -> Problem {
    error.reply(Audience::Operator).problem()
}

fn comes_back<E: CatalogError>(error: &E) {
    let problem = written(error);
    let json = problem.to_json();
    let read = Problem::from_json(json.as_bytes()).unwrap();
    assert_eq!(read, problem, "{json}");
    assert_eq!(serde_json::from_str::<Problem>(&json).unwrap(), problem);
    assert_eq!(read.to_error::<E>().as_ref(), Ok(error), "{json}");
}

fn all_come_back<E: CatalogError>(values: &[Option<String>]) {
    failures::<E>(values).iter().chain(&bodies()).for_each(comes_back);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_written_error_is_read_back_as_the_same_error(values in values()) {
        all_come_back::<domains::Error>(&values);
        all_come_back::<wapi::Error>(&values);
        all_come_back::<wix::Error>(&values);
    }

    #[test]
    fn reading_never_panics(json in any::<String>(), bytes in any::<Vec<u8>>()) {
        let _ = Problem::from_json(json.as_bytes());
        let _ = Problem::from_json(&bytes);
        let text = serde_json::to_string(&json).unwrap();
        let json = format!(r#"{{"catalog":"wapi","code":{text},"case":{text},"kind":{text}}}"#);
        let problem = Problem::from_json(json.as_bytes()).unwrap();
        let _ = wapi::Error::from_problem(&problem).unwrap().to_string();
    }
}

fn pretty(problem: &Problem) -> String {
    serde_json::to_string_pretty(problem).unwrap()
}

#[test]
fn a_case_has_everything_that_the_catalog_knows() {
    let error = wix::Error::DomainRestricted { domain_name: Some("a\"b.cz".into()) };
    let problem = written(&error).with_instance("urn:request:7");
    insta::assert_snapshot!(pretty(&problem));
}

#[test]
fn a_validation_lists_its_violations() {
    let error = &bodies::<wix::Error>()[1];
    insta::assert_snapshot!(pretty(&written(error)));
}

#[test]
fn a_failure_without_a_code_has_no_type() {
    let error = &bodies::<wapi::Error>()[3];
    insta::assert_snapshot!(pretty(&written(error)));
}

#[test]
fn the_advice_keeps_its_delay() {
    let delays = failures::<wapi::Error>(&[]).into_iter().filter_map(|error| {
        matches!(error.retry(), Retry::Later { after_seconds: Some(_) })
            .then(|| (written(&error).retry(), Some(error.retry())))
    });
    let delays: Vec<_> = delays.collect();
    assert!(!delays.is_empty() && delays.iter().all(|(written, own)| written == own));
}

#[test]
fn a_problem_of_another_service_is_not_an_error_of_the_catalog() {
    for json in [
        "{}",
        r#"{"type":"https://example.com/out-of-credit","title":"No credit","status":403}"#,
        r#"{"catalog":"acme","domain":"api.wedos.com","code":"3201"}"#,
        r#"{"catalog":"wapi","domain":"wapi.example","code":"3201"}"#,
        r#"{"catalog":["wapi"],"domain":{},"code":"3201"}"#,
    ] {
        let problem = Problem::from_json(json.as_bytes()).unwrap();
        assert!(wapi::Error::from_problem(&problem).is_err(), "{json}");
    }
    for no_problem in ["", "[]", "null", "\"x\"", "{", "{}{}"] {
        assert!(Problem::from_json(no_problem.as_bytes()).is_err(), "{no_problem}");
    }
    assert!(serde_json::from_str::<Problem>("[]").is_err());
    assert!(domains::Error::from_problem(&written(&wapi::Error::DomainRegistered)).is_err());
}

#[test]
fn members_of_the_wrong_type_are_left_out() {
    let json = r#"{"type":1,"title":[],"status":"409","detail":{},"instance":null,
        "catalog":"wix","domain":7,"code":"Invalid domain","case":"DomainRestricted","kind":"new",
        "retry":"some day","params":{"domainName":[1],"other":true},"violations":[1,{"field":"a"}],
        "guidance":"text","provider_status":9999,"extension":{"deep":[{}]}}"#;
    let problem = Problem::from_json(json.as_bytes()).unwrap();
    assert_eq!(
        (problem.type_uri(), problem.title(), problem.status()),
        ("about:blank", None, None)
    );
    assert_eq!((problem.detail(), problem.instance(), problem.retry()), (None, None, None));
    assert_eq!((problem.violations(), problem.cause()), (vec![], None));
    assert_eq!(
        wix::Error::from_problem(&problem),
        Ok(wix::Error::DomainRestricted { domain_name: None })
    );
}

#[test]
fn a_case_of_a_later_catalog_is_unrecognized() {
    for (json, text) in [
        (r#"{"catalog":"wapi","code":4999,"case":"New","detail":"It is new"}"#, "4999: It is new"),
        // A case of another code is ignored.
        (r#"{"catalog":"wapi","code":"2999","case":"DomainRegistered"}"#, "2999"),
        (r#"{"catalog":"wapi","code":"1000","case":"Ok","kind":"application"}"#, "1000"),
    ] {
        let problem = Problem::from_json(json.as_bytes()).unwrap();
        let error = wapi::Error::from_problem(&problem).unwrap();
        assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Unrecognized, text));
    }
}

#[test]
fn a_catalog_and_a_case_or_violations_are_enough_for_an_error() {
    let of = |json: &str| {
        wix::Error::from_problem(&Problem::from_json(json.as_bytes()).unwrap()).unwrap()
    };
    let refused = of(r#"{"domain":"www.wixapis.com","violations":[{"description":"no"}]}"#);
    assert_eq!(refused.to_string(), "validation failed (no)");
    assert_eq!(of(r#"{"catalog":"wix","status":500}"#).kind(), ErrorKind::Unrecognized);
    let integer = of(r#"{"catalog":"wix","case":"DomainRestricted","params":{"domainName":12}}"#);
    assert_eq!(integer, wix::Error::DomainRestricted { domain_name: Some("12".into()) });
}

#[test]
fn a_problem_has_the_title_of_its_type_and_the_status_of_its_error() {
    for error in failures::<domains::Error>(&[None]) {
        let problem = written(&error);
        assert_eq!(problem.status(), Some(error.http()));
        assert_eq!(problem.type_uri(), error.docs().unwrap().to_string());
        assert!(!problem.title().unwrap().contains(['<', '_']), "{problem:?}");
    }
}

/// RFC 9457 asks for the name of the status where a problem has no type.
#[test]
fn a_problem_without_a_type_has_the_name_of_its_status() {
    for number in 400..=599 {
        let error = wapi::Error::from(System::new("Down").with_status(status(number)));
        let problem = written(&error);
        let title = problem.title().unwrap();
        let known = http::StatusCode::from_u16(number).unwrap().canonical_reason();
        let general = if number < 500 { "Client Error" } else { "Server Error" };
        match number {
            // RFC 9110 gave these another name.
            413 => assert_eq!(title, "Content Too Large"),
            422 => assert_eq!(title, "Unprocessable Content"),
            400..=410 | 412 | 415 | 423 | 424 | 428 | 429 | 451 | 500..=504 | 507 => {
                assert!(known == Some(title) || number == 407, "{number} {title}");
            }
            _ => assert_eq!(title, general, "{number}"),
        }
    }
}
