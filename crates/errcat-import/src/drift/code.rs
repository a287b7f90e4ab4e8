//! One code on a page and in a catalog.

use std::collections::BTreeSet;

use errcat_model::{Catalog, Code, LifecycleStage, Piece, Reference, Template};

use super::scope::{Known, Scope, known};
use super::words::likeness;
use super::{Change, Kind};
use crate::draft::{Answer, DraftCode};

/// Texts that share less are not one text in other words.
const LEAST_LIKENESS: f64 = 0.3;

pub(super) fn added(code: &DraftCode, catalog: &Catalog) -> Change {
    let reference = format!("{}:{}", catalog.id, code.code);
    let texts: Vec<&str> =
        code.answers.iter().filter_map(|answer| answer.text.as_deref()).collect();
    let text = (!texts.is_empty()).then(|| texts.join(" | "));
    let mut change = Change::new(Kind::CodeAdded, reference).line(code.line).to(text);
    let operations: BTreeSet<&String> = code.answers.iter().flat_map(|a| &a.operations).collect();
    change.operations = operations.into_iter().cloned().collect();
    change
}

/// A code that is not on the page, as far as the page could have it.
pub(super) fn vanished(code: &Code, catalog: &Catalog, scope: &Scope<'_>) -> Option<Change> {
    let all = known(code);
    let gone: Vec<&Known<'_>> = all.iter().filter(|known| scope.covers(known)).collect();
    let first = gone.first()?;
    let is_one_case = gone.iter().all(|known| known.case.id == first.case.id);
    let reference = if gone.len() < all.len() && is_one_case {
        Reference::of_case(catalog, code, first.case).to_string()
    } else {
        Reference::of_code(catalog, code).to_string()
    };
    let elsewhere = |name: &&String| !scope.operations.contains(&name.as_str());
    let is_elsewhere = gone.len() < all.len()
        || !scope.operations.is_empty()
            && gone.iter().any(|known| known.operations.iter().any(|name| elsewhere(&name)));
    let kind = if is_elsewhere && !scope.operations.is_empty() {
        Kind::OperationVanished
    } else {
        Kind::CodeVanished
    };
    let mut change = Change::new(kind, reference).from(first.text.map(str::to_owned));
    let names: BTreeSet<&String> = gone.iter().flat_map(|known| known.operations).collect();
    change.operations = names.into_iter().filter(|name| !elsewhere(name)).cloned().collect();
    Some(change)
}

pub(super) fn compare(
    page: &DraftCode,
    code: &Code,
    catalog: &Catalog,
    scope: &Scope<'_>,
) -> Vec<Change> {
    let reference = Reference::of_code(catalog, code).to_string();
    let mut changes = Vec::new();
    let stage = code.lifecycle.as_ref().map(|life| life.stage);
    if stage == Some(LifecycleStage::Retired) {
        changes.push(Change::new(Kind::CodeReturned, reference.clone()).line(page.line));
    }
    let all = known(code);
    let about = About { page, code, catalog, scope, all: &all };
    if scope.operations.is_empty() {
        changes.extend(about.texts(None));
    } else {
        let mut of_operations = Vec::new();
        for operation in &scope.operations {
            of_operations.extend(about.texts(Some(operation)));
        }
        changes.extend(merged(of_operations));
    }
    changes.extend(about.facts(&reference));
    changes
}

/// The same difference of several operations is one.
fn merged(changes: Vec<Change>) -> Vec<Change> {
    let mut merged: Vec<Change> = Vec::new();
    for change in changes {
        let is_same = |known: &&mut Change| {
            let Change { kind, reference, before, after, .. } = &change;
            (&known.kind, &known.reference, &known.before, &known.after)
                == (kind, reference, before, after)
        };
        match merged.iter_mut().find(is_same) {
            Some(known) => known.operations.extend(change.operations),
            None => merged.push(change),
        }
    }
    merged
}

struct About<'a> {
    page: &'a DraftCode,
    code: &'a Code,
    catalog: &'a Catalog,
    scope: &'a Scope<'a>,
    all: &'a [Known<'a>],
}

impl<'a> About<'a> {
    /// Compares the texts of an operation, or all of them.
    fn texts(&self, operation: Option<&str>) -> Vec<Change> {
        let sends = |names: &[String]| {
            operation.is_none_or(|operation| names.iter().any(|name| name == operation))
        };
        let is_any = |known: &&Known<'_>| known.operations.is_empty();
        let mut on_page: Vec<&Answer> =
            self.page.answers.iter().filter(|answer| sends(&answer.operations)).collect();
        let mut in_catalog: Vec<&Known<'_>> =
            self.all.iter().filter(|known| sends(known.operations)).collect();
        let was_on_page = !on_page.is_empty();
        let any: Vec<&Known<'_>> = self.all.iter().filter(is_any).collect();
        let has_rows = !in_catalog.is_empty() || any.iter().any(|known| self.scope.covers(known));
        on_page.retain(|answer| {
            let found = in_catalog.iter().position(|known| is_same(answer, known.text));
            if let Some(found) = found {
                in_catalog.remove(found);
            }
            found.is_none() && !any.iter().any(|known| is_same(answer, known.text))
        });
        in_catalog.retain(|known| self.scope.covers(known));
        let mut changes = self.pairs(&mut on_page, &mut in_catalog);
        let (added, vanished) = if operation.is_none() || was_on_page && has_rows {
            (Kind::MessageAdded, Kind::MessageVanished)
        } else {
            (Kind::OperationAdded, Kind::OperationVanished)
        };
        changes.extend(on_page.into_iter().map(|answer| {
            let reference = Reference::of_code(self.catalog, self.code).to_string();
            Change::new(added, reference).line(answer.line).to(answer.text.clone())
        }));
        changes.extend(in_catalog.into_iter().map(|known| {
            Change::new(vanished, self.reference(known)).from(known.text.map(str::to_owned))
        }));
        for change in &mut changes {
            change.operations.extend(operation.map(str::to_owned));
        }
        changes
    }

    /// Takes out what is one text in other words, the likeliest first.
    fn pairs(&self, on_page: &mut Vec<&Answer>, in_catalog: &mut Vec<&Known<'a>>) -> Vec<Change> {
        let mut changes = Vec::new();
        loop {
            let only = on_page.len() == 1 && in_catalog.len() == 1;
            let mut best: Option<(f64, usize, usize)> = None;
            for (index, answer) in on_page.iter().enumerate() {
                for (place, known) in in_catalog.iter().enumerate() {
                    let like = match (answer.text.as_deref(), known.text) {
                        (Some(new), Some(old)) => likeness(old, new),
                        _ => 0.0,
                    };
                    if best.is_none_or(|(most, ..)| like > most) {
                        best = Some((like, index, place));
                    }
                }
            }
            let Some((like, index, place)) = best else { return changes };
            if like < LEAST_LIKENESS && !only {
                return changes;
            }
            let (answer, known) = (on_page.remove(index), in_catalog.remove(place));
            changes.push(
                Change::new(Kind::MessageChanged, self.reference(known))
                    .line(answer.line)
                    .from(known.text.map(str::to_owned))
                    .to(answer.text.clone()),
            );
        }
    }

    fn reference(&self, known: &Known<'_>) -> String {
        Reference::of_case(self.catalog, self.code, known.case).to_string()
    }

    /// Compares what a row says besides its text.
    fn facts(&self, reference: &str) -> Vec<Change> {
        let mut changes = Vec::new();
        let line = self.page.line;
        if let (Some(new), Some(old)) = (&self.page.symbol, &self.code.symbol)
            && new != old
        {
            let change = Change::new(Kind::NameChanged, reference.to_owned()).line(line);
            changes.push(change.from(old.clone()).to(new.clone()));
        }
        let cases = &self.code.cases;
        let first = cases.first();
        let mut told = BTreeSet::new();
        for answer in &self.page.answers {
            if let Some(http) = answer.http
                && !cases.iter().any(|case| case.facts.http.get() == http)
                && told.insert(http.to_string())
            {
                let change = Change::new(Kind::HttpChanged, reference.to_owned()).line(answer.line);
                let old = first.map(|case| case.facts.http.to_string());
                changes.push(change.from(old).to(http.to_string()));
            }
            if let Some(grpc) = answer.grpc
                && !cases.iter().any(|case| case.facts.grpc == grpc)
                && told.insert(grpc.to_string())
            {
                let change = Change::new(Kind::GrpcChanged, reference.to_owned()).line(answer.line);
                let old = first.map(|case| case.facts.grpc.to_string());
                changes.push(change.from(old).to(grpc.to_string()));
            }
        }
        changes
    }
}

/// Whether a text of the page is one of the catalog. Where the page does not mark parameters as
/// catalogs do, their names are not the page's.
fn is_same(answer: &Answer, known: Option<&str>) -> bool {
    let (Some(text), Some(known)) = (&answer.text, known) else {
        return answer.text.is_none() && known.is_none();
    };
    let is_named_by_page = answer.message.as_ref() == Some(text);
    text == known
        || answer.message.as_deref() == Some(known)
        || !is_named_by_page && shape(text) == shape(known)
}

/// A text without the names of its parameters.
fn shape(text: &str) -> String {
    let Ok(template) = Template::parse(text) else { return text.to_owned() };
    let pieces = template.pieces().iter().map(|piece| match piece {
        Piece::Literal(text) => text,
        Piece::Parameter(_) => "<>",
    });
    pieces.collect()
}
