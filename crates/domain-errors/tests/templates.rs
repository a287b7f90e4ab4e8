//! Templates find the values of their parameters in a text.
#![cfg(any(feature = "json", feature = "xml"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::fs;
use std::path::Path;

use errcat::rt::wire::{Template, fit};
use proptest::prelude::*;

fn values<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
    let fit = fit(Template::of(template), text)?;
    Some(fit.values.iter().map(|(name, place)| (*name, text.get(place.clone()).unwrap())).collect())
}

/// Returns all ways to split a text, with a value for each parameter that is not empty.
fn brute_force<'t, 'b>(
    template: Template<'t, impl Iterator<Item = (&'t str, &'t str)>>,
    text: &'b str,
) -> Vec<Vec<(&'t str, &'b str)>> {
    let bare = |literal: &'t str| literal.trim_matches('`');
    let Some(rest) = text.strip_prefix(bare(template.start)) else { return Vec::new() };
    let mut splits = vec![(Vec::new(), rest)];
    for (name, literal) in template.params {
        let longer = |(values, rest): &(Vec<(&'t str, &'b str)>, &'b str)| {
            let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8());
            let ends = ends.filter_map(|end| {
                let (value, after) = rest.split_at_checked(end)?;
                let unticked = value.strip_prefix('`').and_then(|value| value.strip_suffix('`'));
                let value = unticked.unwrap_or(value);
                let after = after.strip_prefix(bare(literal)).filter(|_| !value.is_empty())?;
                Some(([values.as_slice(), &[(name, value)]].concat(), after))
            });
            ends.collect::<Vec<_>>()
        };
        splits = splits.iter().flat_map(longer).collect();
    }
    splits.into_iter().filter(|(_, rest)| rest.is_empty()).map(|(values, _)| values).collect()
}

/// Returns the values that must be found: none if the text can be split in several ways.
fn expected<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
    match brute_force(Template::of(template), text).as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        _ => Some(Vec::new()),
    }
}

/// Reads templates that the fuzzer found, each with a NUL and a text after it.
#[test]
fn templates_of_the_corpus_fit_as_brute_force_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let file = fs::read_to_string(file.unwrap().path()).unwrap();
        let (template, text) = file.split_once('\0').unwrap();
        let found = values(template, text);
        // Parameters with nothing between them break a law, and a back-tick alone is a separator.
        let mut between = Template::of(template).params.rev().skip(1);
        let is_plain = between.all(|(_, literal)| !literal.trim_matches('`').is_empty());
        // Longer texts have too many splits.
        if is_plain && text.len() <= 20 {
            assert_eq!(found, expected(template, text), "{template:?} {text:?}");
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Literals of capitals and values of small letters can be split in one way.
    #[test]
    fn the_values_of_a_message_are_found(
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
        prop_assert!(found.is_some(), "{} {}", template, text);
        prop_assert_eq!(found, expected(&template, &text), "{} {}", template, text);
    }

    /// Literals of the same letters as the values.
    #[test]
    fn a_text_gives_values_only_if_it_can_be_split_in_one_way(
        start in "[ab ]{0,2}",
        params in proptest::collection::vec(("[ab ]{1,3}", "[ab ]{1,3}"), 1..4),
        (has_end, other) in (any::<bool>(), "[ab ]{0,9}"),
    ) {
        let (mut template, mut text) = (start.clone(), start.clone());
        for (index, (value, literal)) in params.iter().enumerate() {
            let literal = if has_end || index + 1 < params.len() { literal } else { "" };
            template.extend(["<p", &index.to_string(), ">", literal]);
            text.extend([value.as_str(), literal]);
        }
        for text in [text, start + &other] {
            let expected = expected(&template, &text);
            prop_assert_eq!(values(&template, &text), expected, "{} {}", template, text);
        }
    }

    #[test]
    fn no_value_is_empty(template in "[a<b>` ]{0,12}", text in "[ab<>` ž]{0,12}") {
        let found = values(&template, &text).unwrap_or_default();
        prop_assert!(found.iter().all(|(_, value)| !value.is_empty()), "{template} {text}");
    }
}
