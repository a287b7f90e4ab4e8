//! Names and ids, each unique in the catalog, by the rules of the model.

use std::collections::{HashMap, HashSet};

use errcat_model::{Piece, Template, names};

use super::{Draft, DraftCode, Renamed};

/// A longer name is cut after a word.
const MAX_NAME: usize = 60;
const MAX_ID: usize = 48;

/// Sets the names of all codes, then the ids of all cases.
pub(super) fn set_names(draft: &mut Draft) {
    let mut taken = Taken::new(names::RESERVED_CASES);
    let mut cases = taken.names.clone();
    for code in draft.groups.iter_mut().flat_map(|group| &mut group.codes) {
        let derived = derived(code, draft.is_integer);
        let (wanted, why) = match &derived {
            None => (fallback(code), "its text has no letter that Rust accepts"),
            Some(name) if name.len() > MAX_NAME => (cut(code), "the text is long"),
            Some(name) => (name.clone(), "another code has that name"),
        };
        code.name = taken.take(wanted, &code.code);
        code.is_named = derived.as_ref() != Some(&code.name);
        if code.is_named {
            let (code, name) = (code.code.clone(), code.name.clone());
            draft.renamed.push(Renamed { code, name, why });
        }
        if !code.has_cases {
            cases.insert(code.name.clone());
        }
    }
    let codes = draft.groups.iter_mut().flat_map(|group| &mut group.codes);
    for code in codes.filter(|code| code.has_cases) {
        name_cases(code, &mut cases);
    }
}

fn name_cases(code: &mut DraftCode, taken: &mut HashSet<String>) {
    let of_code = names::case_id(&code.name);
    // The last number given to an id, because many cases may begin with the same words.
    let mut given: HashMap<String, u64> = HashMap::new();
    for one in &mut code.texts {
        let id = one.text.as_deref().map(|text| kebab(&with_params(text, " ")));
        let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| kebab(&of_code));
        let is_taken = |id: &str| names::type_name(id).is_none_or(|name| taken.contains(&name));
        let wanted = if is_taken(&id) { format!("{of_code}-{id}") } else { id };
        let last = given.entry(wanted.clone()).or_insert(1);
        one.case.clone_from(&wanted);
        while is_taken(&one.case) {
            *last += 1;
            one.case = format!("{wanted}-{last}");
        }
        taken.extend(names::type_name(&one.case));
    }
}

/// Returns the name that the model derives if none is written.
fn derived(code: &DraftCode, is_integer: bool) -> Option<String> {
    match &code.symbol {
        Some(symbol) => names::type_name(symbol),
        None if is_integer => names::type_name(first_text(code)?),
        None => names::type_name(&code.code),
    }
}

fn first_text(code: &DraftCode) -> Option<&str> {
    code.texts.first()?.text.as_deref()
}

fn fallback(code: &DraftCode) -> String {
    let of_text = first_text(code).and_then(names::type_name);
    of_text.or_else(|| names::type_name(&code.code)).unwrap_or_else(|| "Unnamed".to_owned())
}

/// Returns a name of as many words as fit.
fn cut(code: &DraftCode) -> String {
    let text = code.symbol.as_deref().or(first_text(code)).unwrap_or(&code.code);
    let mut name = String::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let Some(longer) = names::type_name(&format!("{name} {word}")) else { continue };
        if longer.len() > MAX_NAME && !name.is_empty() {
            break;
        }
        name = longer;
    }
    name.truncate(MAX_NAME);
    name
}

/// Names or ids that are taken.
#[derive(Default)]
pub(super) struct Taken {
    names: HashSet<String>,
    /// The last number that was appended to each name, because many names may begin alike.
    numbers: HashMap<String, u64>,
}

impl Taken {
    pub(super) fn new(names: &[&str]) -> Self {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Self { names, numbers: HashMap::new() }
    }

    /// Takes a name. If it is taken already, the code is appended, and a number if necessary.
    fn take(&mut self, wanted: String, code: &str) -> String {
        if self.names.insert(wanted.clone()) {
            return wanted;
        }
        let ending = names::type_name(code).unwrap_or_default();
        self.first_free(&format!("{wanted}{}", ending.trim_start_matches("Code")), "N")
    }

    /// Takes an id, or else the first free one with a number at its end.
    pub(super) fn first_free(&mut self, id: &str, joint: &str) -> String {
        let mut free = id.to_owned();
        let last = self.numbers.entry(format!("{id}{joint}")).or_insert(1);
        while !self.names.insert(free.clone()) {
            *last += 1;
            free = format!("{id}{joint}{last}");
        }
        free
    }
}

/// Returns a text with all of its parameters replaced by the same text.
pub(crate) fn with_params(text: &str, param: &str) -> String {
    let Ok(template) = Template::parse(text) else { return text.to_owned() };
    let pieces = template.pieces().iter().map(|piece| match piece {
        Piece::Literal(text) => text,
        Piece::Parameter(_) => param,
    });
    pieces.collect()
}

/// Makes an id of a text: its first words in small letters, joined by `-`.
pub(crate) fn kebab(text: &str) -> String {
    let mut id = String::new();
    let text = text.replace(['\'', '’'], "").to_ascii_lowercase();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + 1 + word.len() > MAX_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    id.truncate(MAX_ID);
    id
}
