//! What the search of the site finds.

use serde_json::Value;

use crate::{OURS, Written, catalogs};

/// The documents of the index: where each leads, and its title and text.
fn documents(site: &Written) -> Vec<(String, Value)> {
    let script = site.text("searchindex.js");
    let start = script.find('\'').unwrap() + 1;
    let end = script.rfind('\'').unwrap();
    // As the script takes its literal apart.
    let json = script[start..end].replace("\\'", "'").replace("\\\\", "\\");
    let index: Value = serde_json::from_str(&json).unwrap();
    let urls = index["doc_urls"].as_array().unwrap();
    let of = |(number, url): (usize, &Value)| {
        let document = index["index"]["documentStore"]["docs"][number.to_string()].clone();
        (url.as_str().unwrap().to_owned(), document)
    };
    urls.iter().enumerate().map(of).collect()
}

#[test]
fn a_code_is_the_only_heading_that_holds_it() {
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
    assert!(body.contains("The registry already has the domain in"), "{body}");
}
