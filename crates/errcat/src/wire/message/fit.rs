//! Compares messages on the wire with the templates of a catalog.

use core::ops::Range;

use super::template::Template;
use crate::wire::Few;

/// The names of parameters, and the ranges of their values in a text. Hardly any message has more
/// than three.
pub type Places<'t> = Few<(&'t str, Range<usize>), 3>;

/// The result of comparing a text with a template that it fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit<'t> {
    /// The values, verbatim. Empty if the text can be split in several ways.
    pub values: Places<'t>,
    /// Whether the text can be split in several ways.
    pub is_ambiguous: bool,
}

/// Splits a text as a template says. `None` if it does not fit.
///
/// Back-ticks around a value are part of the documentation of some providers and not of what they
/// send, so both fit.
pub fn fit<'t, P>(template: Template<'t, P>, text: &str) -> Option<Fit<'t>>
where
    P: ExactSizeIterator<Item = (&'t str, &'t str)> + Clone,
{
    let Template { start, params } = template;
    // Most templates that do not fit differ here. An empty start is not compared, as in `length`.
    let start = bare(start, false, params.len() == 0);
    (start.is_empty() || text.starts_with(start)).then_some(())?;
    split(params, text, start.len(), false)
}

/// Splits the rest of a text. If it is known to be ambiguous, only whether it fits is of interest.
fn split<'t, P>(mut params: P, text: &str, start: usize, is_ambiguous: bool) -> Option<Fit<'t>>
where
    P: ExactSizeIterator<Item = (&'t str, &'t str)> + Clone,
{
    let mut at = start;
    let mut fit = Fit { is_ambiguous, ..Fit::default() };
    while let Some((name, literal)) = params.next() {
        let rest = text.get(at..)?;
        let is_last = params.len() == 0;
        let end = bare(literal, true, is_last);
        if end.is_empty() && !is_last {
            // Nothing separates this value from the next one.
            fit.is_ambiguous = true;
            continue;
        }
        let length = length(rest, end, is_last, 0)?;
        if !is_last && !fit.is_ambiguous {
            // If the value can end anywhere further on, it can end at the next place.
            let other = self::length(rest, end, false, length);
            let other = other.and_then(|other| rest.get(other + end.len()..));
            let is_other = |rest| split(params.clone(), rest, 0, true).is_some();
            fit.is_ambiguous = other.is_some_and(is_other);
        }
        fit.values.push((name, unticked(text, at..at + length)));
        at += length + end.len();
    }
    if fit.is_ambiguous {
        fit.values.clear();
    }
    (at == text.len()).then_some(fit)
}

/// Returns the length of the shortest value, longer than `above`, that a literal follows.
#[inline]
fn length(rest: &str, end: &str, is_last: bool, above: usize) -> Option<usize> {
    if is_last {
        // An empty literal has the address 1. `memcmp` of glibc with AVX-512 reads there even if it
        // has nothing to compare, which takes 100 ns.
        let length = if end.is_empty() { rest.len() } else { rest.strip_suffix(end)?.len() };
        return is_value(rest, length).then_some(length);
    }
    let (text, wanted) = (rest.as_bytes(), end.as_bytes());
    let first = wanted.first()?;
    let starts = text.iter().enumerate().skip(above + 1).filter(|(_, byte)| *byte == first);
    let mut ends = starts.filter_map(|(at, _)| text.get(at..)?.starts_with(wanted).then_some(at));
    ends.find(|length| is_value(rest, *length))
}

/// Returns whether there is something between the back-ticks, if there are any.
#[inline]
fn is_value(rest: &str, length: usize) -> bool {
    length > 0 && (length != 2 || !rest.starts_with("``"))
}

/// Returns a literal without the back-ticks next to values. They count as part of the value, and are
/// removed from it.
fn bare(literal: &str, is_after_value: bool, is_last: bool) -> &str {
    let start = if is_after_value { literal.strip_prefix('`') } else { None };
    let start = start.unwrap_or(literal);
    let bare = if is_last { None } else { start.strip_suffix('`') }.unwrap_or(start);
    // A back-tick alone between two values separates them.
    if bare.is_empty() && is_after_value && !is_last { literal } else { bare }
}

/// Returns a value without the back-ticks around it.
fn unticked(text: &str, place: Range<usize>) -> Range<usize> {
    match text.as_bytes().get(place.clone()) {
        Some([b'`', .., b'`']) => place.start + 1..place.end - 1,
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn values<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
        let values = fit(Template::of(template), text)?.values;
        Some(values.iter().map(|(name, place)| (*name, &text[place.clone()])).collect())
    }

    #[test]
    fn back_ticks_are_optional() {
        let template = "Domain `<name>` is restricted.";
        for text in ["Domain `a.cz` is restricted.", "Domain a.cz is restricted."] {
            assert_eq!(values(template, text), Some(alloc::vec![("name", "a.cz")]));
        }
        assert_eq!(values(template, "Domain a.cz is Wix restricted"), None);
        assert_eq!(values(template, "Domain `` is restricted."), None);
        assert_eq!(values(template, "Domain  is restricted."), None);
        assert_eq!(values("plain", "plain"), Some(alloc::vec![]));
        assert_eq!(values("plain", "plainer"), None);
        for text in ["`a.cz` is gone", "a.cz is gone"] {
            assert_eq!(values("`<name>` is gone", text), Some(alloc::vec![("name", "a.cz")]));
        }
    }

    #[test]
    fn values_are_verbatim() {
        let template = "<a> and `<b>`";
        let text = "<x> *y* and `ž & 'z' `` `";
        assert_eq!(
            values(template, text),
            Some(alloc::vec![("a", "<x> *y*"), ("b", "ž & 'z' `` ")])
        );
    }

    #[test]
    fn a_value_can_look_like_a_parameter() {
        let text = "Domain <n> of it is gone";
        assert_eq!(values("Domain <n> is gone", text), Some(alloc::vec![("n", "<n> of it")]));
        assert_eq!(values("Domains <n> are gone", text), None);
    }

    #[test]
    fn a_text_that_can_be_split_in_two_ways_gives_no_values() {
        let ambiguous = fit(Template::of("<a> on <b>"), "x on y on z").unwrap();
        assert!(ambiguous.is_ambiguous && ambiguous.values.is_empty());
        assert_eq!(values("<a><b>", "xy"), Some(alloc::vec![]));
        assert_eq!(values("<a>`<b>", "x`y"), Some(alloc::vec![("a", "x"), ("b", "y")]));
        assert_eq!(values("Moved <a> on <b>", "Moved x on on y"), Some(alloc::vec![]));
    }
}
