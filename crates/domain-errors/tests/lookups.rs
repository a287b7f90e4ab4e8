//! Lookups find every code and nothing else.
#![cfg(all(feature = "domains", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{Case, CatalogCode, domains, wapi, wix};
use proptest::prelude::*;
use proptest::sample::select;

/// Finds a code by comparing all of them.
fn slow<C: CatalogCode>(text: &str) -> Option<C> {
    C::ALL.iter().copied().find(|code| code.as_str() == text)
}

#[test]
fn numbers_are_looked_up() {
    for number in (0..=u32::from(u16::MAX)).chain([u32::MAX, u32::MAX - 1, 1 << 31]) {
        let expected = wapi::Code::ALL.iter().copied().find(|code| code.number() == number);
        assert_eq!(wapi::Code::find_number(number), expected, "{number}");
        assert_eq!(wapi::Code::try_from(number).ok(), expected);
        assert_eq!(wapi::Code::find(&number.to_string()), expected);
    }
    assert!(wapi::Code::try_from(-3201).is_err());
    assert!(wapi::Code::try_from(3201_u64 + (1 << 32)).is_err());
}

#[test]
fn an_unknown_code_names_its_catalog() {
    let error = wapi::Code::try_from(1_u32).unwrap_err();
    assert_eq!((error.catalog(), error.words().len()), (Some("wapi"), 0));
    let error = "maybe".parse::<domain_errors::Retry>().unwrap_err();
    assert_eq!((error.catalog(), error.words().len()), (None, 4));
}

#[test]
fn only_the_usual_digits_are_a_number() {
    assert!(wapi::Code::find("3201").is_some());
    for text in ["", "03201", "+3201", "-3201", " 3201", "3201 ", "3201.0", "٣٢٠١", "3_201"] {
        assert_eq!(wapi::Code::find(text), None, "{text}");
    }
}

#[test]
fn codes_convert_into_numbers_texts_and_facts() {
    let code = wapi::Code::DomainRegistered;
    assert_eq!(u32::from(code), 3201);
    assert_eq!(<&str>::from(code), "3201");
    let case = code.cases().next().unwrap();
    assert_eq!(wapi::Code::from(case), code);
    assert_eq!(case.to_string(), "3201: Domain is registered");
    assert_eq!(domain_errors::Facts::from(code), case.facts());
    assert_eq!(format!("{code:>6}"), "  3201");
    let error = "nothing".parse::<wix::Code>().unwrap_err();
    assert_eq!(error.to_string(), "expected a code of the catalog `wix`");
}

#[test]
fn accessors_are_const() {
    const CODE: Option<wapi::Code> = wapi::Code::find_number(3204);
    const HTTP: u16 = wapi::Code::DomainInQuarantine.http().get();
    const NAME: &str = wapi::Code::DomainInQuarantine.name();
    assert_eq!(
        (CODE, HTTP, NAME),
        (Some(wapi::Code::DomainInQuarantine), 409, "DomainInQuarantine")
    );
}

proptest! {
    /// A table without a full comparison would find a code for a text that is one edit away.
    #[test]
    fn near_misses_are_not_found(
        wix in select(wix::Code::ALL),
        domains in select(domains::Code::ALL),
        place in 0_usize..32,
        byte in 0x20_u8..0x7f,
    ) {
        for text in [wix.as_str(), domains.as_str()] {
            let mut edited = text.as_bytes().to_vec();
            let place = place % edited.len();
            edited[place] = byte;
            let edited = String::from_utf8(edited).unwrap();
            prop_assert_eq!(wix::Code::find(&edited), slow(&edited));
            prop_assert_eq!(domains::Code::find(&edited), slow(&edited));
            prop_assert_eq!(wix::Code::find(&text[..place]), slow(&text[..place]));
            let longer = format!("{text}{edited}");
            prop_assert_eq!(wix::Code::find(&longer), None);
        }
    }

    #[test]
    fn texts_are_looked_up(text in any::<String>()) {
        prop_assert_eq!(wix::Code::find(&text), slow(&text));
        prop_assert_eq!(domains::Code::find(&text), slow(&text));
        prop_assert_eq!(wapi::Code::find(&text), slow(&text));
    }
}

#[test]
fn a_case_is_found_by_its_id() {
    for case in Case::<wix::Code>::all() {
        assert_eq!(case.id().to_string().parse(), Ok(case));
    }
    let case: Case<wix::Code> = "domain-restricted".parse().unwrap();
    assert_eq!((case.name(), case.code()), ("DomainRestricted", wix::Code::InvalidDomain));
    let only = wapi::Code::DomainRegistered.cases().next().unwrap();
    assert_eq!(only.id().to_string(), "domain-registered");
    for text in ["", "domain", "DomainRestricted", "domain-restricted-"] {
        let error = text.parse::<Case<wix::Code>>().unwrap_err();
        assert_eq!(error.to_string(), "expected a case of the catalog `wix`");
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_case_in_serde_is_its_id() {
    let case: Case<wix::Code> = "domain-restricted".parse().unwrap();
    let json = serde_json::to_string(&case).unwrap();
    assert_eq!(json, "\"domain-restricted\"");
    assert_eq!(serde_json::from_str::<Case<wix::Code>>(&json).unwrap(), case);
    assert!(serde_json::from_str::<Case<wix::Code>>("\"no-such-case\"").is_err());
}

#[cfg(feature = "serde")]
#[test]
fn a_code_in_serde_is_as_on_the_wire() {
    let code = wapi::Code::DomainRegistered;
    assert_eq!(serde_json::to_string(&code).unwrap(), "3201");
    assert_eq!(serde_json::from_str::<wapi::Code>("3201").unwrap(), code);
    assert_eq!(serde_json::from_str::<wapi::Code>("\"3201\"").unwrap(), code);
    for wrong in ["9999", "-3201", "3201.5", "\"03201\"", "null", "[3201]", "4294970497"] {
        assert!(serde_json::from_str::<wapi::Code>(wrong).is_err(), "{wrong}");
    }
    assert_eq!(serde_json::to_string(&wix::Code::InvalidDomain).unwrap(), "\"Invalid domain\"");
    let error = serde_json::from_str::<wix::Code>("\"Nothing\"").unwrap_err().to_string();
    assert!(error.contains("a code of the catalog `wix`"), "{error}");
    assert!(serde_json::from_str::<wix::Code>("3201").is_err());
}
