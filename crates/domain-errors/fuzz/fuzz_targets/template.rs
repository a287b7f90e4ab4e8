//! A template and a text, with a NUL between them.
#![no_main]

use errcat::wire::fit;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let Some((template, text)) = input.split_once('\0') else { return };
    if let Some(fit) = fit(template, text) {
        assert!(fit.values.iter().all(|(_, value)| !value.is_empty() && text.contains(value)));
    }
});
