//! Builds the search index of the site, from the facts of all pages to one script.
//!
//! mdBook would index whole pages: the facts and examples that every entry repeats would be found
//! for every word, and the index of a large catalog would be too large to load. This index has the
//! same format and holds what people search for: codes and names as titles, and the words of
//! messages and guidance.

mod documents;

use std::collections::BTreeMap;

use elasticlunr::{Index, IndexBuilder};
use errcat_model::artifact::Artifact;
use serde::Serialize;
use serde_json::{Value, json};

use crate::facts::SiteFacts;
use crate::markdown::escape_html;
use crate::script::parsed;

/// The file that mdBook's search loads.
const PATH: &str = "searchindex.js";

/// How many words of a result are shown.
const TEASER_WORDS: usize = 30;

const MAX_RESULTS: usize = 40;

/// Nobody types longer words.
const MAX_WORD: usize = 80;

/// Something to find.
struct Document {
    /// The address within the site.
    url: String,
    /// Its path through the table of contents, as a result shows it.
    shown: Vec<String>,
    title: String,
    body: String,
    /// The words that people type for its meaning, which count more than those of the body.
    keywords: String,
}

#[derive(Serialize)]
struct Settings<'d> {
    results_options: Value,
    search_options: Value,
    doc_urls: Vec<&'d str>,
    index: Index,
}

pub(crate) fn index(facts: &SiteFacts<'_>) -> Artifact {
    let documents = documents::all(facts);
    let mut index = IndexBuilder::new()
        .save_docs(false)
        .add_field_with_tokenizer("title", Box::new(words))
        .add_field_with_tokenizer("body", Box::new(words))
        .add_field_with_tokenizer("keywords", Box::new(words))
        .build();
    for (number, document) in documents.iter().enumerate() {
        index.add_doc(&number.to_string(), [&document.title, &document.body, &document.keywords]);
    }
    let settings = Settings {
        results_options: json!({
            "limit_results": MAX_RESULTS,
            "teaser_word_count": TEASER_WORDS,
        }),
        search_options: json!({
            // All words in one of the fields.
            "bool": "AND",
            // The beginning of a word finds it.
            "expand": true,
            "fields": { "title": { "boost": 10 }, "keywords": { "boost": 4 }, "body": { "boost": 1 } },
        }),
        doc_urls: documents.iter().map(|document| document.url.as_str()).collect(),
        index,
    };
    // The index would save the texts in full.
    let shown: BTreeMap<_, _> = documents.iter().map(Document::shown).enumerate().collect();
    let text = format!(
        "Object.assign(window.search, {});\nwindow.search.index.documentStore.save = true;\n\
         window.search.index.documentStore.docs = {};\n",
        parsed(&settings),
        parsed(&shown)
    );
    Artifact { path: PATH.into(), text }
}

impl Document {
    /// Returns the texts of a result.
    fn shown(&self) -> Value {
        let words: Vec<&str> = self.body.split_whitespace().take(TEASER_WORDS + 10).collect();
        json!({
            "title": self.title,
            "body": words.join(" "),
            // mdBook's script takes this for HTML.
            "breadcrumbs": escape_html(&self.shown.join(" » ")),
        })
    }
}

/// Splits a text into words, as the script does with a query.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    let words = words.filter(|word| !word.is_empty() && word.len() <= MAX_WORD);
    words.map(str::to_lowercase).collect()
}
