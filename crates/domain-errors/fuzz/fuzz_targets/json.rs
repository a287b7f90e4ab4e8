//! Bodies in JSON, or in nothing.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use domain_errors::{CatalogCode as _, CatalogError, Input, decode, domains, wapi, wix};
use libfuzzer_sys::fuzz_target;

fn check<E: CatalogError>(body: &[u8]) {
    let response = decode::<E>(Input::new(body));
    assert_eq!(response.outcome().is_failure(), response.error().is_some());
    if response.error().is_none() {
        let code = response.code().expect("a success has a code");
        assert_eq!(oracle::code(body).as_deref(), Some(code.as_str()));
    }
}

fuzz_target!(|body: &[u8]| {
    check::<domains::Error>(body);
    check::<wapi::Error>(body);
    check::<wix::Error>(body);
    let Ok(text) = str::from_utf8(body) else { return };
    let raw = errcat::rt::wire::read(&Input::new(body), wapi::Code::TABLES.spec);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if oracle::is_markup(text) {
        assert!(!raw.is_readable || oracle::is_xml(text));
    } else {
        assert_eq!(raw.is_readable, oracle::is_json(text));
    }
});
