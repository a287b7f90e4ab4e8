//! The choice of a language by an `Accept-Language` header.
//!
//! No library does this here: `accept-language` and `fluent-langneg` allocate. `parse-net` 0.8 does not,
//! but it ignores a whole header for one bad range, and of two languages with the same weight it takes
//! the first one of the service and not of the reader. `errcat` has no dependencies by default.

use core::cmp::Reverse;

/// Returns the item whose language a header prefers (RFC 9110, and the lookup of RFC 4647), or else
/// the first one. Languages are primary tags, so that `cs` fits `cs-CZ`. Ranges that are not
/// well-formed do not count.
pub(super) fn preferred<'t, T>(
    accept_language: &str,
    items: &'t [T],
    language: impl Fn(&T) -> &str,
) -> Option<&'t T> {
    let mut best = (None, items.first());
    for item in items {
        let rank = rank(accept_language, language(item));
        if rank > best.0 {
            best = (rank, Some(item));
        }
    }
    best.1
}

/// A weight, whether the language is named and not only meant by `*`, and the position in the header.
type Rank = (u16, bool, Reverse<usize>);

/// Returns how much a header wants a language, if at all.
fn rank(accept_language: &str, language: &str) -> Option<Rank> {
    let mut best: Option<Rank> = None;
    for (position, range) in accept_language.split(',').enumerate() {
        let Some((tag, weight)) = range_of(range) else { continue };
        if weight == 0 && tag.eq_ignore_ascii_case(language) {
            return None;
        }
        let primary = tag.split('-').next().unwrap_or_default();
        let is_named = primary.eq_ignore_ascii_case(language);
        // A `*` means the languages that the header does not name.
        let is_better = best
            .is_none_or(|best| (is_named, weight, Reverse(position)) > (best.1, best.0, best.2));
        if (is_named || tag == "*") && is_better {
            best = Some((weight, is_named, Reverse(position)));
        }
    }
    best.filter(|(weight, ..)| *weight > 0)
}

/// Returns the tag of a range and its weight in thousandths.
fn range_of(range: &str) -> Option<(&str, u16)> {
    let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
    let tag = tag.trim_ascii();
    let is_tag = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let weight = weight.trim_ascii();
    let weight = weight.strip_prefix("q=").or_else(|| weight.strip_prefix("Q="))?;
    (is_tag || tag == "*").then_some((tag, thousandths(weight)?))
}

/// Reads a weight from 0 to 1 with at most three decimal places.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = decimals.bytes().chain([b'0'; 3]).take(3);
    let part = digits.fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}
