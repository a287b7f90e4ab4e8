//! Bodies in XML.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
#[allow(dead_code, reason = "the target of JSON uses the rest")]
mod oracle;

use domain_errors::{Input, wapi};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &[u8]| {
    // Within the element that is looked into, or the fuzzer spends its time outside of it.
    let body = [b"<response>", inside, b"</response>"].concat();
    for body in [inside, &body] {
        let response = wapi::decode(Input::new(body));
        assert_eq!(response.outcome().is_failure(), response.error().is_some());
        if response.error().is_none() {
            let code = response.code().expect("a success has a code");
            assert!(oracle::codes(body).iter().any(|other| other == code.as_str()));
        }
    }
});
