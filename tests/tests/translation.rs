//! Lists the translation of every code for each pair of catalogs, so that a review shows every
//! translation that a change to the YAML adds, removes or changes.

use errcat::Relation;
use errcat_model::coverage::Coverage;
use errcat_model::entries::{self, Entry};
use errcat_model::translate::Translator;
use errcat_model::{Catalog, Reference};
use errcat_tests::{align, embedded, review};

#[test]
fn every_pair_has_a_table() {
    let set = embedded();
    let translator = Translator::new(&set).unwrap();
    let entries = entries::all(&translator).unwrap();
    for table in translator.tables() {
        let (from, into) = (table.from, table.into);
        let is_here = |entry: &&Entry<'_>| {
            entry.from.catalog == Some(from.id.as_str()) && entry.into == into.id
        };
        let heading = ["FROM", "NAME", "TO", "NAME", "RELATION", "VIA"];
        let mut rows = vec![heading.map(str::to_owned)];
        rows.extend(entries.iter().filter(is_here).flat_map(|entry| of(from, into, entry)));
        review(|| insta::assert_snapshot!(format!("{}-into-{}", from.id, into.id), align(&rows)));
    }
}

/// Returns a row for each equivalent of a code or case: its target, the relation, and the meaning in
/// between. Narrower ones are the wider ones of the other table.
fn of(from: &Catalog, into: &Catalog, entry: &Entry<'_>) -> Vec<[String; 6]> {
    let name = |catalog: &Catalog, reference: &Reference<'_>| {
        let code = catalog.code(reference.code);
        let case = code.and_then(|code| {
            code.cases.iter().find(|case| Some(case.id.as_str()) == reference.case)
        });
        let name = case.map(|case| &case.name).or_else(|| code.map(|code| &code.name));
        name.cloned().unwrap_or_default()
    };
    let source = [entry.from.to_string(), name(from, &entry.from)];
    let row = |[to, target, relation, via]: [String; 4], [from, name]: [String; 2]| {
        [from, name, to, target, relation, via]
    };
    let none = || ["none".to_owned(), String::new(), String::new(), String::new()];
    let mut rows = Vec::from_iter(entry.to.is_none().then(|| row(none(), source.clone())));
    let shown = entry.equivalents.iter().filter(|one| one.relation != Relation::Narrower);
    let mut shown: Vec<_> = shown.collect();
    // Of several that are as close, none is substituted.
    shown.sort_by_key(|one| Some(one.to) != entry.to);
    rows.extend(shown.into_iter().map(|one| {
        let via = one.via.or(one.why.map(|_| "by hand")).unwrap_or_default();
        let target = [&one.to.to_string(), &name(into, &one.to), one.relation.as_str(), via];
        row(target.map(str::to_owned), source.clone())
    }));
    // Only the first row names the source.
    for row in rows.iter_mut().skip(1) {
        row[0].clear();
        row[1].clear();
    }
    rows
}

#[test]
fn meanings_are_shared_or_listed() {
    let set = embedded();
    let coverage = Coverage::new(&Translator::new(&set).unwrap()).unwrap();
    let used_once = coverage.used_once.iter();
    let used_once: Vec<[String; 2]> =
        used_once.map(|used| [used.meaning, used.catalog].map(str::to_owned)).collect();
    review(|| {
        insta::assert_snapshot!("meanings-of-one-catalog", align(&used_once));
        insta::assert_snapshot!("meanings-of-no-catalog", coverage.unused.join("\n"));
    });
}
