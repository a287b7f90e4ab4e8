//! What can be found.

use errcat_model::{Case, Catalog, Code};

use super::Document;
use crate::places::{
    COVERAGE, EXPLAIN, MEANINGS, START, STATUSES, TRANSLATIONS, by_group, catalog_page, group_page,
    meaning_page,
};
use crate::site::Facts;

/// Pages of the site itself: where, called what, found by which other words.
const PAGES: [(&str, &str, &str); 6] = [
    (START, "Error codes", "Start page: how to find and to read a code"),
    (EXPLAIN, "Explain a response", "Paste a body and read which error it is: decode"),
    (MEANINGS, "Meanings", "The hub of meanings that codes stand for"),
    (TRANSLATIONS, "Translations", "What a code is at another provider: matrix, equivalent"),
    (STATUSES, "HTTP and gRPC", "Statuses and the codes that lead to them"),
    (COVERAGE, "Coverage", "How much of a provider is at another one"),
];

pub(super) fn all(facts: &Facts<'_>) -> Vec<Document> {
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
        let body = format!("{}. {words}", meaning.title);
        document(&meaning_page(meaning), &["Meanings", &meaning.id], &body)
    }));
    documents
}

/// A document that is called like the last of the way to it.
fn document(path: &str, way: &[&str], body: &str) -> Document {
    let (page, anchor) = path.split_once('#').unwrap_or((path, ""));
    let page = page.strip_suffix(".md").unwrap_or(page);
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    Document {
        url: format!("{page}.html{anchor}"),
        shown: way.iter().map(|name| (*name).to_owned()).collect(),
        title: way.last().map(|name| (*name).to_owned()).unwrap_or_default(),
        body: body.replace('`', " "),
    }
}

/// A code with all that it says, and each of its several cases.
fn of_code(facts: &Facts<'_>, catalog: &Catalog, code: &Code, way: [&str; 2]) -> Vec<Document> {
    let [provider, group] = way;
    let title = format!("{} {}", code.code, code.name);
    let way = [provider, group, &title];
    // The code and its name again: all words of a question are looked for in one field.
    let mut body = format!("{title}: ");
    for case in &code.cases {
        body.push_str(&texts(case));
    }
    body.push_str(&words_of_name(&code.name));
    body.extend(code.symbol.iter().chain(&code.aliases).flat_map(|name| [name, " "]));
    let mut documents = vec![document(&facts.places.code(catalog, code), &way, &body)];
    if code.cases.len() > 1 {
        documents.extend(code.cases.iter().map(|case| {
            let way = [provider, group, &title, &case.name];
            let body =
                format!("{title}: {}{} {}", texts(case), words_of_name(&case.name), case.name);
            document(&facts.places.case(catalog, code, case), &way, &body)
        }));
    }
    documents
}

/// The messages and the guidance of a case.
fn texts(case: &Case) -> String {
    let messages = case.messages.iter().map(|message| message.text.as_str());
    let guidance = case.guidance.iter().flat_map(|told| [told.cause.trim(), told.action.trim()]);
    messages.chain(guidance).flat_map(|text| [text, " "]).collect()
}

/// `DomainInQuarantine` is found by `quarantine`, too.
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

fn operations(facts: &Facts<'_>, catalog: &Catalog) -> Vec<Document> {
    let operations = catalog.operations.iter().filter_map(|operation| {
        let path = facts.places.operation(catalog, &operation.name)?;
        let api = operation.api.as_deref().unwrap_or_default();
        let way = [catalog.title.as_str(), "Operations", &operation.name];
        Some(document(path, &way, &format!("Operation {api}")))
    });
    operations.collect()
}
