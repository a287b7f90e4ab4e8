//! Every code, case and accessor agrees with the catalogs.
#![cfg(all(feature = "domains", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

use domain_errors::{Case, CatalogCode, CatalogMeaning as _, Facts, Retry, domains, wapi, wix};
use errcat_model::{CatalogSet, Sources, load};

fn set() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

#[test]
fn domains_agree() {
    agree::<domains::Code>(&set());
}

#[test]
fn wapi_agrees() {
    agree::<wapi::Code>(&set());
}

#[test]
fn wix_agrees() {
    agree::<wix::Code>(&set());
}

/// The texts and facts that codes and cases have in common.
struct Entry {
    message: Option<&'static str>,
    guidance: Option<domain_errors::Guidance>,
    facts: Facts,
    meaning: &'static str,
}

macro_rules! entry {
    ($of:ident) => {
        Entry {
            message: $of.message(),
            guidance: $of.guidance(),
            facts: $of.facts(),
            meaning: $of.meaning().id(),
        }
    };
}

fn agree<C: CatalogCode>(set: &CatalogSet) {
    let catalog = set.catalog(C::CATALOG).unwrap();
    assert_eq!((C::TITLE, C::DOMAIN), (catalog.title.as_str(), catalog.domain.as_str()));
    assert_eq!(C::ALL.len(), catalog.codes.len());
    let mut cases = Case::<C>::all();
    for (code, model) in C::ALL.iter().copied().zip(&catalog.codes) {
        assert_eq!(code.as_str(), model.code);
        assert_eq!(code.name(), model.name);
        assert_eq!(code.to_string(), model.code);
        assert_eq!(format!("{code:?}"), model.name);
        assert_eq!(code.label(), format!("{}.{}", C::CATALOG, model.code));
        assert_eq!(C::find(&model.code), Some(code));
        assert_eq!(model.code.parse(), Ok(code));
        assert_eq!(code.number(), model.code.parse().ok());
        if let Some(number) = code.number() {
            assert_eq!(C::find_number(number), Some(code));
        }
        assert_eq!(code.outcome(), model.outcome);
        assert_eq!(code.group(), catalog.group(&model.group).unwrap().title);
        assert_eq!(code.cases().len(), model.cases.len());
        for (case, model_case) in code.cases().zip(&model.cases) {
            assert_eq!(Some(case), cases.next());
            assert_eq!(case.code(), code);
            assert_eq!(case.name(), model_case.name);
            agrees(set, &entry!(case), model_case);
        }
        match model.cases.as_slice() {
            [case] => agrees(set, &entry!(code), case),
            several => joint_agrees(set, code, several),
        }
    }
    assert_eq!(cases.next(), None);
}

fn agrees(set: &CatalogSet, entry: &Entry, case: &errcat_model::Case) {
    assert_eq!(entry.message, case.messages.first().map(|message| message.text.as_str()));
    let guidance = entry.guidance.map(|guidance| (guidance.cause, guidance.action));
    let facts = entry.facts;
    let expected = case.guidance.as_ref();
    assert_eq!(guidance, expected.map(|own| (own.cause.as_str(), own.action.as_str())));
    assert_eq!(facts, case.facts);
    match case.meanings.as_slice() {
        [meaning] => assert_eq!(entry.meaning, meaning),
        several => assert!(several.iter().all(|meaning| is_kind_of(set, meaning, entry.meaning))),
    }
}

fn is_kind_of(set: &CatalogSet, meaning: &str, general: &str) -> bool {
    let meaning = set.meaning(meaning).unwrap();
    let parent = meaning.parent.as_deref();
    meaning.id == general || parent.is_some_and(|parent| is_kind_of(set, parent, general))
}

/// Checks that the facts of a code hold for each of its cases.
fn joint_agrees(set: &CatalogSet, code: impl CatalogCode, cases: &[errcat_model::Case]) {
    assert_eq!((code.message(), code.guidance()), (None, None));
    for case in cases {
        assert!(case.meanings.iter().all(|meaning| is_kind_of(set, meaning, code.meaning().id())));
        let same = |other: &errcat_model::Case| {
            other.facts.http == case.facts.http && other.facts.grpc == case.facts.grpc
        };
        if cases.iter().all(same) {
            assert_eq!((code.http(), code.grpc()), (case.facts.http, case.facts.grpc));
        }
        if code.retry().may_resend(true) {
            assert!(case.facts.retry.may_resend(true), "{code:?}");
        }
        assert!(case.facts.retry != Retry::Query || code.retry() == Retry::Query);
    }
}

#[test]
fn operations_agree() {
    let set = set();
    let catalog = set.catalog("wix").unwrap();
    let names: Vec<&str> =
        catalog.operations.iter().map(|operation| operation.name.as_str()).collect();
    assert_eq!(wix::Code::operations().collect::<Vec<_>>(), names);
    let models = catalog.codes.iter().flat_map(|code| &code.cases);
    for (case, model) in Case::<wix::Code>::all().zip(models) {
        let mut own: Vec<&str> = case.operations().collect();
        let mut expected: Vec<&str> = model.operations.iter().map(String::as_str).collect();
        own.sort_unstable();
        expected.sort_unstable();
        assert_eq!(own, expected);
        for name in &names {
            let expected = model.operations.is_empty() || own.contains(name);
            assert_eq!(wix::Code::cases_of(name).any(|other| other == case), expected);
        }
    }
    let anywhere =
        Case::<wix::Code>::all().filter(|case| case.operations().next().is_none()).count();
    assert_eq!(wix::Code::cases_of("no such operation").count(), anywhere);
}

#[test]
fn ranges_agree() {
    let set = set();
    let catalog = set.catalog("wapi").unwrap();
    for number in 0..7000 {
        let narrowest = catalog.class_of(&number.to_string());
        let class = wapi::Code::class_of(number);
        assert_eq!(
            class.map(|class| class.group),
            narrowest.map(|(group, _)| group.unwrap().title.as_str())
        );
        let meaning = narrowest.map(|(_, meaning)| meaning);
        assert_eq!(class.map(|class| class.meaning.id()), meaning);
        let meaning = meaning.and_then(|id| set.meaning(id));
        assert_eq!(class.map(|class| class.facts), meaning.map(|meaning| meaning.facts));
    }
    assert_eq!(wix::Code::class_of(2999), None);
}
