//! Names and ids, each once in the catalog, by the rules of the model.

use std::collections::{HashMap, HashSet};

use errcat_model::{Piece, Template, names};

use super::{Draft, DraftCode, Renamed};
use crate::rows::is_number;

/// A longer name is cut after a word.
const LONGEST_NAME: usize = 60;
const LONGEST_ID: usize = 48;

/// Decides the names of all codes, then the ids of all cases.
pub(super) fn decide(draft: &mut Draft) {
    let mut taken: HashSet<String> = HashSet::new();
    let reserved: HashSet<String> =
        names::RESERVED_CASES.iter().map(|name| (*name).to_owned()).collect();
    let mut renamed = Vec::new();
    let mut cases = reserved.clone();
    for code in draft.groups.iter_mut().flat_map(|group| &mut group.codes) {
        let derived = derived(code);
        let (wanted, why) = match &derived {
            None => (fallback(code), "its text has no letter that Rust takes"),
            Some(name) if name.len() > LONGEST_NAME => (cut(code), "the text is long"),
            Some(name) => (name.clone(), "another code has that name"),
        };
        let ending = names::type_name(&code.code).unwrap_or_default();
        let ending = ending.trim_start_matches("Code").to_owned();
        let is_taken = |name: &str| taken.contains(name) || reserved.contains(name);
        code.name = unique(&wanted, &ending, is_taken);
        code.is_named = derived.as_ref() != Some(&code.name);
        if code.is_named {
            let (code, name) = (code.code.clone(), code.name.clone());
            renamed.push(Renamed { code, name, why });
        }
        taken.insert(code.name.clone());
        if !code.has_cases {
            cases.insert(code.name.clone());
        }
    }
    draft.renamed = renamed;
    let codes = draft.groups.iter_mut().flat_map(|group| &mut group.codes);
    for code in codes.filter(|code| code.has_cases) {
        name_cases(code, &mut cases);
    }
}

fn name_cases(code: &mut DraftCode, taken: &mut HashSet<String>) {
    let of_code = names::case_id(&code.name);
    // How many cases were given an id already, where many begin with the same words.
    let mut given: HashMap<String, u64> = HashMap::new();
    for answer in &mut code.answers {
        let words = answer.text.as_deref().map_or_else(|| of_code.clone(), literal);
        let wanted = Some(kebab(&words)).filter(|id| !id.is_empty());
        let wanted = wanted.unwrap_or_else(|| of_code.clone());
        let is_taken = |id: &str| names::type_name(id).is_none_or(|name| taken.contains(&name));
        let wanted = if is_taken(&wanted) { format!("{of_code}-{wanted}") } else { wanted };
        let last = given.entry(wanted.clone()).or_insert(1);
        let mut id = wanted.clone();
        while is_taken(&id) {
            *last += 1;
            id = format!("{wanted}-{last}");
        }
        answer.case = id;
        taken.extend(names::type_name(&answer.case));
    }
}

/// What the model derives where no name is written.
fn derived(code: &DraftCode) -> Option<String> {
    match &code.symbol {
        Some(symbol) => names::type_name(symbol),
        None if is_number(&code.code) => names::type_name(first_text(code)?),
        None => names::type_name(&code.code),
    }
}

fn first_text(code: &DraftCode) -> Option<&str> {
    code.answers.first()?.text.as_deref()
}

fn fallback(code: &DraftCode) -> String {
    let of_text = first_text(code).and_then(names::type_name);
    of_text.or_else(|| names::type_name(&code.code)).unwrap_or_else(|| "Unnamed".to_owned())
}

/// As many words as fit.
fn cut(code: &DraftCode) -> String {
    let text = code.symbol.as_deref().or(first_text(code)).unwrap_or(&code.code);
    let mut name = String::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let Some(longer) = names::type_name(&format!("{name} {word}")) else { continue };
        if longer.len() > LONGEST_NAME && !name.is_empty() {
            break;
        }
        name = longer;
    }
    name.truncate(LONGEST_NAME);
    name
}

fn unique(wanted: &str, ending: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    let longer = format!("{wanted}{ending}");
    if !is_taken(&longer) {
        return longer;
    }
    let mut numbers = (2_u64..).map(|number| format!("{longer}N{number}"));
    numbers.find(|name| !is_taken(name)).unwrap_or(longer)
}

/// An id, or the first one with a number behind it that is free.
pub(super) fn first_free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(id) {
        return id.to_owned();
    }
    let mut numbers = (2_u64..).map(|number| format!("{id}-{number}"));
    numbers.find(|id| !is_taken(id)).unwrap_or_else(|| id.to_owned())
}

/// What a text says without its parameters.
fn literal(text: &str) -> String {
    let Ok(template) = Template::parse(text) else { return text.to_owned() };
    let literals = template.pieces().iter().map(|piece| match piece {
        Piece::Literal(text) => text,
        Piece::Parameter(_) => " ",
    });
    literals.collect()
}

/// An id of a text: its first words in small letters with `-` between them.
pub(crate) fn kebab(text: &str) -> String {
    let mut id = String::new();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'' && c != '’');
    for word in words.map(|word| word.replace(['\'', '’'], "").to_ascii_lowercase()) {
        if word.is_empty() {
            continue;
        }
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    id.truncate(LONGEST_ID);
    id
}
