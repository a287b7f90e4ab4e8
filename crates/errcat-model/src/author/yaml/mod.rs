//! Takes the text of a file; hands out a tree in which every value has its place.
//!
//! This is the only module that knows the YAML library. It builds a tree because serde's derived
//! types stop at the first error: a tree lets the reader report all of them.

mod errors;
mod tags;

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use serde_core::Deserialize;
use serde_core::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Options;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};

use crate::findings::Collector;
use crate::text::SourceFile;
use crate::{FileId, Finding, Law, Place, Span};

/// A catalog file has five levels; more is a mistake or an attack.
const MAX_DEPTH: usize = 32;

/// The most keys, values, lists and mappings in all files of a run, each of which takes memory. A
/// catalog of 100,000 codes has two million.
pub(crate) const MAX_NODES: usize = 3_000_000;

/// The library stores each `%TAG`, and a catalog needs none.
const MAX_DIRECTIVES: usize = 16;

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
    /// A plain scalar that YAML would turn into a number or boolean; the source has its text.
    Resolved,
    Sequence(Vec<Node<'src>>),
    Mapping(Vec<(Node<'src>, Node<'src>)>),
}

/// Reads a file, or reports why it is not YAML. Tags are reported and skipped. Takes the number of
/// nodes that are left for this file and for those after it.
pub(crate) fn parse<'src>(
    file: FileId,
    source: &'src SourceFile,
    nodes_left: &mut usize,
    findings: &mut Collector,
) -> Option<Node<'src>> {
    let text = source.text();
    if let Some(place) = directive(text) {
        let help = "remove the lines that begin with `%`";
        let place = Place { file, span: place };
        let message = "a catalog uses no YAML directives";
        findings.push(Finding::new(Law::YamlFeature, place, message, help));
        return None;
    }
    let nodes = Rc::new(Cell::new(0));
    let count = Rc::clone(&nodes);
    let options = options(*nodes_left).with_budget_report(move |report| count.set(report.nodes));
    let node: Node<'_> = match serde_yaml::from_str_with_options(text, options) {
        Ok(node) => node,
        // A file without a character in it is not even a document.
        Err(error) if !text.trim_start_matches('\u{feff}').trim().is_empty() => {
            findings.push(errors::finding(file, source, &error));
            return None;
        }
        Err(_) => Node { span: Span::default(), value: Value::Null },
    };
    if matches!(node.value, Value::Null) {
        let place = Place { file, span: Span::default() };
        let help = "fill it or remove it; `errcat schema` writes what editors need to help";
        findings.push(Finding::new(Law::EmptyFile, place, "the file is empty", help));
        return None;
    }
    *nodes_left = nodes_left.saturating_sub(nodes.get());
    tags::report(file, text, &node, findings);
    Some(node)
}

/// Returns the first directive beyond the limit.
fn directive(text: &str) -> Option<Span> {
    let is_head = |line: &&str| line.trim().is_empty() || line.starts_with(['%', '#', '\u{feff}']);
    let head = text.lines().take_while(is_head);
    let line = head.filter(|line| line.starts_with('%')).nth(MAX_DIRECTIVES)?;
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    Some(Span::new(start, start + line.len()))
}

fn options(max_nodes: usize) -> Options {
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
            max_nodes: max_nodes,
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

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = serde_yaml::Spanned::<Value<'de>>::deserialize(deserializer)?;
        let span = spanned.defined.span();
        let start = span.byte_offset().unwrap_or_default();
        let mut place = Span::new(start, start + span.byte_len().unwrap_or_default());
        // The library reports only the start of a collection; it ends with its last item.
        place.end = place.end.max(match &spanned.value {
            Value::Sequence(items) => items.last().map_or(0, |last| last.span.end),
            Value::Mapping(entries) => entries.last().map_or(0, |(_, last)| last.span.end),
            _ => 0,
        });
        Ok(Self { span: place, value: spanned.value })
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
        // A large catalog is mostly small lists and mappings: the growth of their vectors adds up.
        nodes.shrink_to_fit();
        Ok(Value::Sequence(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value<'de>, A::Error> {
        let mut nodes = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            nodes.push(entry);
        }
        nodes.shrink_to_fit();
        Ok(Value::Mapping(nodes))
    }
}
