//! Codes and cases of the shop's own catalog.

use domain_errors::{Actor, Case, GrpcCode, HttpStatus, InvalidValue, Outcome, Retry};
use shop::Meaning;
use shop::acme::Code;

/// Facts are available at compile time.
const TAKEN: Option<Code> = Code::find_number(117);
const TAKEN_STATUS: HttpStatus = Code::DomainTaken.http();

/// Returns the case with an id.
fn case(id: &str) -> Case<Code> {
    id.parse().unwrap()
}

#[test]
fn codes_parse_and_display_as_on_the_wire() {
    assert_eq!(TAKEN, Some(Code::DomainTaken));
    assert_eq!("117".parse(), Ok(Code::DomainTaken));
    assert_eq!(Code::try_from(117_i64), Ok(Code::DomainTaken));
    assert_eq!(Code::DomainTaken.to_string(), "117");
    assert_eq!(u32::from(Code::DomainTaken), 117);
    let unknown: Result<Code, InvalidValue> = "118x".parse();
    assert_eq!(unknown.unwrap_err().to_string(), "expected a code of the catalog `acme`");
}

/// Code that was written before `DomainNotFree` was renamed.
#[test]
#[expect(deprecated, reason = "the test uses the deprecated name on purpose")]
fn an_alias_still_compiles() {
    assert_eq!(Code::DomainNotFree, Code::DomainTaken);
    assert!(matches!(Code::find_number(117), Some(Code::DomainNotFree)));
}

#[test]
fn codes_serialize_as_json_numbers() {
    let json = serde_json::to_string(&[Code::DomainTaken, Code::Ordered]).unwrap();
    assert_eq!(json, "[117,1]");
    let codes: Vec<Code> = serde_json::from_str("[1, \"117\"]").unwrap();
    assert_eq!(codes, [Code::Ordered, Code::DomainTaken]);
    assert!(serde_json::from_str::<Code>("7").is_err());
}

#[test]
fn codes_have_the_facts_of_the_catalog_or_their_meaning() {
    assert_eq!(TAKEN_STATUS.get(), 409);
    let code = Code::TooManyOrders;
    assert_eq!((code.http().get(), code.grpc()), (429, GrpcCode::ResourceExhausted));
    assert_eq!(code.retry(), Retry::Later { after_seconds: Some(60) });
    assert_eq!((code.outcome(), Code::Queued.outcome()), (Outcome::Failure, Outcome::Success));
    assert_eq!(Code::BalanceTooLow.actor(), Actor::AccountOwner);
    assert_eq!(Code::BalanceTooLow.group(), "Order errors");
    assert_eq!(code.label(), "acme.203");
    assert_eq!(code.docs().unwrap().to_string(), "https://docs.acme.example/errors#acme-203");
    let guidance = Code::DomainTaken.guidance().unwrap();
    assert_eq!(guidance.cause, "Somebody else holds the domain at the registry.");
}

#[test]
fn a_custom_meaning_inherits_from_the_hub() {
    let (auction, blocked) = (case("domain-on-auction"), case("domain-blocked"));
    assert_eq!(auction.meaning(), Meaning::DomainOnAuction);
    assert!(auction.meaning().is_a(Meaning::DomainUnavailable));
    assert_eq!(auction.http(), blocked.http());
    assert_eq!(auction.retry(), Retry::Later { after_seconds: None });
}

#[test]
fn a_code_with_several_cases_has_the_facts_they_share() {
    let code = Code::DomainRefused;
    assert!(code.cases().eq([case("domain-on-auction"), case("domain-blocked")]));
    assert_eq!((code.message(), code.guidance()), (None, None));
    assert_eq!(code.meaning(), Meaning::DomainUnavailable);
    assert_eq!(code.retry(), Retry::Never);
}

#[test]
fn cases_are_listed_by_operation() {
    assert!(Code::operations().eq(["Order Domain", "Transfer Domain"]));
    let mut possible = Code::cases_of("Transfer Domain");
    assert!(possible.any(|case| case.code() == Code::TransferCodeWrong));
    assert!(!Code::cases_of("Transfer Domain").any(|one| one == case("domain-on-auction")));
}

#[test]
fn an_unlisted_number_has_a_class() {
    let class = Code::class_of(299).unwrap();
    assert_eq!((class.meaning, class.group), (Meaning::Billing, "Order errors"));
    assert_eq!(Code::class_of(300), None);
}

#[test]
fn a_meaning_of_the_joined_crate_is_one_of_the_shop() {
    let theirs = domain_errors::Meaning::ALL.iter().copied();
    for meaning in theirs {
        assert_eq!(Meaning::from(meaning).id(), meaning.id());
    }
    assert_eq!(Meaning::ALL.len(), domain_errors::Meaning::ALL.len() + 1);
}
