use std::collections::{BTreeMap, HashMap};

use domain_errors::{
    Audience, CatalogError, ErrorFacts, ErrorKind, GrpcCode, Retry, System, Unrecognized,
    Validation, Violation, domains, wapi, wix,
};
use proptest::prelude::*;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

use crate::support::{bodies, failures, values};

/// Returns a status as the other side receives it through headers.
fn sent(status: &Status) -> Status {
    let mut headers = http::HeaderMap::new();
    status.add_header(&mut headers).unwrap();
    Status::from_header_map(&headers).unwrap()
}

/// Returns the status that says everything.
fn written(error: &impl ErrorFacts) -> Status {
    error.reply(Audience::Operator).to_status()
}

fn comes_back<E: CatalogError>(error: &E) {
    let status = sent(&written(error));
    assert_eq!(status.code() as u8, error.grpc().number());
    assert!(!status.message().is_empty());
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    let is_reason = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    assert!(info.reason.len() <= 63 && info.reason.chars().all(is_reason), "{}", info.reason);
    assert!(info.metadata.keys().all(|key| key.len() <= 64), "{info:?}");
    let delay = match error.retry() {
        Retry::Later { after_seconds } => after_seconds.map(u64::from),
        _ => None,
    };
    let sent = details.retry_info().and_then(|info| info.retry_delay);
    assert_eq!(sent.map(|delay| delay.as_secs()), delay);
    assert_eq!(errcat::rt::status::error_of::<E>(&status).as_ref(), Ok(error), "{details:?}");
}

fn all_come_back<E: CatalogError>(values: &[Option<String>]) {
    failures::<E>(values).iter().chain(&bodies()).for_each(comes_back);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn a_sent_error_is_received_as_the_same_error(values in values()) {
        all_come_back::<domains::Error>(&values);
        all_come_back::<wapi::Error>(&values);
        all_come_back::<wix::Error>(&values);
    }

    #[test]
    fn reading_never_panics(details in any::<Vec<u8>>()) {
        let status = Status::with_details(Code::Internal, "", details.into());
        prop_assert!(wapi::Error::from_status(&status).is_err());
    }
}

#[test]
fn a_case_has_everything_that_the_catalog_knows() {
    let error = wix::Error::DomainRestricted { domain_name: Some("a.cz".into()) };
    let status = written(&error);
    let details = status.get_error_details();
    let info = details.error_info().unwrap().clone();
    let metadata: BTreeMap<_, _> = info.metadata.into_iter().collect();
    let shown = format!(
        "{:?} {}\n{} of {} {metadata:#?}\n{:#?}",
        status.code(),
        status.message(),
        info.reason,
        info.domain,
        (details.localized_message(), details.help())
    );
    insta::assert_snapshot!(shown);
}

#[test]
fn a_validation_is_a_bad_request() {
    let status = written(&bodies::<wix::Error>()[1]);
    assert_eq!((status.code(), status.message()), (Code::InvalidArgument, "Invalid & refused"));
    let details = status.get_error_details();
    let rows = details.bad_request().unwrap().field_violations.iter();
    let rows: Vec<_> = rows.map(|row| (row.field.as_str(), row.reason.as_str())).collect();
    assert_eq!(rows, [("", ""), ("a.b[0]", ""), ("", "MAX_LENGTH"), ("c", "X")]);
    let plain = written(&wapi::Error::DomainRegistered);
    assert!(plain.get_details_bad_request().is_none());
}

/// Returns the size of the headers of a status, as HTTP/2 counts it.
fn size(status: &Status) -> usize {
    let mut headers = http::HeaderMap::new();
    status.add_header(&mut headers).unwrap();
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 32).sum()
}

/// Returns the longest text that is read of a response, made of one letter.
fn long(letter: &str) -> String {
    letter.repeat(8 * 1024 / letter.len())
}

#[test]
fn a_status_fits_into_the_headers_that_peers_take() {
    let many = |texts: &str| {
        let violation = || Violation::new(texts).with_field("a.b").with_rule("MAX");
        (0..1000).fold(Validation::new(texts), |all, _| all.with_violation(violation()))
    };
    for letter in ["x", " ", "%", "ž", "漢", "\u{1f600}", "\u{1}"] {
        let text = long(letter);
        let values = [Some(text.clone())];
        let mut errors = failures::<wix::Error>(&values);
        errors.push(Unrecognized::new(text.as_str()).with_code(text.as_str()).into());
        errors.push(System::new(text.as_str()).with_code("7").into());
        errors.extend([many("is long").into(), many(&text).into()]);
        for error in errors {
            let size = size(&written(&error));
            assert!(size <= 7 * 1024 + 256, "{size} {:?} {letter:?}", error.kind());
            let read = wix::Error::from_status(&sent(&written(&error))).unwrap();
            assert_eq!((read.kind(), read.case()), (error.kind(), error.case()));
        }
    }
}

#[test]
fn details_that_do_not_fit_are_left_out_whole_and_named() {
    let left_out = |error: &wix::Error| {
        let info = written(error).get_details_error_info().unwrap();
        info.metadata.get("leftOut").cloned()
    };
    let sized = |size| wix::Error::DomainRestricted { domain_name: Some("x".repeat(size).into()) };
    assert_eq!(left_out(&sized(2000)), None);
    assert_eq!(wix::Error::from_status(&written(&sized(2000))), Ok(sized(2000)));
    assert_eq!(left_out(&sized(3500)).as_deref(), Some("domainName"));
    let status = written(&sized(3500));
    let unknown = wix::Error::DomainRestricted { domain_name: None };
    assert_eq!(wix::Error::from_status(&status), Ok(unknown));
    assert!(status.message().starts_with("Domain `xxx") && status.message().ends_with('…'));
    assert!(status.get_details_localized_message().is_some());

    let two =
        wix::Error::NonPremiumSite { domain: Some(long("x").into()), site_id: Some("s".into()) };
    let read = wix::Error::from_status(&written(&two));
    let other = wix::Error::NonPremiumSite { domain: None, site_id: Some("s".into()) };
    assert_eq!((read, left_out(&two).as_deref()), (Ok(other), Some("domain")));

    let violation = || Violation::new("y".repeat(1000));
    let refused = (0..9).fold(Validation::default(), |all, _| all.with_violation(violation()));
    let refused = wix::Error::from(refused);
    let read = wix::Error::from_status(&written(&refused));
    let Ok(wix::Error::Validation(read)) = read else { unreachable!("{read:?}") };
    assert_eq!((read.violations().len(), left_out(&refused).as_deref()), (3, Some("violations")));
}

#[test]
fn a_status_of_another_service_is_not_an_error_of_the_catalog() {
    let own = written(&wapi::Error::DomainRegistered);
    assert!(domains::Error::from_status(&own).is_err());
    assert!(wapi::Error::from_status(&Status::not_found("no")).is_err());
    let details = ErrorDetails::with_error_info("DOMAIN_REGISTERED", "other.example", []);
    let other = Status::with_error_details(Code::Aborted, "", details);
    assert!(wapi::Error::from_status(&other).is_err());
}

#[test]
fn a_case_of_another_version_is_unrecognized() {
    let read = |reason: &str, metadata: &[(&str, &str)]| {
        let metadata = metadata.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let metadata: HashMap<_, _> = metadata.collect();
        let details = ErrorDetails::with_error_info(reason, "api.wedos.com", metadata);
        wapi::Error::from_status(&Status::with_error_details(Code::Aborted, "", details)).unwrap()
    };
    assert_eq!(read("DOMAIN_REGISTERED", &[]), wapi::Error::DomainRegistered);
    let new = read("SOMETHING_NEW", &[("code", "4999")]);
    assert_eq!((new.kind(), new.to_string().as_str()), (ErrorKind::Unrecognized, "4999"));
    let odd = read("DOMAIN_REGISTERED", &[("code", "2999")]);
    assert_eq!((odd.kind(), odd.grpc()), (ErrorKind::Unrecognized, GrpcCode::InvalidArgument));
}
