//! Messages give back the values that they were made of.
#![cfg(any(feature = "json", feature = "xml"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use errcat::rt::wire::{Template, fit};
use proptest::prelude::*;

fn values<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
    let fit = fit(Template::of(template), text)?;
    Some(fit.values.iter().map(|(name, place)| (*name, text.get(place.clone()).unwrap())).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Literals of capitals and values of small letters: there is one way to part them.
    #[test]
    fn values_come_back(
        start in "[A-Z ]{0,5}",
        params in proptest::collection::vec(("[a-zž\"<>]{1,6}", "[A-Z]{1,5}"), 0..6),
        (ticks, in_template) in any::<(bool, bool)>(),
    ) {
        let names = (0..params.len()).map(|index| format!("p{index}")).collect::<Vec<_>>();
        let quoted = |text: &str, is_quoted| if is_quoted { format!("`{text}`") } else { text.into() };
        let (mut template, mut text) = (start.clone(), start);
        for (name, (value, literal)) in names.iter().zip(&params) {
            template += &(quoted(&format!("<{name}>"), in_template) + literal);
            text += &(quoted(value, ticks) + literal);
        }
        let found = values(&template, &text);
        let literals: Vec<&str> = params.iter().map(|(_, literal)| literal.as_str()).collect();
        let (_, inner) = literals.split_last().map_or(("", &[][..]), |(last, inner)| (*last, inner));
        // A literal that is part of a later one can be found there too, and says nothing then.
        let is_unique = |(index, one): (usize, &&str)| {
            literals.iter().skip(index + 1).all(|other| !other.contains(*one))
        };
        if inner.iter().enumerate().all(is_unique) {
            let expected = names.iter().map(String::as_str);
            let expected = expected.zip(params.iter().map(|(value, _)| value.as_str()));
            prop_assert_eq!(found, Some(expected.collect()), "{} {}", template, text);
        } else {
            prop_assert_eq!(found, Some(Vec::new()), "{} {}", template, text);
        }
    }

    #[test]
    fn any_text_fits_or_does_not(template in "[a<b>` ]{0,12}", text in "[ab<>` ž]{0,12}") {
        let found = values(&template, &text).unwrap_or_default();
        prop_assert!(found.iter().all(|(_, value)| !value.is_empty()), "{template} {text}");
    }
}
