//! Bodies in JSON, or in nothing.
#![no_main]

use domain_errors::{Decode, Input, decode, domains, wapi, wix};
use libfuzzer_sys::fuzz_target;

fn check<E: Decode>(body: &[u8]) {
    let response = decode::<E>(&Input::new(body));
    assert_eq!(response.outcome().is_failure(), response.error().is_some());
    assert!(response.error().is_some() || response.code().is_some());
}

fuzz_target!(|body: &[u8]| {
    check::<domains::Error>(body);
    check::<wapi::Error>(body);
    check::<wix::Error>(body);
});
