//! The meanings of the hub as an enum.
#![cfg(all(feature = "alloc", feature = "domains", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{Meaning, System, Unrecognized, Validation, domains, wapi, wix};
use errcat_model::{Sources, load};

#[test]
fn every_meaning_is_that_of_the_hub() {
    let sources = Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
    let set = load(&sources).unwrap();
    assert_eq!(Meaning::ALL.len(), set.meanings.len());
    for (meaning, model) in Meaning::ALL.iter().copied().zip(&set.meanings) {
        assert_eq!((meaning.id(), meaning.title()), (&*model.id, &*model.title));
        assert_eq!(meaning.parent().map(Meaning::id), model.parent.as_deref());
        assert_eq!(format!("{meaning:?}"), model.name());
        assert_eq!(meaning.to_string(), model.id);
        assert_eq!(model.id.parse(), Ok(meaning));
        let json = serde_json::to_string(&meaning).unwrap();
        assert_eq!(json, format!("\"{}\"", model.id));
        assert_eq!(serde_json::from_str::<Meaning>(&json).unwrap(), meaning);
    }
    let error = "domain.gone".parse::<Meaning>().unwrap_err();
    assert_eq!(error.to_string(), "expected the id of a meaning");
}

#[test]
fn a_meaning_is_all_that_it_is_a_special_case_of() {
    let meaning = Meaning::DomainNotFound;
    assert!(meaning.is_a(meaning));
    assert!(meaning.is_a(Meaning::ResourceNotFound) && meaning.is_a(Meaning::Failure));
    assert!(!meaning.is_a(Meaning::DnsRecordNotFound) && !meaning.is_a(Meaning::Success));
    assert!(!Meaning::ResourceNotFound.is_a(meaning));
    assert_eq!(Meaning::Failure.parent(), None);
}

#[test]
fn one_arm_is_for_all_providers() {
    let is_taken = |meaning| matches!(meaning, Meaning::DomainAlreadyRegistered);
    assert!(is_taken(wapi::Error::DomainRegistered.meaning()));
    assert!(is_taken(domains::Error::DomainAlreadyExists.meaning()));
    let connected = wix::Error::DomainConnectedWithOtherSettings { domain_name: None };
    assert_eq!(connected.meaning(), Meaning::DomainAlreadyConnected);
}

#[test]
fn a_failure_without_a_code_has_the_meaning_of_its_role() {
    let meaning = |error: wix::Error| error.meaning();
    assert_eq!(meaning(Validation::new("Bad").into()), Meaning::RequestInvalid);
    assert_eq!(meaning(System::new("Down").into()), Meaning::Failure);
    assert_eq!(meaning(Unrecognized::new("?").with_code("NEW").into()), Meaning::Failure);
    let unlisted: wapi::Error = Unrecognized::new("?").with_code("2999").into();
    assert_eq!(unlisted.meaning(), Meaning::Request, "its number is in a range");
}
