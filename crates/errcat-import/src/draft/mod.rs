//! From rows to codes: those that stand several times become one, with its cases.

mod heading;
mod names;

use std::collections::{HashMap, HashSet};

use errcat::{GrpcCode, Outcome};

use crate::placeholder::{self, Drafted, Placeholder};
use crate::rows::{Reading, Row, Section, Status, is_number, without_errors};
use crate::{Headings, Note};

pub(crate) use names::kebab;

/// A catalog as far as a page gives it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) title: Option<String>,
    pub(crate) is_integer: bool,
    pub(crate) operations: Vec<DraftOperation>,
    pub(crate) statuses: Vec<Status>,
    pub(crate) groups: Vec<DraftGroup>,
    pub(crate) placeholder: Option<Placeholder>,
    pub(crate) renamed: Vec<Renamed>,
    pub(crate) notes: Vec<Note>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DraftOperation {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct DraftGroup {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) range: Option<(u32, u32)>,
    pub(crate) outcome: Outcome,
    pub(crate) codes: Vec<DraftCode>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct DraftCode {
    pub(crate) line: usize,
    pub(crate) code: String,
    pub(crate) symbol: Option<String>,
    /// The name in Rust.
    pub(crate) name: String,
    /// Whether the name has to be written, because another one would be derived.
    pub(crate) is_named: bool,
    pub(crate) answers: Vec<Answer>,
    /// Whether each answer is a case of its own.
    pub(crate) has_cases: bool,
}

/// A text of a code, and who sends it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) line: usize,
    /// The id of the case, where there are several.
    pub(crate) case: String,
    /// As on the page.
    pub(crate) message: Option<String>,
    /// With parameters as catalogs write them.
    pub(crate) text: Option<String>,
    pub(crate) params: Vec<String>,
    pub(crate) operations: Vec<String>,
    pub(crate) http: Option<u16>,
    pub(crate) grpc: Option<GrpcCode>,
}

/// A name that is not what would be derived.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Renamed {
    /// The code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Why it is another one than its text gives.
    pub why: &'static str,
}

/// Makes codes of what was read.
pub(crate) fn draft(reading: &Reading, headings: Headings) -> Draft {
    let rows = || reading.sections.iter().flat_map(|section| &section.rows);
    let texts: Vec<&str> = rows().filter_map(|row| row.message.as_deref()).collect();
    let mut builder = Builder {
        headings: decide(reading, headings),
        index: HashMap::new(),
        answers: HashMap::new(),
        titles: HashMap::new(),
        ids: ["provider", "meanings"].map(str::to_owned).into(),
        declared: HashSet::new(),
        draft: Draft {
            title: reading.title.clone(),
            is_integer: rows().next().is_some() && rows().all(|row| is_number(&row.code)),
            statuses: reading.statuses.clone(),
            placeholder: Placeholder::of(&texts),
            notes: reading.notes.clone(),
            ..Draft::default()
        },
    };
    for section in &reading.sections {
        builder.section(section);
    }
    let mut draft = builder.draft;
    for code in draft.groups.iter_mut().flat_map(|group| &mut group.codes) {
        code.has_cases = has_cases(code);
    }
    names::decide(&mut draft);
    draft.notes.sort_by_key(|note| note.line);
    draft
}

/// Whether headings name operations: the page links them, or codes stand under several.
fn decide(reading: &Reading, headings: Headings) -> Headings {
    if headings != Headings::Guess {
        return headings;
    }
    let is_linked = reading.sections.iter().any(|section| section.operation.is_some());
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut repeated: HashSet<&str> = HashSet::new();
    for (index, section) in reading.sections.iter().enumerate() {
        for row in &section.rows {
            if *first.entry(&row.code).or_insert(index) != index {
                repeated.insert(&row.code);
            }
        }
    }
    let often = repeated.len() * 3 > first.len();
    if is_linked || often { Headings::Operations } else { Headings::Groups }
}

struct Builder {
    headings: Headings,
    draft: Draft,
    /// Where each code is: its group, and its place there.
    index: HashMap<String, (usize, usize)>,
    /// Where each text of a code is among its answers.
    answers: HashMap<(String, Option<String>), usize>,
    /// The places of groups, by their titles.
    titles: HashMap<String, usize>,
    ids: HashSet<String>,
    declared: HashSet<String>,
}

impl Builder {
    fn section(&mut self, section: &Section) {
        let operation = self.operation(section);
        let group = self.group(section, operation.is_some());
        for row in &section.rows {
            for name in &row.operations {
                self.declare(name, None);
            }
            let operations = match (&operation, row.operations.is_empty()) {
                (Some(operation), true) => vec![operation.clone()],
                _ => row.operations.clone(),
            };
            self.row(group, row, operations);
        }
    }

    /// The operation that all rows of a section are of.
    fn operation(&mut self, section: &Section) -> Option<String> {
        if self.headings != Headings::Operations {
            return None;
        }
        let (name, url) = match (&section.operation, &section.heading) {
            (Some(link), _) => (link.text.clone(), Some(link.url.clone())),
            (None, Some(heading)) => (without_errors(heading).to_owned(), None),
            (None, None) => return None,
        };
        self.declare(&name, url.filter(|url| !url.is_empty()));
        Some(name)
    }

    fn declare(&mut self, name: &str, url: Option<String>) {
        if self.declared.insert(name.to_owned()) {
            self.draft.operations.push(DraftOperation { name: name.to_owned(), url });
        }
    }

    /// The group of a section: its own, or that of the page where headings name operations.
    fn group(&mut self, section: &Section, is_operation: bool) -> usize {
        let page = self.draft.title.as_deref();
        let heading = section.heading.as_deref().filter(|_| !is_operation).or(page);
        let codes = section.rows.iter().map(|row| row.code.as_str());
        let heading = heading::parse(heading.unwrap_or("Errors"), codes, self.draft.is_integer);
        let groups = &mut self.draft.groups;
        if let Some(known) = self.titles.get(&heading.title) {
            return *known;
        }
        let id = names::first_free(&heading.id, |id| self.ids.contains(id));
        self.ids.insert(id.clone());
        self.titles.insert(heading.title.clone(), groups.len());
        let range =
            heading.range.filter(|range| groups.iter().all(|group| group.range != Some(*range)));
        let outcome = heading::outcome(&heading.title);
        let title = heading.title;
        groups.push(DraftGroup { id, title, range, outcome, codes: Vec::new() });
        groups.len() - 1
    }

    fn row(&mut self, group: usize, row: &Row, operations: Vec<String>) {
        let drafted = row
            .message
            .as_deref()
            .map(|message| placeholder::draft(message, self.draft.placeholder, &row.parameters));
        for text in drafted.iter().flat_map(|drafted| &drafted.notes) {
            self.draft.notes.push(Note { line: row.line, text: text.clone() });
        }
        let known = self.index.get(&row.code).copied();
        let (at, place) = known.unwrap_or_else(|| {
            let codes = self.draft.groups.get_mut(group).map(|group| &mut group.codes);
            let place = codes.map_or(0, |codes| {
                let code = row.code.clone();
                codes.push(DraftCode { line: row.line, code, ..DraftCode::default() });
                codes.len() - 1
            });
            self.index.insert(row.code.clone(), (group, place));
            (group, place)
        });
        if at != group {
            let text = format!("`{}` stands under another heading too, and is put there", row.code);
            self.draft.notes.push(Note { line: row.line, text });
        }
        let codes = self.draft.groups.get_mut(at).map(|group| &mut group.codes);
        if let Some(code) = codes.and_then(|codes| codes.get_mut(place)) {
            code.symbol = code.symbol.take().or_else(|| row.symbol.clone());
            let text = drafted.as_ref().map(|drafted| drafted.text.clone());
            let answer = (row.code.clone(), text);
            let known = self.answers.entry(answer).or_insert(code.answers.len());
            code.add(*known, row, drafted, operations);
        }
    }
}

impl DraftCode {
    /// Adds a row to the answer that has its text, or as a new one.
    fn add(&mut self, place: usize, row: &Row, drafted: Option<Drafted>, operations: Vec<String>) {
        let Drafted { text, params, .. } = drafted.unwrap_or_default();
        let text = (!text.is_empty()).then_some(text);
        if let Some(answer) = self.answers.get_mut(place) {
            let new = operations.into_iter().filter(|name| !answer.operations.contains(name));
            let new: Vec<String> = new.collect();
            answer.operations.extend(new);
            return;
        }
        self.answers.push(Answer {
            line: row.line,
            message: row.message.clone(),
            text,
            params,
            operations,
            http: row.http,
            grpc: row.grpc,
            ..Answer::default()
        });
    }

    /// The statuses that all answers share.
    pub(crate) fn shared<T: Copy + PartialEq>(
        &self,
        get: impl Fn(&Answer) -> Option<T>,
    ) -> Option<T> {
        let first = get(self.answers.first()?);
        first.filter(|_| self.answers.iter().all(|answer| get(answer) == first))
    }
}

/// Texts of one operation tell cases apart; texts of several may be one text in other words.
fn has_cases(code: &DraftCode) -> bool {
    let mut senders: HashSet<&str> = HashSet::new();
    let texts = code.answers.iter().filter(|answer| answer.text.is_some());
    let mut several = false;
    for answer in texts {
        if answer.operations.is_empty() {
            several |= !senders.insert("");
        }
        for operation in &answer.operations {
            several |= !senders.insert(operation);
        }
    }
    let differ = |get: fn(&Answer) -> Option<u16>| {
        code.answers.len() > 1
            && code.shared(get).is_none()
            && code.answers.iter().any(|a| get(a).is_some())
    };
    several || differ(|answer| answer.http)
}
