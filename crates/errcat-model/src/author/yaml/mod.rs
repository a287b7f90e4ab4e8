//! Takes the text of a file; hands out a tree in which every value has its place.
//!
//! This is the only module that knows the YAML library. It builds a tree because serde's derived
//! types stop at the first error: a tree lets the reader report all of them.

mod errors;

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, StrInput};

use crate::findings::Collector;
use crate::{FileId, Finding, Law, Place, Span};

/// A catalog file has five levels; more is a mistake or an attack.
const MAX_DEPTH: usize = 32;

/// The most keys, values, lists and mappings in all files of a run, each of which takes memory. A
/// catalog of 100,000 codes has two million.
pub(crate) const MAX_NODES: usize = 3_000_000;

/// A value and its place.
pub(crate) struct Node<'src> {
    pub(crate) span: Span,
    pub(crate) value: Value<'src>,
}

pub(crate) enum Value<'src> {
    /// `~`, `null` or nothing at all.
    Null,
    /// Any other value that is no collection, as it was written, or as its quotes and line breaks
    /// say.
    Text(Cow<'src, str>),
    Sequence(Vec<Node<'src>>),
    Mapping(Vec<(Node<'src>, Node<'src>)>),
}

/// Reads a file, or reports why it is not YAML. Tags are reported and skipped. Takes the number of
/// nodes that are left for this file and for those after it.
pub(crate) fn parse<'src>(
    file: FileId,
    text: &'src str,
    nodes_left: &mut usize,
    findings: &mut Collector,
) -> Option<Node<'src>> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let events = Parser::new_from_str_with_options(text, options);
    let mut tree = Tree { file, text, events, nodes_left: *nodes_left, findings };
    match tree.document() {
        Ok(None) => {
            let place = Place { file, span: Span::default() };
            let help = "fill it or remove it; `errcat schema` writes what editors need to help";
            findings.push(Finding::new(Law::EmptyFile, place, "the file is empty", help));
            None
        }
        Ok(root) => {
            *nodes_left = tree.nodes_left;
            root
        }
        Err(Reported) => None,
    }
}

/// Builds the tree of a file from the events of the library.
struct Tree<'src, 'f> {
    file: FileId,
    text: &'src str,
    events: Parser<'src, StrInput<'src>>,
    nodes_left: usize,
    findings: &'f mut Collector,
}

/// The end of a file that cannot be read further, which has a finding.
struct Reported;

impl<'src> Tree<'src, '_> {
    /// Returns the value of the only document, unless it is empty.
    fn document(&mut self) -> Result<Option<Node<'src>>, Reported> {
        let mut root = None;
        let mut has_begun = false;
        while let Some((event, span)) = self.next()? {
            if matches!(event, Event::DocumentStart(..)) {
                if has_begun {
                    return self.stop(errors::second_document(self.first_character(span)));
                }
                has_begun = true;
            } else if let Some(node) = self.node(event, span, 0)? {
                root = Some(node);
            }
        }
        Ok(root.filter(|root| !matches!(root.value, Value::Null)))
    }

    /// Returns the next event and its place.
    fn next(&mut self) -> Result<Option<(Event<'src>, Span)>, Reported> {
        let (event, span) = match self.events.next() {
            Some(Ok(next)) => next,
            Some(Err(error)) => {
                let byte = error.marker().byte_offset().unwrap_or_default();
                let place = self.first_character(Span::new(byte, byte));
                return self.stop(errors::finding(self.text, place, &error));
            }
            None => return Ok(None),
        };
        if let Some(tag) = span.tag_span() {
            self.findings.push(errors::tag(self.place(bytes(&tag))));
        }
        let span = bytes(&span);
        match event {
            Event::Anchor(..) | Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.stop(errors::anchor(self.place(span)))
            }
            event => Ok(Some((event, span))),
        }
    }

    /// Returns the node that begins with an event, if one does.
    fn node(
        &mut self,
        event: Event<'src>,
        mut span: Span,
        depth: usize,
    ) -> Result<Option<Node<'src>>, Reported> {
        let value = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) if is_null(&text) => Value::Null,
            Event::Scalar(text, ..) => Value::Text(text),
            Event::SequenceStart(..) | Event::MappingStart(..) if depth == MAX_DEPTH => {
                return self.stop(errors::too_deep(self.first_character(span)));
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                while let Some(item) = self.child(depth)? {
                    span.end = item.span.end;
                    items.push(item);
                }
                // A large catalog is mostly small lists and mappings: the growth of their vectors
                // adds up.
                items.shrink_to_fit();
                Value::Sequence(items)
            }
            Event::MappingStart(..) => {
                let mut entries = Vec::new();
                while let Some(key) = self.child(depth)?
                    && let Some(value) = self.child(depth)?
                {
                    span.end = value.span.end;
                    entries.push((key, value));
                }
                entries.shrink_to_fit();
                Value::Mapping(entries)
            }
            _ => return Ok(None),
        };
        let Some(left) = self.nodes_left.checked_sub(1) else {
            return self.stop(errors::too_many(self.first_character(span)));
        };
        self.nodes_left = left;
        Ok(Some(Node { span, value }))
    }

    /// Returns the next node of a collection, or nothing at its end.
    fn child(&mut self, depth: usize) -> Result<Option<Node<'src>>, Reported> {
        match self.next()? {
            Some((event, span)) => self.node(event, span, depth + 1),
            None => Ok(None),
        }
    }

    fn stop<T>(&mut self, finding: Finding) -> Result<T, Reported> {
        self.findings.push(finding);
        Err(Reported)
    }

    fn place(&self, span: Span) -> Place {
        Place { file: self.file, span }
    }

    fn first_character(&self, span: Span) -> Place {
        self.place(errors::character_at(self.text, span.start))
    }
}

fn is_null(plain: &str) -> bool {
    plain.is_empty() || plain == "~" || plain.eq_ignore_ascii_case("null")
}

fn bytes(span: &granit_parser::Span) -> Span {
    let range = span.byte_range().unwrap_or_default();
    Span::new(range.start, range.end)
}
