//! Takes the YAML tree; hands out values with their places, and reports everything that does not
//! fit.
//!
//! [`mapping!`] declares a struct once; the reader of its keys and, with the
//! feature `tools`, its JSON Schema follow from that declaration.

mod closed;
mod mapping;
mod scalar;
#[cfg(feature = "tools")]
pub(crate) mod schema;

use crate::author::yaml::{Node, Value};
use crate::findings::{Collector, suggest};
use crate::text::Spanned;
use crate::{FileId, Finding, Law, Place, Span};

pub(crate) use closed::{Closed, KnownKeys};
use mapping::Key;
pub(crate) use mapping::{Fields, mapping};
use scalar::Scalar;
pub(crate) use scalar::{Body, CodeRange, CodeText, HttpNumber, PageAddress, Pointer};

/// A text longer than this is a mistake, and no reference page could show it.
const MAX_TEXT_BYTES: usize = 1 << 20;

/// The memory of all lists of entries of a run. A catalog of 100,000 codes takes a third of it.
pub(crate) const MAX_MEMORY: usize = 192 << 20;

/// The memory of the texts of an entry, and of what checks remember about it.
const ENTRY_BYTES: usize = 128;

/// The mark for a value that is still to be written; in quotes it is a text.
const GAP: &str = "TODO";

/// Reads the values of one file and collects findings.
pub(crate) struct Reader<'src> {
    pub(crate) file: FileId,
    pub(crate) text: &'src str,
    pub(crate) findings: Collector,
    /// The memory that is left for lists of entries, in bytes.
    pub(crate) memory_left: usize,
}

/// Something that can be read from a node. `None` has been reported.
pub(crate) trait FromNode<'src>: Sized {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self>;

    /// Returns a substitute for a required value that is missing or unreadable, so that the rest
    /// of its mapping can still be checked. It never reaches the catalog.
    fn stand_in(_: Place) -> Option<Self> {
        None
    }

    /// Returns a substitute for a value that is marked as a gap. If it breaks a law, it does so at
    /// the place of the mark.
    fn gap(_: Place) -> Option<Self> {
        None
    }
}

impl<'src> Reader<'src> {
    pub(crate) fn place(&self, span: Span) -> Place {
        Place { file: self.file, span }
    }

    /// Returns the source at a span.
    pub(super) fn typed(&self, span: Span) -> &'src str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    pub(crate) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Takes the memory for a list of entries; reports a list that is too large.
    fn has_room<T>(&mut self, count: usize, place: Place) -> bool {
        let bytes = count.saturating_mul(size_of::<T>() + ENTRY_BYTES);
        let left = self.memory_left.checked_sub(bytes);
        self.memory_left = left.unwrap_or(self.memory_left);
        if left.is_none() {
            let message = format!(
                "with these {count}, the entries of the catalogs take more than {} MiB",
                MAX_MEMORY >> 20
            );
            let help = "remove what does not belong here, or split the catalogs into several runs";
            self.report(Finding::new(Law::TooLarge, place, message, help));
        }
        left.is_some()
    }

    /// Returns the entries of a sequence.
    fn sequence(&mut self, node: Node<'src>) -> Option<Vec<Node<'src>>> {
        let place = self.place(node.span);
        match node.value {
            Value::Sequence(items) => Some(items),
            other => {
                let message = format!("expected a list, found {}", describe(&other));
                let help = match other {
                    Value::Mapping(_) => "begin each entry with `- `",
                    _ => "write it as `[a, b]`, or as lines that begin with `- `",
                };
                self.report(Finding::new(Law::WrongType, place, message, help));
                None
            }
        }
    }

    /// Returns the text of a scalar as it was typed, and whether it was written without quotes.
    fn scalar(&mut self, node: Node<'src>) -> Option<Spanned<(std::borrow::Cow<'src, str>, bool)>> {
        let place = self.place(node.span);
        let typed = self.typed(node.span);
        let value = match node.value {
            Value::Text(text) => {
                let plain = !typed.starts_with(['"', '\'']);
                (text, plain)
            }
            other => {
                let message = format!("expected a single value, found {}", describe(&other));
                let help = match other {
                    Value::Null => "write the value after the colon, or remove the key",
                    _ => "write one value, or a text of several lines below `|`",
                };
                self.report(Finding::new(Law::WrongType, place, message, help));
                return None;
            }
        };
        if value.0.len() > MAX_TEXT_BYTES {
            let start = place.span.start;
            let first = Place { span: Span { start, end: start + 1 }, ..place };
            let message = format!("this text is {} bytes long", value.0.len());
            let help = "a text has at most 1 MiB; look for a quote that is not closed";
            self.report(Finding::new(Law::TooLarge, first, message, help));
            return None;
        }
        Some(Spanned { value, place })
    }

    /// Reads the value of a key; a gap is reported with a description of the key.
    pub(crate) fn value<T: FromNode<'src>>(
        &mut self,
        node: Node<'src>,
        key: &str,
        about: &str,
    ) -> Option<T> {
        match self.gap(&node, key, about) {
            Some(place) => T::gap(place),
            None => T::from_node(node, self),
        }
    }

    /// Returns the place of a gap, and reports it.
    fn gap(&mut self, node: &Node<'src>, key: &str, about: &str) -> Option<Place> {
        let is_text = matches!(node.value, Value::Text(_));
        if !is_text || self.typed(node.span) != GAP {
            return None;
        }
        let help = match key {
            "guidance" => "write `cause:` and `action:` below it",
            "is" => {
                "name a meaning that `errcat list --meanings` shows, or say `kind-of:`, `like:` or `covers:` instead"
            }
            _ => "replace the mark with it",
        };
        let place = self.place(node.span);
        let about = about.trim().trim_end_matches('.');
        let finding =
            Finding::new(Law::Gap, place, format!("`{key}` is still to be written"), help);
        self.report(finding.label(about));
        Some(place)
    }

    /// Reports an unknown key; returns the known key that was most likely meant.
    fn unknown_key(
        &mut self,
        key: &Key<'src>,
        what: &str,
        known: &[&[&'static str]],
    ) -> Option<&'static str> {
        let known = known.concat();
        let near = suggest::nearest(&key.value, known.iter().copied());
        let near = near.and_then(|near| known.iter().copied().find(|key| *key == near));
        let is_merge = key.value == "<<";
        let law = if is_merge { Law::YamlFeature } else { Law::UnknownKey };
        let help = match near {
            Some(near) => format!("write `{near}`"),
            None if is_merge => "catalogs have no merge keys: write the values out".to_owned(),
            None => format!("keys here: {}", known.join(", ")),
        };
        let message = format!("{what} has no key `{}`", key.value);
        let finding = Finding::new(law, key.place, message, help);
        self.report(match near {
            Some(near) => finding.label(format!("did you mean `{near}`?")),
            None => finding,
        });
        near
    }
}

fn describe(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Text(_) => "a single value",
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => "a mapping",
    }
}

impl<'src, T: FromNode<'src>> FromNode<'src> for Box<T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        T::from_node(node, reader).map(Box::new)
    }

    fn gap(place: Place) -> Option<Self> {
        T::gap(place).map(Box::new)
    }
}

impl<'src, T: FromNode<'src>> FromNode<'src> for Vec<T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        let place = reader.place(Span { end: node.span.start, ..node.span });
        let items = reader.sequence(node)?;
        if !reader.has_room::<T>(items.len(), place) {
            return None;
        }
        let mut values = Self::with_capacity(items.len());
        values.extend(items.into_iter().filter_map(|item| T::from_node(item, reader)));
        Some(values)
    }

    fn stand_in(_: Place) -> Option<Self> {
        Some(Self::new())
    }
}

/// One value, or a list of values of which one is enough.
#[derive(Debug)]
pub(crate) struct OneOf<T>(pub(crate) Vec<Spanned<T>>);

impl<'src, T: Scalar> FromNode<'src> for OneOf<T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        match node.value {
            Value::Sequence(_) => Vec::from_node(node, reader).map(Self),
            Value::Null => {
                let place = reader.place(node.span);
                let help = "write the value, or `absent` for one that is missing or `null`";
                let message = "expected a value, found nothing".to_owned();
                reader.report(Finding::new(Law::WrongType, place, message, help));
                None
            }
            _ => Spanned::from_node(node, reader).map(|value| Self(vec![value])),
        }
    }
}

/// A mapping with keys that the author chooses, in written order.
#[derive(Debug)]
pub(crate) struct Keyed<T>(pub(crate) Vec<(Spanned<String>, T)>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'src, T: FromNode<'src>> FromNode<'src> for Keyed<T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        let place = reader.place(Span { end: node.span.start, ..node.span });
        let entries = Fields::entries(node, "this", None, reader)?;
        if !reader.has_room::<(Spanned<String>, T)>(entries.len(), place) {
            return None;
        }
        let mut seen: Vec<(Spanned<String>, T)> = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            if let Some(value) = T::from_node(node, reader) {
                let key = Spanned { value: key.value.into_owned(), place: key.place };
                seen.push((key, value));
            }
        }
        Some(Self(seen))
    }

    fn stand_in(_: Place) -> Option<Self> {
        Some(Self::default())
    }
}
