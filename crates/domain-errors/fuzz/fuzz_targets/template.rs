//! A template and a text, with a NUL between them.
#![no_main]

use errcat::rt::wire::{Template, fit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let Some((template, text)) = input.split_once('\0') else { return };
    if let Some(fit) = fit(Template::of(template), text) {
        let mut values = fit.values.iter().map(|(_, place)| text.get(place.clone()));
        assert!(values.all(|value| value.is_some_and(|value| !value.is_empty())));
    }
});
