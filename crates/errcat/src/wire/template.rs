//! Messages on the wire against the templates that a catalog has of them.

use alloc::vec::{self, Vec};
use core::ops::Range;

use super::Few;
use super::bytes::first_of;
use crate::table::{Piece, pieces};

/// A template, taken apart.
#[derive(Debug, Clone)]
pub struct Template<'t, P> {
    /// What stands before the first parameter, or all there is.
    pub start: &'t str,
    /// The names of the parameters, each with what stands behind it.
    pub params: P,
}

impl<'t> Template<'t, vec::IntoIter<(&'t str, &'t str)>> {
    /// Takes a template apart.
    pub fn of(template: &'t str) -> Self {
        let (mut start, mut params) = ("", Vec::new());
        for piece in pieces(template) {
            match (piece, params.last_mut()) {
                (Piece::Parameter(name), _) => params.push((name, "")),
                (Piece::Literal(literal), None) => start = literal,
                (Piece::Literal(literal), Some((_, behind))) => *behind = literal,
            }
        }
        Self { start, params: params.into_iter() }
    }
}

/// Where a text has the values of parameters: their names and their places. Most messages have no
/// more of them than these, and cost no allocation.
pub type Places<'t> = Few<(&'t str, Range<usize>), 3>;

/// A text that fits a template.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit<'t> {
    /// The values, verbatim; none where the text can be parted in several ways.
    pub values: Places<'t>,
    /// Whether it can be.
    pub is_ambiguous: bool,
}

/// Takes a text apart as a template has it; nothing if it does not fit.
///
/// Back-ticks around a value are part of the documentation of some providers and not of what they
/// send, so both fit.
pub fn fit<'t, P>(template: Template<'t, P>, text: &str) -> Option<Fit<'t>>
where
    P: ExactSizeIterator<Item = (&'t str, &'t str)>,
{
    let Template { start, mut params } = template;
    // Of many templates most differ here, before there is anything to keep.
    let start = bare(start, false, params.len() == 0);
    text.starts_with(start).then_some(())?;
    let mut at = start.len();
    let mut fit = Fit::default();
    while let Some((name, literal)) = params.next() {
        let rest = text.get(at..)?;
        let is_last = params.len() == 0;
        let end = bare(literal, true, is_last);
        if end.is_empty() && !is_last {
            // Nothing parts this value from the next one.
            fit.is_ambiguous = true;
            continue;
        }
        let length = if is_last {
            rest.strip_suffix(end)?.len()
        } else {
            let length = find(rest, end)?;
            fit.is_ambiguous |= find(rest.get(length + end.len()..)?, end).is_some();
            length
        };
        fit.values.push((name, unticked(text, at..at + length)?));
        at += length + end.len();
    }
    if fit.is_ambiguous {
        fit.values = Few::default();
    }
    (at == text.len()).then_some(fit)
}

/// A literal without the ticks next to values: they belong to the value, which loses them again.
fn bare(literal: &str, is_behind_value: bool, is_last: bool) -> &str {
    let start = if is_behind_value { literal.strip_prefix('`') } else { None };
    let start = start.unwrap_or(literal);
    let bare = if is_last { None } else { start.strip_suffix('`') }.unwrap_or(start);
    // A tick that is all there is between two values parts them.
    if bare.is_empty() && is_behind_value && !is_last { literal } else { bare }
}

/// Where a text contains another one first.
fn find(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let first = *wanted.first()?;
    let mut at = 0;
    loop {
        at += first_of([first], text.get(at..)?);
        if text.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// A value without the back-ticks around it; nothing where there is none.
fn unticked(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let inside = match text.as_bytes().get(place.clone())? {
        [b'`', .., b'`'] => place.start + 1..place.end - 1,
        _ => place,
    };
    (!inside.is_empty()).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
        let values = fit(Template::of(template), text)?.values;
        Some(values.iter().map(|(name, place)| (*name, &text[place.clone()])).collect())
    }

    #[test]
    fn ticks_may_be_there_or_not() {
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
    fn what_can_be_parted_in_two_ways_gives_no_values() {
        let ambiguous = fit(Template::of("<a> on <b>"), "x on y on z").unwrap();
        assert!(ambiguous.is_ambiguous && ambiguous.values.is_empty());
        assert_eq!(values("<a><b>", "xy"), Some(alloc::vec![]));
        assert_eq!(values("<a>`<b>", "x`y"), Some(alloc::vec![("a", "x"), ("b", "y")]));
    }
}
