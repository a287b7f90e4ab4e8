//! Each audience gets an answer that is meant for it, and nothing else.

use std::fmt::Write as _;

use domain_errors::{
    Actor, AnyError, Audience, Case, CatalogCode, CatalogError, ErrorFacts, Failure, GrpcCode,
    HttpStatus, Meaning, Problem, Reply, Retry, System, Unrecognized, domains, wapi, wix,
};
use tonic::Status;
use tonic_types::StatusExt;

use crate::support::{bodies, failures, status};

const CLIENTS: [Audience; 2] = [Audience::Client, Audience::AccountOwner];

fn all<E: CatalogError + Into<AnyError>>() -> Vec<AnyError> {
    let cases = failures::<E>(&[Some("secret-value".to_owned())]);
    cases.into_iter().chain(bodies()).map(Into::into).collect()
}

fn errors() -> Vec<AnyError> {
    [all::<domains::Error>(), all::<wapi::Error>(), all::<wix::Error>()].concat()
}

/// Writes a reply as one column of the table.
fn cell(reply: Reply<'_>) -> String {
    let mark = if reply.is_relayed() { "relayed " } else { "" };
    format!("{mark}{} {} {} {}", reply.http(), reply.grpc(), reply.retry(), reply.meaning_id())
}

fn table<C: CatalogCode>(text: &mut String) {
    for code in C::ALL.iter().filter(|code| code.outcome().is_failure()) {
        writeln!(text, "{} {} ({})", code.label(), code.name(), code.actor()).unwrap();
        for audience in Audience::ALL {
            writeln!(text, "  {audience:13} {}", cell(code.reply(*audience))).unwrap();
        }
    }
}

#[test]
fn every_code_has_a_reply_for_every_audience() {
    let mut text = String::new();
    table::<domains::Code>(&mut text);
    table::<wapi::Code>(&mut text);
    table::<wix::Code>(&mut text);
    insta::assert_snapshot!(text);
}

#[test]
fn an_error_is_replied_to_as_its_case() {
    for error in errors() {
        for audience in Audience::ALL {
            let (reply, facts) = (error.reply(*audience), error.facts());
            let is_for_them = audience.includes(facts.actor);
            assert_eq!(reply.is_relayed(), !is_for_them, "{error:?}");
            if is_for_them {
                assert_eq!((reply.http(), reply.grpc()), (facts.http, facts.grpc));
                assert_eq!((reply.retry(), reply.meaning_id()), (facts.retry, error.meaning_id()));
                continue;
            }
            let (http, grpc, meaning) = match facts.retry {
                Retry::Later { .. } => (503, GrpcCode::Unavailable, Meaning::ProviderUnavailable),
                _ => (500, GrpcCode::Internal, Meaning::ProviderInternal),
            };
            let retry = match facts.retry {
                Retry::AfterFix => Retry::Never,
                retry => retry,
            };
            assert_eq!((reply.http(), reply.grpc()), (status(http), grpc), "{error:?}");
            assert_eq!((reply.retry(), reply.meaning_id()), (retry, meaning.id()), "{error:?}");
        }
    }
}

/// Returns the words that must not reach a client: everything that the provider wrote, and everything
/// that was written for an operator.
fn hidden(error: &AnyError) -> Vec<String> {
    let mut words = vec!["secret-value".to_owned(), "<empty>".to_owned(), "a.b[0]".to_owned()];
    words.extend(error.guidance().map(|it| it.action.to_owned()));
    words.extend(error.guidance().map(|it| it.cause.to_owned()));
    words.extend(["Invalid & refused", "Out of order", "Something new", "No text"].map(Into::into));
    words
}

#[test]
fn clients_see_nothing_that_was_not_written_for_them() {
    for error in errors() {
        for audience in CLIENTS {
            let reply = error.reply(audience).with_request_id("id-1");
            let problem = reply.problem();
            let told = reply.tell("").text;
            assert_eq!(problem.detail(), Some(told));
            let written = reply.to_status();
            let details = written.get_error_details();
            assert_eq!(written.message(), told);
            assert_eq!(details.localized_message().unwrap().message, told);
            let info = details.error_info().unwrap();
            assert_eq!(
                (problem.request_id(), &*info.metadata["requestId"]),
                (Some("id-1"), "id-1")
            );
            let text = format!("{}{:?}", problem.to_json(), details);
            for word in hidden(&error) {
                assert!(!text.contains(&word), "{word} in {text}");
            }
            let code = error.raw_code().filter(|_| !reply.is_relayed());
            assert_eq!(problem.code(), code);
            assert_eq!(info.metadata.get("code").map(String::as_str), code);
            if reply.is_relayed() {
                assert_eq!((problem.catalog(), problem.domain(), &*info.domain), (None, None, ""));
                assert_eq!(problem.type_uri(), "about:blank");
                let reason = reply.meaning_id().replace(['.', '-'], "_").to_uppercase();
                assert_eq!(info.reason, reason);
                assert!(!text.contains(error.catalog()), "{text}");
            }
        }
    }
}

/// It can be any text of a proxy.
#[test]
fn only_an_operator_sees_a_code_that_the_catalog_does_not_have() {
    let error = wix::Error::from(System::new("").with_code("proxy-7").with_status(status(402)));
    for (audience, code) in [(Audience::AccountOwner, None), (Audience::Operator, Some("proxy-7"))]
    {
        let reply = error.reply(audience);
        let info = reply.to_status().get_details_error_info().unwrap();
        let in_status = info.metadata.get("code").map(String::as_str);
        assert_eq!((reply.is_relayed(), reply.problem().code(), in_status), (false, code, code));
    }
}

#[test]
fn conversions_answer_a_client() {
    for error in errors() {
        let problem = error.reply(Audience::Client).problem();
        let failure = || Failure::new(error.clone());
        assert_eq!((error.problem(), Problem::from(failure())), (problem.clone(), problem.clone()));
        let from: http::StatusCode = (&error).into();
        assert_eq!(Some(from.as_u16()), problem.status().map(HttpStatus::get));
        let code = Status::from(error.clone()).code();
        assert_eq!(code as u8, error.reply(Audience::Client).grpc().number());
        assert_eq!(Status::from(failure()).code(), code);
    }
}

/// An operator gets everything, and reads it back as an error of one catalog.
#[test]
fn an_operator_reads_any_error_back() {
    let id = "x".repeat(4000);
    for error in errors() {
        let reply = error.reply(Audience::Operator).with_request_id(&id);
        assert_eq!(AnyError::from_problem(&reply.problem()).as_ref(), Ok(&error));
        assert_eq!(AnyError::from_status(&reply.to_status()).as_ref(), Ok(&error));
    }
    assert!(AnyError::from_problem(&Problem::new(status(404))).is_err());
    assert!(AnyError::from_status(&Status::not_found("")).is_err());
}

#[test]
fn errors_without_a_case_never_blame_the_client() {
    for number in 400..=599 {
        let system = System::new("").with_status(status(number));
        let unknown = Unrecognized::new("").with_code("2299").with_status(status(number));
        let known = Unrecognized::new("").with_code("Invalid domain").with_status(status(number));
        for error in [wix::Error::from(system), unknown.into(), known.into()] {
            assert_ne!(error.actor(), Actor::Caller, "{error:?}");
            assert!(error.reply(Audience::Client).http().class() == 5, "{error:?}");
        }
    }
    let unlisted = wapi::Error::from(Unrecognized::new("").with_code("2299"));
    assert_eq!(unlisted.reply(Audience::Client).http(), status(500));
}

#[test]
fn a_reply_names_the_service_that_answers() {
    let ours =
        wapi::Error::from_case(Case::all().find(|it| it.actor() == Actor::Operator).unwrap());
    let error = ours.unwrap();
    let reply = error
        .reply(Audience::Client)
        .with_base_url("https://errors.shop.example/")
        .with_domain("shop.example");
    let problem = reply.problem();
    assert_eq!(problem.type_uri(), "https://errors.shop.example/provider.internal");
    let title = Some(Meaning::ProviderInternal.title());
    assert_eq!((problem.title(), problem.domain()), (title, Some("shop.example")));
    let details = reply.to_status().get_error_details();
    assert_eq!(details.error_info().unwrap().domain, "shop.example");
    assert_eq!(details.help().unwrap().links[0].url, problem.type_uri());

    // The provider's fields, only if the client knows them.
    let refused = &bodies::<wix::Error>()[1];
    let reply = refused.reply(Audience::Client);
    assert_eq!((reply.problem().violations().len(), reply.http().get()), (0, 422));
    assert_eq!(reply.with_violations().problem().violations(), refused.violations());
    let status = reply.with_violations().to_status();
    assert_eq!(status.get_details_bad_request().unwrap().field_violations.len(), 4);
}

#[test]
fn a_failure_answers_with_what_the_response_said() {
    let failure = Failure::new(wix::Error::ServiceUnavailable)
        .with_retry(Retry::Later { after_seconds: Some(77) })
        .with_request_id("1700.42");
    for audience in Audience::ALL {
        let problem = failure.reply(*audience).problem();
        assert_eq!(problem.retry(), Some(failure.retry()));
        assert_eq!(problem.request_id(), Some("1700.42"));
    }
    let error: &dyn ErrorFacts = &failure;
    assert_eq!((error.catalog(), error.label()), ("wix", failure.error().label()));
    assert_eq!(error.to_string(), failure.error().to_string());
}

#[test]
fn a_failure_of_the_transport_keeps_its_cause() {
    let cause = || std::io::Error::other("refused");
    for (failure, word, retry) in [
        (Failure::<AnyError>::new(wapi::Error::from(System::default()).into()), None, Retry::Query),
        (Failure::<wapi::Error>::not_sent(cause()).map(Into::into), Some("not-sent"), LATER),
        (
            Failure::<wix::Error>::timed_out(cause()).map(Into::into),
            Some("timed-out"),
            Retry::Query,
        ),
        (
            Failure::<domains::Error>::broken_off(cause()).map(Into::into),
            Some("broken-off"),
            Retry::Query,
        ),
    ] {
        use std::error::Error as _;
        assert_eq!(failure.transport().map(|word| word.to_string()).as_deref(), word);
        assert_eq!((failure.retry(), failure.source().is_some()), (retry, word.is_some()));
        assert_eq!(failure.may_resend(false), word == Some("not-sent"));
        let read = AnyError::from_problem(&failure.reply(Audience::Operator).problem()).unwrap();
        assert_eq!((&read, read.transport()), (failure.error(), failure.transport()));
        assert!(!failure.to_string().is_empty());
    }
    let lost = || Failure::<wapi::Error>::timed_out(cause());
    assert!(lost().may_resend(true) && !lost().may_resend(false));
    assert!(!lost().with_retry(Retry::Never).may_resend(true), "the caller knows more");
    assert!(size_of::<Failure<AnyError>>() <= size_of::<AnyError>() + 8);
}

const LATER: Retry = Retry::Later { after_seconds: None };
