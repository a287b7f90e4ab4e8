//! Takes rows of codes, and returns a draft of the catalog: a code of several rows is one code
//! with all of its texts, and everything has a name.

mod heading;
mod names;
mod placeholder;

use std::collections::{HashMap, HashSet};

use errcat::{GrpcCode, Outcome};
use serde::Serialize;

use crate::page::PageLink;
use crate::reading::{Note, Reading, Row, Section, Status, is_number, without_errors};
use names::Taken;
use placeholder::Drafted;

pub(crate) use names::{kebab, with_params};
pub(crate) use placeholder::param_type;

/// A catalog, as far as a page describes it.
#[derive(Debug, Clone, Default, Serialize)]
#[non_exhaustive]
pub struct Draft {
    /// The title of the page.
    pub title: Option<String>,
    /// Whether codes are whole numbers.
    pub is_integer: bool,
    /// The endpoints that it names.
    pub operations: Vec<PageLink>,
    /// The HTTP statuses that it explains.
    pub statuses: Vec<Status>,
    /// The groups of codes.
    pub groups: Vec<DraftGroup>,
    /// Names that are not the derived ones.
    pub renamed: Vec<Renamed>,
    /// Things to check.
    pub notes: Vec<Note>,
}

/// A group of codes.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct DraftGroup {
    /// The name of its file.
    pub id: String,
    /// The heading without codes.
    pub title: String,
    /// The first and last code that belong here, if the heading says so.
    pub range: Option<(u32, u32)>,
    /// The outcome of its codes.
    pub outcome: Outcome,
    /// The codes.
    pub codes: Vec<DraftCode>,
}

/// A code.
#[derive(Debug, Clone, Default, Serialize)]
#[non_exhaustive]
pub struct DraftCode {
    /// The line of the page.
    pub line: usize,
    /// The code on the wire.
    pub code: String,
    /// The provider's own symbolic name.
    pub symbol: Option<String>,
    /// The name in Rust.
    pub name: String,
    /// Whether the name must be written, because the model would derive another one.
    pub is_named: bool,
    /// The texts.
    pub texts: Vec<DraftText>,
    /// Whether each text is its own case.
    pub has_cases: bool,
}

/// A text of a code, with the operations that answer with it.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct DraftText {
    /// The line of the page.
    pub line: usize,
    /// The id of the case, if there are several.
    pub case: String,
    /// The text on the page.
    pub message: Option<String>,
    /// The text with parameters as in catalogs.
    pub text: Option<String>,
    /// The names of its parameters.
    pub params: Vec<String>,
    /// The operations that answer with it; any can if there are none.
    pub operations: Vec<String>,
    /// The HTTP status.
    pub http: Option<u16>,
    /// The gRPC code.
    pub grpc: Option<GrpcCode>,
}

/// A name that is not the derived one.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Renamed {
    /// The code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The reason why it is not the derived name.
    pub why: &'static str,
}

/// Makes codes of rows.
pub(crate) fn draft(reading: &Reading) -> Draft {
    let rows = || reading.sections.iter().flat_map(|section| &section.rows);
    let mut builder = Builder {
        has_operations: has_operations(reading),
        ids: Taken::new(&["provider", "meanings"]),
        draft: Draft {
            title: reading.title.clone(),
            is_integer: rows().next().is_some() && rows().all(|row| is_number(&row.code)),
            statuses: reading.statuses.clone(),
            notes: reading.notes.clone(),
            ..Draft::default()
        },
        ..Builder::default()
    };
    for section in &reading.sections {
        builder.section(section);
    }
    let mut draft = builder.draft;
    for code in draft.groups.iter_mut().flat_map(|group| &mut group.codes) {
        code.has_cases = code.needs_cases();
    }
    names::set_names(&mut draft);
    draft.notes.sort_by_key(|note| note.line);
    draft
}

/// Returns whether headings name operations: the page links them, or repeats codes under several.
fn has_operations(reading: &Reading) -> bool {
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
    is_linked || repeated.len() * 3 > first.len()
}

#[derive(Default)]
struct Builder {
    /// Whether headings name operations.
    has_operations: bool,
    draft: Draft,
    /// The place of each code: its group, and its index there.
    index: HashMap<String, (usize, usize)>,
    /// The index of each text of a code among its texts.
    texts: HashMap<(String, Option<String>), usize>,
    /// The indexes of groups, by their titles.
    titles: HashMap<String, usize>,
    ids: Taken,
    ranges: HashSet<(u32, u32)>,
    declared: HashSet<String>,
}

impl Builder {
    fn section(&mut self, section: &Section) {
        let operation = self.operation(section);
        let group = self.group(section, operation.is_some());
        for row in &section.rows {
            self.row(group, row, operation.clone());
        }
    }

    /// Returns the operation of all rows of a section.
    fn operation(&mut self, section: &Section) -> Option<String> {
        if !self.has_operations {
            return None;
        }
        let heading = section.heading.as_ref();
        let unlinked = || Some(PageLink { text: without_errors(heading?).to_owned(), url: None });
        let operation = section.operation.clone().or_else(unlinked)?;
        let name = operation.text.clone();
        if self.declared.insert(name.clone()) {
            self.draft.operations.push(operation);
        }
        Some(name)
    }

    /// Returns the group of a section: its own, or that of the page if headings name operations.
    fn group(&mut self, section: &Section, is_operation: bool) -> usize {
        let page = self.draft.title.as_deref();
        let heading = section.heading.as_deref().filter(|_| !is_operation).or(page);
        let codes = section.rows.iter().map(|row| row.code.as_str());
        let heading = heading::parse(heading.unwrap_or("Errors"), codes, self.draft.is_integer);
        let groups = &mut self.draft.groups;
        if let Some(known) = self.titles.get(&heading.title) {
            return *known;
        }
        let id = self.ids.first_free(&heading.id, "-");
        self.titles.insert(heading.title.clone(), groups.len());
        let range = heading.range.filter(|range| self.ranges.insert(*range));
        let outcome = heading::outcome(&heading.title);
        groups.push(DraftGroup { id, title: heading.title, range, outcome, codes: Vec::new() });
        groups.len() - 1
    }

    fn row(&mut self, group: usize, row: &Row, operation: Option<String>) {
        let Drafted { text, params, note } =
            row.message.as_deref().map(Drafted::new).unwrap_or_default();
        let text = Some(text).filter(|text| !text.is_empty());
        self.draft.notes.extend(note.map(|text| Note { line: row.line, text }));
        let next = self.draft.groups.get(group).map_or(0, |group| group.codes.len());
        let (at, place) = *self.index.entry(row.code.clone()).or_insert((group, next));
        if at != group {
            let text =
                format!("`{}` is listed under another heading too, and is put there", row.code);
            self.draft.notes.push(Note { line: row.line, text });
        }
        let Some(group) = self.draft.groups.get_mut(at) else { return };
        if place == group.codes.len() {
            let code = row.code.clone();
            group.codes.push(DraftCode { line: row.line, code, ..DraftCode::default() });
        }
        let Some(code) = group.codes.get_mut(place) else { return };
        code.symbol = code.symbol.take().or_else(|| row.symbol.clone());
        let key = (row.code.clone(), text.clone());
        let known = *self.texts.entry(key).or_insert(code.texts.len());
        if let Some(one) = code.texts.get_mut(known) {
            let is_new = |name: &String| !one.operations.contains(name);
            let operation = operation.filter(is_new);
            one.operations.extend(operation);
            return;
        }
        let (line, message, case) = (row.line, row.message.clone(), String::new());
        let (http, grpc, operations) = (row.http, row.grpc, operation.into_iter().collect());
        code.texts.push(DraftText { line, case, message, text, params, operations, http, grpc });
    }
}

impl DraftCode {
    /// Returns the status that all texts share.
    pub(crate) fn shared<T: Copy + PartialEq>(
        &self,
        get: impl Fn(&DraftText) -> Option<T>,
    ) -> Option<T> {
        let first = get(self.texts.first()?);
        first.filter(|_| self.texts.iter().all(|one| get(one) == first))
    }

    /// Returns whether the texts are cases: one operation has several texts, or the statuses differ.
    /// The texts of several operations may be one text in other words.
    fn needs_cases(&self) -> bool {
        let mut senders: HashSet<&str> = HashSet::new();
        let mut is_repeated = |sender| !senders.insert(sender);
        let mut several = false;
        for one in self.texts.iter().filter(|one| one.text.is_some()) {
            several |= one.operations.is_empty() && is_repeated("");
            for operation in &one.operations {
                several |= is_repeated(operation);
            }
        }
        let any_http = self.texts.iter().any(|one| one.http.is_some());
        several || any_http && self.shared(|one| one.http).is_none()
    }
}
