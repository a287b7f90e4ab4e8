//! Compares one code on a page with the same code in a catalog.

use std::collections::BTreeSet;

use errcat_model::{Catalog, Code, Reference};

use super::edits::likeness;
use super::scope::{Known, Scope, known};
use super::{Change, Kind, is_retired};
use crate::draft::{DraftCode, DraftText, with_params};

/// Texts that have less in common are different texts.
const MIN_LIKENESS: f64 = 0.3;

/// Reports a code that is not in the catalog.
pub(super) fn added(code: &DraftCode, catalog: &Catalog) -> Change {
    let reference = format!("{}:{}", catalog.id, code.code);
    let texts: Vec<&str> = code.texts.iter().filter_map(|one| one.text.as_deref()).collect();
    let text = (!texts.is_empty()).then(|| texts.join(" | "));
    let operations: BTreeSet<&String> = code.texts.iter().flat_map(|a| &a.operations).collect();
    let operations = operations.into_iter().cloned().collect();
    Change { operations, ..Change::new(Kind::CodeAdded, &reference, code.line, None, text) }
}

/// Reports a code that is not on the page, if the page could contain it.
pub(super) fn vanished(code: &Code, catalog: &Catalog, scope: &Scope<'_>) -> Option<Change> {
    let all = known(code);
    let gone: Vec<&Known<'_>> = all.iter().filter(|known| scope.covers(known)).collect();
    let first = gone.first()?;
    let is_partial = gone.len() < all.len();
    let reference = if is_partial && gone.iter().all(|known| known.case.id == first.case.id) {
        Reference::of_case(catalog, code, first.case)
    } else {
        Reference::of_code(catalog, code)
    };
    let senders: BTreeSet<&String> = gone.iter().flat_map(|known| known.operations).collect();
    let (here, elsewhere): (Vec<&String>, Vec<&String>) =
        senders.into_iter().partition(|name| scope.operations.contains(&name.as_str()));
    let is_elsewhere = !scope.operations.is_empty() && (is_partial || !elsewhere.is_empty());
    let kind = if is_elsewhere { Kind::OperationVanished } else { Kind::CodeVanished };
    let operations = here.into_iter().cloned().collect();
    let text = first.text.map(str::to_owned);
    Some(Change { operations, ..Change::new(kind, &reference, None, text, None) })
}

/// Compares the texts and facts of a code.
pub(super) fn compare(
    page: &DraftCode,
    code: &Code,
    catalog: &Catalog,
    scope: &Scope<'_>,
) -> Vec<Change> {
    let all = known(code);
    let comparison = Comparison { page, code, catalog, scope, all: &all };
    let mut changes = Vec::new();
    if is_retired(code) {
        changes.push(Change::new(Kind::CodeReturned, &comparison.code(), page.line, None, None));
    }
    if scope.operations.is_empty() {
        changes.extend(comparison.texts(None));
    }
    for operation in &scope.operations {
        for change in comparison.texts(Some(operation)) {
            // The same difference in several operations is one difference.
            let is_same = |known: &&mut Change| {
                let Change { kind, reference, before, after, .. } = &change;
                (&known.kind, &known.reference, &known.before, &known.after)
                    == (kind, reference, before, after)
            };
            match changes.iter_mut().find(is_same) {
                Some(known) => known.operations.extend(change.operations),
                None => changes.push(change),
            }
        }
    }
    comparison.facts(&mut changes);
    changes
}

struct Comparison<'a> {
    page: &'a DraftCode,
    code: &'a Code,
    catalog: &'a Catalog,
    scope: &'a Scope<'a>,
    all: &'a [Known<'a>],
}

impl<'a> Comparison<'a> {
    fn code(&self) -> Reference<'a> {
        Reference::of_code(self.catalog, self.code)
    }

    fn case(&self, known: &Known<'a>) -> Reference<'a> {
        Reference::of_case(self.catalog, self.code, known.case)
    }

    /// Compares the texts of an operation, or all of them.
    fn texts(&self, operation: Option<&str>) -> Vec<Change> {
        let sends = |names: &[String]| {
            operation.is_none_or(|operation| names.iter().any(|name| name == operation))
        };
        let mut on_page: Vec<&DraftText> =
            self.page.texts.iter().filter(|one| sends(&one.operations)).collect();
        let mut in_catalog: Vec<&Known<'_>> =
            self.all.iter().filter(|known| sends(known.operations)).collect();
        // Any operation can answer with a text that names none.
        let any: Vec<&Known<'_>> =
            self.all.iter().filter(|known| known.operations.is_empty()).collect();
        let was_on_page = !on_page.is_empty();
        let has_rows = !in_catalog.is_empty() || any.iter().any(|known| self.scope.covers(known));
        on_page.retain(|one| {
            let found = in_catalog.iter().position(|known| is_same(one, known.text));
            found.map(|found| in_catalog.remove(found)).is_none()
                && !any.iter().any(|known| is_same(one, known.text))
        });
        in_catalog.retain(|known| self.scope.covers(known));
        let mut changes = self.pairs(&mut on_page, &mut in_catalog);
        let (added, vanished) = if operation.is_none() || was_on_page && has_rows {
            (Kind::MessageAdded, Kind::MessageVanished)
        } else {
            (Kind::OperationAdded, Kind::OperationVanished)
        };
        changes.extend(
            on_page
                .into_iter()
                .map(|one| Change::new(added, &self.code(), one.line, None, one.text.clone())),
        );
        changes.extend(in_catalog.into_iter().map(|known| {
            let text = known.text.map(str::to_owned);
            Change::new(vanished, &self.case(known), None, text, None)
        }));
        for change in &mut changes {
            change.operations.extend(operation.map(str::to_owned));
        }
        changes
    }

    /// Takes out the pairs that are one text in other words, the most alike first.
    fn pairs(
        &self,
        on_page: &mut Vec<&DraftText>,
        in_catalog: &mut Vec<&Known<'a>>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        loop {
            let is_only = on_page.len() == 1 && in_catalog.len() == 1;
            let mut best: Option<(f64, usize, usize)> = None;
            for (index, one) in on_page.iter().enumerate() {
                for (place, known) in in_catalog.iter().enumerate() {
                    let texts = one.text.as_deref().zip(known.text);
                    let like = texts.map_or(0.0, |(new, old)| likeness(old, new));
                    if best.is_none_or(|(most, ..)| like > most) {
                        best = Some((like, index, place));
                    }
                }
            }
            match best {
                Some((like, index, place)) if like >= MIN_LIKENESS || is_only => {
                    let (one, known) = (on_page.remove(index), in_catalog.remove(place));
                    let (before, after) = (known.text.map(str::to_owned), one.text.clone());
                    let case = self.case(known);
                    let kind = Kind::MessageChanged;
                    changes.push(Change::new(kind, &case, one.line, before, after));
                }
                _ => return changes,
            }
        }
    }

    /// Compares the name and the statuses of a code.
    fn facts(&self, changes: &mut Vec<Change>) {
        let mut change = |kind, line, before, after| {
            changes.push(Change::new(kind, &self.code(), line, before, after));
        };
        let (new, old) = (&self.page.symbol, &self.code.symbol);
        if new.is_some() && old.is_some() && new != old {
            change(Kind::NameChanged, self.page.line, old.clone(), new.clone());
        }
        let cases = self.code.cases.iter().map(|case| case.facts);
        let (https, grpcs): (Vec<String>, Vec<String>) =
            cases.map(|facts| (facts.http.to_string(), facts.grpc.to_string())).unzip();
        let mut seen = BTreeSet::new();
        for DraftText { line, http, grpc, .. } in &self.page.texts {
            let http = (Kind::HttpChanged, http.map(|http| http.to_string()), &https);
            let grpc = (Kind::GrpcChanged, grpc.map(|grpc| grpc.to_string()), &grpcs);
            for (kind, status, known) in [http, grpc] {
                let new = status.filter(|status| !known.contains(status));
                if let Some(new) = new.filter(|new| seen.insert(new.clone())) {
                    change(kind, *line, known.first().cloned(), Some(new));
                }
            }
        }
    }
}

/// Returns whether a text of the page is one of the catalog. If the page does not mark parameters
/// as catalogs do, their names come from the author of the catalog.
fn is_same(one: &DraftText, known: Option<&str>) -> bool {
    let (Some(text), Some(known)) = (&one.text, known) else {
        return one.text.is_none() && known.is_none();
    };
    let is_named_by_page = one.message.as_ref() == Some(text);
    text == known
        || one.message.as_deref() == Some(known)
        || !is_named_by_page && with_params(text, "<>") == with_params(known, "<>")
}
