//! YAML tags, which the library applies without reporting them.

use super::{Node, Value};
use crate::findings::Collector;
use crate::{FileId, Finding, Law, Place, Span};

/// Reports every tag of a file.
pub(super) fn report(file: FileId, text: &str, root: &Node<'_>, findings: &mut Collector) {
    // Most files have no exclamation mark at all.
    if text.contains('!') {
        Tags { file, text, findings }.between(0, root);
    }
}

struct Tags<'a> {
    file: FileId,
    text: &'a str,
    findings: &'a mut Collector,
}

impl Tags<'_> {
    /// Searches between the end of the previous node and a node, then within the node. Only white
    /// space, punctuation, comments, block headers and tags are possible between two nodes.
    fn between(&mut self, before: u32, node: &Node<'_>) {
        self.gap(before, node.span.start);
        let mut last = node.span.start;
        match &node.value {
            Value::Null | Value::Text(_) | Value::Resolved => {}
            Value::Sequence(items) => {
                for item in items {
                    self.between(last, item);
                    last = item.span.end;
                }
            }
            Value::Mapping(entries) => {
                for (key, value) in entries {
                    self.between(last, key);
                    self.between(key.span.end, value);
                    last = value.span.end;
                }
            }
        }
    }

    fn gap(&mut self, start: u32, end: u32) {
        let gap = self.text.get(start as usize..end as usize).unwrap_or_default();
        let mut offset = 0;
        while let Some(found) = gap.get(offset..).and_then(|rest| rest.find(['!', '#'])) {
            let at = offset + found;
            let rest = gap.get(at..).unwrap_or_default();
            let length = if rest.starts_with('#') {
                rest.find('\n').unwrap_or(rest.len())
            } else {
                let length = rest.find([' ', '\t', '\r', '\n', ',', ']', '}']);
                let length = length.unwrap_or(rest.len());
                let start = start as usize + at;
                let span = Span::new(start, start + length);
                self.findings.push(finding(Place { file: self.file, span }));
                length
            };
            offset = at + length.max(1);
        }
    }
}

pub(super) fn finding(place: Place) -> Finding {
    let help = "remove the tag; put the value into double quotes if it is a text";
    Finding::new(Law::YamlFeature, place, "a catalog uses no YAML tags", help)
}
