//! YAML as a tree in which every value knows its place.
//!
//! The only module that knows the YAML library. A tree, and not serde's derived
//! types, because a derived type stops at the first error: the tree lets the
//! reader go on and report all of them.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{DefaultMessageFormatter, Error, MessageFormatter, Options};

use crate::source::{SourceFile, char_boundary_before};
use crate::{FileId, Finding, Law, Place, Span};

/// A catalog file has five levels; deeper is a mistake or an attack.
const MAX_DEPTH: usize = 32;

/// A value and its place.
pub(crate) struct Node<'src> {
    pub(crate) span: Span,
    pub(crate) value: Value<'src>,
}

pub(crate) enum Value<'src> {
    /// `~`, `null` or nothing at all.
    Null,
    /// A text; quoted, in a block, or plain and not like a number or boolean.
    Text(Cow<'src, str>),
    /// A plain scalar that YAML would turn into a number or boolean: what was
    /// typed stands in the source.
    Resolved,
    Sequence(Vec<Node<'src>>),
    Mapping(Vec<(Node<'src>, Node<'src>)>),
}

/// Reads a file, or says why it is not YAML.
pub(crate) fn parse(file: FileId, source: &SourceFile) -> Result<Node<'_>, Box<Finding>> {
    let text = source.text();
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        let place = Place {
            file,
            span: Span::default(),
        };
        let finding = Finding::new(Law::EmptyFile, place, "the file is empty")
            .help("fill it or remove it; `errcat schema` writes what editors need to help");
        return Err(Box::new(finding));
    }
    serde_yaml::from_str_with_options(text, options())
        .map_err(|error| Box::new(syntax_finding(file, source, &error)))
}

fn options() -> Options {
    serde_yaml::options! {
        // The default budget stops near 14,000 entries. Size is bounded by the file's
        // size before, so only what multiplies it is bounded here.
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH,
            max_anchors: 0,
            max_aliases: 0,
            max_documents: 1,
            max_events: usize::MAX,
            max_nodes: usize::MAX,
            max_total_scalar_bytes: usize::MAX,
        },
        // Both entries of a duplicate reach the tree, where each is reported with its place.
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        reject_unsupported_tags: true,
        strict_booleans: true,
        with_snippet: false,
    }
}

fn syntax_finding(file: FileId, source: &SourceFile, error: &Error) -> Finding {
    let start = error.location().map_or(0, |location| {
        let index = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        match location.span().byte_offset() {
            Some(byte) => u32::try_from(byte).unwrap_or(u32::MAX),
            // Errors of the scanner have no byte offset.
            None => source.byte_at(index(location.line()), index(location.column())),
        }
    });
    let place = Place {
        file,
        span: character_at(source.text(), start),
    };
    let finding = |law, message: &str| Finding::new(law, place, message);
    match error {
        Error::Budget {
            breach: BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. },
            ..
        }
        | Error::UnknownAnchor { .. } => {
            let place = word_before(source.text(), place, '&');
            Finding::new(
                Law::YamlFeature,
                place,
                "a catalog uses no anchors and aliases",
            )
            .help("write the value out: each entry of a catalog is read by itself")
        }
        Error::Budget {
            breach: BudgetBreach::Documents { .. },
            ..
        }
        | Error::MultipleDocuments { .. } => {
            finding(Law::YamlFeature, "a second YAML document begins here")
                .help("put it into a file of its own")
        }
        Error::Budget {
            breach: BudgetBreach::Depth { .. },
            ..
        } => too_deep(place),
        Error::UnsupportedTag { .. } => tag_finding(source.text(), place),
        other => match DefaultMessageFormatter.format_message(other) {
            message if message.contains("recursion limit") => too_deep(place),
            message => syntax_error(place, &message),
        },
    }
}

/// The character at a byte; the last one of the text for what is missing at its end.
fn character_at(text: &str, byte: u32) -> Span {
    let last = text.trim_end().len().saturating_sub(1);
    let start = char_boundary_before(text, (byte as usize).min(last));
    let character = text.get(start..).and_then(|rest| rest.chars().next());
    let index = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
    let end = start + character.map_or(0, char::len_utf8);
    Span {
        start: index(start),
        end: index(end),
    }
}

fn syntax_error(place: Place, message: &str) -> Finding {
    let help = if message.contains("tab") {
        "indent with spaces: YAML does not take tabs"
    } else if message.contains("quote") {
        "close the quote, or leave both out if the text needs none"
    } else if message.contains("bracket") || message.contains("illegal placement") {
        "close the bracket on the line where the list or mapping ends"
    } else if message.contains("mapping values are not allowed") {
        "put a text that holds `: ` into double quotes, and check the indentation"
    } else if message.contains("unexpected character") {
        "put a text that begins with a special character into double quotes"
    } else {
        "check the indentation here and the line above"
    };
    Finding::new(Law::YamlSyntax, place, message).help(help)
}

fn too_deep(place: Place) -> Finding {
    Finding::new(
        Law::TooLarge,
        place,
        format!("nested more than {MAX_DEPTH} levels deep"),
    )
    .help("no part of a catalog is nested like this: check brackets, dashes and indentation")
}

/// The word in front of a value that begins with `mark`; the value itself without one.
pub(crate) fn word_before(text: &str, value: Place, mark: char) -> Place {
    let before = text.get(..value.span.start as usize).unwrap_or_default();
    // Between them stands at most the header of a block text.
    let words = before
        .rsplit([' ', '\t', '\r', '\n', '[', ','])
        .filter(|word| !word.is_empty());
    let Some(word) = words.take(2).find(|word| word.starts_with(mark)) else {
        return value;
    };
    let start = word.as_ptr() as usize - text.as_ptr() as usize;
    let index = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
    Place {
        span: Span {
            start: index(start),
            end: index(start + word.len()),
        },
        ..value
    }
}

pub(crate) fn tag_finding(text: &str, value: Place) -> Finding {
    let place = word_before(text, value, '!');
    Finding::new(Law::YamlFeature, place, "a catalog uses no YAML tags")
        .help("remove the tag; put the value into double quotes if it is a text")
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = serde_yaml::Spanned::<Value<'de>>::deserialize(deserializer)?;
        let span = spanned.defined.span();
        let index = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        let start = span.byte_offset().unwrap_or_default();
        let end = index(start + span.byte_len().unwrap_or_default());
        // The library knows where a collection begins; it ends with what is in it.
        let end = end.max(match &spanned.value {
            Value::Sequence(items) => items.last().map_or(0, |last| last.span.end),
            Value::Mapping(entries) => entries.last().map_or(0, |(_, last)| last.span.end),
            _ => 0,
        });
        Ok(Self {
            span: Span {
                start: index(start),
                end,
            },
            value: spanned.value,
        })
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Resolved)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value<'de>, E> {
        Ok(Value::Resolved)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Value<'de>, E> {
        Ok(Value::Resolved)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value<'de>, E> {
        Ok(Value::Resolved)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element()? {
            nodes.push(node);
        }
        Ok(Value::Sequence(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value<'de>, A::Error> {
        let mut nodes = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            nodes.push(entry);
        }
        // A large catalog is mostly small mappings: the growth of their vectors adds up.
        nodes.shrink_to_fit();
        Ok(Value::Mapping(nodes))
    }
}
