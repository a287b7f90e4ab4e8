//! Sensitive values never reach a client.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]
#![allow(missing_docs, reason = "the catalog is a test")]

errcat::include_catalogs!();

use errcat::{Answer, Audience, BodyFormat, CatalogError, Problem, System, Unrecognized};
use miette::Diagnostic;
use parameters::{Error, MovedParams};
use tonic_types::StatusExt;

const SECRET: &str = "hunter2";

fn refused() -> Error {
    Error::CodeRefused { name: Some("a.cz".into()), transfer_code: Some(SECRET.into()) }
}

fn moved() -> Error {
    let params = MovedParams {
        from: Some("Brno".into()),
        when: Some(-3),
        secret: Some(SECRET.into()),
        ..MovedParams::default()
    };
    Error::Moved(Box::new(params))
}

/// An error whose text fits no template, so the position of the secret is unknown.
fn unfitting() -> Error {
    Unrecognized::new(format!("No, {SECRET} is wrong")).with_code("10").into()
}

#[test]
fn problems_and_responses_hide_secrets() {
    for error in [refused(), moved(), unfitting()] {
        let problem = error.reply(Audience::Operator).problem();
        assert!(!format!("{problem:?}").contains(SECRET), "{problem:?}");
        assert!(!problem.to_json().contains(SECRET));
        let body =
            String::from_utf8(error.reply(Audience::Operator).to_http_response().into_body())
                .unwrap();
        assert!(body.contains("\"code\":\"1") && !body.contains(SECRET), "{body}");
    }
    let detail = refused().reply(Audience::Operator).problem();
    assert_eq!(detail.detail(), Some("The code <transferCode> is not that of a.cz"));
    let params: Vec<_> = detail.params().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(params, ["name=a.cz"]);
    assert_eq!(unfitting().reply(Audience::Operator).problem().detail(), None);
}

#[test]
fn statuses_hide_secrets() {
    for error in [refused(), moved(), unfitting()] {
        let status = error.reply(Audience::Operator).to_status();
        assert!(!format!("{status:?} {:?}", status.get_error_details()).contains(SECRET));
        assert!(!String::from_utf8_lossy(status.details()).contains(SECRET));
    }
    let info = refused().reply(Audience::Operator).to_status().get_details_error_info().unwrap();
    assert_eq!(info.reason, "CODE_REFUSED");
    assert!(info.metadata.contains_key("name") && !info.metadata.contains_key("transferCode"));
}

#[test]
fn reports_hide_secrets() {
    for error in [refused(), moved(), unfitting()] {
        let parts = [Diagnostic::code(&error), error.help(), error.url()];
        let parts = parts.map(|part| part.map(|part| part.to_string()).unwrap_or_default());
        assert!(!format!("{error} {error:?} {parts:?}").contains(SECRET));
    }
}

#[test]
fn a_text_that_may_contain_a_secret_is_hidden() {
    let error = unfitting();
    assert_eq!(error.to_string(), "10: <hidden>");
    assert_eq!(error.message().to_string(), "<hidden>");
    let debug =
        r#"Unrecognized(Unrecognized { code: Some("10"), message: "<hidden>", status: None })"#;
    assert_eq!(format!("{error:?}"), debug);
    let system: Error = System::new(format!("No, {SECRET}")).with_code("12").into();
    assert_eq!(system.to_string(), "12: <hidden>");
    assert!(!format!("{system:?} {}", system.message()).contains(SECRET));
}

#[test]
fn a_text_that_cannot_contain_a_secret_is_shown() {
    let shown = |error: Error| (error.to_string(), error.message().to_string());
    let unknown = Unrecognized::new("New").with_code("99").into();
    assert_eq!(shown(unknown), ("99: New".to_owned(), "New".to_owned()));
    let open = Unrecognized::new("Far too many").with_code("11").into();
    assert_eq!(shown(open), ("11: Far too many".to_owned(), "Far too many".to_owned()));
    let empty = Unrecognized::new("").with_code("10").into();
    assert_eq!(shown(empty), ("10".to_owned(), String::new()));
}

#[test]
fn translation_drops_secrets_that_the_target_would_show() {
    let there = refused().translate::<open::Error>().unwrap().target;
    let expected = open::Error::CodeWrong { name: Some("a.cz".into()), transfer_code: None };
    assert_eq!(there, expected);
    let without_values = unfitting().translate::<open::Error>().unwrap().target;
    assert_eq!(without_values, open::Error::CodeWrong { name: None, transfer_code: None });
    let shown = open::Error::CodeWrong { name: None, transfer_code: Some(SECRET.into()) };
    let hidden = shown.translate::<Error>().unwrap().target;
    let expected = Error::CodeRefused { name: None, transfer_code: Some(SECRET.into()) };
    assert_eq!(hidden, expected, "a value that the target hides is kept");
}

#[test]
fn answers_in_other_words_hide_secrets() {
    let shown = open::Error::CodeWrong { name: None, transfer_code: Some(SECRET.into()) };
    let in_open = [refused(), moved(), unfitting()];
    for audience in Audience::ALL {
        let in_open = in_open.iter().map(|error| said(&error.answer_in::<open::Error>(*audience)));
        let own = in_open.clone().chain([said(&shown.answer_in::<Error>(*audience))]);
        let own = own.chain(
            [refused(), unfitting()].map(|error| said(&error.answer_in::<Error>(*audience))),
        );
        for text in own {
            assert!(!text.contains(SECRET), "{text}");
        }
    }
    let answer = shown.answer_in::<Error>(Audience::Operator);
    let body = answer.body(BodyFormat::Json).unwrap().into_body();
    assert_eq!(body, r#"{"code":10,"message":"The code <transferCode> is not that of <name>"}"#);
}

/// Returns everything that an answer says.
fn said<T: CatalogError>(answer: &Answer<'_, T>) -> String {
    let body = answer.body(BodyFormat::Json).map(errcat::rt::http::Response::into_body);
    let reply = answer.reply();
    let status = reply.to_status();
    format!("{body:?} {} {:?}", reply.problem().to_json(), status.get_error_details())
}

#[test]
fn other_values_are_read_back() {
    let expected = Error::CodeRefused { name: Some("a.cz".into()), transfer_code: None };
    let problem =
        Problem::from_json(refused().reply(Audience::Operator).problem().to_json().as_bytes())
            .unwrap();
    assert_eq!(Error::from_problem(&problem), Ok(expected.clone()));
    assert_eq!(Error::from_status(&refused().reply(Audience::Operator).to_status()), Ok(expected));
    let integer = Error::TooMany { limit: Some(i64::MIN), type_: Some("NS".into()) };
    assert_eq!(
        Error::from_problem(&integer.reply(Audience::Operator).problem()),
        Ok(integer.clone())
    );
    assert_eq!(Error::from_status(&integer.reply(Audience::Operator).to_status()), Ok(integer));
}
