//! The shop's own catalog against those of `domain-errors`, in both directions.

use domain_errors::{domains, Case, Relation, Translation, wapi};
use shop::acme::{Code, Error};
use shop::by_name;

/// A translation is there before the program starts.
const TAKEN: Option<Translation<wapi::Code>> = Code::DomainTaken.translate();

#[test]
fn what_means_the_same_is_exact_there_and_back() {
    let there = TAKEN.unwrap();
    assert_eq!((there.target, there.relation), (wapi::Code::DomainRegistered, Relation::Exact));
    assert_eq!(there.via, Some("domain.already-registered"));
    let back = there.target.translate::<Code>().unwrap();
    assert_eq!(back.exact(), Some(Code::DomainTaken));
}

#[test]
fn a_meaning_of_our_own_is_less_there() {
    // `domain.on-auction` hangs under a meaning that is shared.
    let auction: Case<Code> = "domain-on-auction".parse().unwrap();
    let there = auction.translate::<domains::Code>().unwrap();
    assert_eq!(there.target.code(), domains::Code::DomainUnavailable);
    assert_eq!(there.relation, Relation::Wider);
    assert_eq!(there.exact(), None);
    // That it is an auction is more than the Domains Service said.
    assert_eq!(domains::Code::DomainUnavailable.translate::<Code>(), None);
}

#[test]
fn a_success_is_no_error_there_either() {
    assert_eq!(Code::Ordered.translate::<domains::Code>(), None);
    let there = Code::Ordered.translate::<wapi::Code>();
    assert!(there.is_none_or(|there| !there.target.outcome().is_failure()));
}

#[test]
fn errors_become_errors() {
    let error = Error::DomainTaken { name: Some("a.example".into()) };
    let there = error.translate::<wapi::Error>().unwrap();
    assert_eq!(there.target, wapi::Error::DomainRegistered);
    let back = there.target.translate::<Error>().unwrap();
    assert_eq!(back.target, Error::DomainTaken { name: None }, "WAPI does not say which domain");
}

#[test]
fn names_lead_from_catalog_to_catalog() {
    let there = by_name::translate("acme:117", "domains").unwrap().unwrap();
    assert_eq!(there.target.to_string(), "domains:DOMAIN_002");
    let ours = by_name::translate("wapi:3201", "acme").unwrap().unwrap();
    assert_eq!(ours.target.to_string(), "acme:117");
    let between = by_name::translate("wapi:3201", "domains").unwrap().unwrap();
    assert_eq!(between.target.to_string(), "domains:DOMAIN_002");
    let case = by_name::translate("acme:118#domain-on-auction", "wapi").unwrap().unwrap();
    assert_eq!(case.target.to_string(), "wapi:3203");
}
