//! Messages on the wire against the templates that a catalog has of them.

use core::iter::Peekable;
use core::ops::Range;

use super::Few;
use crate::table::Piece;

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

/// Takes a text apart as the pieces of a template have it; nothing if it does not fit.
///
/// Back-ticks around a value are part of the documentation of some providers and not of what they
/// send, so both fit.
pub fn fit<'t>(template: impl Iterator<Item = Piece<'t>>, text: &str) -> Option<Fit<'t>> {
    let mut parts = template.peekable();
    // Of many templates most differ here, before there is anything to keep.
    let mut at = match literal(&mut parts) {
        Some(start) => Some(bare(start, false, parts.peek().is_none()))
            .filter(|bare| text.starts_with(bare))?
            .len(),
        None => 0,
    };
    let mut fit = Fit::default();
    while let Some(Piece::Parameter(name)) = parts.next() {
        let rest = text.get(at..)?;
        let end = literal(&mut parts).map(|literal| bare(literal, true, parts.peek().is_none()));
        let length = match (end, parts.peek()) {
            (None, None) => rest.len(),
            (Some(end), None) => rest.strip_suffix(end)?.len(),
            (Some(end), Some(_)) => {
                let length = find(rest, end)?;
                fit.is_ambiguous |= find(rest.get(length + end.len()..)?, end).is_some();
                length
            }
            // Nothing parts this value from the next one.
            (None, Some(_)) => {
                fit.is_ambiguous = true;
                continue;
            }
        };
        fit.values.push((name, unticked(text, at..at + length)?));
        at += length + end.map_or(0, str::len);
    }
    if fit.is_ambiguous {
        fit.values = Few::default();
    }
    (at == text.len()).then_some(fit)
}

/// The next piece, if it is a literal.
fn literal<'t>(parts: &mut Peekable<impl Iterator<Item = Piece<'t>>>) -> Option<&'t str> {
    match parts.next_if(|piece| matches!(piece, Piece::Literal(_)))? {
        Piece::Literal(literal) => Some(literal),
        Piece::Parameter(_) => None,
    }
}

/// A literal without the ticks next to values: they belong to the value, which loses them again.
fn bare(literal: &str, is_behind_value: bool, is_last: bool) -> &str {
    let start = if is_behind_value { literal.strip_prefix('`') } else { None };
    let start = start.unwrap_or(literal);
    let bare = if is_last { None } else { start.strip_suffix('`') }.unwrap_or(start);
    // A tick that is all there is between two values parts them.
    if bare.is_empty() && is_behind_value && !is_last { literal } else { bare }
}

/// Where a text contains another one first. Both are short: a search that prepares itself would
/// take longer than this one.
fn find(text: &str, wanted: &str) -> Option<usize> {
    let Some(first) = wanted.bytes().next() else { return Some(0) };
    let mut places = text.as_bytes().windows(wanted.len());
    places.position(|place| place.first() == Some(&first) && place == wanted.as_bytes())
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
    use alloc::vec::Vec;

    use super::*;
    use crate::table::pieces;

    fn values<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
        let values = fit(pieces(template), text)?.values;
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
        let ambiguous = fit(pieces("<a> on <b>"), "x on y on z").unwrap();
        assert!(ambiguous.is_ambiguous && ambiguous.values.is_empty());
        assert_eq!(values("<a><b>", "xy"), Some(alloc::vec![]));
        assert_eq!(values("<a>`<b>", "x`y"), Some(alloc::vec![("a", "x"), ("b", "y")]));
    }
}
