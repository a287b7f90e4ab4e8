//! One sentence for the customer: in the language that a browser asks for, and without anything that
//! only engineers know.
#![cfg(all(
    feature = "problem",
    feature = "tonic",
    feature = "domains",
    feature = "wapi",
    feature = "wix"
))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

use domain_errors::{
    Audience, Case, CatalogCode, CatalogError, Failure, HttpStatus, Meaning, Problem, System, Tell,
    Unrecognized, domains, wapi, wix,
};
use proptest::prelude::*;
use tonic_types::StatusExt;

const TAKEN: wapi::Code = wapi::Code::DomainRegistered;

#[test]
fn a_header_chooses_the_language() {
    for (accept_language, language) in [
        ("", "en"),
        ("cs", "cs"),
        ("CS-cz", "cs"),
        ("cs, en", "cs"),
        ("en, cs", "en"),
        ("en;q=0.8, cs", "cs"),
        ("cs-CZ,cs;q=0.9,en-US;q=0.8,en;q=0.7", "cs"),
        ("de, fr;q=0.9, cs;q=0.1", "cs"),
        ("de, fr", "en"),
        ("sk-SK, *;q=0.5", "en"),
        ("*", "en"),
        ("en;q=0, *", "cs"),
        ("en;q=0, *;q=0", "en"),
        ("cs;q=0, cs-CZ, en;q=0.1", "en"),
        ("*, cs", "cs"),
        ("*;q=0.9, cs;q=0.8", "en"),
        ("*, cs;q=0", "en"),
        ("cs;q=0.*", "en"),
        (" cs\t;\tq=0.5 , en ; Q=0.4", "cs"),
        ("csx, c, cs_CZ, cs CZ, \u{10d}s", "en"),
        ("cs;q=1.001, cs;q=2, cs;q=0.1234, cs;q=x, cs;q=, cs;, cs;level=1, cs;q=0.5;x=1", "en"),
        (",,;,;q=1,=,q=1,-,cs;q=1.000,", "cs"),
    ] {
        assert_eq!(TAKEN.tell(accept_language).language, language, "{accept_language}");
    }
}

/// Chooses a language the way RFC 4647 describes it: range by range, in the order of their weights.
fn looked_up(ranges: &[(&str, u32)]) -> &'static str {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let is_excluded = |own: &str| ranges.iter().any(|(tag, weight)| *tag == own && *weight == 0);
    let is_named = |own: &str| ranges.iter().any(|(tag, _)| primary(tag) == own);
    let mut sorted: Vec<_> = ranges.iter().filter(|(_, weight)| *weight > 0).collect();
    sorted.sort_by_key(|(tag, weight)| (std::cmp::Reverse(*weight), *tag == "*"));
    let wanted = sorted.iter().find_map(|(tag, _)| {
        let fits = |own: &&str| match *tag {
            "*" => !is_named(own),
            tag => primary(tag) == **own && !is_excluded(own),
        };
        ["en", "cs"].into_iter().find(fits)
    });
    wanted.unwrap_or("en")
}

proptest! {
    #[test]
    fn ranges_are_looked_up_in_the_order_of_their_weights(
        ranges in proptest::collection::vec(
            (prop::sample::select(vec!["en", "cs", "en-GB", "cs-CZ", "de", "*", "zh-Hant-TW"]), 0..4_u32),
            0..8,
        ),
        between in "[ \t]{0,2}",
    ) {
        let written = ranges.iter().map(|(tag, weight)| match weight {
            3 => format!("{between}{tag}"),
            weight => format!("{tag}{between};{between}q=0.{}", weight * 4),
        });
        let header = written.collect::<Vec<_>>().join(&format!("{between},"));
        prop_assert_eq!(TAKEN.tell(&header).language, looked_up(&ranges), "{}", header);
    }

    #[test]
    fn any_header_gives_a_sentence(header in "[-,;=.*q01 a-z\u{e9}\u{0}]{0,40}|.*") {
        let Tell { text, language, .. } = TAKEN.tell(&header);
        prop_assert!(!text.is_empty() && ["en", "cs"].contains(&language));
    }
}

/// Returns whether a sentence has a word that only engineers know: the name of a provider, the code,
/// or the name of a field.
fn leaks<C: CatalogCode>(case: Case<C>, text: &str, fields: &[&str]) -> bool {
    let words = || text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let is_name = |word: &str| ["wapi", "wedos", "wix"].contains(&&*word.to_lowercase());
    let is_field = |word: &str| {
        word.chars().any(char::is_uppercase) && fields.contains(&word) && word.len() > 1
    };
    let code = case.code().as_str();
    // Some codes of Wix are words, such as `Forbidden`.
    let is_code = code.contains(|letter: char| letter.is_ascii_digit() || letter == '_');
    words().any(|word| is_name(word) || is_field(word) || (is_code && word == code))
}

fn sentences_hide<E: CatalogError>() -> usize {
    for case in Case::<E::Code>::all() {
        let error = E::from_case(case);
        let params = error.iter().flat_map(|error| error.params());
        let fields: Vec<&str> = params.map(|param| param.name).collect();
        for language in ["en", "cs"] {
            let own = case.tell(language);
            assert!(!leaks(case, own.text, &fields), "{case:?}: {own}");
            assert_eq!(own.language, language);
            for audience in [Audience::Client, Audience::AccountOwner, Audience::Operator] {
                let Some(error) = &error else { continue };
                let reply = error.reply(audience);
                let told = reply.tell(language);
                // The case of somebody else is nobody's business.
                let relayed = reply.meaning_id().parse::<Meaning>().unwrap().tell(language);
                assert_eq!(told, if reply.is_relayed() { relayed } else { own }, "{case:?}");
                assert_eq!(told, Failure::new(error.clone()).reply(audience).tell(language));
                let answered = error.answer_in::<E>(audience);
                assert_eq!(told, answered.reply().tell(language));
            }
        }
    }
    E::Code::ALL.len()
}

#[test]
fn no_sentence_shows_a_provider_a_code_or_a_field() {
    let codes = sentences_hide::<domains::Error>()
        + sentences_hide::<wapi::Error>()
        + sentences_hide::<wix::Error>();
    assert_eq!(codes, 293);
}

#[test]
fn an_answer_in_other_words_has_the_sentence_of_the_reply() {
    for error in Case::<wapi::Code>::all().filter_map(wapi::Error::from_case) {
        for audience in [Audience::Client, Audience::AccountOwner] {
            let told = error.reply(audience).tell("cs");
            assert_eq!(error.answer_in::<wix::Error>(audience).reply().tell("cs"), told);
            assert_eq!(error.answer_in::<domains::Error>(audience).reply().tell("cs"), told);
        }
    }
}

#[test]
fn an_error_without_a_case_asks_no_customer_to_act() {
    let proxy = wapi::Error::from(System::new("<html>"));
    // Its meaning is that of a wrong request.
    let new = wapi::Error::from(Unrecognized::new("").with_code("2298"));
    assert_eq!(new.meaning(), Meaning::Request);
    for error in [proxy, new] {
        assert_eq!(error.tell("cs"), Meaning::ProviderInternal.tell("cs"));
    }
    let busy = wapi::Error::from(System::new("").with_status(HttpStatus::new(503).unwrap()));
    assert_eq!(busy.tell("cs"), Meaning::ProviderUnavailable.tell("cs"));
}

#[test]
fn a_problem_and_a_status_are_in_the_language_of_the_reply() {
    let error = wapi::Error::DomainRegistered;
    let [english, czech] = ["en", "cs"].map(|language| error.tell(language).text);
    for (accept_language, text, language) in
        [(None, english, "en"), (Some("cs-CZ, cs;q=0.9"), czech, "cs")]
    {
        let reply = error.reply(Audience::Client);
        let reply = accept_language.map_or(reply, |header| reply.in_language(header));
        let response = reply.to_http_response();
        assert_eq!(response.headers()["content-language"], language);
        let problem = Problem::from_http_response(&response).unwrap();
        assert_eq!((problem.detail(), problem.language()), (Some(text), Some(language)));
        assert_eq!(problem.to_error::<wapi::Error>(), Ok(error.clone()));
        let status = reply.to_status();
        let details = status.get_error_details();
        let localized = details.localized_message().unwrap();
        assert_eq!((&*localized.message, &*localized.locale), (text, language));
        assert_eq!(status.message(), english, "developers read English");
        assert_eq!(wapi::Error::from_status(&status), Ok(error.clone()));
    }
    // Nobody knows the language of the provider.
    let reply = error.reply(Audience::Operator).in_language("cs");
    assert_eq!(reply.problem().detail(), TAKEN.message());
    assert!(!reply.to_http_response().headers().contains_key("content-language"));
    let details = reply.to_status().get_error_details();
    assert_eq!(details.localized_message().unwrap().locale, "en");
}

#[test]
fn a_body_in_the_form_of_a_provider_is_in_a_language_too() {
    let error = wapi::Error::from(System::new("").with_status(HttpStatus::new(503).unwrap()));
    let answer = error.answer_in::<wix::Error>(Audience::Client).in_language("cs");
    let told = answer.reply().tell("cs");
    assert_eq!((answer.reply().problem().detail(), told.language), (Some(told.text), "cs"));
}
