//! All codes of all providers: translated into those of the others and back, and written as their
//! providers send them and read back.

use domain_errors::{
    Audience, BodyFormat, Case, CatalogError, HttpStatus, Input, System, TranslatesTo,
    Unrecognized, Validation, Violation, decode, domains, wapi, wix,
};
use errcat::rt::error::Value;
use errcat::rt::stand_in::response_of;
use providers::{cloudflare, epp, namecheap, rpc};

/// Runs a check for each provider in YAML alone with each of the others, in both directions.
macro_rules! for_each_pair {
    ($check:ident: $($one:ident)+) => {
        for_each_pair!(@ $check [$($one)+] [$($one)+]);
    };
    (@ $check:ident [$($one:ident)+] $others:tt) => {
        $(for_each_pair!(@@ $check $one $others);)+
    };
    (@@ $check:ident $one:ident [$($other:ident)+]) => {$(
        $check::<$one::Error, $other::Error>();
        $check::<$one::Error, wapi::Error>();
        $check::<wapi::Error, $one::Error>();
        $check::<$one::Error, wix::Error>();
        $check::<wix::Error, $one::Error>();
        $check::<$one::Error, domains::Error>();
        $check::<domains::Error, $one::Error>();
    )+};
}

/// Returns every failure of a catalog, with each of these values for its parameters.
fn failures<E: CatalogError>() -> impl Iterator<Item = E> {
    let values = [None, Some("a.example"), Some("7"), Some("<&\"'> ]]>"), Some("žluť 漢\u{1f600}")];
    values.into_iter().flat_map(|value| {
        let of_case = move |case: Case<E::Code>| {
            E::from_row(case.row(), &mut |_| Some(Value::Text(value?.into())))
        };
        Case::all().filter_map(of_case)
    })
}

fn an_exact_translation_leads_back<A: CatalogError, B: CatalogError>()
where
    A::Code: TranslatesTo<B::Code>,
    B::Code: TranslatesTo<A::Code>,
{
    for case in Case::<A::Code>::all() {
        let Some(there) = case.translate::<B::Code>() else { continue };
        assert_eq!(there.target.outcome(), case.outcome(), "{case:?} {there:?}");
        if let Some(exact) = there.exact() {
            let back = exact.translate::<A::Code>().and_then(domain_errors::Translation::exact);
            assert_eq!(back, Some(case), "{case:?} {there:?}");
        }
    }
}

fn an_answer_is_a_failure_to_its_client<A: CatalogError, B: CatalogError>()
where
    A::Code: TranslatesTo<B::Code>,
{
    for error in failures::<A>() {
        for audience in Audience::ALL {
            let answer = error.answer_in::<B>(*audience);
            let reply = error.reply(*audience);
            assert_eq!(
                (answer.reply().http(), answer.reply().retry()),
                (reply.http(), reply.retry())
            );
            for response in [BodyFormat::Json, BodyFormat::Xml].map(|format| answer.body(format)) {
                let Some(response) = response else { continue };
                let read = decode::<B>(&response);
                assert!(read.outcome().is_failure(), "{error:?} {response:?}");
                // Without a code, the status can have one of its own.
                let code = answer.target().and_then(CatalogError::code).or_else(|| read.code());
                assert_eq!(read.code(), code, "{error:?} {response:?}");
            }
        }
    }
}

#[test]
fn codes_of_all_providers_translate() {
    for_each_pair!(an_exact_translation_leads_back: cloudflare epp namecheap rpc);
}

#[test]
fn failures_of_all_providers_are_answered_in_the_words_of_the_others() {
    for_each_pair!(an_answer_is_a_failure_to_its_client: cloudflare epp namecheap rpc);
}

fn comes_back<E: CatalogError>(error: &E, format: BodyFormat) {
    let response = response_of(error, format).unwrap();
    let read = decode::<E>(Input::from(&response));
    assert_eq!(read.error(), Some(error), "{response:?}");
    assert_eq!(read.errors().len(), 1, "{response:?}");
}

#[test]
fn a_written_failure_is_read_back() {
    let (json, xml) = (BodyFormat::Json, BodyFormat::Xml);
    failures::<cloudflare::Error>().for_each(|error| comes_back(&error, json));
    failures::<epp::Error>().for_each(|error| comes_back(&error, xml));
    failures::<namecheap::Error>().for_each(|error| comes_back(&error, xml));
    failures::<rpc::Error>().for_each(|error| comes_back(&error, json));

    let status = HttpStatus::new(400).unwrap();
    let new = Unrecognized::new("<New> & odd").with_status(status);
    comes_back::<cloudflare::Error>(&new.clone().with_code("81099").into(), json);
    comes_back::<epp::Error>(&new.clone().with_code("2999").into(), xml);
    comes_back::<namecheap::Error>(&new.clone().with_code("2030166").into(), xml);
    comes_back::<rpc::Error>(&new.with_code("success").into(), json);
    let system = System::new("read-only").with_code("i-4711").with_status(status);
    comes_back::<rpc::Error>(&system.into(), json);
    let violation = Violation::new("is \"required\"");
    let refused = Validation::new("no")
        .with_violation(violation.clone().with_field("contact.phone").with_rule("MAX"))
        .with_violation(violation)
        .with_status(status);
    comes_back::<rpc::Error>(&refused.into(), json);
}

#[test]
fn a_provider_has_no_body_in_the_other_format() {
    let taken = rpc::Error::DomainTaken { domain: Some("a.example".into()) };
    assert!(taken.to_provider_response(BodyFormat::Xml).is_none());
    assert!(namecheap::Error::DomainNotFound.to_provider_response(BodyFormat::Json).is_none());
}

#[test]
fn all_errors_of_a_body_are_read() {
    let body = r#"<ApiResponse Status="ERROR"><Errors>
        <Error Number="2015182">Phone</Error><Error Number="1011150">Invalid request IP: ::1</Error>
        <Error Number="9">New</Error></Errors></ApiResponse>"#;
    let read = namecheap::decode(Input::new(body.as_bytes()));
    let ip = namecheap::Error::RequestIpInvalid { ip: Some("::1".into()) };
    let new = Unrecognized::new("New").with_code("9");
    assert_eq!(read.errors(), [namecheap::Error::ContactPhoneInvalid, ip, new.into()]);

    let body = r#"{"success":false,"errors":[
        {"code":"81058","message":"-"},{"code":1049,"message":"a.example is not a registered domain"}]}"#;
    let read = cloudflare::decode(Input::new(body.as_bytes()));
    let domain = Some("a.example".into());
    let identical = cloudflare::Error::AnIdenticalRecordAlreadyExists;
    assert_eq!(read.errors(), [identical, cloudflare::Error::DomainNotRegistered { domain }]);
}
