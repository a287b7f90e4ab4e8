//! YAML as people write it, through the serializer of a library.

use serde::ser::{Serialize, SerializeSeq as _, Serializer};
use serde_yaml::{DoubleQuoted, FlowMap, FlowSeq, SpaceAfter, ser_options, to_string_with_options};

/// A value to write.
pub(super) enum Yaml {
    /// A text, quoted if it would be read as something else.
    Text(String),
    Number(u32),
    /// A value that the author has yet to write.
    Gap,
    List(Vec<Yaml>),
    /// A list in one line.
    Line(Vec<Yaml>),
    /// A list with an empty line between its items.
    Spaced(Vec<Yaml>),
    Map(Entries),
    /// A mapping in one line.
    LineMap(Entries),
}

/// The entries of a mapping, in their order.
#[derive(Default)]
pub(super) struct Entries(Vec<(String, Yaml)>);

/// The mark for a value that the author has yet to write.
pub(super) const GAP: &str = "TODO";

impl Yaml {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Entries {
    pub(super) fn with(mut self, key: &str, value: Yaml) -> Self {
        self.0.push((key.to_owned(), value));
        self
    }

    /// Adds a text, if there is one.
    pub(super) fn text<'a>(self, key: &str, text: impl Into<Option<&'a str>>) -> Self {
        match text.into() {
            Some(text) => self.with(key, Yaml::text(text)),
            None => self,
        }
    }

    /// Adds a mapping, if it is not empty.
    pub(super) fn map(self, key: &str, entries: Self) -> Self {
        if entries.0.is_empty() { self } else { self.with(key, Yaml::Map(entries)) }
    }

    /// Adds a list of mappings, if it is not empty.
    pub(super) fn list(self, key: &str, items: impl Iterator<Item = Self>) -> Self {
        let items: Vec<Yaml> = items.map(Yaml::Map).collect();
        if items.is_empty() { self } else { self.with(key, Yaml::List(items)) }
    }

    /// Adds the entries of another mapping.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Yaml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) if text == GAP => DoubleQuoted(text).serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Gap => serializer.serialize_str(GAP),
            Self::List(items) => items.serialize(serializer),
            Self::Line(items) => FlowSeq(items).serialize(serializer),
            Self::Spaced(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                if let Some((last, others)) = items.split_last() {
                    for item in others {
                        list.serialize_element(&SpaceAfter(item))?;
                    }
                    list.serialize_element(last)?;
                }
                list.end()
            }
            Self::Map(entries) => entries.serialize(serializer),
            Self::LineMap(entries) => FlowMap(entries).serialize(serializer),
        }
    }
}

/// Returns the text of a file.
pub(super) fn write(value: &impl Serialize) -> String {
    let options = ser_options! {
        compact_list_indent: false,
        prefer_block_scalars: false,
        yaml_12: true,
        no_lang_directive: true,
    };
    #[expect(clippy::expect_used, reason = "texts, numbers and lists of them can all be written")]
    to_string_with_options(value, options).expect("YAML of texts and numbers")
}

/// Returns a text as a value in a line, in quotes if it needs them.
pub(super) fn quoted(text: &str) -> String {
    write(&Yaml::text(text)).trim_end().to_owned()
}
