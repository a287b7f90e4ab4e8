//! Answers in the words of another catalog are true, and say nothing of the provider.

use domain_errors::{
    AnyError, Audience, Basis, BodyFormat, Case, CatalogCode, CatalogError, ErrorFacts, ErrorKind,
    Failure, Input, Relation, Response, Retry, System, TranslatesTo, Unrecognized, Validation,
    Violation, domains, wapi, wix,
};
use errcat_model::answers::Answer as Expected;
use errcat_model::translate::Translator;
use errcat_model::{CatalogSet, Sources, answers, load};
use proptest::prelude::*;
use tonic_types::StatusExt;

use crate::support::{bodies, failures, status, values};

const CLIENTS: [Audience; 2] = [Audience::Client, Audience::AccountOwner];

pub(crate) fn set() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

/// Calls a generic function for each pair of catalogs, also for one with itself.
macro_rules! each_pair {
    ($function:ident($($argument:expr),*)) => {
        each_pair!($function($($argument),*) domains wapi wix);
    };
    ($function:ident $arguments:tt $($from:ident)+) => {$(
        each_pair!(@ $function $arguments $from);
    )+};
    (@ $function:ident($($argument:expr),*) $from:ident) => {
        $function::<$from::Error, domains::Error>($($argument),*);
        $function::<$from::Error, wapi::Error>($($argument),*);
        $function::<$from::Error, wix::Error>($($argument),*);
    };
}

/// Compares the answers to all codes and cases of a catalog with those of the model.
fn agree<E, T>(translator: &Translator<'_>)
where
    E: CatalogError<Code: TranslatesTo<T::Code>>,
    T: CatalogError,
{
    let [from, into] =
        [E::Code::CATALOG, T::Code::CATALOG].map(|id| translator.set().catalog(id).unwrap());
    let expected = |code, case, audience| {
        let subject = (from, code, case);
        let answers = answers::of(translator, subject, into).unwrap();
        if audience == Audience::Client { answers.client } else { answers.account_owner }
    };
    let shown = |to: &Expected<'_>| (to.basis, to.http, to.grpc, to.retry);
    for audience in CLIENTS {
        for (code, entry) in E::Code::ALL.iter().zip(&from.codes) {
            let answer = code.answer_in(audience);
            let expected = expected(entry, None, audience);
            let reply = answer.reply();
            let found = (answer.basis(), reply.http(), reply.grpc(), reply.retry());
            assert_eq!(found, shown(&expected), "{code:?} {audience}");
            let target = answer.target().map(|code| code.as_str());
            assert_eq!(target, expected.to.map(|to| to.code), "{code:?} {audience}");
        }
        for (case, (code, entry)) in Case::<E::Code>::all().zip(from.cases()) {
            let Some(error) = E::from_case(case) else { continue };
            let answer = error.answer_in::<T>(audience);
            let expected = expected(code, Some(entry), audience);
            let reply = answer.reply();
            let found = (answer.basis(), reply.http(), reply.grpc(), reply.retry());
            assert_eq!(found, shown(&expected), "{case:?} {audience}");
            let target = answer.target().map(|error| error.raw_code().unwrap().to_owned());
            assert_eq!(target.as_deref(), expected.to.map(|to| to.code), "{case:?} {audience}");
            let target = answer.target().and_then(|error| Some(error.case()?.id().to_string()));
            if let Some(id) = expected.to.and_then(|to| to.case) {
                assert_eq!(target.as_deref(), Some(id), "{case:?} {audience}");
            }
            assert_eq!(answer.differs().collect::<Vec<_>>(), expected.differs, "{case:?}");
        }
    }
}

#[test]
fn answers_are_those_of_the_model() {
    let set = set();
    let translator = Translator::new(&set).unwrap();
    each_pair!(agree(&translator));
}

/// Checks that an answer promises what the reply does, and shows nothing else of the error.
fn is_discreet<E, T>(values: &[Option<String>])
where
    E: CatalogError<Code: TranslatesTo<T::Code>>,
    T: CatalogError,
{
    let is_own = E::Code::CATALOG == T::Code::CATALOG;
    for error in failures::<E>(values).into_iter().chain(bodies()) {
        for audience in Audience::ALL {
            let reply = error.reply(*audience);
            let answer = error.answer_in::<T>(*audience);
            let said = answer.reply();
            assert_eq!(
                (said.http(), said.grpc(), said.retry(), said.actor(), said.meaning_id()),
                (reply.http(), reply.grpc(), reply.retry(), reply.actor(), reply.meaning_id()),
            );
            assert_eq!(said.is_relayed(), reply.is_relayed());
            assert_eq!(answer.basis() == Basis::Class, answer.target().is_none());
            assert_eq!(answer.relation().is_some(), answer.target().is_some());
            let (problem, status) = (said.problem(), said.to_status());
            let named = answer.target().map(|_| T::Code::CATALOG);
            assert_eq!(problem.catalog(), named, "{error:?} {audience}");
            let code = answer.target().and_then(|error| error.raw_code());
            assert!(problem.code().is_none_or(|shown| Some(shown) == code), "{error:?}");
            let domain = answer.target().map_or("", |_| T::Code::DOMAIN);
            assert_eq!(status.get_details_error_info().unwrap().domain, domain);
            if *audience == Audience::Operator && answer.target().is_some() {
                continue;
            }
            let told = said.tell("").text;
            assert_eq!((problem.detail(), status.message()), (Some(told), told));
            let text = format!("{}{:?}", problem.to_json(), status.get_error_details());
            let bodies = [BodyFormat::Json, BodyFormat::Xml].map(|format| answer.body(format));
            let bodies: String = bodies.iter().flatten().map(|body| body.body().as_str()).collect();
            let relayed = values.iter().flatten().filter(|_| answer.basis() != Basis::Equivalent);
            assert!(relayed.clone().all(|value| value.len() < 9 || !bodies.contains(value)));
            assert!(values.iter().flatten().all(|value| value.len() < 9 || !text.contains(value)));
            let raw = ["Invalid & refused", "Something new", "No text of"];
            let texts = raw.into_iter().chain(error.guidance().map(|it| it.action));
            for hidden in texts.chain(error.guidance().map(|it| it.cause)) {
                assert!(!text.contains(hidden) && !bodies.contains(hidden), "{error:?}: {bodies}");
            }
            if !is_own
                && answer.basis() != Basis::Equivalent
                && error.case().is_some_and(|case| case.message().is_some())
            {
                let message = error.message().to_string();
                let own = answer.target().map(|error| error.message().to_string());
                let is_own = own.is_some_and(|own| own.contains(&message))
                    || problem.title() == Some(&message);
                assert!(
                    is_own || !(text.contains(&message) || bodies.contains(&message)),
                    "{error:?} {message}: {bodies} {text}"
                );
            }
        }
    }
}

#[test]
fn no_answer_shows_more_than_its_audience_may_see() {
    let values = [Some("secret-value".to_owned())];
    each_pair!(is_discreet(&values));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_value_reaches_a_reader_who_must_not_see_it(values in values()) {
        each_pair!(is_discreet(&values));
    }
}

/// Checks that a body is read by the catalog whose form it has as the target of the answer.
fn comes_back<E, T>()
where
    E: CatalogError<Code: TranslatesTo<T::Code>>,
    T: CatalogError,
{
    let formats: &[BodyFormat] = match T::Code::CATALOG {
        "wapi" => &[BodyFormat::Json, BodyFormat::Xml],
        _ => &[BodyFormat::Json],
    };
    for error in failures::<E>(&[]).into_iter().chain(bodies()) {
        for (audience, format) in
            CLIENTS.iter().flat_map(|one| formats.iter().map(move |f| (one, f)))
        {
            let answer = error.answer_in::<T>(*audience);
            let Some(response) = answer.body(*format) else {
                let is_named = answer.target().is_some_and(|error| error.raw_code().is_some());
                assert!(!is_named && T::Code::CATALOG == "wapi", "{error:?}");
                continue;
            };
            let expected = match T::Code::CATALOG {
                "wapi" => 200,
                _ => answer.reply().http().get(),
            };
            assert_eq!(response.status().as_u16(), expected);
            let case = answer.target().and_then(CatalogError::case);
            let operation = case.and_then(|case| case.operations().next());
            let input = Input::from(&response);
            let read: Response<'_, T> = domain_errors::decode(match operation {
                Some(operation) => input.with_operation(operation),
                None => input,
            });
            let read = read.error().unwrap();
            let Some(target) = answer.target() else {
                // Wix has codes for bare statuses.
                let of_status = read.code().is_none_or(|code| code.http() == answer.reply().http());
                assert!(of_status && read.kind() != ErrorKind::Validation, "{response:?}");
                let names = ["\"code\"", "\"errorCode\""];
                assert!(!names.iter().any(|name| response.body().contains(name)), "{response:?}");
                continue;
            };
            assert_eq!(read.code(), target.code(), "{response:?}");
            // Of several cases, one without a text cannot be told from the others.
            if case.is_none_or(|case| case.message().is_some()) {
                let kinds = [read, target].map(ErrorFacts::kind);
                assert!(case.map_or(kinds[0] == kinds[1], |_| read == target), "{response:?}");
            }
        }
    }
}

#[test]
fn a_body_is_read_as_the_target() {
    each_pair!(comes_back());
}

#[test]
fn bodies_are_those_of_the_providers_whose_words_they_are() {
    let json = BodyFormat::Json;
    let client = Audience::Client;
    let taken = wapi::Error::DomainRegistered;
    let restricted = wix::Error::DomainRestricted { domain_name: Some("a.cz".into()) };
    let refused = Validation::new("no").with_violation(Violation::new("is long").with_field("a"));
    let refused = wapi::Error::from(refused.with_status(status(422)));
    let page = wapi::Error::from(System::new("<h1>Gateway</h1>"));
    let rate = domains::Error::from(System::new("").with_status(status(429)));
    let rate = Failure::new(rate).with_retry(Retry::Later { after_seconds: Some(77) });
    let bodies = [
        taken.answer_in::<domains::Error>(client).body(json),
        taken.answer_in::<wix::Error>(client).body(json),
        restricted.answer_in::<wapi::Error>(client).body(BodyFormat::Xml),
        refused.answer_in::<wix::Error>(client).body(json),
        refused.answer_in::<wix::Error>(client).with_violations().body(json),
        refused.answer_in::<domains::Error>(client).body(json),
        page.answer_in::<domains::Error>(client).body(json),
        page.answer_in::<wapi::Error>(client).body(json),
        rate.answer_in::<wix::Error>(client).body(json),
        rate.answer_in::<wapi::Error>(client).body(json),
    ];
    let lines = bodies.into_iter().map(|response| {
        let response = response.unwrap();
        let wait = response.headers().get("retry-after").map(|it| it.to_str().unwrap());
        format!("{} {:?} {}", response.status().as_u16(), wait, response.body())
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn errors_without_a_case_are_answered() {
    let owner = Audience::AccountOwner;
    let refused = wapi::Error::from(Validation::new("no"));
    let answer = refused.answer_in::<wix::Error>(owner);
    assert_eq!((answer.basis(), answer.relation()), (Basis::Equivalent, Some(Relation::Exact)));
    assert!(matches!(answer.into_target(), Some(wix::Error::Validation(_))));
    let answer = refused.answer_in::<wapi::Error>(owner);
    assert_eq!(answer.target(), Some(&refused), "it is its own catalog");

    // Nobody knows what it is, and it is not the client's fault.
    let unknown: AnyError = wapi::Error::from(Unrecognized::new("?").with_code("9999")).into();
    let answer = unknown.answer_in::<domains::Error>(owner);
    let registrar = domains::Error::from_case(
        domains::Code::IntegrationRegistrarFailed.cases().next().unwrap(),
    );
    assert_eq!((answer.basis(), answer.target()), (Basis::Relayed, registrar.as_ref()));

    // An operator is told what it is, and nothing is known of it elsewhere.
    let answer = unknown.answer_in::<wix::Error>(Audience::Operator);
    assert_eq!((answer.basis(), answer.target(), answer.relation()), (Basis::Class, None, None));
    assert!(answer.differs().next().is_none());

    let success = wapi::Code::ALL.iter().find(|code| !code.outcome().is_failure()).unwrap();
    let answer = success.answer_in::<domains::Code>(owner);
    assert_eq!((answer.basis(), answer.target()), (Basis::None, None));
    assert_eq!(success.answer_in::<wapi::Code>(owner).target(), Some(success));
}

/// An answer for an operator is read back as an error of the catalog whose words it has.
#[test]
fn an_operator_reads_an_answer_back() {
    for error in failures::<wapi::Error>(&[Some("a.example".to_owned())]) {
        let answer = error.answer_in::<wix::Error>(Audience::Operator);
        let problem = answer.reply().problem();
        assert_eq!(AnyError::from_problem(&problem).ok(), answer.into_target().map(Into::into));
    }
}
