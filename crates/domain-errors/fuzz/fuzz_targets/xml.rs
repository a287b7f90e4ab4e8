//! Bodies in XML.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
#[allow(dead_code, reason = "the target of JSON uses the rest")]
mod oracle;

use domain_errors::{CatalogCode as _, Input, wapi};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &[u8]| {
    // Within the element that is looked into, or the fuzzer spends its time outside of it.
    let body = [b"<response xmlns:a='b'>", inside, b"</response>"].concat();
    for body in [inside, &body] {
        let response = wapi::decode(Input::new(body));
        assert_eq!(response.outcome().is_failure(), response.error().is_some());
        let Ok(text) = str::from_utf8(body) else { continue };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let raw = errcat::rt::wire::read(&Input::new(body), wapi::Code::TABLES.spec);
        if raw.is_readable && oracle::is_markup(text) {
            assert!(oracle::is_xml(text));
            let code = oracle::code(body).filter(|code| !code.trim().is_empty());
            assert_eq!(raw.code, code.map(Into::into));
        }
    }
});
