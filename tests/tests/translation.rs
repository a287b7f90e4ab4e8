//! Lists the translation of every code for each pair of catalogs, so that a review shows every
//! translation that a change to the YAML adds, removes or changes.

use errcat_model::translate::{Coverage, Entry, PairCoverage, Table, Translator};
use errcat_tests::{align, embedded, review};

#[test]
fn every_pair_has_a_table() {
    let set = embedded();
    let translator = Translator::new(&set).unwrap();
    for table in translator.tables() {
        let name = format!("{}-into-{}", table.from.id, table.into.id);
        review(|| insta::assert_snapshot!(name, lines(&table)));
    }
}

/// Formats a row for each code and case: its target, the relation, and the meaning in between.
fn lines(table: &Table<'_>) -> String {
    let heading = ["FROM", "NAME", "TO", "NAME", "RELATION", "VIA"];
    let mut rows = vec![heading.map(str::to_owned)];
    rows.extend(table.entries().map(|entry| row(table, &entry)));
    align(&rows)
}

fn row(table: &Table<'_>, entry: &Entry<'_>) -> [String; 6] {
    let name = |catalog: &errcat_model::Catalog, reference: &errcat_model::Reference<'_>| {
        let code = catalog.code(reference.code);
        let case = code.and_then(|code| {
            code.cases.iter().find(|case| Some(case.id.as_str()) == reference.case)
        });
        let name = case.map(|case| &case.name).or_else(|| code.map(|code| &code.name));
        name.cloned().unwrap_or_default()
    };
    let Entry { from, to, relation, via, .. } = entry;
    [
        from.to_string(),
        name(table.from, from),
        to.map_or_else(|| "none".to_owned(), |to| to.to_string()),
        to.map(|to| name(table.into, &to)).unwrap_or_default(),
        relation.map(|relation| relation.to_string()).unwrap_or_default(),
        via.unwrap_or_default().to_owned(),
    ]
}

#[test]
fn coverage_is_counted_for_every_pair() {
    let set = embedded();
    let coverage = Coverage::new(&Translator::new(&set).unwrap());
    review(|| insta::assert_snapshot!("coverage", counts(&coverage.pairs)));
    let used_once = coverage.used_once.iter();
    let used_once: Vec<[String; 2]> =
        used_once.map(|used| [used.meaning, used.catalog].map(str::to_owned)).collect();
    review(|| {
        insta::assert_snapshot!("meanings-of-one-catalog", align(&used_once));
        insta::assert_snapshot!("meanings-of-no-catalog", coverage.unused.join("\n"));
    });
}

fn counts(pairs: &[PairCoverage<'_>]) -> String {
    let heading =
        ["FROM", "INTO", "CASES", "EXACT", "CLOSE", "WIDER", "NARROWER", "NONE", "ONE WAY"];
    let mut rows = vec![heading.map(str::to_owned)];
    rows.extend(pairs.iter().map(|pair| {
        let PairCoverage { cases, exact, close, wider, narrower, none, .. } = *pair;
        let one_way = pair.one_way.len();
        let [cases, exact, close, wider, narrower, none, one_way] =
            [cases, exact, close, wider, narrower, none, one_way].map(|number| number.to_string());
        let (from, into) = (pair.from.to_owned(), pair.into.to_owned());
        [from, into, cases, exact, close, wider, narrower, none, one_way]
    }));
    align(&rows)
}
