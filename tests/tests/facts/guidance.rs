//! Guidance is written in our own words and keeps every concrete fact of the sources.

use errcat_tests::{cases, catalog, export, list, table, text};
use serde_json::Value;

use super::find_code;

const GUIDANCE: &str = include_str!("../../facts/guidance.tsv");

#[test]
fn guidance_keeps_the_facts_of_the_sources() {
    let export = export();
    let mut lost = Vec::new();
    for [reference, needle] in table(GUIDANCE, ["reference", "needle"]) {
        let case = find_case(&export, reference);
        let mut said = text(case, "guidance").to_owned();
        for link in list(case, "links") {
            said.push('\n');
            said.push_str(text(link, "url"));
        }
        if !said.contains(needle) {
            lost.push(format!("{reference}: `{needle}` is not in:\n{said}\n"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// The words that a cause and an action have together, if the facts do not need more.
const ENOUGH_WORDS: usize = 60;

/// The words that suffice for every entry.
const MAX_WORDS: usize = 90;

/// The entries that need more than enough words: a warning of a charge or a loss, or several outcomes
/// that have to be told apart. Never raise it to make room for a sentence.
const LONG_ENTRIES: usize = 2;

const MAX_WORDS_OF_SENTENCE: usize = 28;

/// Phrases that read like a translation.
const PHRASES: [&str; 15] = [
    "whoever",
    "nothing if",
    "is none",
    "of before",
    "stands for",
    "stand against",
    "mend",
    "anew",
    "belongs into",
    "belong into",
    "as a rule",
    "on record",
    "for all that",
    "be had",
    "holder",
];

#[test]
fn guidance_is_short_and_plain() {
    let export = export();
    let mut faults = Vec::new();
    let mut long = 0;
    for catalog in list(&export, "catalogs") {
        for (code, case) in cases(catalog).filter(|(_, case)| !case["cause"].is_null()) {
            let said = [text(case, "cause"), text(case, "action")].join(" ");
            let words = said.split_whitespace().count();
            long += usize::from(words > ENOUGH_WORDS);
            let found = faults_of(&said).into_iter().map(|fault| (text(code, "code"), fault));
            faults.extend(found.map(|(code, fault)| format!("{code}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(long <= LONG_ENTRIES, "{long} entries have more than {ENOUGH_WORDS} words");
}

/// Returns what is too long in a text, and the phrases that it should not have.
fn faults_of(said: &str) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().count();
    let is_long = |one: &&str| words(one) > MAX_WORDS_OF_SENTENCE;
    let mut faults: Vec<String> = said.split(". ").filter(is_long).map(str::to_owned).collect();
    if words(said) > MAX_WORDS {
        faults.push(format!("{} words", words(said)));
    }
    let lower = said.to_lowercase();
    let plain: Vec<&str> = lower.split(|one: char| !one.is_alphanumeric()).collect();
    let plain = format!(" {} ", plain.join(" "));
    let found = PHRASES.iter().filter(|phrase| plain.contains(&format!(" {phrase} ")));
    faults.extend(found.map(|phrase| format!("`{phrase}`")));
    faults
}

/// Returns the case of a reference such as `wapi:3201` or `wix:Invalid domain#domain-restricted`.
fn find_case<'a>(export: &'a Value, reference: &str) -> &'a Value {
    let (id, rest) = reference.split_once(':').unwrap();
    let (wire, case_id) = match rest.split_once('#') {
        Some((wire, case_id)) => (wire, Some(case_id)),
        None => (rest, None),
    };
    let cases = list(find_code(catalog(export, id), wire), "cases");
    let mut fitting = cases.iter().filter(|case| case_id.is_none_or(|id| text(case, "id") == id));
    match (fitting.next(), fitting.next()) {
        (Some(case), None) => case,
        _ => panic!("`{reference}` does not name exactly one case"),
    }
}

#[test]
fn the_glossary_explains_terms_that_guidance_uses() {
    let export = export();
    let all = list(&export, "catalogs").iter().flat_map(cases);
    let all: Vec<&str> = all.filter_map(|(_, case)| case["guidance"].as_str()).collect();
    let unused = export["glossary"].as_object().unwrap().keys().filter(|term| {
        let term = term.split(" (").next().unwrap();
        !all.iter().any(|text| text.contains(term))
    });
    assert_eq!(unused.collect::<Vec<_>>(), [""; 0]);
}
