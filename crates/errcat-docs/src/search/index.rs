//! An index as elasticlunr.js loads it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use elasticlunr::lang::English;
use elasticlunr::{ELASTICLUNR_VERSION, Language as _, Pipeline};
use serde_json::{Value, json};

/// Longer words are no words, and nobody types them.
const LONGEST_WORD: usize = 80;

/// Documents by the words of their fields.
pub(super) struct Index {
    pipeline: Pipeline,
    fields: Vec<(&'static str, Node)>,
    /// How many words each field of each document has.
    lengths: Vec<Vec<usize>>,
}

/// The words with a common beginning.
#[derive(Default)]
struct Node {
    children: BTreeMap<char, Self>,
    /// The documents with this very word, and how often each has it.
    documents: Vec<(usize, usize)>,
}

impl Index {
    pub(super) fn new<const FIELDS: usize>(fields: [&'static str; FIELDS]) -> Self {
        let fields = fields.map(|field| (field, Node::default()));
        Self {
            pipeline: English::new().make_pipeline(),
            fields: fields.into(),
            lengths: Vec::new(),
        }
    }

    /// Adds a document; its number is that of the documents before it.
    pub(super) fn add(&mut self, texts: &[&str]) {
        let document = self.lengths.len();
        let mut lengths = Vec::new();
        for ((_, root), text) in self.fields.iter_mut().zip(texts) {
            let words = self.pipeline.run(words(text));
            lengths.push(words.len());
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for word in words {
                *counts.entry(word).or_default() += 1;
            }
            for (word, count) in counts {
                let mut node = &mut *root;
                for letter in word.chars() {
                    node = node.children.entry(letter).or_default();
                }
                node.documents.push((document, count));
            }
        }
        self.lengths.push(lengths);
    }

    /// Writes it as JSON, with what is shown of each document.
    pub(super) fn write(&self, shown: impl Iterator<Item = String>, out: &mut String) {
        let names: Vec<&str> = self.fields.iter().map(|(name, _)| *name).collect();
        let head = json!({
            "version": ELASTICLUNR_VERSION,
            "lang": "English",
            "ref": "id",
            "fields": names,
            "pipeline": self.pipeline,
        });
        out.push_str(head.to_string().trim_end_matches('}'));
        out.push_str(",\"documentStore\":{\"save\":true,\"docs\":{");
        write_joined(out, shown.enumerate(), |out, (number, document)| {
            let _ = write!(out, "\"{number}\":{document}");
        });
        out.push_str("},\"docInfo\":{");
        write_joined(out, self.lengths.iter().enumerate(), |out, (number, lengths)| {
            let lengths = names.iter().zip(lengths).map(|(name, count)| (*name, json!(count)));
            let lengths: Value = lengths.map(|(name, count)| (name.to_owned(), count)).collect();
            let _ = write!(out, "\"{number}\":{lengths}");
        });
        let _ = write!(out, "}},\"length\":{}}},\"index\":{{", self.lengths.len());
        write_joined(out, self.fields.iter(), |out, (name, root)| {
            let _ = write!(out, "\"{name}\":{{\"root\":");
            root.write(out);
            out.push('}');
        });
        out.push_str("}}");
    }
}

impl Node {
    fn write(&self, out: &mut String) {
        out.push_str("{\"docs\":{");
        write_joined(out, self.documents.iter(), |out, (document, count)| {
            let _ = write!(out, "\"{document}\":{{\"tf\":{}}}", frequency(*count));
        });
        let _ = write!(out, "}},\"df\":{}", self.documents.len());
        for (letter, node) in &self.children {
            let letter = Value::from(letter.to_string());
            let _ = write!(out, ",{letter}:");
            node.write(out);
        }
        out.push('}');
    }
}

/// The square root of a count, as short as the order of results allows.
fn frequency(count: usize) -> String {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let text = format!("{:.2}", f64::from(count).sqrt());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The words of a text, as the script takes a question apart.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    let words = words.filter(|word| !word.is_empty() && word.len() <= LONGEST_WORD);
    words.map(str::to_lowercase).collect()
}

fn write_joined<T>(
    out: &mut String,
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    for (place, item) in items.enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        write(out, item);
    }
}
