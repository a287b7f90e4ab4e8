//! Codes and cases of the shop's own catalog.

use domain_errors::{Actor, Case, CatalogCode as _, GrpcCode, HttpStatus, InvalidValue, Outcome, Retry};
use shop::acme::Code;

/// Facts are there before the program starts.
const TAKEN: Option<Code> = Code::find_number(117);
const TAKEN_STATUS: HttpStatus = Code::DomainTaken.http();

/// Returns the case with an id.
fn case(id: &str) -> Case<Code> {
    id.parse().unwrap()
}

#[test]
fn codes_are_read_and_written_as_on_the_wire() {
    assert_eq!(TAKEN, Some(Code::DomainTaken));
    assert_eq!("117".parse(), Ok(Code::DomainTaken));
    assert_eq!(Code::try_from(117_i64), Ok(Code::DomainTaken));
    assert_eq!(Code::DomainTaken.to_string(), "117");
    assert_eq!(u32::from(Code::DomainTaken), 117);
    let unknown: Result<Code, InvalidValue> = "118x".parse();
    assert_eq!(unknown.unwrap_err().to_string(), "expected a code of the catalog `acme`");
}

/// Code of the shop that was written before the code was renamed.
#[test]
#[expect(deprecated, reason = "that the old name is told to be one is the point")]
fn an_earlier_name_goes_on_to_compile() {
    assert_eq!(Code::DomainNotFree, Code::DomainTaken);
    assert!(matches!(Code::find_number(117), Some(Code::DomainNotFree)));
}

#[test]
fn codes_are_json_numbers() {
    let json = serde_json::to_string(&[Code::DomainTaken, Code::Ordered]).unwrap();
    assert_eq!(json, "[117,1]");
    let codes: Vec<Code> = serde_json::from_str("[1, \"117\"]").unwrap();
    assert_eq!(codes, [Code::Ordered, Code::DomainTaken]);
    assert!(serde_json::from_str::<Code>("7").is_err());
}

#[test]
fn codes_answer_what_the_catalog_or_their_meaning_says() {
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
fn a_meaning_of_our_own_stands_under_one_of_the_hub() {
    let (auction, blocked) = (case("domain-on-auction"), case("domain-blocked"));
    assert_eq!(auction.meaning(), "domain.on-auction");
    assert_eq!(auction.http(), blocked.http());
    assert_eq!(auction.retry(), Retry::Later { after_seconds: None });
}

#[test]
fn a_code_with_several_cases_answers_what_holds_for_all() {
    let code = Code::DomainRefused;
    assert!(code.cases().eq([case("domain-on-auction"), case("domain-blocked")]));
    assert_eq!((code.message(), code.guidance()), (None, None));
    assert_eq!(code.meaning(), "domain.unavailable");
    assert_eq!(code.retry(), Retry::Never);
}

#[test]
fn an_operation_has_its_cases() {
    assert!(Code::operations().eq(["Order Domain", "Transfer Domain"]));
    let mut possible = Code::cases_of("Transfer Domain");
    assert!(possible.any(|case| case.code() == Code::TransferCodeWrong));
    assert!(!Code::cases_of("Transfer Domain").any(|one| one == case("domain-on-auction")));
}

#[test]
fn a_number_that_nobody_has_written_down_has_a_class() {
    let class = Code::class_of(299).unwrap();
    assert_eq!((class.meaning, class.group), ("billing", "Order errors"));
    assert_eq!(Code::class_of(300), None);
}
