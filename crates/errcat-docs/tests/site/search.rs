//! The search index of the site.

use serde_json::Value;

use crate::{OURS, Written, catalogs};

/// Returns the documents of the index: the address of each, with its title and text.
fn documents(site: &Written) -> Vec<(String, Value)> {
    let script = site.text("searchindex.js");
    let mut parsed = script.lines().filter_map(|line| {
        let literal = line.split_once("JSON.parse('")?.1.rsplit_once("')")?.0;
        // As the script reads its literal.
        let json = literal.replace("\\'", "'").replace("\\\\", "\\");
        Some(serde_json::from_str::<Value>(&json).unwrap())
    });
    let (settings, documents) = (parsed.next().unwrap(), parsed.next().unwrap());
    let urls = settings["doc_urls"].as_array().unwrap();
    let of = |(number, url): (usize, &Value)| {
        (url.as_str().unwrap().to_owned(), documents[number.to_string()].clone())
    };
    urls.iter().enumerate().map(of).collect()
}

#[test]
fn only_one_heading_is_the_title_of_a_code() {
    let (set, documents) = (catalogs(), documents(&OURS));
    for catalog in &set.catalogs {
        for code in &catalog.codes {
            let anchor = format!("#{}", catalog.anchor_of_code(code));
            let title = format!("{} {}", code.code, code.name);
            let found: Vec<&str> = documents
                .iter()
                .filter(|(_, document)| document["title"] == title.as_str())
                .map(|(url, _)| url.as_str())
                .collect();
            assert_eq!(found.len(), 1, "{title}: {found:?}");
            assert!(found[0].ends_with(&anchor), "{title}: {found:?}");
        }
    }
}

#[test]
fn words_of_messages_and_guidance_are_in_the_index() {
    let documents = documents(&OURS);
    let (_, taken) = documents.iter().find(|(url, _)| url.ends_with("#wapi-3201")).unwrap();
    let body = taken["body"].as_str().unwrap();
    assert!(body.contains("Domain is registered"), "{body}");
    assert!(body.contains("already registered, by you or by somebody else"), "{body}");
}
