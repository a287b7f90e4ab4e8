//! Codes that may be unknown are kept, whichever version of a catalog wrote them.
#![cfg(all(feature = "domains", feature = "serde", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::HashSet;

use domain_errors::{CatalogCode, WireCode, domains, wapi, wix};
use proptest::prelude::*;
use serde_json::{Value, from_value, json, to_value};

/// Reads a value as a newer catalog may have written it, and returns the code.
fn comes_back<C: CatalogCode>(value: &Value) -> WireCode<C> {
    let code: WireCode<C> = from_value(value.clone()).unwrap();
    let written = to_value(&code).unwrap();
    assert_eq!(from_value::<WireCode<C>>(written).unwrap(), code, "{value}");
    code
}

/// Checks a text in every form that it has.
fn is_kept<C: CatalogCode>(text: &str) {
    let code = comes_back::<C>(&json!(text));
    assert_eq!((code.as_str(), code.known()), (text, C::find(text)));
    let all = [text.into(), text.to_owned().into(), text.parse().unwrap(), code];
    let known = C::find(text).map(WireCode::from);
    assert_eq!(all.into_iter().chain(known).collect::<HashSet<_>>().len(), 1, "{text}");
}

fn texts() -> impl Strategy<Value = String> {
    let codes: Vec<_> = domains::Code::ALL.iter().map(|code| code.as_str()).collect();
    prop_oneof![
        any::<String>(),
        "[-+]?[0-9]{1,21}",
        (1000_u32..5500).prop_map(|number| number.to_string()),
        proptest::sample::select(codes).prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn every_text_is_kept(text in texts()) {
        is_kept::<wapi::Code>(&text);
        is_kept::<wix::Code>(&text);
        is_kept::<domains::Code>(&text);
    }

    #[test]
    fn every_number_stays_a_number(number in any::<i64>(), large in any::<u64>(), near in 0_u32..9999) {
        for value in [json!(number), json!(large), json!(near)] {
            prop_assert_eq!(to_value(comes_back::<wapi::Code>(&value)).unwrap(), value);
        }
        let code = WireCode::<wapi::Code>::from(near);
        prop_assert_eq!(code.known(), wapi::Code::find_number(near));
        prop_assert_eq!(&code, &comes_back(&json!(near)));
        prop_assert_eq!(code, WireCode::from(near.to_string()));
        prop_assert_eq!(WireCode::<wix::Code>::from(near), WireCode::from(near.to_string()));
    }
}

#[test]
fn an_unknown_code_is_known_to_a_catalog_that_has_it() {
    let older = WireCode::<wix::Code>::from("DOMAIN_001");
    assert_eq!((older.known(), older.to_string().as_str()), (None, "DOMAIN_001"));
    let newer: WireCode<domains::Code> = from_value(to_value(&older).unwrap()).unwrap();
    assert_eq!(newer.known().unwrap().as_str(), "DOMAIN_001");
    assert_eq!(format!("{older:?} {newer:?}"), "\"DOMAIN_001\" DomainNotFound");
}

#[test]
fn other_types_are_errors() {
    fn refused<C: CatalogCode>(values: &[Value]) {
        for value in values {
            assert!(from_value::<WireCode<C>>(value.clone()).is_err(), "{value}");
        }
    }
    let none_of_both = [json!(null), json!({}), json!([3201]), json!(true), json!(3201.5)];
    refused::<wapi::Code>(&none_of_both);
    refused::<wix::Code>(&none_of_both);
    refused::<wix::Code>(&[json!(3201)]);
    // A number never starts with 0, so this is a text.
    assert_eq!(to_value(WireCode::<wapi::Code>::from("03201")).unwrap(), json!("03201"));
}
