//! From the facts to the search index: a file in the form that `MiniSearch` saves, so that the browser
//! has nothing to index. `vendor` contains `MiniSearch`, unchanged.

mod documents;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
use serde::Serialize;
use serde_json::json;

use crate::facts::SiteFacts;
use crate::html::asset;
use crate::script::{literal, parsed};

/// Nobody types longer words.
const MAX_WORD: usize = 40;

/// A word that more documents have is common. It tells little, and would make a search slow: only this
/// many documents are found by it, and none if another word of the query is not common.
const MAX_POSTINGS: usize = 500;

/// How many characters of a text are shown.
const MAX_SHOWN: usize = 120;

/// Words that almost every text has.
const STOP_WORDS: [&str; 22] = [
    "a", "an", "and", "are", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its",
    "of", "on", "or", "that", "the", "to", "was", "with",
];

/// The fields of a document, from those that count most; `search.js` has their weights.
#[derive(Clone, Copy)]
enum Field {
    Code,
    Message,
    Name,
    Keywords,
    Tell,
    Guidance,
    Status,
}

const FIELDS: [&str; 7] = ["code", "message", "name", "keywords", "tell", "guidance", "status"];

/// Something to find.
struct Document {
    /// The address within the site.
    url: String,
    /// The reference or id that is shown before its title.
    label: String,
    title: String,
    /// A text that is shown below its title.
    text: String,
    is_code: bool,
    /// The id of the meaning that it has exactly.
    meaning: Option<String>,
    /// Texts that find it before everything else, if they are the whole query.
    exact: Vec<String>,
    /// The words of each field.
    fields: [Vec<String>; FIELDS.len()],
}

impl Document {
    fn add(&mut self, field: Field, text: &str) {
        if let Some(words) = self.fields.get_mut(field as usize) {
            words.extend(split(text));
        }
    }
}

/// The frequencies of a word, by document, by field.
type Postings = BTreeMap<usize, BTreeMap<usize, usize>>;

/// An index as `MiniSearch` saves it, in version 2 of its form.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Saved<'d> {
    document_count: usize,
    next_id: usize,
    document_ids: BTreeMap<usize, usize>,
    field_ids: BTreeMap<&'static str, usize>,
    /// The number of different words in each field of each document.
    field_length: BTreeMap<usize, [usize; FIELDS.len()]>,
    average_field_length: [f64; FIELDS.len()],
    stored_fields: BTreeMap<usize, String>,
    dirt_count: usize,
    index: Vec<(&'d str, Postings)>,
    serialization_version: usize,
}

/// Returns what the search field loads.
pub(crate) fn assets(facts: &SiteFacts<'_>) -> [Artifact; 3] {
    let minisearch = format!(
        "/*\n{}*/\n{}",
        include_str!("vendor/LICENSE-minisearch"),
        include_str!("vendor/minisearch.js")
    );
    let documents = documents::all(facts);
    let keywords = facts.set.meanings.iter().map(|meaning| (&meaning.id, &meaning.keywords));
    let keywords: BTreeMap<_, _> = keywords.collect();
    let settings = json!({ "fields": FIELDS, "stopWords": STOP_WORDS, "keywords": keywords });
    let mut text = format!("errcat.search = {};\n", literal(&settings));
    let (index, common) = index(&documents);
    let _ = writeln!(text, "errcat.search.index = {};", parsed(&saved(&documents, index)));
    let _ = writeln!(text, "errcat.search.common = {};", literal(&common));
    text.push_str("errcat.search.documents = [\n");
    for document in &documents {
        let Document { url, label, title, text: about, is_code, meaning, exact, .. } = document;
        let exact: BTreeSet<String> = exact.iter().map(|text| text.to_lowercase()).collect();
        let about: String = about.chars().take(MAX_SHOWN).collect();
        let _ = writeln!(
            text,
            "{},",
            literal(&(url, label, title, about, u8::from(*is_code), exact, meaning))
        );
    }
    text.push_str("];\n");
    [
        asset("minisearch.js", minisearch),
        asset("search.js", include_str!("search.js").to_owned()),
        asset("search-index.js", text),
    ]
}

/// Returns the words with their frequencies, sorted, and those that are common.
fn index(documents: &[Document]) -> (Vec<(&str, Postings)>, Vec<&str>) {
    let mut index: BTreeMap<&str, Postings> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        for (field, words) in document.fields.iter().enumerate() {
            for word in words {
                let postings = index.entry(word).or_default().entry(field).or_default();
                *postings.entry(number).or_default() += 1;
            }
        }
    }
    let mut common = Vec::new();
    for (word, postings) in &mut index {
        for found in postings.values_mut().filter(|found| found.len() > MAX_POSTINGS) {
            if let Some(last) = found.keys().nth(MAX_POSTINGS).copied() {
                found.split_off(&last);
            }
            common.push(*word);
        }
    }
    common.dedup();
    (index.into_iter().collect(), common)
}

#[allow(clippy::cast_precision_loss, reason = "no catalog has so many words")]
fn saved<'d>(documents: &'d [Document], index: Vec<(&'d str, Postings)>) -> Saved<'d> {
    let lengths = documents.iter().map(|document| {
        document.fields.each_ref().map(|words| words.iter().collect::<HashSet<_>>().len())
    });
    let lengths: Vec<[usize; FIELDS.len()]> = lengths.collect();
    let mut average = [0.0; FIELDS.len()];
    for (field, average) in average.iter_mut().enumerate() {
        let sum: usize = lengths.iter().filter_map(|length| length.get(field)).sum();
        *average = sum as f64 / documents.len() as f64;
    }
    Saved {
        document_count: documents.len(),
        next_id: documents.len(),
        document_ids: (0..documents.len()).map(|number| (number, number)).collect(),
        field_ids: FIELDS.into_iter().enumerate().map(|(id, name)| (name, id)).collect(),
        field_length: lengths.into_iter().enumerate().collect(),
        average_field_length: average,
        stored_fields: BTreeMap::new(),
        dirt_count: 0,
        index,
        serialization_version: 2,
    }
}

/// Splits a text into words, also at the capitals of a name, as the script does with a query.
fn split(text: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut previous = ' ';
    for letter in text.chars() {
        if !letter.is_alphanumeric() || previous.is_lowercase() && letter.is_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        previous = letter;
    }
    let is_searched = |word: &String| {
        !word.is_empty() && word.len() <= MAX_WORD && !STOP_WORDS.contains(&word.as_str())
    };
    words.into_iter().filter(is_searched)
}
