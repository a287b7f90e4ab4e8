//! The documents of the search: pages, codes, cases, operations and meanings.

use std::collections::BTreeSet;

use errcat_model::{Case, Catalog, Code};

use super::Document;
use crate::facts::SiteFacts;
use crate::facts::places::{
    COVERAGE, EXPLAIN, GLOSSARY, MEANINGS, START, STATUSES, TRANSLATIONS, by_group, catalog_page,
    group_page, meaning_page, terms, to_html,
};

/// With more words, a meaning would be found for everything.
const MAX_KEYWORDS: usize = 100;

/// Pages of the site itself: the place, the title, and other words to find it by.
const PAGES: [(&str, &str, &str); 6] = [
    (START, "Error codes", "Start page: how to find and read a code"),
    (EXPLAIN, "Explain a response", "Paste a body and read which error it is: decode"),
    (MEANINGS, "Meanings", "What codes mean at any provider"),
    (TRANSLATIONS, "Translations", "What a code is called at another provider: equivalent"),
    (STATUSES, "HTTP and gRPC", "Statuses and their codes"),
    (COVERAGE, "Coverage", "How many codes of a provider have an equivalent at another one"),
];

pub(super) fn all(facts: &SiteFacts<'_>) -> Vec<Document> {
    let mut documents: Vec<Document> =
        PAGES.iter().map(|(path, title, body)| document(path, &[title], body)).collect();
    for catalog in &facts.set.catalogs {
        let title = catalog.title.as_str();
        documents.push(document(&catalog_page(catalog, 0), &[title], &catalog.about));
        for (group, codes) in by_group(catalog) {
            let way = [title, &group.title];
            documents.push(document(&group_page(catalog, group, 0), &way, &group.about));
            for code in codes {
                documents.extend(of_code(facts, catalog, code, way));
            }
        }
        documents.extend(operations(facts, catalog));
    }
    documents.extend(facts.set.meanings.iter().map(|meaning| {
        let words = meaning.id.replace(['.', '-'], " ");
        let body = format!("{}. {words} {}", meaning.title, meaning.keywords.join(" "));
        document(&meaning_page(&meaning.id), &["Meanings", &meaning.id], &body)
    }));
    documents.extend(terms(facts.set).map(|(anchor, term, about)| {
        document(&format!("{GLOSSARY}#{anchor}"), &["Glossary", term], about)
    }));
    documents
}

/// Makes a document whose title is the last name of the way to it.
fn document(path: &str, way: &[&str], body: &str) -> Document {
    Document {
        url: to_html(path),
        shown: way.iter().map(|name| (*name).to_owned()).collect(),
        title: way.last().map(|name| (*name).to_owned()).unwrap_or_default(),
        body: body.replace('`', " "),
        keywords: String::new(),
    }
}

/// Adds the words that people type for the meanings of cases, and for the meanings above them.
fn with_keywords(facts: &SiteFacts<'_>, cases: &[Case], mut page: Document) -> Document {
    let mut keywords = [BTreeSet::new(), BTreeSet::new()];
    for id in cases.iter().flat_map(|case| &case.meanings) {
        for (depth, meaning) in facts.set.way_up(id).enumerate() {
            let words = meaning.searched().flat_map(|text| text.split([' ', '-', '.']));
            let [own, above] = &mut keywords;
            let all = if depth == 0 { own } else { above };
            all.extend(words.take(MAX_KEYWORDS));
        }
    }
    let [own, above] = keywords.map(|all| all.into_iter().collect::<Vec<_>>().join(" "));
    // All words of a query must be in one field.
    page.body.extend([" ", &own, " ", &above]);
    Document { keywords: own, ..page }
}

/// Makes the document of a code, and one for each case if it has several.
fn of_code(facts: &SiteFacts<'_>, catalog: &Catalog, code: &Code, way: [&str; 2]) -> Vec<Document> {
    let [provider, group] = way;
    let title = format!("{} {}", code.code, code.name);
    let way = [provider, group, &title];
    // The code and its name again: all words of a query must be in one field.
    let mut body = format!("{title}: ");
    for case in &code.cases {
        body.push_str(&texts(case));
    }
    body.push_str(&words_of_name(&code.name));
    body.extend(code.symbol.iter().chain(&code.aliases).flat_map(|name| [name, " "]));
    let page = document(&facts.places.code(catalog, code), &way, &body);
    let mut documents = vec![with_keywords(facts, &code.cases, page)];
    if code.cases.len() > 1 {
        documents.extend(code.cases.iter().map(|case| {
            let way = [provider, group, &title, &case.name];
            let body =
                format!("{title}: {}{} {}", texts(case), words_of_name(&case.name), case.name);
            let page = document(&facts.places.case(catalog, code, case), &way, &body);
            with_keywords(facts, std::slice::from_ref(case), page)
        }));
    }
    documents
}

/// Joins the messages and the guidance of a case.
fn texts(case: &Case) -> String {
    let messages = case.messages.iter().map(|message| message.text.as_str());
    let guidance = case.guidance.iter().flat_map(|one| [one.cause.trim(), one.action.trim()]);
    messages.chain(guidance).flat_map(|text| [text, " "]).collect()
}

/// Splits a name into words, so that `quarantine` finds `DomainInQuarantine`.
fn words_of_name(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 8);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words.push(' ');
    words
}

fn operations(facts: &SiteFacts<'_>, catalog: &Catalog) -> Vec<Document> {
    let operations = catalog.operations.iter().map(|operation| {
        let path = facts.places.operation(catalog, &operation.name);
        let api = operation.api.as_deref().unwrap_or_default();
        let way = [catalog.title.as_str(), "Operations", &operation.name];
        document(path, &way, &format!("Operation {api}"))
    });
    operations.collect()
}
