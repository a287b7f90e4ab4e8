//! Translations between the shop's own catalog and those of `domain-errors`, in both directions.

use domain_errors::{Audience, Basis, Case, Relation, Translation, domains, wapi};
use shop::acme::{Code, Error};

/// Translations are available at compile time.
const TAKEN: Option<Translation<wapi::Code>> = Code::DomainTaken.translate();

#[test]
fn the_same_meaning_translates_exactly_in_both_directions() {
    let there = TAKEN.unwrap();
    assert_eq!((there.target, there.relation), (wapi::Code::DomainRegistered, Relation::Exact));
    assert_eq!(there.via, Some("domain.already-registered"));
    let back = there.target.translate::<Code>().unwrap();
    assert_eq!(back.exact(), Some(Code::DomainTaken));
}

#[test]
fn a_custom_meaning_translates_to_a_wider_code() {
    // The parent of `domain.on-auction` is a meaning of the hub.
    let auction: Case<Code> = "domain-on-auction".parse().unwrap();
    let there = auction.translate::<domains::Code>().unwrap();
    assert_eq!(there.target.code(), domains::Code::DomainUnavailable);
    assert_eq!(there.relation, Relation::Wider);
    assert_eq!(there.exact(), None);
    // The Domains Service does not say that there is an auction.
    assert_eq!(domains::Code::DomainUnavailable.translate::<Code>(), None);
}

#[test]
fn a_success_never_translates_to_a_failure() {
    assert_eq!(Code::Ordered.translate::<domains::Code>(), None);
    let there = Code::Ordered.translate::<wapi::Code>();
    assert!(there.is_none_or(|there| !there.target.outcome().is_failure()));
}

#[test]
fn errors_translate_to_errors() {
    let error = Error::DomainTaken { name: Some("a.example".into()) };
    let there = error.translate::<wapi::Error>().unwrap();
    assert_eq!(there.target, wapi::Error::DomainRegistered);
    let back = there.target.translate::<Error>().unwrap();
    assert_eq!(back.target, Error::DomainTaken { name: None }, "WAPI does not say which domain");
}

#[test]
fn answers_lead_in_both_directions() {
    let client = Audience::Client;
    // For anybody further out, a failure that is not the client's is that of the registrar.
    for case in Case::<Code>::all().filter(|case| case.outcome().is_failure()) {
        let error = Error::from_case(case).unwrap();
        let answer = error.answer_in::<domains::Error>(client);
        assert_eq!(answer.reply().http(), error.reply(client).http());
        if error.reply(client).is_relayed() {
            let code = answer.target().and_then(domains::Error::code);
            assert_eq!(code, Some(domains::Code::IntegrationRegistrarFailed), "{error}");
            assert_eq!(answer.basis(), Basis::Relayed);
        } else {
            let same = error.translate::<domains::Error>().map(|there| there.target);
            assert_eq!(answer.into_target(), same, "{error}");
        }
    }
    for code in wapi::Code::ALL.iter().filter(|code| code.outcome().is_failure()) {
        let answer = code.answer_in::<Code>(client);
        let reply = code.reply(client);
        let expected = if reply.is_relayed() { None } else { code.translate::<Code>() };
        let found = (answer.target().copied(), answer.reply().http());
        assert_eq!(found, (expected.map(|there| there.target), reply.http()), "{code}");
    }
    let error: shop::AnyError = wapi::Error::DomainRegistered.into();
    let answer = error.answer_in::<Error>(client);
    assert_eq!(answer.into_target(), Some(Error::DomainTaken { name: None }));
}
