use std::collections::{BTreeMap, HashMap};

use domain_errors::{CatalogError, ErrorKind, GrpcCode, Retry, domains, wapi, wix};
use proptest::prelude::*;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

use crate::support::{bodies, failures, values};

/// The status as the other side gets it: through headers.
fn sent(status: &Status) -> Status {
    let mut headers = http::HeaderMap::new();
    status.add_header(&mut headers).unwrap();
    Status::from_header_map(&headers).unwrap()
}

fn comes_back<E: CatalogError>(error: &E) {
    let status = sent(&error.to_status());
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
    let told = details.retry_info().and_then(|info| info.retry_delay);
    assert_eq!(told.map(|delay| delay.as_secs()), delay);
    assert_eq!(E::from_status(&status).as_ref(), Some(error), "{details:?}");
}

fn all_come_back<E: CatalogError>(values: &[Option<String>]) {
    failures::<E>(values).iter().chain(&bodies()).for_each(comes_back);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn what_is_sent_is_received_as_the_same_error(values in values()) {
        all_come_back::<domains::Error>(&values);
        all_come_back::<wapi::Error>(&values);
        all_come_back::<wix::Error>(&values);
    }

    #[test]
    fn reading_never_panics(details in any::<Vec<u8>>()) {
        let status = Status::with_details(Code::Internal, "", details.into());
        prop_assert_eq!(wapi::Error::from_status(&status), None);
    }
}

#[test]
fn a_case_tells_all_that_the_catalog_knows() {
    let error = wix::Error::DomainRestricted { domain_name: Some("a.cz".into()) };
    let status = Status::from(&error);
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
    let status = bodies::<wix::Error>()[1].to_status();
    assert_eq!((status.code(), status.message()), (Code::InvalidArgument, "Invalid & refused"));
    let details = status.get_error_details();
    let rows = details.bad_request().unwrap().field_violations.iter();
    let rows: Vec<_> = rows.map(|row| (row.field.as_str(), row.reason.as_str())).collect();
    assert_eq!(rows, [("", ""), ("a.b[0]", ""), ("", "MAX_LENGTH"), ("c", "X")]);
    let plain = wapi::Error::DomainRegistered.to_status();
    assert!(plain.get_details_bad_request().is_none());
}

#[test]
fn a_status_of_somebody_else_is_no_error_of_ours() {
    let own = Status::from(wapi::Error::DomainRegistered);
    assert_eq!(domains::Error::from_status(&own), None);
    assert_eq!(wapi::Error::from_status(&Status::not_found("no")), None);
    let details = ErrorDetails::with_error_info("DOMAIN_REGISTERED", "other.example", []);
    let other = Status::with_error_details(Code::Aborted, "", details);
    assert_eq!(wapi::Error::from_status(&other), None);
}

#[test]
fn what_another_version_knows_is_unrecognised() {
    let read = |reason: &str, metadata: &[(&str, &str)]| {
        let metadata = metadata.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let metadata: HashMap<_, _> = metadata.collect();
        let details = ErrorDetails::with_error_info(reason, "api.wedos.com", metadata);
        wapi::Error::from_status(&Status::with_error_details(Code::Aborted, "", details)).unwrap()
    };
    assert_eq!(read("DOMAIN_REGISTERED", &[]), wapi::Error::DomainRegistered);
    let new = read("SOMETHING_NEW", &[("code", "4999")]);
    assert_eq!((new.kind(), new.to_string().as_str()), (ErrorKind::Unrecognised, "4999"));
    let odd = read("DOMAIN_REGISTERED", &[("code", "2999")]);
    assert_eq!((odd.kind(), odd.grpc()), (ErrorKind::Unrecognised, GrpcCode::InvalidArgument));
}
