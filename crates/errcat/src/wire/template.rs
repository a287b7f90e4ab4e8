//! Messages on the wire against the templates that a catalog has of them.

use alloc::vec::Vec;

use crate::table::{Piece, pieces};

/// A text that fits a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit<'t, 'b> {
    /// The names of the parameters and their values, verbatim; none where the text can be parted
    /// in several ways.
    pub values: Vec<(&'t str, &'b str)>,
    /// Whether it can be.
    pub is_ambiguous: bool,
}

/// Takes a text apart as a template has it; nothing if it does not fit.
///
/// Back-ticks around a value are part of the documentation of some providers and not of what they
/// send, so both fit.
pub fn fit<'t, 'b>(template: &'t str, text: &'b str) -> Option<Fit<'t, 'b>> {
    if !starts_alike(template, text) {
        return None;
    }
    let mut fit = Fit { values: Vec::new(), is_ambiguous: false };
    let mut rest = text;
    let mut open: Option<&'t str> = None;
    let mut parts = pieces(template).peekable();
    while let Some(piece) = parts.next() {
        let literal = match piece {
            Piece::Parameter(name) => {
                open = Some(name);
                continue;
            }
            Piece::Literal(literal) => literal,
        };
        let is_last = parts.peek().is_none();
        // Ticks next to a value belong to the value, which loses them again.
        let start =
            if open.is_some() { literal.strip_prefix('`').unwrap_or(literal) } else { literal };
        let bare = if is_last { start } else { start.strip_suffix('`').unwrap_or(start) };
        // A tick that is all there is between two values parts them.
        let bare = if bare.is_empty() && !is_last { literal } else { bare };
        let Some(name) = open.take() else {
            rest = rest.strip_prefix(bare)?;
            continue;
        };
        let value;
        if is_last {
            value = rest.strip_suffix(bare)?;
            rest = "";
        } else {
            (value, _) = rest.split_once(bare)?;
            rest = rest.get(value.len() + bare.len()..)?;
            fit.is_ambiguous |= rest.contains(bare) && !bare.is_empty();
        }
        fit.values.push((name, unticked(value)?));
    }
    match open {
        Some(name) => fit.values.push((name, unticked(rest)?)),
        None if !rest.is_empty() => return None,
        None => {}
    }
    if fit.is_ambiguous {
        fit.values.clear();
    }
    Some(fit)
}

/// Whether a text may fit a template, by what stands before the first value. Of many templates
/// most differ there, and are ruled out without being parted.
fn starts_alike(template: &str, text: &str) -> bool {
    let start = template.bytes().zip(text.bytes()).take_while(|(wanted, _)| *wanted != b'<');
    let differ = start.into_iter().find(|(wanted, there)| wanted != there);
    differ.is_none_or(|(wanted, _)| wanted == b'`')
}

/// A value without the back-ticks around it; nothing where there is none.
fn unticked(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')).unwrap_or(value);
    (!inside.is_empty()).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values<'t, 'b>(template: &'t str, text: &'b str) -> Option<Vec<(&'t str, &'b str)>> {
        fit(template, text).map(|fit| fit.values)
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
        let ambiguous = fit("<a> on <b>", "x on y on z").unwrap();
        assert!(ambiguous.is_ambiguous && ambiguous.values.is_empty());
        assert_eq!(values("<a>`<b>", "x`y"), Some(alloc::vec![("a", "x"), ("b", "y")]));
    }
}
