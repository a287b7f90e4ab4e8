//! Answers of checked data, and of data that was broken on purpose: every use of that is an error
//! that names the law.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

use errcat::{Actor, Facts, GrpcCode, HttpStatus, Input, Outcome, Retry};
use errcat_model::decode::decode;
use errcat_model::diff::Diff;
use errcat_model::export::Export;
use errcat_model::translate::Translator;
use errcat_model::{BrokenLaw, CatalogSet, Law, Sources, load, profiles};

const HUB: &str = "meanings:
  - { id: success, title: Done, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
  - { id: success.queued, parent: success, title: Waits, tell: { en: It is so. } }
  - { id: failure, title: Failed, tell: { en: It is so. }, http: 500, grpc: UNKNOWN, retry: never, actor: provider }
  - { id: failure.busy, parent: failure, title: Busy, tell: { en: It is so. } }
  - { id: failure.unknown, parent: failure, title: Unknown, tell: { en: It is so. } }
roles: { passing: failure.busy, broken: failure, validation: failure, unknown: failure.unknown }";
const PROVIDER: &str = "id: acme
title: T
about: A.
domain: d
code-type: integer
sources: [{ id: list, title: List }]
envelopes:
  - { id: one, format: json, about: A., slots: { code: [/code] } }";

fn group(facts: &str, codes: &str) -> String {
    format!("group: {{ title: T, about: A., source: list, {facts} }}\ncodes: [{codes}]")
}

fn set() -> CatalogSet {
    let codes = "{ code: 10, name: Queued, is: success.queued },
        { code: 12, name: Waits, cases: [
            { id: waits, message: It waits, kind-of: success.queued },
            { id: waits-long, message: It waits long, kind-of: success.queued } ] },
        { code: 13, name: DoneOrWaits, cases: [
            { id: waits-or-so, message: It may wait, kind-of: success.queued },
            { id: done, message: It is done, is: success } ] }";
    let sources = Sources::from_texts([
        ("meanings.yaml", HUB.to_owned()),
        ("acme/provider.yaml", PROVIDER.to_owned()),
        ("acme/good.yaml", group("outcome: success, range: 1-19", codes)),
        ("acme/wide.yaml", group("range: 1-99, kind-of: failure", "")),
        ("acme/narrow.yaml", group("range: 20-29", "")),
        ("acme/narrowest.yaml", group("range: 22-23, kind-of: failure.busy", "")),
        ("acme/across.yaml", group("range: 23-24, kind-of: failure", "")),
    ]);
    load(&sources).unwrap()
}

fn laws(set: &CatalogSet) -> [Option<Law>; 4] {
    fn law<T>(result: Result<T, BrokenLaw>) -> Option<Law> {
        result.err().map(|error| error.law)
    }
    let acme = &set.catalogs[0];
    [
        law(Translator::new(set)),
        law(Export::new(set)),
        law(Diff::new(set, set)),
        law(decode(set, acme, &Input::new(b"{\"code\": 10}"))),
    ]
}

#[test]
fn a_missing_meaning_is_an_error_that_names_the_law() {
    let mut set = set();
    assert_eq!(laws(&set), [None; 4]);
    set.meanings.retain(|meaning| meaning.id != "success.queued");
    assert_eq!(laws(&set), [Some(Law::UnknownMeaning); 4]);
    let error = profiles::of_code(&set, &set.catalogs[0].codes[0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "internal error: `success.queued` breaks the law `unknown-meaning`"
    );
}

#[test]
fn a_code_without_a_case_is_an_error_that_names_the_law() {
    let mut set = set();
    set.catalogs[0].codes[0].cases.clear();
    let [translator, .., decoded] = laws(&set);
    assert_eq!(translator, Some(Law::CaseShape));
    assert_eq!(decoded, Some(Law::MissingRelation));
}

#[test]
fn a_meaning_of_another_branch_is_an_error_that_names_the_law() {
    let mut set = set();
    set.catalogs[0].codes[0].cases[0].meanings = vec!["failure".to_owned()];
    assert_eq!(laws(&set)[0], Some(Law::OutcomeCrossed));
}

/// The rule that `explain`, `decode`, the site and the generated code share.
#[test]
fn the_narrowest_range_with_a_meaning_answers_for_a_number() {
    let set = set();
    let acme = &set.catalogs[0];
    let meaning = |number: u32| acme.class_of(&number.to_string()).map(|(_, meaning)| meaning);
    assert_eq!(meaning(11), Some("failure"), "`good` has no `kind-of`");
    assert_eq!(meaning(20), Some("failure"), "`narrow` has no `kind-of`");
    assert_eq!(meaning(22), Some("failure.busy"));
    assert_eq!(meaning(23), Some("failure.busy"), "the lower of two equally narrow ranges");
    assert_eq!(meaning(24), Some("failure"));
    assert_eq!(meaning(100), None);
    for number in [11, 20, 22, 23, 24, 100] {
        let answer = profiles::of_class(&set, acme, &number.to_string()).unwrap();
        assert_eq!(answer.map(|answer| answer.meaning), meaning(number));
        let body = format!("{{\"code\": {number}}}");
        let decoded = decode(&set, acme, &Input::new(body.as_bytes())).unwrap();
        let expected = meaning(number).unwrap_or("failure.unknown");
        assert_eq!((decoded.known, decoded.meaning), (false, Some(expected)));
    }
}

#[test]
fn the_meaning_of_unknown_codes_answers_for_all_texts_and_for_numbers_in_no_range() {
    let mut set = set();
    set.catalogs[0].unknown = Some("failure.busy".to_owned());
    for (code, expected) in [
        ("24", "failure"),
        ("100", "failure.busy"),
        ("4294967296", "failure.busy"),
        ("A1", "failure.busy"),
    ] {
        let body = format!("{{\"code\": \"{code}\"}}");
        let decoded = decode(&set, &set.catalogs[0], &Input::new(body.as_bytes())).unwrap();
        assert_eq!((decoded.known, decoded.meaning), (false, Some(expected)), "{code}");
    }
}

#[test]
fn a_received_error_status_overrides_the_facts_of_a_class_unless_it_is_always_the_same() {
    let mut set = set();
    let read = |set: &CatalogSet, status| {
        let input = Input::new(b"{\"code\": 24}").with_status(HttpStatus::new(status).unwrap());
        let decoded = decode(set, &set.catalogs[0], &input).unwrap();
        let Facts { http, grpc, retry, .. } = decoded.facts.unwrap();
        assert_eq!(decoded.meaning, Some("failure"));
        (http.get(), grpc, retry)
    };
    let class = (500, GrpcCode::Unknown, Retry::Never);
    assert_eq!(read(&set, 200), class);
    assert_eq!(read(&set, 503), (503, GrpcCode::Unavailable, Retry::Never), "not `later`");
    assert_eq!(read(&set, 504), (504, GrpcCode::DeadlineExceeded, Retry::Query));
    let fixed = HttpStatus::new(200);
    set.catalogs[0].envelopes[0].http = fixed;
    assert_eq!([200, 503].map(|status| read(&set, status)), [class; 2]);
    set.catalogs[0].envelopes[0].outcome = Some(Outcome::Failure);
    assert_eq!(read(&set, 503), class);
}

/// The most cautious advice does no harm in any case.
#[test]
fn a_code_with_an_unknown_case_has_the_most_cautious_advice_of_its_cases() {
    let mut set = set();
    let later = |after_seconds| Retry::Later { after_seconds };
    for (advice, expected) in [
        ([later(Some(5)), later(None)], later(Some(5))),
        ([later(Some(5)), Retry::AfterFix], Retry::AfterFix),
        ([Retry::Never, Retry::AfterFix], Retry::Never),
        ([Retry::Query, Retry::Never], Retry::Query),
    ] {
        let code = set.catalogs[0].codes.iter_mut().find(|code| code.code == "12").unwrap();
        for (case, retry) in code.cases.iter_mut().zip(advice) {
            case.facts.retry = retry;
        }
        let code = set.catalogs[0].code("12").unwrap();
        assert_eq!(profiles::of_code(&set, code).unwrap().facts.retry, expected);
    }
}

/// A guess could blame a client or an account owner for what somebody else did.
#[test]
fn a_code_whose_cases_have_different_actors_is_for_the_operator() {
    use Actor::{AccountOwner, Caller, Operator, Provider};
    let mut set = set();
    for (actors, expected) in [
        ([Caller, Caller], Caller),
        ([Caller, Operator], Operator),
        ([Provider, Caller], Operator),
        ([AccountOwner, Provider], Operator),
    ] {
        for of_meaning in [Caller, AccountOwner, Provider] {
            let code = set.catalogs[0].codes.iter_mut().find(|code| code.code == "12").unwrap();
            for (case, actor) in code.cases.iter_mut().zip(actors) {
                case.facts.actor = actor;
            }
            for meaning in &mut set.meanings {
                meaning.facts.actor = of_meaning;
            }
            let code = set.catalogs[0].code("12").unwrap();
            assert_eq!(profiles::of_code(&set, code).unwrap().facts.actor, expected);
        }
    }
}

#[test]
fn a_code_with_an_unknown_case_has_the_nearest_meaning_above_all_of_its_cases() {
    let set = set();
    let acme = &set.catalogs[0];
    for (code, meaning) in [("12", "success.queued"), ("13", "success")] {
        let body = format!("{{\"code\": {code}}}");
        let decoded = decode(&set, acme, &Input::new(body.as_bytes())).unwrap();
        assert_eq!((decoded.known, decoded.case, decoded.meaning), (true, None, Some(meaning)));
    }
}
