//! Finds codes and meanings by words, as people type them into a search.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::iter::once;

use super::show;
use crate::catalog::{Catalog, CatalogSet, Meaning, Reference};
use crate::findings::suggest;

/// More would be no choice.
const MAX_FOUND: usize = 12;

/// A longer text is no search.
const MAX_BYTES: usize = 200;

/// Words that tell nothing.
const STOP_WORDS: [&str; 12] =
    ["a", "an", "and", "are", "by", "for", "in", "is", "it", "of", "the", "to"];

/// Where a word is, by how much that counts: in a keyword or the id of the meaning.
const KEYWORD: u32 = 16;
const NAME: u32 = 8;
const MESSAGE: u32 = 4;
/// The whole text is a keyword.
const WHOLE: u32 = 2;
/// In a keyword of a meaning further up.
const ABOVE: u32 = 1;

/// Returns the meaning with exactly this text as a keyword, if no other one has it and no code that
/// means something else says the words. Also returns the references of the meanings with all words
/// in their keywords or title, and of the codes with all words in those of a meaning, in a message or
/// in the name: best first. `may_miss` allows for half of the words to be nowhere.
pub(super) fn search<'a>(
    set: &'a CatalogSet,
    catalogs: &[&Catalog],
    reference: Reference<'_>,
    may_miss: bool,
) -> (Option<&'a Meaning>, Vec<String>) {
    let typed = reference.code.to_lowercase();
    let words: Vec<&str> = split(&typed).filter(|word| !STOP_WORDS.contains(word)).collect();
    let most_missing = if may_miss { words.len() / 2 } else { 0 };
    // Words would find the code of an unknown case, or another case.
    if words.is_empty() || typed.len() > MAX_BYTES || reference.case.is_some() {
        return (None, Vec::new());
    }
    let mut same = set.meanings.iter().filter(|meaning| meaning.keywords.contains(&typed));
    let mut only = same.next().filter(|_| same.next().is_none());
    // A tie is for what is nearer to the meaning, and then for what comes first.
    let mut hits = Vec::new();
    let mut of_meanings = HashMap::with_capacity(set.meanings.len());
    for meaning in &set.meanings {
        let whole = meaning.keywords.iter().filter(|keyword| **keyword == typed);
        let texts = set.way_up(&meaning.id).enumerate().flat_map(|(depth, above)| {
            let place = if depth == 0 { KEYWORD } else { ABOVE };
            above.searched().map(move |text| (place, text))
        });
        let own = whole.map(|keyword| (WHOLE, keyword.as_str())).chain([(NAME, &*meaning.title)]);
        let marks = marks(&words, texts.chain(own));
        let missing = marks.iter().filter(|mark| **mark & (KEYWORD | NAME) == 0).count();
        hits.push((missing, Reverse(marks.iter().sum::<u32>()), None, meaning.id.clone()));
        of_meanings.insert(meaning.id.as_str(), marks);
    }
    for (catalog, code, case) in
        catalogs.iter().flat_map(|one| one.cases().map(move |(code, case)| (one, code, case)))
    {
        let messages = case.messages.iter().map(|message| (MESSAGE, message.text.as_str()));
        let mut marks = marks(&words, messages.chain(once((NAME, case.id.as_str()))));
        let mut up = case.meanings.iter().flat_map(|id| set.way_up(id));
        if !marks.contains(&0) && !up.any(|meaning| Some(meaning) == only) {
            only = None;
        }
        for of_meaning in case.meanings.iter().filter_map(|id| of_meanings.get(id.as_str())) {
            marks.iter_mut().zip(of_meaning).for_each(|(own, meaning)| *own |= meaning);
        }
        let missing = marks.iter().filter(|mark| **mark == 0).count();
        if missing <= most_missing {
            let reference = show(&(catalog, code, Some(case).filter(|_| code.cases.len() > 1)));
            hits.push((missing, Reverse(marks.iter().sum()), Some(case.relation), reference));
        }
    }
    hits.retain(|(missing, ..)| *missing <= most_missing);
    hits.sort_by_key(|(missing, sum, relation, _)| (*missing, *sum, *relation));
    (only, hits.into_iter().take(MAX_FOUND).map(|(.., reference)| reference).collect())
}

/// Does the same with the nearest known words, for those who misspell one.
pub(super) fn search_misspelled(
    set: &CatalogSet,
    catalogs: &[&Catalog],
    reference: Reference<'_>,
) -> Vec<String> {
    let cases = catalogs.iter().flat_map(|catalog| catalog.cases()).map(|(_, case)| case);
    let texts = cases.flat_map(|case| {
        once(case.id.as_str()).chain(case.messages.iter().map(|message| message.text.as_str()))
    });
    let texts = texts.chain(set.meanings.iter().flat_map(Meaning::searched));
    let known: BTreeSet<String> =
        texts.flat_map(|text| split(text).map(str::to_lowercase).collect::<Vec<_>>()).collect();
    let nearest = |word| suggest::nearest(word, known.iter().map(String::as_str));
    let words: Option<Vec<&str>> = split(reference.code).map(nearest).collect();
    let code = words.unwrap_or_default().join(" ");
    match search(set, catalogs, Reference { code: &code, ..reference }, false) {
        (Some(meaning), _) => vec![meaning.id.clone()],
        (None, found) => found,
    }
}

/// Returns the places of the texts in which each word begins a word.
fn marks<'t>(words: &[&str], texts: impl Iterator<Item = (u32, &'t str)>) -> Vec<u32> {
    let mut marks = vec![0; words.len()];
    for (place, text) in texts {
        let text = text.to_lowercase();
        for found in split(&text) {
            let begun = words.iter().zip(&mut marks).filter(|(word, _)| found.starts_with(**word));
            begun.for_each(|(_, mark)| *mark |= place);
        }
    }
    marks
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
