//! Finds codes and meanings by words, as people type them into a search.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::show;
use crate::catalog::{Catalog, CatalogSet, Meaning, MeaningRelation};

/// More would be no choice.
const MAX_FOUND: usize = 12;

/// A longer text is no search.
const MAX_BYTES: usize = 200;

/// Where a word is, by how much that counts: a keyword of the meaning or a part of its id.
const KEYWORD: u32 = 16;
const NAME: u32 = 8;
const MESSAGE: u32 = 4;
/// The whole text is a keyword.
const WHOLE: u32 = 2;
/// A keyword of a meaning further up.
const ABOVE: u32 = 1;

/// What has all words.
#[derive(Default)]
pub(super) struct Hits<'a> {
    /// The meaning with exactly these words as a keyword, if no other one has them and no code that
    /// means something else says them.
    pub(super) meaning: Option<&'a Meaning>,
    /// The references of meanings with these keywords, and of codes that have the words as keywords
    /// of a meaning, in a message or in the name: best first.
    pub(super) references: Vec<String>,
}

pub(super) fn search<'a>(set: &'a CatalogSet, catalogs: &[&Catalog], typed: &str) -> Hits<'a> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = split(&typed).collect();
    if words.is_empty() || typed.len() > MAX_BYTES {
        return Hits::default();
    }
    let mut same = set.meanings.iter().filter(|meaning| meaning.keywords.contains(&typed));
    let mut meaning = same.next().filter(|_| same.next().is_none());
    // A tie is for what is nearer to the meaning, and then for what comes first.
    let mut hits: Vec<(Reverse<u32>, Option<MeaningRelation>, String)> = Vec::new();
    let of_meanings = of_meanings(set, &typed, &words);
    for one in &set.meanings {
        if let Some(counts) = of_meanings.get(&*one.id).filter(|counts| all(counts, KEYWORD)) {
            hits.push((Reverse(counts.iter().sum()), None, one.id.clone()));
        }
    }
    for catalog in catalogs {
        for (code, case) in catalog.cases() {
            let mut counts = vec![0; words.len()];
            mark(std::iter::once(&*case.id), NAME, &words, &mut counts);
            let messages = case.messages.iter().map(|message| message.text.as_str());
            mark(messages, MESSAGE, &words, &mut counts);
            let is_of =
                |id: &str| set.way_up(id).any(|one| Some(&one.id) == meaning.map(|m| &m.id));
            if all(&counts, NAME | MESSAGE) && !case.meanings.iter().any(|id| is_of(id)) {
                meaning = None;
            }
            for of_meaning in case.meanings.iter().filter_map(|id| of_meanings.get(id.as_str())) {
                counts.iter_mut().zip(of_meaning).for_each(|(own, meaning)| *own |= meaning);
            }
            if all(&counts, u32::MAX) {
                let case_of_several = Some(case).filter(|_| code.cases.len() > 1);
                let reference = show(&(catalog, code, case_of_several));
                hits.push((Reverse(counts.iter().sum()), Some(case.relation), reference));
            }
        }
    }
    hits.sort_by_key(|(count, relation, _)| (*count, *relation));
    let references = hits.into_iter().take(MAX_FOUND).map(|(.., reference)| reference);
    Hits { meaning, references: references.collect() }
}

/// Returns where each meaning has each word.
fn of_meanings<'a>(set: &'a CatalogSet, typed: &str, words: &[&str]) -> HashMap<&'a str, Vec<u32>> {
    let all = set.meanings.iter().map(|meaning| {
        let mut counts = vec![0; words.len()];
        for (depth, above) in set.way_up(&meaning.id).enumerate() {
            let place = if depth == 0 { KEYWORD } else { ABOVE };
            mark(above.searched(), place, words, &mut counts);
        }
        if meaning.keywords.iter().any(|keyword| keyword == typed) {
            for count in &mut counts {
                *count |= WHOLE;
            }
        }
        (meaning.id.as_str(), counts)
    });
    all.collect()
}

/// Returns whether all words are in one of the places.
fn all(counts: &[u32], places: u32) -> bool {
    counts.iter().all(|count| count & places != 0)
}

/// Marks each word that begins a word of the texts.
fn mark<'t>(texts: impl Iterator<Item = &'t str>, place: u32, words: &[&str], counts: &mut [u32]) {
    for text in texts {
        let text = text.to_lowercase();
        for found in split(&text) {
            for (word, count) in words.iter().zip(&mut *counts) {
                if found.starts_with(word) {
                    *count |= place;
                }
            }
        }
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
