//! Translations between the codes of a registry and those of the other providers.

use domain_errors::{Audience, Basis, Outcome, Relation, domains, wapi, wix};
use providers::epp::Code;

#[test]
fn the_catalog_has_all_codes_of_the_rfc() {
    assert_eq!(Code::ALL.len(), 34);
    let failures = Code::ALL.iter().filter(|code| code.outcome().is_failure());
    assert_eq!(failures.count(), 29);
    assert!(Code::ALL.iter().all(|code| code.outcome() != Outcome::Notification));
}

#[test]
fn the_same_meaning_translates_exactly() {
    let there = Code::UnknownCommand.translate::<wapi::Code>().unwrap();
    assert_eq!((there.target.as_str(), there.relation), ("2010", Relation::Exact));
    let there = Code::ObjectExists.translate::<wix::Code>().unwrap();
    assert_eq!((there.target, there.relation), (wix::Code::AlreadyExists, Relation::Exact));
    let back = there.target.translate::<Code>().unwrap();
    assert_eq!(back.exact(), Some(Code::ObjectExists));
}

#[test]
fn an_epp_object_need_not_be_a_domain() {
    // 2302 can be a contact, so it is not "the domain is registered" ...
    assert_eq!(Code::ObjectExists.translate::<wapi::Code>(), None);
    assert_eq!(Code::ObjectExists.translate::<domains::Code>(), None);
    // ... but a registered domain is an object that exists.
    let registered = wapi::Code::DomainRegistered.translate::<Code>().unwrap();
    assert_eq!((registered.target, registered.relation), (Code::ObjectExists, Relation::Wider));
    let exists = domains::Code::DomainAlreadyExists.translate::<Code>().unwrap();
    assert_eq!((exists.target, exists.relation), (Code::ObjectExists, Relation::Wider));
}

#[test]
fn a_close_translation_is_marked_close() {
    let there = Code::ObjectNotPendingTransfer.translate::<domains::Code>().unwrap();
    assert_eq!((there.target.as_str(), there.relation), ("DOMAIN_017", Relation::Close));
}

#[test]
fn codes_translate_between_the_registry_and_the_others() {
    let failed = Code::CommandFailed;
    assert_eq!(failed.translate::<wapi::Code>().unwrap().target.as_str(), "4000");
    assert_eq!(failed.translate::<wix::Code>().unwrap().target.as_str(), "INTERNAL");
    let denied = wix::Code::PermissionDenied.translate::<Code>().unwrap();
    assert_eq!(denied.target.as_str(), "2201");
}

#[test]
fn a_success_never_translates_to_a_failure() {
    for code in Code::ALL.iter().filter(|code| !code.outcome().is_failure()) {
        let there = code.translate::<wapi::Code>();
        assert!(there.is_none_or(|there| !there.target.outcome().is_failure()), "{code}");
    }
}

#[test]
fn every_code_has_an_answer_in_the_words_of_the_others() {
    for code in Code::ALL.iter().filter(|code| code.outcome().is_failure()) {
        for audience in Audience::ALL {
            let reply = code.reply(*audience);
            let wix = code.answer_in::<wix::Code>(*audience);
            assert_eq!(wix.reply().retry(), reply.retry(), "{code}");
            assert_eq!(wix.basis() == Basis::Relayed, reply.is_relayed(), "{code}");
        }
    }
    // The registry does not know the command: that is a mistake of the service.
    let answer = wapi::Code::UnknownCommand.answer_in::<Code>(Audience::Client);
    assert_eq!((answer.target(), answer.basis()), (Some(&Code::CommandFailed), Basis::Relayed));
}
