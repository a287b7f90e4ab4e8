//! Sentences for customers: in plain words, and all of a file or catalog in the same languages.

use std::collections::{BTreeMap, BTreeSet};

use crate::author::read::Keyed;
use crate::author::written::Written;
use crate::findings::{Collector, shorten};
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

/// A sentence that takes longer to read is not read.
const MAX_WORDS: usize = 30;

/// More capitals in a word are an identifier, and not `DNS` or `IBAN`.
const MAX_CAPITALS: usize = 4;

/// A sentence in all its languages, and the name and place of what has it.
type Told<'w> = (&'w str, Place, &'w Keyed<Spanned<String>>);

pub(super) fn check(written: &Written, findings: &mut Collector) {
    for of_file in written.meanings.chunk_by(|one, next| one.place.file == next.place.file) {
        let all = of_file.iter().map(|one| (one.id.as_str(), one.id.place, &one.tell));
        check_all(&all.collect::<Vec<_>>(), findings);
    }
    for provider in &written.providers {
        let codes = provider.codes().flat_map(|(_, code)| {
            let own = (code.code.text.as_str(), code.code.place, &code.details.tell);
            let cases = code.cases.iter();
            let cases = cases.map(|case| (case.id.as_str(), case.id.place, &case.details.tell));
            cases.chain([own])
        });
        // Most codes have the sentence of their meaning.
        check_all(&codes.filter(|(.., tell)| !tell.0.is_empty()).collect::<Vec<_>>(), findings);
    }
}

/// Checks sentences that must be in the same languages: those of a file, or those of a catalog.
fn check_all(all: &[Told<'_>], findings: &mut Collector) {
    let mut languages: BTreeMap<&str, Option<Place>> = BTreeMap::new();
    for (language, text) in all.iter().flat_map(|(.., tell)| &tell.0) {
        if (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase()) {
            languages.entry(language).or_insert(Some(language.place));
        } else {
            let message = format!("`{}` is not the tag of a language", language.value);
            let help = "write the primary tag in lower case, such as `en` or `cs`";
            findings.push(Finding::new(Law::TellLanguages, language.place, message, help));
        }
        if let Some((message, help)) = wording(text) {
            findings.push(Finding::new(Law::TellWording, text.place, message, help));
        }
    }
    for (subject, place, tell) in all {
        let own: BTreeSet<&str> = tell.0.iter().map(|(language, _)| language.as_str()).collect();
        let mut wanted = [(&"en", &None)].into_iter().chain(&languages);
        let missing = wanted.find(|(language, _)| !own.contains(*language));
        if let Some((language, there)) = missing {
            let message = format!("`{}` has no sentence in `{language}`", shorten(subject, 60));
            let help = format!("add `{language}:` to its `tell:`");
            let finding = Finding::new(Law::TellLanguages, *place, message, help);
            let others = there.map(|there| (there, "others have one, such as this"));
            findings.push(others.into_iter().fold(finding, |all, (at, text)| all.also(at, text)));
        }
    }
}

/// Returns what is wrong with a sentence, and what to do about it.
fn wording(text: &str) -> Option<(String, &'static str)> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    if words.len() > MAX_WORDS {
        let message = format!("this has {} words, and may have {MAX_WORDS}", words.len());
        return Some((message, "say only what the customer can do, or whether to try again"));
    }
    if text.contains('`') {
        return Some(("a customer reads no code".into(), "use plain words and no back-ticks"));
    }
    let words = words.into_iter().filter(|word| is_identifier(word));
    let mut parts = words
        .flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric() && letter != '_'));
    let word = parts.find(|word| is_identifier(word))?;
    Some((format!("`{word}` is an identifier"), "use the words that a customer would use"))
}

fn is_identifier(word: &str) -> bool {
    // Nearly no word is one.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let has_digit = word.contains(|letter: char| letter.is_ascii_digit());
    word.contains('_') || capitals > MAX_CAPITALS || (capitals > 1 && has_digit)
}
