//! The documents of the search: codes, cases, meanings, operations and pages.

use std::collections::BTreeSet;

use errcat::rt::to_client;
use errcat_model::{Case, Catalog, Code, Meaning, MeaningRelation, Reference};

use super::{Document, Field};
use crate::facts::SiteFacts;
use crate::facts::places::{
    GLOSSARY, by_group, catalog_page, group_page, meaning_page, operations_page, terms,
};
use crate::html::PAGES;
use crate::html::text::in_words;

/// With more words, a meaning would be found for everything.
const MAX_KEYWORDS: usize = 100;

pub(super) fn all(facts: &SiteFacts<'_>) -> Vec<Document> {
    let mut documents: Vec<Document> =
        PAGES.iter().map(|(path, title, text)| Document::new(path, "", title, text)).collect();
    for catalog in &facts.set.catalogs {
        let page = catalog_page(catalog, 0);
        documents.push(Document::new(&page, "", &catalog.title, &catalog.about));
        for (group, codes) in by_group(catalog) {
            let page = group_page(catalog, group, 0);
            documents.push(Document::new(&page, "", &group.title, &group.about));
            for code in codes {
                documents.extend(of_code(facts, catalog, code));
            }
        }
        if !catalog.operations.is_empty() {
            let title = format!("{}: operations", catalog.title);
            documents.push(Document::new(&operations_page(catalog), "", &title, "Operations"));
        }
        documents.extend(catalog.operations.iter().map(|operation| {
            let page = facts.places.operation(catalog, &operation.name);
            let about = format!("Operation {}", operation.api.as_deref().unwrap_or_default());
            Document::new(page, "", &operation.name, &about)
        }));
    }
    documents.extend(facts.set.meanings.iter().map(|meaning| of_meaning(facts, meaning)));
    documents.extend(terms(facts.set).map(|(anchor, term, about)| {
        Document::new(&format!("{GLOSSARY}#{anchor}"), "", term, about)
    }));
    documents
}

fn of_meaning(facts: &SiteFacts<'_>, meaning: &Meaning) -> Document {
    let about = meaning.tell.get("en").map_or("", String::as_str);
    let mut page = Document::new(&meaning_page(&meaning.id), &meaning.id, &meaning.title, about);
    page.add_keywords(facts, [&meaning.id]);
    page.add(Field::Status, &meaning.facts.http.to_string());
    page
}

/// Makes the document of a code, and one for each case if it has several.
fn of_code(facts: &SiteFacts<'_>, catalog: &Catalog, code: &Code) -> Vec<Document> {
    let make = |place: &str, reference: Reference<'_>, name: &str, cases: &[Case]| {
        let words = in_words(name, &facts.set.glossary);
        let message = cases.iter().find_map(|case| case.messages.first());
        let message = message.map_or("", |message| &message.text);
        let mut page = Document::new(place, &reference.to_string(), &words, message);
        page.is_code = true;
        // A status that the provider sends, as people read it in a log.
        let sent = catalog.statuses.iter().filter(|known| known.code.as_ref() == Some(&code.code));
        page.exact.extend(sent.map(|known| known.http.to_string()));
        page.exact.extend([reference.code.to_owned(), reference.to_string(), name.to_owned()]);
        page.exact.extend(code.symbol.iter().chain(&code.aliases).cloned());
        page.add(Field::Code, &reference.to_string());
        for name in code.symbol.iter().chain(&code.aliases) {
            page.add(Field::Name, name);
        }
        for case in cases {
            page.add_case(facts, case);
        }
        page
    };
    let page = facts.places.page_of(catalog, code);
    let mut documents =
        vec![make(page, Reference::of_code(catalog, code), &code.name, &code.cases)];
    if code.cases.len() > 1 {
        documents.extend(code.cases.iter().map(|case| {
            let place = facts.places.case(catalog, code, case);
            let reference = Reference::of_case(catalog, code, case);
            make(&place, reference, &case.name, std::slice::from_ref(case))
        }));
    }
    documents
}

impl Document {
    /// Makes a document with a title and a text, which are found and shown.
    fn new(url: &str, label: &str, title: &str, text: &str) -> Self {
        let mut page = Self {
            url: url.to_owned(),
            label: label.to_owned(),
            title: title.replace('`', ""),
            text: text.replace('`', ""),
            is_code: false,
            meaning: None,
            exact: vec![title.to_owned()],
            fields: Default::default(),
        };
        page.add(Field::Name, title);
        page.add(Field::Guidance, text);
        page
    }

    fn add_case(&mut self, facts: &SiteFacts<'_>, case: &Case) {
        for message in &case.messages {
            self.exact.push(message.text.clone());
            self.add(Field::Message, &message.text);
        }
        for text in case.tell.values() {
            self.add(Field::Tell, text);
        }
        if let Some(guidance) = &case.guidance {
            self.add(Field::Guidance, &guidance.cause);
            self.add(Field::Guidance, &guidance.action);
        }
        if case.relation == MeaningRelation::Is {
            self.meaning = case.meanings.first().cloned();
        }
        self.add_keywords(facts, &case.meanings);
        for answer in [to_client(case.facts), case.facts] {
            self.add(Field::Status, &format!("{} {}", answer.http, answer.grpc));
        }
    }

    /// Adds the words that people type for some meanings. Those of the meanings above count less.
    fn add_keywords<'m>(
        &mut self,
        facts: &SiteFacts<'_>,
        meanings: impl IntoIterator<Item = &'m String>,
    ) {
        let mut keywords = [BTreeSet::new(), BTreeSet::new()];
        for id in meanings {
            for (depth, meaning) in facts.set.way_up(id).enumerate() {
                let [own, above] = &mut keywords;
                let all = if depth == 0 { own } else { above };
                all.extend(meaning.searched().take(MAX_KEYWORDS));
            }
        }
        let [own, above] = keywords.map(|all| Vec::from_iter(all).join(" "));
        self.add(Field::Keywords, &own);
        self.add(Field::Guidance, &above);
    }
}
