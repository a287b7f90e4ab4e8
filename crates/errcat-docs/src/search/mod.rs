//! The index behind the search of the site.
//!
//! mdBook would index all that stands on a page: the facts and examples that every entry repeats
//! would be found for every word, and the index of a large catalog would be too large to load.
//! This one, in the same format, holds what people look for: codes and names as titles, the words
//! of messages and guidance below them.

mod documents;
mod index;

use errcat_model::artifact::Artifact;
use serde_json::json;

use crate::markdown::escape_html;
use crate::site::Facts;
use index::Index;

/// The file that mdBook's search loads.
pub(crate) const PATH: &str = "searchindex.js";

/// As many words of a result are shown.
const TEASER: usize = 30;

const MOST_RESULTS: usize = 40;

/// Something that can be found.
struct Document {
    /// Where it leads, within the site.
    url: String,
    /// The way to it through the table of contents, as a result shows it.
    shown: Vec<String>,
    title: String,
    body: String,
}

pub(crate) fn index(facts: &Facts<'_>) -> Artifact {
    let documents = documents::all(facts);
    let mut index = Index::new(["title", "body"]);
    for document in &documents {
        index.add(&[&document.title, &document.body]);
    }
    let urls: Vec<&str> = documents.iter().map(|document| document.url.as_str()).collect();
    let shown = documents.iter().map(|document| {
        let words: Vec<&str> = document.body.split_whitespace().take(TEASER + 10).collect();
        json!({
            "title": document.title,
            "body": words.join(" "),
            // mdBook's script takes this for HTML.
            "breadcrumbs": escape_html(&document.shown.join(" » ")),
        })
    });
    let settings = json!({
        "results_options": { "limit_results": MOST_RESULTS, "teaser_word_count": TEASER },
        "search_options": {
            // All words in a title, or all in a body.
            "bool": "AND",
            // The beginning of a word finds it.
            "expand": true,
            "fields": { "title": { "boost": 10 }, "body": { "boost": 1 } },
        },
        "doc_urls": urls,
    });
    let mut text = settings.to_string();
    // The settings are an object, which the index joins.
    text.pop();
    text.push_str(",\"index\":");
    index.write(shown.map(|document| document.to_string()), &mut text);
    text.push('}');
    // A text is parsed faster than a literal of this size, and holds no end of a script.
    let text = text.replace('<', "\\u003c").replace('\\', "\\\\").replace('\'', "\\'");
    let text = text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    Artifact {
        path: PATH.into(),
        text: format!("window.search = Object.assign(window.search, JSON.parse('{text}'));\n"),
    }
}
